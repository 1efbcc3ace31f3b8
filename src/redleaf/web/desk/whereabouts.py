"""What to know of the network a text goes to, in sentences."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from redleaf.networks import network as network_named
from redleaf.web.accounts.networks_used import title_of
from redleaf.web.desk.counting import in_words


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What a note on this network may hold, where its text is changed, and what else serves."""

    title: str
    holds: str
    change: str
    instead: str


def whereabouts(name: str) -> Whereabouts | None:
    """None when no network is named, or nothing is known about its notes."""
    if not name:
        return None
    known = network_named(name)
    limit, month = known.limit(), known.notes_a_month()
    if known.can_attach() is False:
        holds = gettext("An invitation here can carry no note.")
    else:
        holds = " ".join(
            [
                gettext("A note may hold %(limit)s characters.") % {"limit": limit}
                if limit
                else "",
                _a_month(month) if month else "",
            ]
        ).strip()
    change, instead = _said(known.where_to_change()), _said(known.instead())
    found = Whereabouts(title_of(known), holds, change, instead)
    return found if found.holds or found.change or found.instead else None


def _a_month(notes: int) -> str:
    words = ngettext("There is %(n)s note a month.", "There are %(n)s notes a month.", notes)
    return in_words(notes, words)


def _said(fact: str) -> str:
    """gettext answers to an empty text with the head of its catalogue."""
    return gettext(fact) if fact else ""
