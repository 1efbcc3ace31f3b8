"""Keep the invitations that a program brings: each once, however often and by whatever way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext

from redleaf.contacts.contact import Identity
from redleaf.contacts.harvest import Harvest
from redleaf.contacts.invitations import Invitation as Record
from redleaf.errors import InputError, UnknownName
from redleaf.networks import network as network_named
from redleaf.triage import Invitation as Row
from redleaf.web.accounts.models import User
from redleaf.web.api.models import Program
from redleaf.web.api.refusals import Fault, faulty
from redleaf.web.contacts.models import Invitation
from redleaf.web.contacts.services.importing import apply_import, plan_import
from redleaf.web.contacts.services.importing.cards import digest_of
from redleaf.web.contacts.services.importing.plan import ImportPlan
from redleaf.web.contacts.services.importing.senders import sender_identity

# Before there were networks, and after the clocks of two machines can differ, nothing came.
_FIRST = dt.datetime(1990, 1, 1, tzinfo=dt.UTC)
_AHEAD = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of one row: the id that came with it, the invitation it is, and how new."""

    id: str
    invitation: UUID
    change: str


def bring(
    program: Program, rows: Sequence[object], *, is_list: bool, now: dt.datetime
) -> list[Brought]:
    """Keep invitations in the shape that triage reads; all of them, or none.

    What one program brings in one go is one act, to be undone as such. Raises Refusal that names
    each field that cannot be read, StoreError where the store cannot be written.
    """
    read = [_read(row, now) for row in rows]
    faults = [_fault(each, at, is_list=is_list) for at, each in enumerate(read)
              if isinstance(each, InputError)]  # fmt: skip
    if faults:
        raise faulty(faults)
    told = [each for each in read if not isinstance(each, InputError)]
    return _kept(program, told)


def _read(row: object, now: dt.datetime) -> tuple[str, Record] | InputError:
    try:
        said = Row.from_json(row)
        return said.id, _record(said, now)
    except InputError as error:
        return error


def _fault(error: InputError, at: int, *, is_list: bool) -> Fault:
    return Fault(".".join(filter(None, (str(at) if is_list else "", error.place))), error.what)


def _record(said: Row, now: dt.datetime) -> Record:
    network = _network(said.network)
    who = said.sender
    if not (who.name or who.identities):
        raise InputError("say who asks: a name, an address or a link.", place="from")
    return Record(
        network=network,
        is_incoming=True,
        name=who.name,
        text=said.text.strip(),
        headline=who.headline,
        identities=tuple(_identity(each, at, network) for at, each in enumerate(who.identities)),
        at=_moment(said.received, now),
        key=_key(said, network),
    )


def _network(written: str) -> str:
    if not written:
        return ""
    try:
        return network_named(written).name.partition("-")[0]
    except UnknownName as error:
        raise InputError(str(error), place="network") from error


def _identity(written: str, at: int, network: str) -> Identity:
    found = sender_identity(written, network=network)
    if found is None:
        what = "this is no e-mail address and no link to somebody."
        raise InputError(what, place=f"from.identities.{at}")
    return found


def _moment(received: dt.datetime | None, now: dt.datetime) -> dt.datetime:
    if received is None:
        return now
    if not _FIRST <= received <= now + _AHEAD:
        raise InputError("this lies in the future, or before 1990.", place="received")
    return received


def _key(said: Row, network: str) -> str:
    """The same sent again has the same key, whatever id it bears: a program may count anew."""
    moment = said.received.isoformat() if said.received else ""
    who = said.sender
    told = [network, who.name, who.headline, list(who.identities), said.text, moment]
    return f"api:{digest_of(told)}"


def _kept(program: Program, told: Sequence[tuple[str, Record]]) -> list[Brought]:
    owner, records = program.owner, [record for _, record in told]
    with transaction.atomic(), translation.override(owner.language or settings.LANGUAGE_CODE):
        # One after another: of two that bring the same at once, the second finds it there.
        User.objects.select_for_update().get(pk=owner.pk)
        plan = plan_import(owner, Harvest("api", invitations=records))
        named = gettext("what %(program)s brought") % {"program": program.name}
        apply_import(owner, plan, file_name=named)
        return _brought(owner, told, plan)


def _brought(owner: User, told: Sequence[tuple[str, Record]], plan: ImportPlan) -> list[Brought]:
    """What became of each row, by what the plan made of it."""
    keys = [each.key for each in plan.invitations if each.change == "new"]
    made = dict(Invitation.objects.filter(owner=owner, key__in=keys).values_list("key", "pk"))
    planned = {place: each for each in plan.invitations for place in each.made_of}
    brought = []
    for place, (row_id, _) in enumerate(told):
        each = planned[place]
        brought.append(Brought(row_id, each.row_id or made[each.key], each.change))
    return brought
