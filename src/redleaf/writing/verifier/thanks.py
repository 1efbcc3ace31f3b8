"""Thanks: "thank you for fixing my door" says that it was done."""

from __future__ import annotations

from collections.abc import Iterator

from redleaf.notes.regexes import regex
from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.stems import is_small, words_of
from redleaf.writing.verifier.verification import Claim

_THANKS = regex(r" (?:thanks|thank you)(?: [\w']+){0,3}? for(?= )")
_STOPS = frozenset(
    "at in on during after before when while and but so last this with from about to "
    "of that over".split()
)


def find_thanks(reading: Reading) -> Iterator[Claim]:
    """What is thanked for, when neither a fact nor common courtesy holds it."""
    if " for " not in reading.flat or "thank" not in reading.flat:
        return
    for match in _THANKS.finditer(reading.flat):
        last = reading.statement.matched(match)[1]
        is_open = reading.statement.is_unreal(last) and "accept" not in reading.places
        if last in reading.quoted or is_open:
            continue
        for start in _starts(reading, last):
            yield from _judge(reading, start)


def _starts(reading: Reading, at: int) -> Iterator[int]:
    """Where each thing begins that is thanked for: "for the key, and for the tour of the loft"."""
    yield at + 1
    words, end = reading.words, reading.statement.sentence_words(at).stop
    for each in range(at + 2, end - 2):
        if words[each].text == "for" and words[each - 1].text in ("and", ","):
            yield each + 1
        elif words[each].text == "and" and words[each + 1].text in ("the", "your", "for"):
            yield each + (2 if words[each + 1].text == "for" else 1)


def _judge(reading: Reading, start: int) -> Iterator[Claim]:
    head = _head(reading, start)
    if not head or any(_is_borne(reading, at, head[0]) for at in head):
        return
    if any(reading.words[at].text in words_of("courtesies.txt") for at in head[:1]):
        return
    if not _is_deed(reading, head[0]) and any(
        reading.words[at].text in words_of("courtesies.txt") for at in head
    ):
        return
    if reading.known.introducers and reading.words[head[0]].text == "introducing":
        return  # Who introduced whom is judged by itself, too.
    if any(
        reading.words[at].is_capital or at in reading.dated or at in reading.counted for at in head
    ):
        return  # Names, days and numbers are judged by themselves.
    written = reading.text_of(head[0], head[-1])
    why = f"The brief says nothing of \u201c{written}\u201d."
    yield reading.unsupported("encounter", head[0], head[-1], why)


def _is_borne(reading: Reading, at: int, first: int) -> bool:
    """What you two are bears out no deed: a chair of the sender's is not one that was tried."""
    paths = reading.borne(at)
    if not _is_deed(reading, first):
        return bool(paths)
    return any(not path.startswith(("sender.", "recipient.")) for path in paths)


def _is_deed(reading: Reading, at: int) -> bool:
    """ "For lending me …"."""
    word = reading.words[at].text
    return word.endswith("ing") and len(word) > 5


def _head(reading: Reading, at: int) -> list[int]:
    """The words of what is thanked for, up to where it is told when and where."""
    found: list[int] = []
    words = reading.words
    if at >= len(words):
        return found
    clause = words[at].clause
    while (
        at < len(words) and words[at].clause == clause and not (found and words[at].text in _STOPS)
    ):
        if not is_small(words[at].text):
            found.append(at)
        at += 1
        if (
            found
            and at < len(words)
            and words[at].text == "to"
            and words[found[-1]].text.endswith("ing")
        ):
            at += 1  # "for offering to show me the boiler room"
    return found[:4]
