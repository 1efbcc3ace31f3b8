"""Who is worth a note now. Each reason is a sentence that the export bears out, and no more."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from redleaf.audit.correspondence import Correspondence, Exchange
from redleaf.audit.matching import Connections
from redleaf.audit.report import Worth
from redleaf.audit.wording import day_in_words, in_words, month_in_words, times
from redleaf.formats.linkedin import Connection, Invitation, Person
from redleaf.formats.linkedin.people import name_key, profile_link

_LISTED_MOST = 20
_LISTED_OF_ONE_KIND = 8
_OLDEST_ANSWER = dt.timedelta(days=730)
_OLDEST_UNANSWERED = dt.timedelta(days=180)
_OLDEST_INVITATION = dt.timedelta(days=180)
_OLDEST_ACCEPTED = dt.timedelta(days=730)
_SILENT_FOR = dt.timedelta(days=365)
_SILENT_MOST = dt.timedelta(days=5 * 365)
_REAL_EXCHANGE = 2  # messages each way
_CLOSING_WORDS = 3  # "Thanks, you too" waits for nothing

_SENT_HOW = {
    "empty": "your invitation without a note",
    "default": "your invitation with LinkedIn’s own words",
    "template": "an invitation whose words you sent to others as well",
    "pitch": "an invitation in which you offered something",
}


@dataclass(frozen=True, slots=True)
class Accepted:
    """An invitation of the owner's that was accepted, with its verdict."""

    invitation: Invitation
    connection: Connection
    verdict: str
    is_campaign: bool


@dataclass(frozen=True, slots=True)
class History:
    """All that the list is made from. `verdict_of` judges a text received as a message."""

    today: dt.date
    accepted: Sequence[Accepted]
    received: Sequence[tuple[Invitation, str]]
    connections: Connections
    correspondence: Correspondence
    verdict_of: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Candidate:
    points: float
    why: str
    who: Person
    reason: str
    connection: Connection | None


def worth_writing_to(history: History) -> tuple[Worth, ...]:
    """Up to 20 people, the worthiest first: each once, for the strongest reason.

    Past eight for the same kind of reason the others go first, so that one habit of the owner's
    does not hide the rest.
    """
    first: list[Worth] = []
    later: list[Worth] = []
    seen: set[str] = set()
    kinds: Counter[str] = Counter()
    for each in sorted(_candidates(history), key=lambda each: (-each.points, each.who.name)):
        key = each.who.slug or name_key(each.who.name)
        if not key or key in seen:
            continue
        seen.add(key)
        kinds[each.why] += 1
        (first if kinds[each.why] <= _LISTED_OF_ONE_KIND else later).append(_worth(each))
    return tuple([*first, *later][:_LISTED_MOST])


def _worth(candidate: _Candidate) -> Worth:
    connection = candidate.connection
    slug = candidate.who.slug or (connection.slug if connection else "")
    return Worth(
        name=candidate.who.name or (connection.name if connection else ""),
        link=profile_link(slug),
        why=candidate.why,
        reason=candidate.reason,
        company=connection.company if connection else "",
        position=connection.position if connection else "",
    )


def _candidates(history: History) -> Iterator[_Candidate]:
    for exchange in history.correspondence:
        yield from _from_exchange(exchange, history)
    for accepted in history.accepted:
        yield from _from_accepted(accepted, history)
    yield from _from_received(history.received, history)


def _from_exchange(exchange: Exchange, history: History) -> Iterator[_Candidate]:
    last = exchange.last
    if exchange.is_spam or last is None or name_key(exchange.who.name) == "linkedin member":
        return
    found = history.connections.find(exchange.who)
    connection = found if isinstance(found, Connection) else None
    age = history.today - last
    if not exchange.since or not _waits_for_something(exchange.last_text):
        yield from _fading_away(exchange, connection, age)
    elif exchange.written:
        if age <= _OLDEST_ANSWER:
            points = 1.0 * _fading(age, half_life_days=180)
            yield _Candidate(points, "answer", exchange.who, _answered(exchange), connection)
    elif connection and age <= _OLDEST_UNANSWERED and _deserves_answer(exchange, history):
        points = 0.8 * _fading(age, half_life_days=90)
        yield _Candidate(points, "unanswered", exchange.who, _unanswered(exchange), connection)


def _fading_away(
    exchange: Exchange, connection: Connection | None, age: dt.timedelta
) -> Iterator[_Candidate]:
    if connection and _is_real(exchange) and _SILENT_FOR <= age <= _SILENT_MOST:
        points = 0.5 * _depth(exchange) * _fading(age - _SILENT_FOR, half_life_days=540)
        yield _Candidate(points, "fading", exchange.who, _faded(exchange), connection)


def _deserves_answer(exchange: Exchange, history: History) -> bool:
    """An unasked offer waits for an answer as well, but nobody owes it one."""
    return history.verdict_of(exchange.last_text) in ("personal", "unclear")


def _from_accepted(accepted: Accepted, history: History) -> Iterator[_Candidate]:
    """Those who accepted words that were not for them, and got none of their own since."""
    connection = accepted.connection
    age = _age(connection.on, history.today)
    if accepted.verdict not in _SENT_HOW or age is None or age > _OLDEST_ACCEPTED:
        return
    exchange = history.correspondence.with_person(Person(connection.name, connection.slug))
    if exchange and (exchange.received or _has_written_after(exchange, connection.on)):
        return
    how = "template" if accepted.is_campaign else accepted.verdict
    points = 0.7 * _fading(age, half_life_days=120)
    reason = _accepted(how, connection.on, is_known=history.correspondence.is_known)
    who = Person(connection.name, connection.slug)
    yield _Candidate(points, "accepted", who, reason, connection)


def _from_received(
    received: Iterable[tuple[Invitation, str]], history: History
) -> Iterator[_Candidate]:
    """Personal invitations from people who are not connected."""
    for invitation, verdict in received:
        age = _age(invitation.on, history.today)
        if verdict != "personal" or age is None or age > _OLDEST_INVITATION:
            continue
        if isinstance(history.connections.find(invitation.who), Connection):
            continue
        points = 0.9 * _fading(age, half_life_days=60)
        day = day_in_words(invitation.on) if invitation.on else ""
        reason = f"Invited you on {day} with a personal note. You are not connected."
        yield _Candidate(points, "invitation", invitation.who, reason, None)


def _answered(exchange: Exchange) -> str:
    day = day_in_words(exchange.received[-1])
    if exchange.since == 1:
        return f"Answered you on {day}. You have not written back."
    return (
        f"Answered you {times(exchange.since)}, the last time on {day}. You have not written back."
    )


def _unanswered(exchange: Exchange) -> str:
    day = day_in_words(exchange.received[-1])
    if exchange.since == 1:
        return f"Wrote to you on {day}. You have not answered."
    return f"Wrote to you {times(exchange.since)}, the last time on {day}. You have not answered."


def _faded(exchange: Exchange) -> str:
    count = in_words(len(exchange.written) + len(exchange.received))
    day = day_in_words(exchange.last) if exchange.last else ""
    return f"You exchanged {count} messages, the last on {day}. Nothing since."


def _accepted(how: str, on: dt.date | None, *, is_known: bool) -> str:
    month = f" in {month_in_words(on.year, on.month)}" if on else ""
    sentence = f"Accepted {_SENT_HOW[how]}{month}."
    return f"{sentence} You have not written since." if is_known else sentence


def _has_written_after(exchange: Exchange, on: dt.date | None) -> bool:
    """LinkedIn keeps the note of an invitation as the first message; that one does not count."""
    return on is None or any(day > on for day in exchange.written)


def _waits_for_something(text: str) -> bool:
    return "?" in text or len(text.split()) > _CLOSING_WORDS


def _is_real(exchange: Exchange) -> bool:
    return min(len(exchange.written), len(exchange.received)) >= _REAL_EXCHANGE


def _depth(exchange: Exchange) -> float:
    """0 to 1, rising with the number of messages, slowly after the first dozen."""
    return min(1.0, math.log1p(len(exchange.written) + len(exchange.received)) / math.log1p(30))


def _fading(age: dt.timedelta, *, half_life_days: float) -> float:
    return float(0.5 ** (max(0, age.days) / half_life_days))


def _age(on: dt.date | None, today: dt.date) -> dt.timedelta | None:
    return today - on if on else None
