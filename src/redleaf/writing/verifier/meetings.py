"""Encounters: "great meeting you", "our conversation", "over coffee", against their kinds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redleaf.writing.verifier.acts import acts
from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.topics import find_topic_claims, strays_after
from redleaf.writing.verifier.verification import Claim

_IN_PERSON: tuple[str, ...] = (
    "conference",
    "class",
    "coffee",
    "meal",
    "work",
    "neighbour",
    "family",
    "other",
)
_SPOKEN: tuple[str, ...] = (*_IN_PERSON, "call", "online")

_CHANNELS = {"coffee": ("coffee",), "meal": ("meal",), "call": ("call",), "work": ("work", "class")}
# In English one of these words stands in each way to tell of such an encounter (acts.txt).
_TELLING = {
    "met": frozenset(
        "met meet meeting ran run running bumped bump bumping see seeing encounter acquaintance "
        "sat sit sitting shook shake shaking".split()
    ),
    "spoke": frozenset(
        "talked spoke spoken chatted discussed exchanged argued debated talk talking speak "
        "speaking chat chatting chats conversation conversations discussion exchange".split()
    ),
    "coffee": frozenset("coffee coffees espresso cappuccino".split()),
    "meal": frozenset("lunch dinner breakfast brunch supper meal beer beers drinks pint".split()),
    "call": frozenset("call phone telephone zoom voice".split()),
    "work": frozenset("worked work days time years colleague colleagues".split()),
}
_DENIALS = frozenset("not never cannot nor".split())
_ASKS = frozenset(
    "hope hoping like love want wish would could will shall may might can if forward "
    "let next soon someday looking welcome".split()
)


def find_meetings(reading: Reading) -> Iterator[Claim]:
    """That you met, spoke, or had coffee: each with the kinds of encounter that bear it out."""
    if reading.has_any(_DENIALS) or "n't" in reading.statement.note.folded.text:
        yield from _never_met(reading)
    for act, kinds in (("met", _IN_PERSON), ("spoke", _SPOKEN)):
        if reading.language == "en" and not reading.has_any(_TELLING[act]):
            continue
        for match in acts()[act].finditer(reading.flat):
            yield from _met(reading, match, kinds, act)
    for act, kinds in _CHANNELS.items():
        if not reading.has_any(_TELLING[act]):
            continue
        for match in acts()[act].finditer(reading.flat):
            yield from _channel(reading, match, kinds)


def _met(
    reading: Reading, match: re.Match[str], kinds: tuple[str, ...], kind_of_act: str
) -> Iterator[Claim]:
    first, last = reading.statement.matched(match, "act")
    if (
        first in reading.quoted
        or _is_wished(reading, first, last)
        or _is_denied(reading, first, last)
    ):
        return
    facts = reading.known.paths_of_kinds(kinds) or reading.known.talks_with_words
    facts = facts or _talks_of_theirs(reading, last)
    if kind_of_act == "met" and not facts:
        why = (
            f"You write \u201c{reading.text_of(first, last)}\u201d; the brief has no meeting "
            "in person."
        )
    else:
        why = (
            f"You write \u201c{reading.text_of(first, last)}\u201d; the brief has no conversation."
        )
    if not facts:
        yield reading.unsupported("encounter", first, last, why)
        return
    yield reading.supported("encounter", first, last, facts)
    yield from strays_after(reading, last + 1)
    if kind_of_act == "spoke":
        yield from find_topic_claims(reading, last + 1)


def _talks_of_theirs(reading: Reading, at: int) -> tuple[str, ...]:
    """ "Thank you for your talk": they gave it, and nobody says that the two of you spoke."""
    if [word.text for word in reading.words[max(0, at - 1) : at + 1]] != ["your", "talk"]:
        return ()
    seen = tuple(path for path in reading.known.holds_word("talk") if path.startswith("noticed."))
    return reading.known.paths_of_kinds(("talk",)) or seen


def _channel(reading: Reading, match: re.Match[str], kinds: tuple[str, ...]) -> Iterator[Claim]:
    first, last = reading.statement.matched(match, "act")
    if (
        first in reading.quoted
        or reading.statement.is_unreal(last)
        or _is_denied(reading, first, last)
        or "my" in (word.text for word in reading.words[first : last + 1])
    ):
        return
    facts = reading.known.paths_of_kinds(kinds) or reading.known.holds_word(
        reading.words[last].text
    )
    if not facts and reading.statement.moods[last].subject == "i" and not _is_shared(reading, last):
        return  # "I read it at breakfast": the writer's own.
    is_of_us = reading.statement.moods[last].subject in ("we", "you") or _is_shared(reading, last)
    if not facts and reading.words[first].text == "at" and not is_of_us:
        return  # "A wasp came in at breakfast": of the writer's world.
    if facts:
        yield reading.supported("encounter", first, last, facts)
    else:
        written = reading.text_of(first, last)
        yield reading.unsupported(
            "encounter", first, last, f"The brief has no encounter like \u201c{written}\u201d."
        )


def _is_shared(reading: Reading, at: int) -> bool:
    clause = range(reading.statement.clause_start(at), reading.statement.clause_end(at))
    return any(reading.words[each].text in _BOTH for each in clause)


_BOTH = frozenset("you your we us our with thank thanks since that after".split())


def _never_met(reading: Reading) -> Iterator[Claim]:
    """ "We have not met" is a claim too, and untrue after a meeting in person."""
    for match in acts()["never met"].finditer(reading.flat):
        first, last = reading.statement.matched(match, "act")
        facts = reading.known.paths_of_kinds(_IN_PERSON)
        if not facts:
            yield reading.supported("encounter", first, last, ())
        elif reading.words[last].text != "me" and reading.brief.recognition not in (
            "unknown",
            "faded",
        ):
            yield reading.unsupported("encounter", first, last, "The brief says that you have met.")


def _is_wished(reading: Reading, first: int, last: int) -> bool:
    """ "I would like to meet you", "looking forward to meeting you"."""
    start = max(reading.statement.clause_start(first), first - 7)
    before = {word.text for word in reading.words[start:first]}
    if reading.statement.is_question(first) and not {"when", "since", "after"} & before:
        return True
    if " ".join(w.text for w in reading.words[first : last + 1]).startswith(
        ("we met", "when we", "since", "after")
    ):
        return bool({"if", "until", "till", "before"} & before)
    inside = {word.text for word in reading.words[first:last]}
    wished = _ASKS & before
    if wished == {"would"} and {"have", "been"} <= before | inside:
        return False
    return bool(wished)


def _is_denied(reading: Reading, first: int, last: int) -> bool:
    start = max(reading.statement.clause_start(first), first - 4)
    return any(
        word.text in ("not", "never", "no", "without", "yet") or word.text.endswith("n't")
        for word in reading.words[start : last + 1]
    )
