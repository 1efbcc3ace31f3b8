"""SARIF 2.1.0 as its published schema demands it of the parts we write."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.cli.running import Command

# The published schema's rules (OASIS, sarif-schema-2.1.0) for what a checker of texts writes:
# required properties, types, enumerations, and no property that the schema does not know.
MESSAGE = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}}
ARTIFACT_LOCATION = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "uri": {"type": "string", "pattern": r"^[^\s\\]+$"},
        "index": {"type": "integer", "minimum": -1},
    },
}
REGION = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "startLine": {"type": "integer", "minimum": 1},
        "startColumn": {"type": "integer", "minimum": 1},
        "endLine": {"type": "integer", "minimum": 1},
        "endColumn": {"type": "integer", "minimum": 1},
        "charOffset": {"type": "integer", "minimum": 0},
        "charLength": {"type": "integer", "minimum": 0},
        "snippet": MESSAGE,
    },
}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
RESULT = {
    "type": "object",
    "required": ["message"],
    "additionalProperties": False,
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": LEVEL,
        "message": MESSAGE,
        "suppressions": {
            "type": "array",
            "minItems": 0,
            "uniqueItems": True,
            "items": {
                "type": "object",
                "required": ["kind"],
                "additionalProperties": False,
                "properties": {
                    "kind": {"enum": ["inSource", "external"]},
                    "status": {"enum": ["accepted", "underReview", "rejected"]},
                    "justification": {"type": "string"},
                },
            },
        },
        "locations": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "physicalLocation": {
                        "type": "object",
                        "required": ["artifactLocation"],
                        "properties": {"artifactLocation": ARTIFACT_LOCATION, "region": REGION},
                    }
                },
            },
        },
        "fixes": {
            "type": "array",
            "uniqueItems": True,
            "items": {
                "type": "object",
                "required": ["artifactChanges"],
                "properties": {
                    "description": MESSAGE,
                    "artifactChanges": {
                        "type": "array",
                        "minItems": 1,
                        "items": {
                            "type": "object",
                            "required": ["artifactLocation", "replacements"],
                            "properties": {
                                "artifactLocation": ARTIFACT_LOCATION,
                                "replacements": {
                                    "type": "array",
                                    "minItems": 1,
                                    "items": {
                                        "type": "object",
                                        "required": ["deletedRegion"],
                                        "properties": {
                                            "deletedRegion": REGION,
                                            "insertedContent": MESSAGE,
                                        },
                                    },
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}
NOTIFICATIONS = {
    "type": "array",
    "uniqueItems": True,
    "items": {
        "type": "object",
        "required": ["message"],
        "additionalProperties": False,
        "properties": {"level": LEVEL, "message": MESSAGE},
    },
}
INVOCATION = {
    "type": "object",
    "required": ["executionSuccessful"],
    "additionalProperties": False,
    "properties": {
        "executionSuccessful": {"type": "boolean"},
        "toolExecutionNotifications": NOTIFICATIONS,
        "toolConfigurationNotifications": NOTIFICATIONS,
    },
}
LOG = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string"},
        "version": {"enum": ["2.1.0"]},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool"],
                "additionalProperties": False,
                "properties": {
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "properties": {
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {"type": "object", "required": ["id"]},
                                    }
                                },
                            }
                        },
                    },
                    "invocations": {"type": "array", "items": INVOCATION},
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "artifacts": {"type": "array", "uniqueItems": True},
                    "results": {"type": "array", "items": RESULT},
                },
            },
        },
    },
}
TEXT = "Hi [Name],\nI'd like to add you to my professional network on LinkedIn.\n👋 Buy now"


@pytest.fixture
def log(redleaf: Command) -> dict[str, Any]:
    Path("a note.txt").write_text(TEXT)
    loaded: dict[str, Any] = json.loads(redleaf("check", "a note.txt", "--format", "sarif").out)
    return loaded


def test_it_keeps_the_rules_of_the_schema(log: dict[str, Any]) -> None:
    jsonschema.validate(log, LOG)


def test_a_file_without_findings_keeps_them_too(redleaf: Command) -> None:
    jsonschema.validate(json.loads(redleaf("check", "--format", "sarif", stdin="").out), LOG)


def test_every_result_points_at_its_rule_and_its_words(log: dict[str, Any]) -> None:
    run = log["runs"][0]
    assert run["results"]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        region = result["locations"][0]["physicalLocation"]["region"]
        begin = region["charOffset"]
        assert region["snippet"]["text"] == TEXT[begin : begin + region["charLength"]]
        line = TEXT.splitlines()[region["startLine"] - 1]
        assert line[region["startColumn"] - 1] == TEXT[begin]


def test_the_uri_is_one(log: dict[str, Any]) -> None:
    assert log["runs"][0]["artifacts"][0]["location"]["uri"] == "a%20note.txt"


def test_what_the_settings_allow_is_there_with_its_reason(redleaf: Command) -> None:
    Path("redleaf.toml").write_text(
        """
        [[allow]]
        rule = "untrue/leftover-slot"
        reason = "A template that is filled in before it goes out."
        [[allow]]
        rule = "boring/buzzwords"
        reason = "It says so on their door."
        """
    )
    Path("a note.txt").write_text(TEXT)
    out = redleaf("check", "a note.txt", "missing.txt", "--format", "sarif").out
    log = json.loads(out)
    jsonschema.validate(log, LOG)
    (run,) = log["runs"]
    told = {result["ruleId"]: result["suppressions"] for result in run["results"]}
    assert told["untrue/leftover-slot"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "A template that is filled in before it goes out.",
        }
    ]
    assert told["boring/default-text"] == []
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (unread,) = invocation["toolExecutionNotifications"]
    (unused,) = invocation["toolConfigurationNotifications"]
    assert "missing.txt" in unread["message"]["text"]
    assert "boring/buzzwords" in unused["message"]["text"]
