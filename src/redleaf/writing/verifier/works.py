"""Works: "your article about …", "your talk", against what was noticed or heard."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redleaf.notes.regexes import regex
from redleaf.writing.verifier.moods import is_past
from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.topics import judge_topic
from redleaf.writing.verifier.verification import Claim

_NOUN_LIST = """
    article articles piece pieces essay essays column columns story text report feature newsletter
    blog post posts thread threads paper papers study review
    book books novel novels memoir anthology volume
    talk talks lecture lectures keynote presentation speech session workshop panel class course
    webinar seminar sermon reading
    podcast podcasts episode episodes interview broadcast album song record concert
    video videos film films documentary clip movie channel
    project projects exhibition exhibitions show painting paintings app library tool map thesis
    dissertation drawings drawing photos photographs garden prototype play poem poems
"""
_NOUNS = "|".join(sorted(_NOUN_LIST.split(), key=len, reverse=True))
_WORKS = frozenset(_NOUN_LIST.split())
_HEARING = frozenset(
    "heard listened watched saw attended sat hear hearing listening spoke talked presented "
    "lectured".split()
)
_YOURS = regex(
    rf" (?P<act>(?:your|her|his) (?:(?!my )[\w']+ ){{0,3}}?(?P<noun>{_NOUNS})"
    rf"|(?:the|that) (?P<done>{_NOUNS}) you (?:did|gave|wrote|made|recorded|published|posted|held))"
    r"(?P<topic> (?:about|on|regarding|concerning|over|with))?(?= )"
)
# These name a work in one breath and something else in the next: "your story", "your reading".
_LOOSE = frozenset(
    "story reading text show session garden post record channel report play study "
    "review thread map project tool piece class course".split()
)
_HEARD = regex(
    r" (?P<act>(?:i|we) (?:[\w']+ )?(?:heard|listened to|watched|saw|attended|sat in) (?:you|your)"
    r"|hear you|hearing you|listening to you|you spoke|you talked|you presented|you lectured)"
    r"(?P<topic>(?: [\w']+){0,6}? (?:about|on))?(?= )"
)


def find_works(reading: Reading) -> Iterator[Claim]:
    """Works of the recipient, with what they are said to be about."""
    if reading.has_any(_WORKS):
        for match in _YOURS.finditer(reading.flat):
            yield from _yours(reading, match)
    if not reading.has_any(_HEARING):
        return
    for match in _HEARD.finditer(reading.flat):
        yield from _heard(reading, match)


def _is_of_the_writers_people(reading: Reading, at: int) -> bool:
    """ "I told my grandson at his concert": no concert of the reader's."""
    if reading.words[at].text not in ("his", "her"):
        return False
    return any(reading.words[each].text == "my" for each in reading.statement.sentence_words(at))


def _yours(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    first, last = reading.statement.matched(match, "act")
    noun = match["noun"] or match["done"]
    if (
        (match["noun"] and _is_split(reading, first, last))
        or first in reading.quoted
        or _is_of_the_writers_people(reading, first)
        or last in reading.quoted
        or reading.words[first].clause != reading.words[last].clause
    ):
        return
    facts = reading.known.holds_word(noun) or (reading.borne(last) if match["noun"] else ())
    if facts or noun in _LOOSE:
        if facts:
            yield reading.supported("work", first, last, facts)
        if match["topic"]:
            yield from judge_topic(reading, last + 2, reading.statement.clause_end(last), "work")
        return
    if (
        reading.statement.is_unreal(first)
        and not reading.statement.is_question(first)
        and noun not in ("book", "books")
    ):
        return
    recorded = next(
        (
            f"the {seen.kind} \u201c{seen.title}\u201d"
            for seen in reading.brief.noticed
            if seen.kind
        ),
        "",
    )
    written = reading.text_of(first, last)
    why = f"You write \u201c{written}\u201d; the brief has {recorded or 'no such work'}."
    end = last
    if match["topic"]:
        content = reading.statement.content(last + 2, reading.statement.clause_end(last))
        end = content[-1] if content and not any(reading.borne(at) for at in content) else last
    yield reading.unsupported("work", first, end, why)


def _is_split(reading: Reading, first: int, last: int) -> bool:
    """ "Your models have a column": what stands between is more than what kind of work it is."""
    between = reading.words[first + 1 : last]
    return any(word.text in _NOT_BETWEEN or is_past(word.text) for word in between)


_NOT_BETWEEN = frozenset(
    "have has had is are was were be do does did a an the my our to for of in on at with and or "
    "but that which who you i we it".split()
)


def _heard(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    first, last = reading.statement.matched(match, "act")
    if first in reading.quoted or reading.statement.is_unreal(first):
        return
    if match["topic"]:
        about = reading.statement.matched(match, "topic")[1]
        if reading.words[about].clause == reading.words[last].clause:
            yield from judge_topic(reading, about + 1, reading.statement.clause_end(about), "work")
    facts = _heard_facts(reading)
    if not facts and reading.words[last].text == "you":
        written = reading.text_of(first, last)
        yield reading.unsupported(
            "encounter",
            first,
            last,
            f"You write \u201c{written}\u201d; the brief has no such occasion.",
        )


def _heard_facts(reading: Reading) -> tuple[str, ...]:
    met = reading.known.paths_of_kinds(
        (
            "talk",
            "conference",
            "class",
            "meal",
            "coffee",
            "work",
            "neighbour",
            "family",
            "other",
            "call",
        )
    )
    seen = tuple(
        f"noticed.{number}.kind"
        for number, each in enumerate(reading.brief.noticed)
        if each.kind not in ("article", "book", "post", "paper")
    )
    return met + seen
