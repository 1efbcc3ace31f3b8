"""Bring an invitation in by hand: a text that was pasted, or a mail that was dropped."""

from __future__ import annotations

import datetime as dt

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext

from redleaf.contacts.harvest import Harvest
from redleaf.contacts.invitations import Invitation as Record
from redleaf.errors import RedleafError
from redleaf.formats.importer import read_file
from redleaf.formats.mail.forwarded import above_heads
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act, Invitation
from redleaf.web.contacts.services.importing import apply_import, plan_import
from redleaf.web.contacts.services.importing.senders import sender_identity
from redleaf.web.mailboxes.accounts import own_addresses
from redleaf.web.zone import local_zone

# What was pasted is read like a mail that the user passed on to themselves.
_HERE = "owner@desk.invalid"
_PASSED_ON = (
    "From: <{address}>\nSubject: Fwd:\nContent-Type: text/plain; charset=utf-8\n"
    "Content-Transfer-Encoding: 8bit\n\n{text}\n"
)


class NothingBrought(RedleafError):
    """A mail that tells of no invitation, or an invitation that is here already."""


def bring_text(
    owner: User,
    text: str,
    *,
    name: str,
    headline: str = "",
    link: str = "",
    network: str,
    at: dt.datetime,
) -> Act:
    """Keep what somebody wrote as an invitation. Raises NothingBrought where it is here already."""
    identity = sender_identity(link, network=network)
    record = Record(
        network=network.split("-")[0],
        is_incoming=True,
        name=" ".join(name.split()),
        text=text.strip(),
        headline=" ".join(headline.split()),
        identities=(identity,) if identity else (),
        at=at,
    )
    if _is_here(owner, record):
        raise NothingBrought(gettext("This invitation is here already."))
    harvest = Harvest("pasted", invitations=[record])
    return _applied(owner, harvest, gettext("a pasted invitation"))


def bring_mail(owner: User, mail: UploadedFile[bytes], *, today: dt.date) -> Act:
    """Keep the invitations that a mail, or a box of them, tells of; of its people nobody.

    One mail of a person is an invitation by e-mail: the user says so by bringing it. Raises
    NothingBrought where it tells of none that is new, FileError where it cannot be read.
    """
    return _bring_mail(owner, mail.read(), mail.name or "mail.eml", today=today)


def bring_pasted_mail(owner: User, text: str, *, today: dt.date) -> Act:
    """The same of a mail that was copied with the lines above it: From, Date, Subject."""
    whole = _PASSED_ON.format(address=_HERE, text=text)
    return _bring_mail(owner, whole.encode(), gettext("a pasted mail"), today=today)


def is_pasted_mail(text: str) -> bool:
    """Whether a text begins with the lines that mail programs write above a mail."""
    return bool(text.strip()) and not above_heads(text.strip()).strip()


def _bring_mail(owner: User, mail: bytes, name: str, *, today: dt.date) -> Act:
    mine = [*own_addresses(owner), _HERE]
    options = {"today": today.isoformat(), "mine": mine, "zone": local_zone(), "by_hand": True}
    harvest = read_file(mail, file_name=name, format_name="mail", options=options)
    found = [each for each in harvest.invitations if each.is_incoming]
    if not found:
        raise NothingBrought(
            gettext("No invitation is found in this mail. Paste what they wrote, and say who.")
        )
    return _applied(owner, Harvest(harvest.format, invitations=found), name)


def _applied(owner: User, harvest: Harvest, name: str) -> Act:
    act = apply_import(owner, plan_import(owner, harvest), file_name=name)
    if act is None:
        raise NothingBrought(gettext("This invitation is here already."))
    return act


def _is_here(owner: User, record: Record) -> bool:
    rows = Invitation.objects.filter(owner=owner, is_incoming=True, name=record.name)
    return bool(record.text) and rows.filter(text=record.text).exists()
