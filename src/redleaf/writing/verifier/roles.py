"""What somebody is: "as director of …", "you are a partner", against role and headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from redleaf.notes.regexes import regex
from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.stems import is_small, words_of
from redleaf.writing.verifier.verification import Claim

_IS = regex(
    r" (?P<who>you|i) (?:are|am|were|was|have been|became|become|being|work|"
    r"worked)(?: (?:now|still|also|both|once|not))*"
    r"(?: as)? (?P<role>(?:the |a |an |its |their |one of the )?(?:[\w']+ "
    r"){0,3}?(?P<noun>[\w']+))(?= )"
)
_AS = regex(
    r" (?:as|your (?:new )?(?:role|job|post|position) as) (?P<role>(?:the |a |an "
    r")?(?:[\w']+ ){0,2}?(?P<noun>[\w']+)) (?:of|at|for|in|you|i|,)"
)


def find_roles(reading: Reading) -> Iterator[Claim]:
    """Roles given to the recipient or the sender."""
    yield from _at_the_head(reading)
    if not reading.has_any(_roles()):
        return
    for pattern in (_IS, _AS):
        for match in pattern.finditer(reading.flat):
            yield from _judge(reading, match)


_HEADS = regex(r" you (?:now |both |already )?(?:run|own|lead|manage|direct|founded|head)(?= )")
_AT_THE_HEAD = frozenset(
    "head director owner founder cofounder co-founder manager chief ceo president lead leader "
    "chair chairman chairwoman partner boss principal".split()
)


def _at_the_head(reading: Reading) -> Iterator[Claim]:
    """ "You run North Quay", of somebody who works there as something else."""
    role = reading.known.statements.get("recipient.role")
    if role is None or any(word.text in _AT_THE_HEAD for word in role.words):
        return
    for match in _HEADS.finditer(reading.flat):
        first, last = reading.statement.matched(match)
        following = range(last + 1, min(last + 4, reading.statement.clause_end(last)))
        if any("recipient.company" in reading.borne(at) for at in following):
            why = f"The brief says {reading.brief.recipient.role}."
            yield reading.unsupported("work", first, last, why)


def _judge(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    first, _ = reading.statement.matched(match, "role")
    limit = min(reading.statement.clause_end(first), first + 6)
    at = next((each for each in range(first, limit) if _is_role(reading, each)), None)
    if (
        at is None
        or first in reading.quoted
        or (
            reading.words[at].is_capital
            and not reading.words[at].opens
            and not _is_short(reading, at)
        )
    ):
        return
    if any(reading.words[each].text in _STOPS for each in range(first, at)):
        return
    if _is_part_of_a_thing(reading, at):
        return
    if match.groupdict().get("who") == "i" and not _has_role(reading):
        return  # The brief says nothing of what the writer is; who writes knows.
    facts = _bearing(reading, at)
    if (
        match.re.pattern == _AS.pattern
        and match["role"].startswith(("the ", "a ", "an "))
        and _is_yours(reading, at)
    ):
        facts = tuple(path for path in facts if not path.startswith("sender."))
    if not facts and _is_of_the_sender(reading, match, first, at):
        return
    if facts:
        yield reading.supported("work", at, at, facts)
        return
    if reading.statement.is_unreal(at) and "if" in {
        w.text for w in reading.words[max(0, at - 6) : at]
    }:
        return
    start = at
    while (
        start > first
        and reading.statement.content(start - 1, start)
        and not reading.borne(start - 1)
    ):
        start -= 1
    role = reading.brief.recipient.role
    recorded = f"the brief says {role}" if role else "the brief gives no such role"
    yield reading.unsupported(
        "work", start, at, f"You write {reading.text_of(start, at)}; {recorded}."
    )


def _is_of_the_sender(reading: Reading, match: re.Match[str], first: int, at: int) -> bool:
    """ "As a retired veterinary surgeon I …", where the headline says "retired vet"."""
    end = min(reading.statement.clause_end(at), at + 4)
    is_mine = match.groupdict().get("who") == "i" or any(
        reading.words[each].text == "i" for each in range(at, end)
    )
    told = [each for each in range(first, at + 1) if not is_small(reading.words[each].text)]
    return is_mine and any("sender.headline" in reading.borne(each) for each in told)


def _is_part_of_a_thing(reading: Reading, at: int) -> bool:
    """ "You were a head torch": no head of anything."""
    following = reading.words[at + 1 : at + 2]
    return (
        reading.words[at].text == "head"
        and bool(following)
        and following[0].gap == " "
        and not is_small(following[0].text)
        and not following[0].is_capital
        and not _is_role(reading, at + 1)
        and not reading.borne(at + 1)
    )


def _is_yours(reading: Reading, at: int) -> bool:
    """ "As an engineer at Anadolu you must be used to it"."""
    end = min(reading.statement.clause_end(at), at + 6)
    return any(reading.words[each].text == "you" for each in range(at, end))


def _is_short(reading: Reading, at: int) -> bool:
    """ "CEO", "CTO"."""
    return len(reading.words[at].text) <= 3


def _bearing(reading: Reading, at: int) -> tuple[str, ...]:
    """A fact that holds the role itself: "head" is not borne out by its kin "manager"."""
    return reading.known.holds_word(reading.words[at].text) or reading.known.roots.get(
        reading.words[at].root, ()
    )


def _has_role(reading: Reading) -> bool:
    headline = reading.known.statements.get("sender.headline")
    return headline is not None and any(
        word.text in words_of("roles.txt") for word in headline.words
    )


def _is_role(reading: Reading, at: int) -> bool:
    return reading.words[at].text in _roles()


@lru_cache(maxsize=1)
def _roles() -> frozenset[str]:
    """Roles, one and many."""
    roles = words_of("roles.txt")
    return roles | {f"{role}s" for role in roles}


_STOPS = frozenset(
    "to with for of in on at by from about when who that which like than my your and".split()
)
