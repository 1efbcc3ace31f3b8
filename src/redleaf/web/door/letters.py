"""The letter that proves an address: it goes to whoever is named, and so to nobody too often."""

from __future__ import annotations

import datetime as dt
import logging
import smtplib
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext

from redleaf.errors import RedleafError
from redleaf.web.door.access import digest_of
from redleaf.web.door.limits import DAY, TooMuchError, has_letters_enough
from redleaf.web.door.models import Knock

# Who presses the button again at once gets the same letter, and not one that ends the first.
_ANOTHER_AFTER = dt.timedelta(minutes=10)
_MOST_OF_ONE_KNOCK = 3
# What a knock that takes a letter knows of it.
LETTERED = ("digest", "lettered_at", "letters")
# Programs that answer mail in somebody's absence do not answer one of these.
_HEADERS = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}
_log = logging.getLogger("redleaf.door")


class LetterError(RedleafError):
    """The mail server did not take the letter; the same knock may be tried again."""


class NoMailboxError(RedleafError):
    """The mail server takes no letter to this address, now or later."""


def proves_by_letter() -> bool:
    """Whether this desk can write to who knocks, and so know that the address is theirs."""
    return bool(settings.TEAM and settings.EMAIL_HOST)


def takes_letter(knock: Knock, key: str) -> bool:
    """Whether a letter with `key` has to go out for it now; to save the knock is the caller's.

    Raises TooMuchError where as many went to that address as a day takes.
    """
    now, sent = timezone.now(), knock.lettered_at
    is_enough = knock.letters >= _MOST_OF_ONE_KNOCK or (sent and sent + _ANOTHER_AFTER > now)
    if knock.delivered_at or is_enough:
        return False
    if has_letters_enough(knock.mailbox, now):
        raise TooMuchError(DAY)
    knock.digest, knock.lettered_at, knock.letters = digest_of(key), now, knock.letters + 1
    return True


def send_letter(knock: Knock, *, to: str, link: str, before: Mapping[str, Any]) -> None:
    """None of the sender's words are in it: nobody writes to others through a door.

    Where it fails the knock is as `before`: the link of an earlier letter still opens.
    Raises LetterError and NoMailboxError.
    """
    owner = knock.door.owner.get_full_name() or knock.door.handle
    subject = gettext("Deliver your note to %(name)s") % {"name": owner}
    letter = EmailMessage(
        subject=" ".join(subject.split()),
        body=render_to_string("door/letter.txt", {"to": " ".join(owner.split()), "link": link}),
        to=[to],
        headers=dict(_HEADERS),
    )
    try:
        letter.send()
    except (OSError, smtplib.SMTPException) as error:
        # Neither address nor text: a log is read by others than the letter.
        _log.error("A letter of a door could not be handed over: %s", type(error).__name__)
        if isinstance(error, smtplib.SMTPRecipientsRefused) and _is_for_good(error.recipients):
            _keep_the_count(knock)
            raise NoMailboxError("No letter reaches this address.") from error
        Knock.objects.filter(pk=knock.pk).update(**before)
        raise LetterError("The letter could not be sent.") from error


def _keep_the_count(knock: Knock) -> None:
    """Nothing of what was said stays, but that it was: whoever tries names is counted like others.

    Under another key, so that the same said again counts once more.
    """
    knock.name = knock.email = knock.page = knock.how = knock.text = knock.digest = ""
    knock.is_dropped, knock.key = True, digest_of(str(knock.pk))
    knock.save()


def _is_for_good(refused: Mapping[str, tuple[int, bytes]]) -> bool:
    """A server that only wants to be asked later answers with a number of the four hundreds."""
    return all(code >= 500 for code, _ in refused.values())
