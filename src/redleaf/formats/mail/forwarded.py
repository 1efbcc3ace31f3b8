"""A network's mail that somebody passed on inside their own: as an attachment, or in the text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from redleaf.formats.mail.addresses import Mailbox, read_addresses
from redleaf.formats.mail.headers import Headers, read_date
from redleaf.formats.mail.services import Service, service_of
from redleaf.formats.months import month_number

_MOST_FORWARDED = 50
_NEAR_LINES = 14
_SUBJECT = re.compile(r"^\W*(?:fwd?|wg|tr|rv|i|enc|doorst|vs|vb)\s*:", re.IGNORECASE)
_WORDS = {
    "from": "from|von|de|da|van|från|fra",
    "date": "date|sent|datum|gesendet|envoyé|fecha|enviado(?: el)?|data|inviato|enviada(?: em)?|"
    "verzonden",
    "subject": "subject|betreff|objet|asunto|oggetto|assunto|onderwerp",
    "to": "to|an|à|para|a|aan",
}
_FIELD = {
    name: re.compile(
        rf"^[\s>*|_]*(?:{words})[\s*_\u00a0]*:[\s*_\u00a0]*(?P<said>\S.*)$", re.IGNORECASE
    )
    for name, words in _WORDS.items()
}
_ANY_FIELD = re.compile(r"^[\s>*|_]*[\w\u00a0 -]{1,20}[\s*_]*:[\s*_]*\S")
_MAILTO = re.compile(r"\[mailto:\s*([^\]\s]+)\]|(?:<?https?://\S+)", re.IGNORECASE)
_DAY_FIRST = re.compile(r"(\d{1,2})\.?\s+(?:de\s+)?([^\W\d_]{3,12})\.?,?\s+(?:de\s+)?(\d{4})")
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,12})\.?\s+(\d{1,2}),?\s+(\d{4})")
_CLOCK = re.compile(r"\b(\d{1,2}):(\d\d)(?::\d\d)?\s*([AP]M)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Forwarded:
    """What the lines above a forwarded text say of it, and the text below them.

    `service` is the network that wrote it, None for a person.
    """

    service: Service | None
    sender: Mailbox
    text: str
    subject: str = ""
    at: dt.datetime | None = None
    receivers: tuple[Mailbox, ...] = field(default=())


def may_forward(headers: Headers, mail: bytes) -> bool:
    """Whether it is worth looking inside a person's mail for one of a network."""
    return _SUBJECT.match(headers.subject) is not None or b"message/rfc822" in mail


def forwarded_in(text: str) -> Iterator[Forwarded]:
    """Every network's mail that stands in the text below its From, Date, Subject and To."""
    lines = _lines(text)
    starts = [(at, who) for at, line in enumerate(lines) if (who := _network(line))]
    for number, (at, (service, sender)) in enumerate(starts[:_MOST_FORWARDED]):
        end = starts[number + 1][0] if number + 1 < len(starts) else len(lines)
        above = [line for line in lines[max(at - 4, 0) : at] if _ANY_FIELD.match(line)]
        yield _forwarded(lines[at:end], above, service, sender)


def letters_in(text: str) -> Iterator[Forwarded]:
    """Every mail that stands in the text below its From, Date and Subject, whoever wrote it."""
    for _, letter in _letters(_lines(text)):
        yield letter


def above_heads(text: str) -> str:
    """What stands above the first mail that is quoted with its From, Date and Subject."""
    lines = _lines(text)
    first = next((at for at, _ in _letters(lines)), len(lines))
    while 0 < first < len(lines) and _ANY_FIELD.match(lines[first - 1]):
        first -= 1  # some write the subject or the date first
    return "\n".join(lines[:first])


def is_for(receivers: Sequence[str], sender: str, mine: frozenset[str]) -> bool:
    """Whether a forwarded invitation was the user's own: sent to them, or passed on by them."""
    return not mine or not receivers or sender in mine or not mine.isdisjoint(receivers)


def _lines(text: str) -> list[str]:
    return [line.replace("\u200e", "") for line in text.splitlines()[:5_000]]


def _letters(lines: Sequence[str]) -> Iterator[tuple[int, Forwarded]]:
    """Each with the line at which its sender stands."""
    starts = [at for at, line in enumerate(lines) if "@" in line and _FIELD["from"].match(line)]
    for at in starts[:_MOST_FORWARDED]:
        found = _FIELD["from"].match(lines[at])
        box = next(iter(_mailboxes(found["said"])), None) if found else None
        if box is None:
            continue
        above = [each for each in lines[max(at - 4, 0) : at] if _ANY_FIELD.match(each)]
        letter = _forwarded(lines[at:], above, service_of(box.address.casefold()), box)
        # A line like "From: ana@example.org" alone may stand in any text.
        if letter.subject or letter.at:
            yield at, letter


def _network(line: str) -> tuple[Service, Mailbox] | None:
    found = _FIELD["from"].match(line)
    if found is None or "@" not in line:
        return None
    boxes = _mailboxes(found["said"])
    service = service_of(boxes[0].address.casefold()) if boxes else None
    return (service, boxes[0]) if service else None


def _mailboxes(said: str) -> list[Mailbox]:
    bare = _MAILTO.sub(lambda each: f"<{each[1]}>" if each[1] else "", said[:2_000])
    bare = re.sub(r"<\s*<|\(\s*<", "<", re.sub(r">\s*>", ">", bare.replace("*", "")))
    return [each for each in read_addresses(bare)[0] if "@" in each.address]


def _forwarded(
    lines: Sequence[str], above: Sequence[str], service: Service | None, sender: Mailbox
) -> Forwarded:
    """`above` are lines of the head that some programs write before the sender."""
    said: dict[str, str] = {}
    for line in above:
        _take_field(line, said)
    start = _end_of_head(lines, said)
    text = "\n".join(line.lstrip().removeprefix(">").strip() for line in lines[start:])
    to = tuple(_mailboxes(said.get("to", "")))
    return Forwarded(
        service, sender, text, said.get("subject", ""), _moment(said.get("date", "")), to
    )


def _end_of_head(lines: Sequence[str], said: dict[str, str]) -> int:
    """Where the text begins below the head; in marked-up mails a blank line may part its fields."""
    start, is_parted = 1, False
    for at, line in enumerate(lines[1:_NEAR_LINES], 1):
        if not line.strip(" >*|"):
            is_parted = True
            continue
        known = len(said)
        is_field = _take_field(line, said) or _ANY_FIELD.match(line) is not None
        if not is_field or (is_parted and len(said) == known):
            break
        start, is_parted = at + 1, False
    return start


def _take_field(line: str, said: dict[str, str]) -> bool:
    for name in ("date", "subject", "to"):
        if found := _FIELD[name].match(line):
            said.setdefault(name, found["said"].strip(" *"))
            return True
    return False


def _moment(said: str) -> dt.datetime | None:
    """A date as mail programs write it above a forwarded text; at noon where no clock is told."""
    if at := read_date(said):
        return at
    for pattern, day, month in ((_DAY_FIRST, 1, 2), (_MONTH_FIRST, 2, 1)):
        found = pattern.search(said)
        number = month_number(found[month]) if found else 0
        if found and number:
            try:
                on = dt.date(int(found[3]), number, int(found[day]))
                return dt.datetime.combine(on, _clock(said), dt.UTC)
            except ValueError:
                return None
    return None


def _clock(said: str) -> dt.time:
    found = _CLOCK.search(said)
    if found is None:
        return dt.time(12)
    hour = int(found[1])
    if found[3]:
        hour = hour % 12 + (12 if found[3].casefold() == "pm" else 0)
    return dt.time(hour, int(found[2]))
