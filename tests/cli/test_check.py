"""`redleaf check`: a text in, a report out, in four formats, with exit codes programs rely on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from redleaf.rules.catalogue import all_rules
from tests.cli.running import Command

DEFAULT = "I'd like to add you to my professional network on LinkedIn."
GOOD = "Great meeting you for coffee last Thursday. If there's anyone in my network that can help "
GOOD += "you out, let me know."


def test_it_names_the_default_text(redleaf: Command) -> None:
    run = redleaf("check", "-", "--network", "linkedin", "--format", "json", stdin=DEFAULT)
    report = json.loads(run.out)["reports"][0]
    assert run.code == 1
    assert report["verdict"] == "default"
    assert report["findings"][0]["rule"] == "boring/default-text"
    assert (report["findings"][0]["start"], report["findings"][0]["end"]) == (0, len(DEFAULT))
    assert (report["source"], report["language"], report["network"]) == ("-", "en", "linkedin")
    assert (report["length"], report["limit"]) == (len(DEFAULT), 200)


def test_it_has_nothing_to_say_of_a_good_note(redleaf: Command) -> None:
    run = redleaf("check", "-", stdin=GOOD)
    assert run.code == 0
    assert run.out.startswith("A personal note.")
    assert run.err == ""


def test_it_reads_several_files_and_names_each(redleaf: Command) -> None:
    Path("one.txt").write_text(DEFAULT)
    Path("two.txt").write_text(GOOD)
    run = redleaf("check", "one.txt", "two.txt")
    assert run.code == 1
    assert "one.txt: A default text." in run.out
    assert "two.txt: A personal note." in run.out


def test_an_unreadable_file_is_named_and_the_others_are_checked(redleaf: Command) -> None:
    Path("good.txt").write_text(GOOD)
    Path("picture.png").write_bytes(b"\x89PNG\xff\xfe")
    run = redleaf("check", "missing.txt", "picture.png", "good.txt")
    assert run.code == 1
    assert "missing.txt: there is no such file" in run.err
    assert "picture.png: byte 0 is not UTF-8" in run.err
    assert "A personal note." in run.out


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["check", "--kind", "poem"], "poem"),
        (["check", "--format", "xml"], "xml"),
        (["chekc"], "Did you mean 'check'?"),
    ],
)
def test_wrong_use_exits_2(redleaf: Command, args: list[str], said: str) -> None:
    run = redleaf(*args, stdin=GOOD)
    assert run.code == 2
    assert said in run.err


def test_an_unknown_network_is_wrong_use_and_gets_a_guess(redleaf: Command) -> None:
    run = redleaf("check", "--network", "linkdin", stdin=GOOD)
    assert (run.code, run.out) == (2, "")
    assert "Did you mean linkedin?" in run.err


def test_an_unknown_network_in_the_brief_is_a_brief_that_cannot_be_used(redleaf: Command) -> None:
    Path("b.json").write_text('{"recipient": {"name": "Ana"}, "network": "linkdin"}')
    run = redleaf("check", "--brief", "b.json", stdin=GOOD)
    assert (run.code, run.out) == (1, "")
    assert "Did you mean linkedin?" in run.err


def test_a_brief_with_an_endless_number_is_named(redleaf: Command) -> None:
    Path("b.json").write_text('{"recipient": {"name": "Ana"}, "limit": ' + "9" * 5000 + "}")
    run = redleaf("check", "--brief", "b.json", stdin=GOOD)
    assert (run.code, run.out) == (1, "")
    assert "b.json: a number in this is too long" in run.err


@pytest.mark.parametrize(
    ("limit", "said", "length"),
    [
        (30, "The brief allows 30 characters here", "111 of 30 characters, 81 too many"),
        (0, "no text can go along", "111 of 0 characters, 111 too many"),
    ],
)
def test_the_limit_of_the_brief_goes_before_that_of_the_network(
    redleaf: Command, limit: int, said: str, length: str
) -> None:
    brief = {"recipient": {"name": "Ana"}, "network": "linkedin", "limit": limit}
    Path("b.json").write_text(json.dumps(brief | {"encounters": [{"kind": "coffee"}]}))
    run = redleaf("check", "--brief", "b.json", stdin=GOOD)
    assert run.code == 1
    assert said in run.out
    assert length in run.out


def test_a_broken_brief_is_named_with_its_place(redleaf: Command) -> None:
    Path("b.json").write_text('{"recipient": {"name": "Ana"}, "encounters": [{"on": "soon"}]}')
    run = redleaf("check", "--brief", "b.json", stdin=GOOD)
    assert (run.code, run.out) == (1, "")
    assert "encounters.0.on" in run.err


@pytest.mark.parametrize("text", ["", "   \n", "\u200b\u200b", "\u3164\u2800\uffa0"])
def test_an_empty_text_is_empty(redleaf: Command, text: str) -> None:
    report = json.loads(redleaf("check", "--format", "json", stdin=text).out)["reports"][0]
    assert (report["verdict"], report["findings"]) == ("empty", [])


def test_a_familiar_wave_needs_no_explanation(redleaf: Command) -> None:
    brief = {"recipient": {"name": "Ana Prudhomme"}, "recognition": "close"}
    Path("close.json").write_text(json.dumps(brief))
    Path("unknown.json").write_text(json.dumps(brief | {"recognition": "unknown"}))
    close = redleaf("check", "--brief", "close.json", "--format", "json", stdin="Duuuude, wasssup")
    assert json.loads(close.out)["reports"][0]["findings"] == []
    unknown = redleaf(
        "check", "--brief", "unknown.json", "--format", "json", stdin="Duuuude, wasssup"
    )
    rules = [finding["rule"] for finding in json.loads(unknown.out)["reports"][0]["findings"]]
    assert "boring/nothing-shared" in rules


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Mara,  your talk on river ice was good.", "“Mara,␣␣your talk on riv”"),
        (
            "Your talk on ri\u200b\u00adver ice\nwas good.",
            "“Your talk on ri⟨U+200B⟩⟨U+00AD⟩ver ice”",
        ),
        ("First.\nMara,\u2003your talk.", "“Mara,⟨U+2003⟩your talk.”"),
    ],
)
def test_what_cannot_be_seen_is_shown(redleaf: Command, text: str, quoted: str) -> None:
    assert quoted in redleaf("check", stdin=text).out


def test_github_gets_an_annotation_a_finding(redleaf: Command) -> None:
    Path("a note.txt").write_text(f"Hi Ana,\n{DEFAULT}")
    run = redleaf("check", "a note.txt", "--format", "github")
    first = run.out.splitlines()[0]
    assert first.startswith("::error file=a note.txt,line=")
    assert "title=boring/default-text::" in first


def test_settings_nearby_switch_a_rule_off_and_change_severities(redleaf: Command) -> None:
    Path("redleaf.toml").write_text('[rules]\n"boring/default-text" = "off"\n')
    run = redleaf("check", "--format", "json", stdin=DEFAULT)
    rules = [f["rule"] for f in json.loads(run.out)["reports"][0]["findings"]]
    assert "boring/default-text" not in rules
    Path("redleaf.toml").write_text('[rules]\n"boring/default-text" = "advice"\n')
    run = redleaf("check", "--format", "json", stdin=DEFAULT)
    assert json.loads(run.out)["reports"][0]["findings"][0]["severity"] == "advice"
    assert json.loads(run.out)["reports"][0]["verdict"] == "default"


def test_own_phrases_are_found(redleaf: Command) -> None:
    Path("pyproject.toml").write_text(
        '[tool.redleaf.phrases]\n"boring/buzzwords" = ["kettle (talk|talking)"]\n'
    )
    run = redleaf("check", "--format", "json", stdin="We met in Ghent. Kettle talking all day.")
    findings = json.loads(run.out)["reports"][0]["findings"]
    assert [finding["rule"] for finding in findings] == ["boring/buzzwords"]


def test_the_settings_may_name_a_kind_of_account(redleaf: Command) -> None:
    Path("redleaf.toml").write_text("network = 'linkedin-premium'")
    assert "of 300 characters" in redleaf("check", stdin=GOOD).out


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("netwrok = 'linkedin'", "Did you mean network?"),
        ('[rules]\n"boring/defalt-text" = "off"', "Did you mean boring/default-text?"),
        ('[rules]\n"boring/default-text" = "of"', "Did you mean off?"),
        ("kind = 3", "redleaf.toml: kind: 3 is not one of"),
        ("network = 'linkdin'", "redleaf.toml: network: There is no network called 'linkdin'."),
        ('[phrases]\n"untrue/wrong-name" = ["dear sir"]', "does not work with phrases"),
        ("[rules", "not TOML"),
        ('[phrases]\n"boring/buzzwords" = ["… shift"]', "a phrase begins with a word"),
    ],
)
def test_a_mistake_in_the_settings_is_an_error_that_names_it(
    redleaf: Command, toml: str, said: str
) -> None:
    Path("redleaf.toml").write_text(toml)
    run = redleaf("check", stdin=GOOD)
    assert (run.code, run.out) == (1, "")
    assert "redleaf.toml" in run.err
    assert said in run.err


@pytest.mark.parametrize("rule", [rule.name for rule in all_rules()])
def test_every_rule_explains_itself(redleaf: Command, rule: str) -> None:
    run = redleaf("explain", rule)
    assert run.code == 0
    for heading in ("Why it matters:", "Known limits:", "Keep it when:", "Source:", "Found:"):
        assert heading in run.out


def test_the_scores_are_explained(redleaf: Command) -> None:
    run = redleaf("explain", "scores")
    assert run.code == 0
    assert "boring/default-text" in run.out


def test_all_rules_are_listed(redleaf: Command) -> None:
    listed = redleaf("rules").out
    assert all(rule.name in listed for rule in all_rules())
    as_json = json.loads(redleaf("rules", "--format", "json").out)
    assert {rule["name"] for rule in as_json} == {rule.name for rule in all_rules()}


def test_an_unknown_rule_gets_a_guess(redleaf: Command) -> None:
    run = redleaf("explain", "boring/default-texts")
    assert (run.code, run.out) == (2, "")
    assert "Did you mean boring/default-text?" in run.err
