"""The inbox in lines: the groups with their rows, and one invitation with all that is said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from redleaf.cli.columns import set_off, wrapped
from redleaf.cli.inbox.choosing import Waiting
from redleaf.cli.terminal import printable
from redleaf.contacts.days_in_words import day_in_words
from redleaf.web.contacts.models import Invitation
from redleaf.web.inbox.groups import TITLES

_NOBODY = "Somebody without a name"
_INDENT = "     "


def inbox_lines(rows: Sequence[Waiting], today: dt.date, *, width: int) -> Iterator[str]:
    """The groups one after another; the numbers go on from group to group."""
    group = ""
    for number, each in enumerate(rows, 1):
        if each.group != group:
            group = each.group
            yield from (
                ("", set_off(str(TITLES[group]))) if number > 1 else (set_off(str(TITLES[group])),)
            )
        invitation = each.reading.invitation
        day = day_in_words(_day(invitation), today)
        said = ", ".join(filter(None, (invitation.name or _NOBODY, day)))
        yield from wrapped(printable(said), width, first=f"{number:>3}  ", others=_INDENT)
        why = next(iter(each.reading.reasons), "")
        yield from wrapped(printable(why), width, first=_INDENT, others=_INDENT)


def invitation_lines(one: Waiting, today: dt.date, *, width: int) -> Iterator[str]:
    """Who it is from, what they wrote, why it stands where it does, and the ready answer."""
    reading, of = one.reading, one.reading.invitation
    yield set_off(printable(of.name or _NOBODY))
    told = (of.headline, of.network, day_in_words(_day(of), today))
    yield from wrapped(printable(", ".join(filter(None, told))), width)
    groups = (
        ("They wrote", (of.text or "No note came with it.").splitlines()),
        (f"{TITLES[one.group]}, because", reading.reasons),
        ("Ready answer", reading.reply.splitlines()),
    )
    for title, lines in groups:
        if lines:
            yield from ("", set_off(title))
            for line in lines:
                yield from wrapped(printable(line), width, first="  ", others="  ")
    yield from ("", set_off(str(of.pk), quiet=True))


def invitation_json(one: Waiting) -> dict[str, Any]:
    reading, of = one.reading, one.reading.invitation
    return {
        "id": str(of.pk),
        "name": of.name,
        "headline": of.headline,
        "network": of.network,
        "identities": [each.get("written") or each.get("value", "") for each in of.identities],
        "received": of.at.isoformat() if of.at else None,
        "text": of.text,
        "group": one.group,
        "verdict": reading.verdict,
        "attention": reading.attention,
        "decision": reading.decision,
        "reasons": reading.reasons,
        "reply": reading.reply,
        "campaign": reading.campaign or None,
    }


def _day(of: Invitation) -> dt.date | None:
    return of.at.astimezone().date() if of.at else None
