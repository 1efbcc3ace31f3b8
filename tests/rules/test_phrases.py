"""Phrase files: every line can be found, none stands twice, quotations are left alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

import redleaf
from redleaf.errors import RedleafError
from redleaf.notes.note import Note
from redleaf.notes.pattern_grammar import elements_of
from redleaf.notes.patterns import PatternTable
from redleaf.rules.catalogue import all_rules, phrase_table
from redleaf.rules.phrases import Pattern, PhraseTable

PATTERNS = list(phrase_table().patterns())
RULES = sorted({pattern.rule for pattern in PATTERNS})
STANDS_FOR = {"_": ["Mara"], "0": ["7"], "^": [], "$": [], "…": []}


def patterns_of(rule: str) -> Iterator[Pattern]:
    return (pattern for pattern in PATTERNS if pattern.rule == rule)


# Languages that have no such thing: English says "you" to everybody, and greets both sexes alike.
WITHOUT = {"rude/wrong-pronoun": {"en"}, "untrue/clashing-title": {"en", "nl"}}


@pytest.mark.parametrize("rule", RULES)
def test_every_pattern_can_match(rule: str) -> None:
    assert not [pattern.line for pattern in patterns_of(rule) if not matches_itself(pattern.line)]


@pytest.mark.parametrize("rule", RULES)
def test_no_pattern_stands_twice_in_a_language(rule: str) -> None:
    counts = Counter((pattern.language, pattern.line) for pattern in patterns_of(rule))
    assert not [line for line, count in counts.items() if count > 1]


@pytest.mark.parametrize("rule", RULES)
def test_a_phrase_file_belongs_to_a_rule(rule: str) -> None:
    assert rule in {each.name for each in all_rules()}


@pytest.mark.parametrize("rule", RULES)
def test_a_phrase_file_knows_seven_languages(rule: str) -> None:
    spoken = {pattern.language for pattern in patterns_of(rule)}
    wanted = {"en", "de", "fr", "es", "it", "pt", "nl"} - WITHOUT.get(rule, set())
    assert wanted <= spoken or "*" in spoken


@pytest.mark.parametrize(
    "text",
    [
        "Mara wrote: “I came across your profile and was impressed”.",
        'Mara wrote: "I came across your profile and was impressed".',
        "Mara schrieb: „I came across your profile and was impressed“.",
        "Mara écrivait : « I came across your profile and was impressed ».",
    ],
)
def test_what_somebody_else_said_is_left_alone(text: str) -> None:
    assert not redleaf.check(text).findings
    bare = text.translate(dict.fromkeys(map(ord, '"“”„«»')))
    assert redleaf.check(bare).findings


def test_a_short_word_counts_in_its_own_language_only() -> None:
    table = PhraseTable()
    table.add("boring/buzzwords", "de", "gift", place="here")
    assert not table.find(Note("The gift that you left in the hall was warm and it was for me."))
    assert table.find(Note("Das Gift steht im Keller und nicht in der Küche, sagt meine Mutter."))


def test_a_sentence_that_comes_again_is_heard_wherever_it_stands() -> None:
    table = PhraseTable()
    table.read("boring/buzzwords", "[en]\n^ we synergize\n", place="here")
    once, twice = Note("We synergize now."), Note("Oona, yes. We synergize now. We synergize now.")
    for note, starts in ((once, [0]), (twice, [11, 29]), (once, [0])):
        assert [hit.start for hit in table.find(note)["boring/buzzwords"]] == starts


def test_a_phrase_added_later_is_heard_in_a_sentence_met_before() -> None:
    table = PhraseTable()
    note = Note("We synergize now.")
    assert not table.find(note)
    table.add("boring/buzzwords", "en", "synergize now", place="here")
    assert [hit.start for hit in table.find(note)["boring/buzzwords"]] == [3]


def test_a_broken_line_is_named_with_its_place() -> None:
    with pytest.raises(RedleafError, match=r"mine\.txt, line 2"):
        PhraseTable().read("boring/buzzwords", "[en]\n(|… )\n", place="mine.txt")
    with pytest.raises(RedleafError, match=r"name the language first"):
        PhraseTable().read("boring/buzzwords", "synergy\n", place="mine.txt")


def matches_itself(line: str) -> bool:
    """Whether a text of the first alternatives of `line` is found as a whole."""
    words: list[str] = []
    for first, *_ in elements_of(line):
        for part in first:
            words += STANDS_FOR.get(part, [part.removesuffix("*")])
    note = Note(" ".join(words))
    table: PatternTable[str] = PatternTable()
    table.add(line, line, place="here")
    found = table.find(note.words, note.word_ends)
    return any((match.start, match.end) == (0, len(note.words)) for match in found)
