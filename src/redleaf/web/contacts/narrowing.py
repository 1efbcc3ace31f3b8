"""The filters of the page People: what can be picked, what is, and how to take each off again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.utils.translation import gettext_lazy as _

from redleaf.networks import networks
from redleaf.web.accounts.models import User
from redleaf.web.accounts.networks_used import title_of
from redleaf.web.contacts.selectors.filters import KNOWN, PROMISES, WRITTEN, Filters
from redleaf.web.contacts.selectors.words import events_of, tags_of

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_LABELS = {
    "known": _("Would know you"),
    "event": _("Met at"),
    "tag": _("Tag"),
    "network": _("Found on"),
    "promise": _("You promised"),
    "written": _("Letters"),
}
# What to do where nobody fits, by what was asked for.
_HINTS = {
    "known": _(
        "How well somebody would know you is counted from what you wrote down of your "
        "meetings and letters."
    ),
    "event": _(
        "An event is known from a line such as “Jun Sato, met at the glaze fair”, and from "
        "calendars that you import."
    ),
    "tag": _("Tags come with address books, or from here: choose people in the list and tag them."),
    "network": _(
        "Profiles come with the exports of networks, with cards, or by hand: edit a person."
    ),
    "promise": _("A promise is kept with a line such as “I promised the ash recipe by Friday”."),
    "written": _("What went out is kept when you release a note, or import mail."),
}


@dataclass(frozen=True, slots=True)
class Narrow:
    """One filter: its name in the address, its label, what is picked, and what can be.

    Without `options` any word can be typed; `known` are those the user has.
    """

    name: str
    label: StrOrPromise
    picked: str
    options: Sequence[tuple[str, StrOrPromise]] = ()
    known: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """A filter that is on, in words, and the address of the same list without it."""

    words: str
    off: str


def narrows(owner: User, filters: Filters) -> Iterator[Narrow]:
    """All filters, in the order of the page."""
    events, tags = events_of(owner), tags_of(owner)
    # Somebody may follow a link to a tag that nobody has any more.
    tags = [*tags, filters.tag] if filters.tag and filters.tag not in tags else tags
    options: dict[str, list[tuple[str, StrOrPromise]]] = {
        "known": list(KNOWN.items()),
        "tag": [(each, each) for each in tags],
        "network": [(each.name, title_of(each)) for each in networks() if each.name != "card"],
        "promise": list(PROMISES.items()),
        "written": list(WRITTEN.items()),
    }
    for name, label in _LABELS.items():
        picked = getattr(filters, name)
        if name == "event":
            yield Narrow(name, label, picked, known=events)
        elif options[name]:
            yield Narrow(name, label, picked, options[name])


def taken(filters: Filters, query: str) -> list[Taken]:
    return [
        Taken(f"{_LABELS[name]}: {_said(name, said)}", f"?{address(filters.without(name), query)}")
        for name, said in filters.asked().items()
    ]


def hint(filters: Filters) -> str:
    """What to do where nobody fits; "" where nothing was asked for."""
    return next((str(_HINTS[name]) for name in filters.asked()), "")


def address(filters: Filters, query: str, **more: str) -> str:
    """The query of the page's address, which says all of it."""
    said = {"q": query, **filters.asked(), **more}
    return urlencode({name: value for name, value in said.items() if value})


def _said(name: str, said: str) -> str:
    words = {"known": KNOWN, "promise": PROMISES, "written": WRITTEN}.get(name)
    if words:
        told = str(words[said])
        return f"{told[0].lower()}{told[1:]}"
    titles = {each.name: title_of(each) for each in networks()}
    return titles.get(said, said) if name == "network" else said
