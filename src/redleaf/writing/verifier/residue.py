"""What is left over: words of substance that no fact bears out, where the text tells of what was.

The other recognisers know a shape of claim. This one knows none: it looks at the clauses that
tell of the two people or of a recorded fact, and marks the words in them that come from nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from redleaf.writing.verifier.frames import (
    BEFORE_NOUN,
    SUBJECTS,
    is_done_to_me,
    is_done_together,
    is_effect_on_me,
    is_enjoyed,
    is_likeness,
    is_pointed_at,
    is_predicate,
    is_shared_act,
    is_state,
    is_thanked,
    is_what_you_had,
    is_where,
    narrows,
    owner_of,
)
from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.stems import is_everyday, is_small, lexicon, words_of
from redleaf.writing.verifier.verification import Claim

_GIVES = frozenset(
    "promised owe owed sent gave showed offered brought lent told asked taught".split()
)
_ENDINGS_OF_MANNER = ("ly", "ful", "ous", "less", "able", "ible", "ways", "wards", "wise")
# In a common word these make a thing of thought: "friendship", "happiness", "attention".
_ABSTRACT = ("tion", "sion", "ness", "ity", "ance", "ence", "ship", "hood", "ism", "dom")


def find_residue(reading: Reading) -> Iterator[Claim]:
    """Each run of unrecorded words of substance in a clause that tells of what was."""
    if reading.language != "en":
        return
    yield from _relations(reading)
    after = 0
    for at, word in enumerate(reading.words):
        # Quick: most words claim nothing by themselves.
        if at < after or is_everyday(word.text) or not _is_loose(reading, at):
            continue
        if not _tells(reading, at):
            continue
        last = at
        while last + 1 < len(reading.words) and _continues(reading, last + 1):
            last += 1
        yield _claim(reading, at, last)
        after = last + 1


def _relations(reading: Reading) -> Iterator[Claim]:
    """ "Your brother", "our old tutor": somebody of whom no fact speaks."""
    named = words_of("relations.txt") & reading.places.keys()
    for at in sorted(at for text in named for at in reading.places[text]):
        if reading.borne(at) or at in reading.quoted:
            continue
        if owner_of(reading, at) in ("your", "our"):
            written = reading.text_of(at, at)
            why = f"The brief says nothing of \u201c{written}\u201d."
            yield reading.unsupported("encounter", at, at, why)


def _is_loose(reading: Reading, at: int) -> bool:
    """A word of substance, in lower case or opening its sentence, that no fact holds."""
    word = reading.words[at]
    if (
        at in reading.quoted
        or at in reading.recited
        or at in reading.dated
        or at in reading.counted
    ):
        return False
    if word.is_capital and not word.opens:
        return False
    if not reading.statement.content(at, at + 1) or reading.borne(at):
        return False
    if word.text.endswith(_ENDINGS_OF_MANNER) or _is_going_on(reading, at):
        return False
    is_abstract = word.text.removesuffix("s").endswith(_ABSTRACT) and word.text in lexicon()
    return at not in reading.envelope and not is_abstract


def _is_going_on(reading: Reading, at: int) -> bool:
    """ "Your book is teaching me manners": of now, and nothing that was."""
    before = reading.words[at - 1].text if at else ""
    return before in ("is", "are", "am") and reading.words[at].text.endswith("ing")


def _tells(reading: Reading, at: int) -> bool:
    """Does the clause tell, as a fact, of the two people?"""
    if is_what_you_had(reading, at) or is_done_to_me(reading, at):
        return True
    owner = owner_of(reading, at)
    if owner:
        if _is_part_of_a_recorded_name(reading, at):
            return False
        return owner == "your" and not _is_asked_or_supposed(reading, at)
    if reading.statement.is_unreal(at) or not _is_noun_like(reading, at):
        return False
    if is_likeness(reading, at) or is_effect_on_me(reading, at) or is_predicate(reading, at):
        return False
    start = reading.statement.clause_start(at)
    if is_thanked(reading, start, at) or is_enjoyed(reading, start, at):
        return True
    if (
        is_done_together(reading, start, at)
        or narrows(reading, at)
        or is_where(reading, at)
        or is_pointed_at(reading, at)
    ):
        return True
    mood = reading.statement.moods[at]
    if mood.subject == "i":  # What the writer does at home is the writer's to say.
        return is_shared_act(reading, start, at) and reading.ties.is_of_both(at)
    if mood.subject == "we" and not reading.brief.encounters:
        return False  # "We have one leaking roof", to a stranger: the writer and others.
    return mood.subject in ("you", "we") and (mood.is_past or is_state(reading, start, at))


def _is_asked_or_supposed(reading: Reading, at: int) -> bool:
    """ "Where do you buy your scissors?", "bring your skates if you like"."""
    mood = reading.statement.moods[at]
    is_asked = reading.statement.is_question(at) and mood.subject == "you" and not mood.is_past
    return is_asked or mood.is_supposed


def _is_part_of_a_recorded_name(reading: Reading, at: int) -> bool:
    """ "Your tape measure", where measuring is recorded."""
    following = reading.words[at + 1] if at + 1 < len(reading.words) else None
    if following is None or following.gap != " " or is_small(following.text):
        return False
    return bool(reading.borne(at + 1))


def _is_noun_like(reading: Reading, at: int) -> bool:
    """No tagger here: a noun has an article, a preposition or another noun somewhere before it."""
    words, clause = reading.words, reading.words[at].clause
    if at > 1 and words[at - 1].text == "you" and words[at - 2].text in _GIVES:
        return True
    if at and words[at - 1].clause == clause and words[at - 1].text.endswith("ing"):
        return True  # "discussing steel gates"
    for each in range(at - 1, max(at - 4, -1), -1):
        if words[each].clause != clause:
            break
        if words[each].text in BEFORE_NOUN:
            return True
        if words[each].text in SUBJECTS or is_small(words[each].text):
            return False
    if words[at].text.endswith(("ed", "ing")):
        return False
    # The first word of a clause, or the object of its verb: "wasps read better", "you measure ice".
    return words[at - 1].clause != clause or (
        at + 1 < len(words) and words[at + 1].clause == clause
    )


def _continues(reading: Reading, at: int) -> bool:
    words = reading.words
    return (
        _is_loose(reading, at)
        and words[at].clause == words[at - 1].clause
        and words[at].text not in SUBJECTS
    )


def _claim(reading: Reading, first: int, last: int) -> Claim:
    written = reading.text_of(first, last)
    before = reading.words[first - 1].text if first else ""
    kind = "promise" if _is_promise(reading, first) else "encounter"
    if before in ("in", "near") and reading.words[first].text not in ("the", "a"):
        kind = "place"
    return reading.unsupported(
        kind, first, last, f"The brief says nothing of \u201c{written}\u201d."
    )


def _is_promise(reading: Reading, at: int) -> bool:
    start = reading.statement.clause_start(at)
    return any(word.text.startswith(("promis", "owe")) for word in reading.words[start:at])
