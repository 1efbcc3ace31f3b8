"""Who does not come in, and telling those who keep the desk of a nuisance."""

from __future__ import annotations

import logging
import smtplib

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext

from redleaf.web.accounts.models import User
from redleaf.web.door.addresses import mailbox_of, plain_domain
from redleaf.web.door.letters import proves_by_letter
from redleaf.web.door.models import Blocked, Knock

_log = logging.getLogger("redleaf.door")


def block(owner: User, value: str) -> None:
    """Let nothing in from an address, however it is spelled, or a domain, at any door of theirs."""
    Blocked.objects.get_or_create(owner=owner, value=mailbox_of(value))


def is_blocked(owner_id: int, email: str) -> bool:
    """Whether the user lets nothing in from this mailbox, its domain, or one above that."""
    parts = plain_domain(email.rpartition("@")[2]).split(".")
    domains = [".".join(parts[at:]) for at in range(len(parts))]
    blocked = Blocked.objects.filter(owner_id=owner_id)
    return blocked.filter(value__in=[mailbox_of(email), *domains]).exists()


def report(knock: Knock) -> bool:
    """Block the sender, and write to who keeps the desk; False where no letter went.

    The letter says from whom and through which door, and not what was written.
    """
    block(knock.owner, knock.email)
    if not proves_by_letter():
        return False
    written = [_write_to(keeper, knock) for keeper in _keepers()]
    return any(written)


def _keepers() -> list[User]:
    return list(User.objects.filter(is_staff=True, is_active=True).exclude(email=""))


def _write_to(keeper: User, knock: Knock) -> bool:
    told = {
        "by": knock.owner.get_full_name() or knock.owner.email,
        "sender": knock.email,
        "is_proven": knock.is_proven,
        "door": knock.door.handle,
        "at": knock.at,
    }
    with translation.override(keeper.language or settings.LANGUAGE_CODE):
        letter = EmailMessage(
            subject=gettext("A note through a door was reported"),
            body=render_to_string("door/report.txt", told),
            to=[keeper.email],
        )
    try:
        letter.send()
    except (OSError, smtplib.SMTPException) as error:
        _log.error("A report of a door could not be handed over: %s", type(error).__name__)
        return False
    return True
