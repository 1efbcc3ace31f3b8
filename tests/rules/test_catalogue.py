"""The compiled catalogue: it is fresh, says what the files say, and gives way when they change."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from redleaf.judging.checking import read
from redleaf.notes import particulars
from redleaf.notes.brief import Brief
from redleaf.notes.compiled_files import read_compiled, written
from redleaf.notes.note import Note
from redleaf.rules import catalogue
from redleaf.rules.catalogue import all_rules, listed_rules
from redleaf.rules.listed_rule import NEEDS
from redleaf.rules.phrases import PhraseTable
from redleaf.rules.reading import Reading
from redleaf.rules.rule import Example, Rule
from tools.compile_patterns import compile_all

EXAMPLES = [
    example if isinstance(example, Example) else Example(example)
    for rule in all_rules()
    for example in (*rule.finds, *rule.leaves)
]


@pytest.mark.parametrize("path", compile_all(), ids=lambda path: path.name)
def test_it_is_what_its_sources_make_today(path: Path) -> None:
    assert path.read_text("utf-8") == compile_all()[path], "make docs writes it anew"


def test_the_rules_are_listed_as_they_are() -> None:
    listed = [rule.written() for rule in listed_rules()]
    assert listed == [rule.listed.written() for rule in all_rules()]


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_a_rule_needs_only_what_can_be_there(rule: Rule) -> None:
    assert set(rule.needs) <= NEEDS.keys()
    assert {*rule.hears} <= {each.name for each in all_rules()}
    assert not rule.hears or "phrases" in rule.needs


def readings() -> Iterator[Reading]:
    for example in EXAMPLES:
        brief = Brief.from_json(example.brief) if example.brief else None
        text = example.text.replace("⟦", "").replace("⟧", "")
        yield read(text, network=example.network, brief=brief, kind=example.kind)[0]


def test_a_rule_that_is_not_asked_would_have_found_nothing() -> None:
    roster = catalogue.Roster(listed_rules())
    not_asked = [
        (rule.name, reading.text)
        for reading in readings()
        for rule in set(all_rules()) - set(roster.asked(reading))
        if list(rule.find(reading))
    ]
    assert not not_asked


def test_the_compiled_phrases_find_what_the_files_find() -> None:
    from_files = catalogue.phrase_table_of_files()
    for reading in readings():
        assert dict(reading.hits) == from_files.find(reading.note)


def test_the_compiled_particulars_find_what_the_file_finds() -> None:
    from_file = particulars.table_of_file()
    for example in EXAMPLES:
        note = Note(example.text)
        compiled = particulars.patterns().find(note.words, note.word_ends)
        assert list(compiled) == list(from_file.find(note.words, note.word_ends))


class TestACompiledFile:
    """Two phrases, compiled, and one of them edited."""

    @pytest.fixture
    def compiled(self, tmp_path: Path) -> Path:
        (tmp_path / "phrases.txt").write_text("[en]\nsynergy\n", "utf-8")
        table = PhraseTable()
        table.read("boring/buzzwords", "[en]\nsynergy\n", place="phrases.txt")
        path = tmp_path / "compiled.txt"
        path.write_text(
            written(table.written(), folder=str(tmp_path), sources=["phrases.txt"]), "utf-8"
        )
        return path

    def holds(self, compiled: Path, *sources: str) -> bool:
        read = read_compiled(str(compiled), folder=str(compiled.parent))
        assert read is not None
        return read.knows_all(sources)

    def test_it_is_read_while_its_sources_are_the_same(self, compiled: Path) -> None:
        assert self.holds(compiled, "phrases.txt")

    def test_it_is_read_when_a_source_was_written_again_alike(self, compiled: Path) -> None:
        os.utime(compiled, (1, 1))
        assert self.holds(compiled, "phrases.txt")

    def test_it_is_left_when_a_source_has_another_length(self, compiled: Path) -> None:
        (compiled.parent / "phrases.txt").write_text("[en]\nsynergies\n", "utf-8")
        assert not self.holds(compiled, "phrases.txt")

    def test_it_is_left_when_one_letter_of_a_source_is_another(self, compiled: Path) -> None:
        os.utime(compiled, (1, 1))
        (compiled.parent / "phrases.txt").write_text("[en]\nsynergi\n", "utf-8")
        (compiled.parent / "phrases.txt").write_text("[en]\nsynargy\n", "utf-8")
        assert not self.holds(compiled, "phrases.txt")

    def test_it_is_left_when_a_source_came_or_went(self, compiled: Path) -> None:
        (compiled.parent / "more.txt").write_text("", "utf-8")
        assert not self.holds(compiled, "phrases.txt", "more.txt")
        assert not self.holds(compiled)

    def test_there_may_be_none(self, tmp_path: Path) -> None:
        assert read_compiled(str(tmp_path / "compiled.txt"), folder=str(tmp_path)) is None
