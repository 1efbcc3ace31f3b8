"""What you have in common: "we both …", "both know …", "our mutual friend …", "a fellow …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redleaf.notes.regexes import regex
from redleaf.writing.verifier.opposites import holds_opposite
from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.verification import Claim

_BOTH = regex(
    r" (?P<act>we both|both of us|you and i both|the two of us|(?:we )?(?:have|share) "
    r"in common)(?= )"
)
_FRIEND = regex(
    r" (?P<act>(?:our|a) (?:mutual|common|shared) (?:friend|acquaintance|contact|"
    r"colleague|connection)s?|our friend)(?P<rest> )"
)
_TWO = regex(
    r"(?:^|[,.?]) (?P<act>two (?P<what>[\w']+(?: [\w']+)?)) (?:who|that|ought|should|"
    r"with|like|from)(?= )|(?P<fellow> (?:a )?fellow [\w']+(?: [\w']+)?)(?= )"
)


_TELLING = frozenset("both common mutual shared friend two fellow".split())


def find_common_ground(reading: Reading) -> Iterator[Claim]:
    """Shared things against `shared`, and people known to both against `mutual`."""
    if not reading.has_any(_TELLING):
        return
    for match in _BOTH.finditer(reading.flat):
        yield from _both(reading, match)
    for match in _TWO.finditer(reading.flat):
        yield from _two(reading, match)
    for match in _FRIEND.finditer(reading.flat):
        yield from _friend(reading, match)


def _two(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """ "Two dairy inspectors ought to talk", "a fellow volunteer": both are, or neither."""
    first, last = reading.statement.matched(match, "act" if match["act"] else "fellow")
    content = reading.statement.content(first + 1, last + 1)
    if (
        first in reading.quoted
        or not content
        or any(reading.words[at].is_capital for at in content)
    ):
        return
    told = range(last + 1, reading.statement.clause_end(last))
    if any(reading.borne(at) for at in content) and not _is_turned(reading, told):
        return
    yield reading.unsupported(
        "encounter", content[0], content[-1], "The brief does not say this of you both."
    )


def _both(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    first, last = reading.statement.matched(match, "act")
    if first in reading.quoted or reading.statement.is_unreal(first):
        return
    end = reading.statement.clause_end(last)
    content = [at for at in reading.statement.content(last + 1, end) if at not in reading.dated]
    content = [at for at in content if not reading.words[at].is_capital]
    if not content:
        return
    borne = [at for at in content if reading.borne(at)]
    if 2 * len(borne) >= len(content) and not _is_turned(reading, range(last + 1, end)):
        yield reading.supported(
            "encounter", first, last, tuple(p for at in borne for p in reading.borne(at))
        )
        return
    shared = reading.brief.shared[0] if reading.brief.shared else ""
    why = (
        f"The brief says \u201c{shared}\u201d."
        if shared
        else "The brief records nothing that you share."
    )
    yield reading.unsupported("encounter", first, content[-1], why)


def _is_turned(reading: Reading, told: range) -> bool:
    """ "We both passed", where both have failed."""
    said = {reading.words[at].text for at in told}
    paths = {path for at in told for path in reading.borne(at) if path.startswith("shared.")}
    facts = [{word.text for word in reading.known.statements[path].words} for path in paths]
    return any(holds_opposite(said, known) for known in facts)


def _friend(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    first, last = reading.statement.matched(match, "act")
    following = range(last + 1, min(last + 4, len(reading.words)))
    named = [at for at in following if reading.words[at].is_capital]
    known = tuple(f"mutual.{number}" for number in range(len(reading.brief.mutual)))
    introduced = tuple(reading.known.introducers)
    if not known and not introduced:
        yield reading.unsupported(
            "name", first, named[-1] if named else last, "The brief names no mutual friend."
        )
        return
    if not named:
        yield reading.supported("name", first, last, known or introduced)
