"""What the memory keeps of LinkedIn, in the shape of its export, so that the audit can read it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from uuid import UUID

from redleaf.formats.linkedin import Connection, Conversation, Export, Invitation, Person
from redleaf.formats.linkedin.records import Turn
from redleaf.web.accounts.models import User
from redleaf.web.contacts import models

_NETWORK = "linkedin"
_CHUNK = 2_000


def is_kept(owner: User) -> bool:
    """Whether anything is kept that an audit could count."""
    return models.Invitation.objects.filter(owner=owner, network=_NETWORK).exists()


def kept_export(owner: User) -> Export:
    """The invitations, connections and messages of LinkedIn that the memory of `owner` holds."""
    slugs = _slugs(owner)
    connections = tuple(_connections(owner))
    conversations = tuple(_conversations(owner, slugs))
    files = ["invitations"]
    files += ["connections"] if connections else []
    files += ["messages"] if conversations else []
    return Export(
        owner=Person(owner.get_full_name()),
        headline=owner.headline,
        emails=(),
        connections=connections,
        invitations=tuple(_invitations(owner, slugs)),
        conversations=conversations,
        positions=(),
        private_notes=(),
        files=tuple(files),
        problems=(),
        remarks=(),
    )


def known_until(export: Export, today: dt.date) -> dt.date:
    """The last day of which the connections tell who accepted: that of the newest of them.

    Whoever was invited later is counted as one who may still answer.
    """
    return min(max((each.on for each in export.connections if each.on), default=today), today)


def _slugs(owner: User) -> dict[UUID, str]:
    profiles = models.Identity.objects.filter(owner=owner, kind="profile", network=_NETWORK)
    return dict(profiles.order_by("-position").values_list("contact_id", "value"))


def _connections(owner: User) -> Iterator[Connection]:
    rows = models.Identity.objects.filter(
        owner=owner, kind="profile", network=_NETWORK, connected_on__isnull=False
    )
    columns = ("contact__name", "value", "connected_on")
    for name, slug, on in rows.order_by("pk").values_list(*columns).iterator(chunk_size=_CHUNK):
        yield Connection(name, slug, "", "", "", on)


def _invitations(owner: User, slugs: dict[UUID, str]) -> Iterator[Invitation]:
    rows = models.Invitation.objects.filter(owner=owner, network=_NETWORK).order_by("pk")
    columns = ("contact_id", "name", "is_incoming", "at", "text", "identities")
    for contact_id, name, is_incoming, at, text, said in rows.values_list(*columns).iterator():
        told = (each["value"] for each in said if each.get("network") == _NETWORK)
        slug = next(told, "") or (slugs.get(contact_id, "") if contact_id else "")
        yield Invitation(not is_incoming, Person(name, slug), at, text)


def _conversations(owner: User, slugs: dict[UUID, str]) -> Iterator[Conversation]:
    """When was written with whom; the words of messages are not kept."""
    me = Person(owner.get_full_name())
    turns: dict[tuple[UUID, str], list[Turn]] = defaultdict(list)
    rows = models.Letter.objects.filter(owner=owner, network=_NETWORK, at__isnull=False)
    columns = ("contact_id", "contact__name", "at", "is_sent")
    for contact_id, name, at, is_sent in rows.order_by("at").values_list(*columns).iterator():
        turns[contact_id, name].append(Turn(int(at.timestamp()), 0 if is_sent else 1))
    for (contact_id, name), found in turns.items():
        people = (me, Person(name, slugs.get(contact_id, "")))
        yield Conversation(people, tuple(found), "", is_spam=False)
