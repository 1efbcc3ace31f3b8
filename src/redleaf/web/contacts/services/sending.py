"""Sent: a text went out by the user's own hand, and the memory keeps that it did."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext

from redleaf.contacts.contact import Identity
from redleaf.contacts.encounters import Letter
from redleaf.contacts.plain import to_plain
from redleaf.web.accounts.models import User
from redleaf.web.contacts import models
from redleaf.web.contacts.models import Act, Contact, Invitation
from redleaf.web.contacts.records import record_of
from redleaf.web.contacts.services.importing.cards import digest_of
from redleaf.web.contacts.services.keeping import keep_letter
from redleaf.web.contacts.services.recording import Recorder, recorded


def keep_sent_invitation(
    owner: User, contact: Contact, text: str, *, network: str, at: dt.datetime
) -> Act | None:
    """An invitation that went to `contact`, with `text` as its note or "" for none.

    Gives the act that undoes it; None when the same was kept that day already.
    """
    what = _what(gettext("Sent an invitation to %(name)s"), contact)
    with recorded(owner, Act.Kind.REMEMBER, what) as recorder:
        invitation_went_out(contact, text, recorder, network=network, at=at)
    return None if recorder.is_empty else recorder.act


def keep_sent_letter(
    owner: User, contact: Contact, text: str, *, network: str, at: dt.datetime, subject: str = ""
) -> Act | None:
    """A message or an e-mail that went to `contact`; of its words only the subject is kept.

    Gives the act that undoes it; None when the same was kept that day already.
    """
    what = _what(gettext("Sent a message to %(name)s"), contact)
    with recorded(owner, Act.Kind.REMEMBER, what) as recorder:
        letter_went_out(contact, text, recorder, network=network, at=at, subject=subject)
    return None if recorder.is_empty else recorder.act


def invitation_went_out(
    contact: Contact, text: str, recorder: Recorder, *, network: str, at: dt.datetime
) -> None:
    """As `keep_sent_invitation`, as a part of the act of `recorder`."""
    of = record_of(contact)
    theirs = tuple(each for each in of.identities if each.kind in ("profile", "email"))
    key = _key("Invitation", contact, network, at, text)
    if Invitation.objects.filter(owner=recorder.act.owner, key=key).exists():
        return
    row = Invitation(
        contact_id=contact.pk,
        network=network,
        is_incoming=False,
        name=of.name,
        headline=of.headline,
        text=text,
        identities=[to_plain(each) for each in theirs if _is_there(each, network)],
        at=at,
        key=key,
    )
    recorder.make(row, contact.pk)


def letter_went_out(
    contact: Contact, text: str, recorder: Recorder, *, network: str, at: dt.datetime, subject: str
) -> None:
    """As `keep_sent_letter`, as a part of the act of `recorder`."""
    key = _key("Letter", contact, network, at, text)
    if not models.Letter.objects.filter(contact=contact, key=key).exists():
        sent = Letter((str(contact.pk),), network, is_sent=True, at=at, subject=subject, key=key)
        keep_letter(sent, contact.pk, recorder)


def _is_there(identity: Identity, network: str) -> bool:
    return identity.kind == "email" or identity.network == network


def _what(sent: str, contact: Contact) -> str:
    return sent % {"name": contact.name or gettext("somebody without a name")}


def _key(kind: str, contact: Contact, network: str, at: dt.datetime, text: str) -> str:
    said = [kind, str(contact.pk), network, at.date().isoformat(), text]
    return f"sent:{digest_of(said)}"
