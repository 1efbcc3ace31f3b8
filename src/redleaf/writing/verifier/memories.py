"""Memories: "do you remember the night the fire brigade came?" says that there was one."""

from __future__ import annotations

from collections.abc import Iterator

from redleaf.notes.regexes import regex
from redleaf.writing.verifier.moods import is_past
from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.stems import everyday_words, is_small
from redleaf.writing.verifier.verification import Claim

_VERBS = frozenset("remember recall forget forgotten remembering forgetting reminded".split())
_REMEMBERED = regex(
    r" (?P<verb>remember|recall|forget|forgotten|remembering|forgetting|reminded me of) "
    r"(?P<what>(?:the|your|our|that|how|when|you) )"
)


def find_memories(reading: Reading) -> Iterator[Claim]:
    """What is remembered of the two of you, when no fact holds any of it."""
    if reading.language != "en" or not reading.has_any(_VERBS):
        return
    for match in _REMEMBERED.finditer(reading.flat):
        at = reading.statement.matched(match, "what")[0]
        if at in reading.quoted or not reading.ties.is_tied(at) or _is_the_writers(reading, at):
            continue
        yield from _judge(reading, at)
        for start in _further(reading, at):
            yield from _judge(reading, start)


def find_done_to_us(reading: Reading) -> Iterator[Claim]:
    """What somebody of whom no fact speaks did to the two of you."""
    if reading.language != "en":
        return
    for at in reading.places.get("us", ()):
        yield from _done_to_us(reading, at)


def _done_to_us(reading: Reading, at: int) -> Iterator[Claim]:
    """ "The waiter looked at us": somebody of whom no fact speaks was there."""
    words, start = reading.words, reading.statement.clause_start(at)
    actor = [
        each
        for each in range(start, at)
        if words[each - 1].text in ("the", "a", "that") and words[each].text not in everyday_words()
    ]
    told = [each for each in range(start, at) if is_past(words[each].text)]
    if not actor or not told or told[0] < actor[0] or reading.statement.is_unreal(at):
        return
    if any(reading.borne(each) for each in range(start, at) if not is_small(words[each].text)):
        return
    first, last = actor[0], actor[0]
    written = reading.text_of(first, last)
    why = f"The brief says nothing of \u201c{written}\u201d."
    yield reading.unsupported("encounter", first, last, why)


def _further(reading: Reading, at: int) -> Iterator[int]:
    """ "…, when the amplifier caught fire", "…, nor the little girl who fell asleep"."""
    end = reading.statement.sentence_words(at).stop
    start = reading.statement.clause_end(at)
    while start < end - 1:
        one, two = reading.words[start].text, reading.words[start + 1].text
        if one in ("when", "nor", "or", "how", "and") and two in ("the", "that", "your"):
            yield start
        start = reading.statement.clause_end(start)


def _judge(reading: Reading, at: int) -> Iterator[Claim]:
    told = [
        each
        for each in range(at, reading.statement.clause_end(at))
        if not is_small(reading.words[each].text)
    ]
    things = [each for each in told if _is_thing(reading, each)]
    if not things or any(reading.borne(each) or each in reading.dated for each in told):
        return
    written = reading.text_of(at, things[-1])
    why = f"The brief says nothing of \u201c{written}\u201d."
    yield reading.unsupported("encounter", at, things[-1], why)


def _is_thing(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    return word.text not in everyday_words() and not word.is_capital


def _is_the_writers(reading: Reading, at: int) -> bool:
    """ "I must remember to buy glue", "I remember the war": not yours."""
    start, end = reading.statement.clause_start(at), reading.statement.clause_end(at)
    words = {reading.words[each].text for each in range(start, end)}
    return "i" in words and not words & {"you", "your", "we", "us", "our"}
