"""What a list of people is narrowed to: filters that work together, as the page's address says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from redleaf.networks import networks
from redleaf.web.accounts.models import User
from redleaf.web.contacts.lasting import NOT_MET
from redleaf.web.contacts.models import Identity, Presence, Promise, Tag

# Words of the address, with what the page calls them.
KNOWN = {
    "close": pgettext_lazy("recognition", "Close"),
    "recent": _("Recent"),
    "faded": _("Faded"),
    "unknown": _("Not met yet"),
}
PROMISES = {"due": _("Due by today"), "open": _("Open")}
WRITTEN = {"never": _("Never written to"), "some": _("Written to")}
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Named:
    """Rows that name contacts: of which table, and which of them."""

    model: type[Presence] | type[Tag] | type[Identity] | type[Promise]
    which: Q
    owner_is: str = "owner"

    def of(self, owner: User) -> QuerySet[Any]:
        """The ids of all contacts whom they name."""
        table: Any = self.model.objects
        rows: QuerySet[Any] = table.filter(self.which, **{self.owner_is: owner}).order_by()
        return rows.values("contact_id")

    def of_each(self) -> Exists:
        """Whether they name the contact of the row that asks.

        Without the owner, whom that row has: by the owner SQLite would look through all of theirs
        once more for each contact.
        """
        rows: Any = self.model.objects.filter(self.which, contact_id=OuterRef("contact_id"))
        return Exists(rows.order_by())


@dataclass(frozen=True, slots=True)
class Filters:
    """Each is "" where it asks for nothing; the names are those of the page's address."""

    known: str = ""
    event: str = ""
    tag: str = ""
    network: str = ""
    promise: str = ""
    written: str = ""

    @classmethod
    def read(cls, asked: Mapping[str, str]) -> Filters:
        """As an address says it; a word that no filter knows asks for nothing."""
        said = {each.name: asked.get(each.name, "").strip()[:_LONGEST] for each in fields(cls)}
        for name, words in (("known", KNOWN), ("promise", PROMISES), ("written", WRITTEN)):
            if said[name] not in words:
                said[name] = ""
        if said["network"] not in {each.name for each in networks()}:
            said["network"] = ""
        # PostgreSQL refuses to be asked for it.
        return cls(**{name: value.replace("\0", "") for name, value in said.items()})

    def asked(self) -> dict[str, str]:
        """Those that ask for something, by name."""
        return {each.name: said for each in fields(self) if (said := getattr(self, each.name))}

    def without(self, name: str) -> Filters:
        return replace(self, **{name: ""})

    def of_documents(self, today: dt.date) -> Q:
        """What a contact's document answers by itself."""
        return _of_known(self.known, today.toordinal()) & _of_written(self.written)

    def sets(self, today: dt.date) -> Iterator[Named]:
        """The rest: those whom any row of such a set names are meant."""
        if self.event:
            yield Named(Presence, Q(encounter__event=self.event), "encounter__owner")
        if self.tag:
            yield Named(Tag, Q(name=self.tag))
        if self.network == "email":
            yield Named(Identity, Q(kind="email"))
        elif self.network:
            yield Named(Identity, Q(kind="profile", network=self.network))
        if self.promise:
            due = Q(due_last__lte=today) if self.promise == "due" else Q()
            yield Named(Promise, Q(state="open") & due)


def _of_known(level: str, today: int) -> Q:
    if level == "close":
        return Q(close_until__gte=today)
    if level == "recent":
        return Q(known_until__gte=today, close_until__lt=today)
    if level == "faded":
        return Q(known_until__gt=NOT_MET, known_until__lt=today)
    return Q(known_until=NOT_MET) if level else Q()


def _of_written(written: str) -> Q:
    return Q(is_written=written == "some") if written else Q()
