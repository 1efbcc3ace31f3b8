"""`redleaf people show`: one person with all that is known, as lines and as JSON."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from redleaf.cli.columns import cells, pad, set_off, wrapped
from redleaf.cli.terminal import printable
from redleaf.contacts import contact as record
from redleaf.contacts.days_in_words import day_in_words, when_in_words
from redleaf.contacts.encounters import When
from redleaf.contacts.plain import to_plain
from redleaf.web.contacts.models import Encounter, Letter, Promise
from redleaf.web.contacts.records import encounter_of, letter_of, promise_of
from redleaf.web.contacts.selectors.lines import NETWORKS, met_in_words, role_in_words
from redleaf.web.contacts.selectors.person import Moment, Person

_INDENT = "  "
_MOST_LABEL = 18
_NARROW = 50
_KINDS = {"email": "e-mail", "phone": "phone", "website": "website", "uid": "card"}


def card_lines(person: Person, today: dt.date, *, width: int) -> Iterator[str]:
    """Who they are, how well they know the user, how to reach them, what was between the two."""
    of = person.of
    yield set_off(printable(of.called or "Somebody without a name"))
    yield from wrapped(printable(role_in_words(of.role) or of.headline), width)
    others = [f"{each.text} ({each.kind})" if each.kind != "other" else each.text
              for each in of.other_names]  # fmt: skip
    if others:
        yield from wrapped(printable(f"Also called: {', '.join(others)}"), width)
    yield ""
    yield from wrapped(f"{person.recognition.capitalize()}. {person.reason}", width)
    groups: list[tuple[str, Iterable[tuple[str, str]]]] = [
        ("Reach", reach_lines(of, today)),
        ("Roles", _roles(of)),
        ("Between you", [_moment(each, today) for each in person.timeline]),
        ("You promised", [_promise(each, today) for each in person.promises]),
        ("Only for you", [("", text) for text in of.notes]),
        ("Besides", _besides(of)),
        ("From", [_origin(act.at, act.what, today) for act in person.origins]),
    ]
    for title, rows in groups:
        yield from _group(title, list(rows), width)
    if len(person.letters) > len([each for each in person.timeline if each.letter]):
        yield f"{_INDENT}{len(person.letters):,} letters in all; the newest are listed."
    yield ""
    yield set_off(str(person.row.pk), quiet=True)


def card_json(person: Person) -> dict[str, Any]:
    """The contact as an export has it, with encounters, letters, promises and recognition."""
    contact = to_plain(person.of)
    return {
        "schema": 1,
        "id": str(person.row.pk),
        "recognition": person.recognition,
        "reason": person.reason,
        "contact": {name: value for name, value in contact.items() if name != "key"},
        "encounters": [_without(each, "people") for each in map(_met, person.encounters)],
        "letters": [_without(to_plain(letter_of(each.letter)), "people")
                    for each in person.timeline if each.letter],
        "letters_in_all": len(person.letters),
        "promises": [
            {"state": each.state, **_without(to_plain(promise_of(each)), "person")}
            for each in person.promises
        ],
        "origins": [{"at": each.at.isoformat(), "what": each.what} for each in person.origins],
    }  # fmt: skip


def reach_lines(of: record.Contact, today: dt.date) -> Iterator[tuple[str, str]]:
    """Each way to reach them: its kind, and the address or number as written."""
    for each in of.identities:
        if each.kind == "uid":
            continue
        kind = NETWORKS.get(each.network, each.network) or _KINDS.get(each.kind, each.kind)
        told = each.shown + (f" ({each.label})" if each.label else "")
        if each.connected_on:
            told += f", connected {day_in_words(each.connected_on, today)}"
        yield kind, told
    for address in of.addresses:
        parts = (address.street, f"{address.postal_code} {address.city}".strip(), address.country)
        yield address.label or "address", address.whole or ", ".join(filter(None, parts))


def _group(title: str, rows: list[tuple[str, str]], width: int) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield set_off(title)
    labels = [printable(label) for label, _ in rows]
    column = min(_MOST_LABEL, max(cells(label) for label in labels))
    for label, text in rows:
        first = _INDENT
        if column and width >= _NARROW:
            first += pad(printable(label), column) + "  "
        elif label:
            yield f"{_INDENT}{printable(label)}"
            first = _INDENT * 2
        for part in text.splitlines() or [""]:
            yield from wrapped(printable(part), width, first=first, others=" " * cells(first))
            first = " " * cells(first)


def _roles(of: record.Contact) -> Iterator[tuple[str, str]]:
    for each in of.roles if len(of.roles) > 1 else ():
        span = "".join(
            f" {word} {day}" for word, day in (("since", each.since), ("until", each.until)) if day
        )
        before = " before" if each.is_past and not each.until else ""
        department = f" ({each.department})" if each.department else ""
        yield "", f"{role_in_words(each)}{department}{span}{before}"


def _moment(moment: Moment, today: dt.date) -> tuple[str, str]:
    met = moment.encounter
    if met is None:
        return day_in_words(moment.day, today), _letter(moment.letter) if moment.letter else ""
    when = when_in_words(When(met.first, met.last, met.words), today)
    others = ", ".join(each.name for each in moment.others if each.name)
    return when or "some day", encounter_in_words(met, others)


def encounter_in_words(met: Encounter, others: str = "") -> str:
    """ "Met at Museums & Web, Porto. Talked about sound walks. …", in sentences."""
    told = met_in_words(met)
    place = f", {met.place}" if met.place and met.event else ""
    parts = [
        f"{told[:1].upper()}{told[1:]}{place}{f', {met.times} times' if met.times > 1 else ''}.",
        f"Talked about {', '.join(met.topics)}." if met.topics else "",
        f"Said: “{met.said}”." if met.said else "",
        f"Introduced by {met.introduced_by}." if met.introduced_by else "",
        f"With {others}." if others else "",
        met.notes,
    ]
    return " ".join(filter(None, parts))


def _letter(letter: Letter) -> str:
    network = NETWORKS.get(letter.network, letter.network)
    subject = f": {letter.subject}" if letter.subject else ""
    return f"{'You wrote' if letter.is_sent else 'They wrote'} ({network}){subject}"


def _promise(promise: Promise, today: dt.date) -> tuple[str, str]:
    due = When(promise.due_first, promise.due_last, promise.due_words)
    by = f", by {when_in_words(When(due.first, due.last), today)}" if due.day else (
        f", {due.words}" if due.words else ""
    )  # fmt: skip
    return promise.state, f"{promise.text}{by}"


def _besides(of: record.Contact) -> Iterator[tuple[str, str]]:
    told = (
        ("language", of.language),
        ("register", of.register),
        ("relation", of.relation),
        ("introduced by", of.introduced_by),
        ("tags", ", ".join(of.tags)),
        *((each.kind, each.on) for each in of.occasions),
        *((each.kind, each.name) for each in of.relations),
    )
    return ((label, text) for label, text in told if text)


def _origin(at: dt.datetime, what: str, today: dt.date) -> tuple[str, str]:
    return day_in_words(at.astimezone().date(), today), what


def _met(row: Encounter) -> dict[str, Any]:
    return to_plain(encounter_of(row, [])) | {"id": str(row.pk)}


def _without(plain: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in plain.items() if key != name}
