"""What was spoken about, and where: the words that follow a conversation, an article, a talk."""

from __future__ import annotations

from collections.abc import Iterator

from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.verification import Claim

_ABOUT = frozenset("about on regarding concerning of over uber sur sobre su".split())
_WHERE = frozenset("at in on over during after inside outside by before near with from".split())
_STOPS = frozenset(
    "at in during after before when while with and but so because since where which "
    "who last this".split()
)
# Places of a meeting that say nothing: "at length", "in the end".
_NO_PLACE = frozenset(
    "length end start beginning last least first once all time times person touch return".split()
)


def find_topic_claims(reading: Reading, at: int, kind: str = "encounter") -> Iterator[Claim]:
    """After "we talked": "about …" with its words of substance against the facts."""
    end = reading.statement.clause_end(at - 1) if at else 0
    about = next(
        (
            each
            for each in range(at, min(end, at + 8))
            if reading.words[each].text
            in ("about", "regarding", "concerning", "uber", "sur", "sobre")
        ),
        None,
    )
    if about is None:
        return
    yield from judge_topic(reading, about + 1, end, kind)


def judge_topic(reading: Reading, start: int, end: int, kind: str) -> Iterator[Claim]:
    """One topic: unsupported when none, or less than half, of its words are recorded."""
    content = [
        each
        for each in reading.statement.content(start, _phrase_end(reading, start, end))
        if each not in reading.dated and each not in reading.quoted
    ]
    if not content or all(reading.words[each].is_capital for each in content):
        return  # Proper names are judged by themselves.
    borne = [each for each in content if reading.borne(each)]
    # Of other languages than English no list tells which words are more than small.
    if 2 * len(borne) >= len(content) or (borne and reading.language != "en"):
        facts = tuple(path for each in borne for path in reading.borne(each))
        if borne:
            yield reading.supported(kind, content[0], content[-1], facts)
        return
    written = reading.text_of(content[0], content[-1])
    topics = [topic for met in reading.brief.encounters for topic in met.topics]
    recorded = f"; it has \u201c{topics[0]}\u201d" if topics else ""
    yield reading.unsupported(
        kind,
        content[0],
        content[-1],
        f"The brief does not say that it was about {written}{recorded}.",
    )


def strays_after(reading: Reading, at: int) -> Iterator[Claim]:
    """ "at the stamp fair", "at your office": where you met, when no fact has it."""
    end = reading.statement.clause_end(at - 1) if at else 0
    while at < end:
        if reading.words[at].text in _WHERE and at + 1 < end:
            after = _phrase_end(reading, at + 1, end)
            yield from _judge_place(reading, at + 1, after)
            at = max(after, at + 1)
        elif reading.words[at].text in ("about", "regarding"):
            return
        else:
            at += 1


def _phrase_end(reading: Reading, at: int, end: int) -> int:
    start = at
    while at < end and not (at > start and reading.words[at].text in _STOPS | _ABOUT):
        at += 1
    return at


def _judge_place(reading: Reading, start: int, after: int) -> Iterator[Claim]:
    inside = [each for each in range(start, after) if each not in reading.dated]
    named = [each for each in inside if reading.words[each].is_capital]
    if named and reading.words[start - 1].text in ("at", "in"):
        yield from _judge_named_place(reading, named)
    if not inside or named:
        return
    if {reading.words[each].text for each in inside} & _NO_PLACE:
        return
    content = [each for each in inside if _is_of_place(reading, each)]
    if not content or any(reading.borne(each) for each in content):
        return
    determined = reading.words[start].text in ("the", "your", "our", "my", "a", "an")
    if determined:
        written = reading.text_of(start, content[-1])
        yield reading.unsupported(
            "encounter", start, content[-1], f"The brief does not say that it was at {written}."
        )


def _judge_named_place(reading: Reading, named: list[int]) -> Iterator[Claim]:
    """ "We met at Northern Signal": a name that the brief has, but not as where you met."""
    paths = [path for each in named for path in reading.borne(each)]
    if not all(reading.borne(each) for each in named):
        return
    if all(path.startswith(("recipient.", "sender.", "mutual.")) for path in paths):
        written = reading.text_of(named[0], named[-1])
        yield reading.unsupported(
            "place", named[0], named[-1], f"The brief does not say that it was at {written}."
        )


def _is_of_place(reading: Reading, at: int) -> bool:
    return at in reading.statement.content(at, at + 1)
