"""The schemas in docs/schemas: strict, described, named in the docs, and kept by every command."""

from __future__ import annotations

import copy
import datetime as dt
import json
import os
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker, ValidationError

from redleaf.errors import BriefError, ConfigError
from redleaf.judging import Settings
from redleaf.notes.brief import Brief
from tests.cli.running import Command
from tests.project.tree import ROOT
from tools.codeblocks import blocks
from tools.demo.export import Shape, export

SCHEMAS = ROOT / "docs" / "schemas"
NAMES = sorted(path.stem for path in SCHEMAS.glob("*.json"))
TOLD = {
    "today": "2026-11-19",
    "network": "linkedin",
    "sender": {"name": "Ines Duarte", "offers": ["introduction to Dana Ruiz at Skutt"]},
    "recipient": {"name": "Tomasz Zieliński", "given_name": "Tomasz", "role": None},
    "encounters": [{"kind": "conference", "on": "2026-11-12", "event": "Museums & Web",
                    "topics": ["sound walks for blind visitors"], "introduced_by": None}],
    "history": ["I'd like to add you to my professional network on LinkedIn."],
    "ask": "does slate hold a nail?",
    "sent_this_month": 3,
}  # fmt: skip
SETTINGS = """
network = "linkedin"
[rules]
"boring/praise-without-object" = "error"
[phrases]
"boring/buzzwords" = ["move the kettle"]
[[allow]]
rule = "untrue/leftover-slot"
text = "Name"
until = 2099-01-31
reason = "Filled in before it goes out."
[[allow]]
rule = "boring/buzzwords"
files = ["letters/*.md"]
reason = "It says so on their door."
"""
PEOPLE = "Name,E-mail,Company\nMira Holt,mira@weir.example,Weir Trust\n"
# A day when whoever was met yesterday will be forgotten within a month.
FADED = (dt.datetime.now().astimezone().date() + dt.timedelta(days=50)).isoformat()
MET = (
    "Mira Holt, curator at Muzeum Wody, met at Museums & Web yesterday with Ola Berg, talked about "
    "tape, I promised the ash recipe by Friday, mira@holt.example #audio"
)
ASKED_OF_THE_STORE = [
    ("remember", ["remember", MET, "--preview"]),
    ("remember", ["remember", MET]),
    ("remember", ["remember", "Mira Berg, glazier, coffee on 3 May 2026, said “bring the lamp”"]),
    ("remember", ["remember", "Berg, spoke on the phone yesterday"]),
    ("people", ["people"]),
    ("people", ["people", "--today", FADED]),
    ("people-find", ["people", "find", "mira"]),
    ("people-show", ["people", "show", "Mira Holt"]),
    ("people-show", ["people", "show", "Mira Berg"]),
    ("people-merge", ["people", "merge"]),
    ("import", ["import", "people.csv"]),
    ("import", ["import", "people.csv", "--preview"]),
    ("undo", ["undo", "--list"]),
    ("undo", ["undo"]),
]
ONE_AFTER_ANOTHER = """
import contextlib, io, json, sys
from redleaf.cli import main
answers = []
for arguments in json.loads(sys.argv[1]):
    with contextlib.redirect_stdout(io.StringIO()) as said:
        main([*arguments, "--format", "json"])
    answers.append(said.getvalue())
print(json.dumps(answers))
"""
TEXT = "Hi  [Name], I came across your profile. We have synergies. Buy now. We met in Berlin."


def schema(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))
    return loaded


def validate(name: str, data: object) -> None:
    Draft202012Validator(schema(name), format_checker=FormatChecker()).validate(data)


def assert_refused(name: str, data: object) -> None:
    with pytest.raises(ValidationError):
        validate(name, data)


def parts(node: object, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema within a schema, with its path."""
    if isinstance(node, list):
        for number, each in enumerate(node):
            yield from parts(each, f"{path}/{number}")
    elif isinstance(node, dict):
        yield path, node
        for key, each in node.items():
            yield from parts(each, f"{path}/{key}")


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_one_and_describes_its_parts(name: str) -> None:
    whole = schema(name)
    Draft202012Validator.check_schema(whole)
    assert whole["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    assert whole["$id"] == f"urn:redleaf:schema:{name}:1"
    silent = [
        f"{path}/{field}"
        for path, part in parts(whole)
        for field, each in (part.get("properties") or {}).items()
        if isinstance(each, dict) and not each.keys() & {"description", "$ref"}
    ]
    assert not silent


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_lets_nothing_in_that_it_does_not_name(name: str) -> None:
    objects = [(path, part) for path, part in parts(schema(name)) if part.get("type") == "object"]
    assert objects
    assert not [path for path, part in objects if "additionalProperties" not in part]
    assert not [path for path, part in objects if part["additionalProperties"] is True]


@pytest.mark.parametrize("name", NAMES)
def test_the_docs_name_it(name: str) -> None:
    assert f"(schemas/{name}.json)" in (ROOT / "docs" / "json.md").read_text("utf-8")


def test_what_two_schemas_share_is_the_same_in_both() -> None:
    check, draft = schema("check")["$defs"], schema("draft")["$defs"]
    for shared in ("finding", "fix", "scores"):
        assert check[shared] == draft[shared]
    introduce = schema("introduce")["$defs"]
    for shared in introduce.keys() - {"ask"}:
        assert introduce[shared] == draft[shared]


@pytest.fixture
def redleaf(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Command:
    monkeypatch.chdir(tmp_path)
    return Command(monkeypatch, capsys)


@pytest.fixture(scope="module")
def told_by_the_store(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the commands of the store print, by their schema; a home of its own."""
    folder = tmp_path_factory.mktemp("kept")
    (folder / "people.csv").write_text(PEOPLE)
    said = json.dumps([arguments for _, arguments in ASKED_OF_THE_STORE])
    run = subprocess.run(
        [sys.executable, "-c", ONE_AFTER_ANOTHER, said],
        cwd=folder, env={**os.environ, "REDLEAF_HOME": str(folder / "home")},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    told: dict[str, list[Any]] = {}
    answers = json.loads(run.stdout)
    for (name, _), answer in zip(ASKED_OF_THE_STORE, answers, strict=True):
        told.setdefault(name, []).append(json.loads(answer))
    return told


@pytest.fixture
def written(redleaf: Command, db: None, told_by_the_store: dict[str, Any]) -> dict[str, Any]:
    """What every command writes, by the schema that describes it."""
    Path("brief.json").write_text(json.dumps(TOLD))
    Path("bare.json").write_text('{"recipient": {"name": "Ada Holt"}}')
    Path("other.json").write_text(
        '{"sender": {"name": "Ines Duarte"}, "recipient": {"name": "Bo"}}'
    )
    Path("default.txt").write_text(TOLD["history"][0])  # type: ignore[index] # a list of texts
    Path("export.zip").write_bytes(
        export(Shape(dt.date(2026, 11, 18), sent=60, received=40, connections=90))
    )

    def out(*args: str, stdin: str = "") -> Any:
        return json.loads(redleaf(*args, stdin=stdin).out)

    plain = out("check", "-", "default.txt", "--format", "json", stdin=TEXT)
    Path("redleaf.toml").write_text(SETTINGS)
    rows = [{"id": 1, "text": TEXT}, {"text": TEXT}, {"id": "x"}, {"id": 2.5, "text": ""}]
    scored = redleaf("score", stdin="".join(json.dumps(row) + "\n" for row in rows)).out
    triaged = redleaf("triage", stdin='{"id": 1, "from": {"name": "Bo Ek"}}\n{"id": 2.5}\n{}\n').out
    letters = "".join(
        json.dumps({"id": at, "text": f"Hi {name}, great to meet you at the weir in Ghent."}) + "\n"
        for at, name in enumerate(["Mira", "Ola", "Ivo"])
    )
    redleaf(
        "remember", "Mira Holt, curator at Muzeum Wody, coffee on 3 May 2026, mira@holt.example"
    )
    redleaf("export", "all.zip")
    stack = [{**TOLD, "id": "a"}, {**TOLD, "history": []}, {"id": 2.5, "recipient": {}}]
    stacked = redleaf(
        "draft", "--batch", "--notes-left", "1",
        stdin="".join(json.dumps(brief) + "\n" for brief in stack),
    ).out  # fmt: skip
    asks = ["check", "--brief", "brief.json", "--format", "json"]
    return {
        "check": [plain, out(*asks, stdin=TEXT), out("check", "--format", "json", stdin="")],
        "score": [json.loads(line) for line in scored.splitlines()],
        "triage": [json.loads(line) for line in triaged.splitlines()],
        "draft": [
            *(out("draft", f"{name}.json", "--format", "json") for name in ("brief", "bare")),
            *(json.loads(line) for line in stacked.splitlines()),
            out("repair", "brief.json", "--format", "json"),
        ],
        "introduce": [
            out("introduce", "brief.json", f"{other}.json", *about, "--format", "json")
            for other, about in (("bare", []), ("other", ["--about", "sound walks"]))
        ],
        "verify": [out("verify", "brief.json", "-", "--format", "json", stdin=TEXT)],
        "audit": [out("audit", "export.zip", "--today", "2026-11-19", "--format", "json")],
        "campaigns": [out("check", "--batch", "--format", "json", stdin=letters)],
        "rules": [out("rules", "--format", "json")],
        "networks": [
            out("networks", *one, "--format", "json") for one in ([], ["linkedin-premium"])
        ],
        "brief": [TOLD, {"recipient": {"name": "Ada Holt"}}],
        "export": [json.loads(zipfile.ZipFile("all.zip").read("redleaf.json"))],
        "settings": [_as_json(tomllib.loads(SETTINGS)), {}],
        **told_by_the_store,
    }


def test_what_is_written_keeps_its_schema(written: dict[str, Any]) -> None:
    assert sorted(written) == NAMES
    for name, all_data in written.items():
        for data in all_data:
            validate(name, data)
    first, second, _ = written["check"]
    assert [each["why"] for each in second["unused_allowances"]] == []
    assert second["reports"][0]["allowed"]
    assert {fix["safe"] for report in first["reports"] for finding in report["findings"]
            for fix in finding["fixes"]} == {True}  # fmt: skip
    assert any("error" in row for row in written["score"])
    assert any("error" in answer for answer in written["draft"])
    assert any("need" in answer for answer in written["draft"])
    assert written["campaigns"][0]["campaigns"]
    assert written["people-merge"][0]["pairs"]
    assert written["people"][1]["fading"]
    assert written["remember"][-1]["lines"][0]["people"][0]["may_be"]


def test_what_is_changed_keeps_none(written: dict[str, Any]) -> None:
    """A field more, a field less, another type: each schema refuses."""
    for name, (data, *_) in written.items():
        if isinstance(data, list):
            assert_refused(name, [*data, {**data[0], "more": 1}])
            assert_refused(name, [{}])
            continue
        assert_refused(name, {**data, "more": 1})
        for field in data:
            assert_refused(name, {**data, field: object})
        if name != "settings":  # every setting may be missing
            field = "recipient" if name == "brief" else next(iter(data))
            assert_refused(name, {key: each for key, each in data.items() if key != field})


def test_a_finding_with_another_severity_or_more_is_refused(written: dict[str, Any]) -> None:
    data = written["check"][0]
    for change in ({"severity": "fatal"}, {"more": 1}, {"rule": "Boring"}, {"start": -1}):
        changed = copy.deepcopy(data)
        changed["reports"][0]["findings"][0].update(change)
        assert_refused("check", changed)


def test_the_brief_of_the_docs_keeps_its_schema() -> None:
    (brief,) = [b for b in blocks(ROOT / "docs" / "brief.md") if b.file == "brief.json"]
    validate("brief", json.loads(brief.text))


@pytest.mark.parametrize(
    "change",
    [
        {"recipient": {"name": "A", "nickname": "B"}},
        {"encounters": [{"topic": ["kilns"]}]},
        {"aim": "impress"},
        {"limit": -1},
        {"mutual": "Dana"},
        {"today": "soon"},
        {"sender": []},
    ],
    ids=str,
)
def test_a_brief_is_refused_by_the_schema_where_it_is_by_the_command(change: Any) -> None:
    assert_refused("brief", {**TOLD, **change})
    with pytest.raises(BriefError):
        Brief.from_json({**TOLD, **change})


@pytest.mark.parametrize(
    "toml",
    [
        "netwrok = 'linkedin'",
        "kind = 'poem'",
        "preview = 1",
        '[rules]\n"boring/buzzwords" = "of"',
        '[rules]\n"boring" = "off"',
        '[phrases]\n"boring/buzzwords" = "one"',
        '[[allow]]\nrule = "boring/buzzwords"',
        '[[allow]]\nrule = "boring/buzzwords"\nreason = " "',
        '[[allow]]\nrule = "boring/buzzwords"\nreason = "x"\nfiles = [""]',
        '[[allow]]\nrule = "boring/buzzwords"\nreason = "x"\nuntil = "soon"',
    ],
)
def test_settings_are_refused_by_the_schema_where_they_are_by_the_command(toml: str) -> None:
    data = tomllib.loads(toml)
    assert_refused("settings", _as_json(data))
    with pytest.raises(ConfigError):
        Settings.from_toml(data)


def _as_json(table: Any) -> Any:
    """A TOML table as JSON has it, with days as texts."""
    if isinstance(table, dict):
        return {key: _as_json(each) for key, each in table.items()}
    if isinstance(table, list):
        return [_as_json(each) for each in table]
    return table.isoformat() if isinstance(table, dt.date) else table
