"""A knock: what is said at a door is kept once, proven by a letter, and becomes an invitation."""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
import secrets
import smtplib
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.core.cache import cache
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F, Q
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext

from redleaf.contacts import identities
from redleaf.contacts.contact import Identity
from redleaf.contacts.plain import to_plain
from redleaf.errors import RedleafError
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act, Invitation
from redleaf.web.contacts.models import Identity as IdentityRow
from redleaf.web.contacts.services.recording import recorded
from redleaf.web.door.access import digest_of
from redleaf.web.door.limits import DAY, is_too_much
from redleaf.web.door.models import Blocked, Door, Knock

NETWORK = "door"
KEY_LASTS = dt.timedelta(days=3)
# Who presses the button again at once gets the same letter, and not one that ends the first.
_ANOTHER_LETTER_AFTER = dt.timedelta(minutes=10)
_MOST_LETTERS = 3
_FORGETS_EVERY_SECONDS = 600
_log = logging.getLogger("redleaf.door")


class ClosedError(RedleafError):
    """The door was closed meanwhile."""


class TooMuchError(RedleafError):
    """A limit is reached; what was said is kept nowhere."""


class LetterError(RedleafError):
    """The mail server did not take the letter; the same knock may be tried again."""


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody says at a door, already harmless."""

    name: str
    email: str
    page: str = ""
    how: str = ""
    text: str = ""

    def key_at(self, door: Door) -> str:
        said = "\0".join((str(door.pk), self.email, self.how, self.text))
        return hashlib.sha256(said.encode()).hexdigest()


def proves_by_letter() -> bool:
    """Whether this desk can write to who knocks, and so know that the address is theirs."""
    return bool(settings.TEAM and settings.EMAIL_HOST)


def knock_at(door: Door, words: Words, *, origin: str, link_of: Callable[[str], str]) -> None:
    """Take what somebody says, once; `link_of` makes the address in a letter from its key.

    From whom is blocked nothing is kept, and nobody is told. Raises ClosedError, TooMuchError,
    LetterError.
    """
    key = secrets.token_urlsafe(24)
    _forget()
    with transaction.atomic():
        knock = _kept(door, words, origin)
        needs_letter = knock is not None and _takes_letter(knock, key)
    if knock is not None and needs_letter:
        _send_letter(knock, link_of(key))


def deliver(knock: Knock, *, is_proven: bool) -> None:
    """Make an invitation of the knock; a second time changes nothing."""
    with transaction.atomic():
        knock = Knock.objects.select_for_update().select_related("door").get(pk=knock.pk)
        if knock.delivered_at is None:
            if not _is_blocked(knock.door, knock.email):
                _invite(knock, is_proven=is_proven)
            knock.delivered_at, knock.is_proven = timezone.now(), is_proven
            knock.name = knock.how = knock.text = ""
            knock.save(update_fields=["delivered_at", "is_proven", "name", "how", "text"])


def is_over(knock: Knock) -> bool:
    """Whether the letter came so long ago that its link opens nothing."""
    return knock.delivered_at is None and knock.at + KEY_LASTS <= timezone.now()


def _kept(door: Door, words: Words, origin: str) -> Knock | None:
    now = timezone.now()
    # One after another at each door: otherwise two at once would both be the last that fits.
    door = Door.objects.select_for_update().get(pk=door.pk)
    if not door.is_open:
        raise ClosedError("This door is closed.")
    before = door.knocks.filter(key=words.key_at(door)).first()
    if before is not None:
        return before
    if is_too_much(door, origin=origin, email=words.email, now=now):
        raise TooMuchError("There are too many at this door for now.")
    if _is_blocked(door, words.email):
        return None
    knock = Knock.objects.create(
        owner_id=door.owner_id,
        door=door,
        key=words.key_at(door),
        origin=origin,
        at=now,
        name=words.name,
        email=words.email,
        page=words.page,
        how=words.how,
        text=words.text,
    )
    if not proves_by_letter():
        deliver(knock, is_proven=False)
        return None
    return knock


def _takes_letter(knock: Knock, key: str) -> bool:
    now = timezone.now()
    sent = knock.lettered_at
    is_enough = knock.letters >= _MOST_LETTERS or (sent and sent + _ANOTHER_LETTER_AFTER > now)
    if knock.delivered_at or is_enough:
        return False
    knock.digest, knock.lettered_at, knock.letters = digest_of(key), now, knock.letters + 1
    knock.save(update_fields=["digest", "lettered_at", "letters"])
    return True


def _send_letter(knock: Knock, link: str) -> None:
    """None of the sender's words are in it: nobody writes to others through a door."""
    to = knock.door.owner.get_full_name() or knock.door.handle
    letter = EmailMessage(
        subject=" ".join(gettext("Deliver your note to %(name)s").split()) % {"name": _line(to)},
        body=render_to_string("door/letter.txt", {"to": to, "link": link}),
        to=[knock.email],
    )
    try:
        letter.send()
    except (OSError, smtplib.SMTPException) as error:
        Knock.objects.filter(pk=knock.pk).update(lettered_at=None, letters=F("letters") - 1)
        # Neither address nor text: a log is read by others than the letter.
        _log.error("A letter of a door could not be handed over: %s", type(error).__name__)
        raise LetterError("The letter could not be sent.") from error


def _invite(knock: Knock, *, is_proven: bool) -> None:
    owner, email = knock.door.owner, identities.email(knock.email)
    proven = [to_plain(email)] if is_proven and email else []
    with translation.override(owner.language or settings.LANGUAGE_CODE):
        claimed = "" if is_proven else gettext("%(email)s, not proven") % {"email": knock.email}
        what = gettext("A note of %(name)s's came through a door") % {"name": knock.name}
    row = Invitation(
        owner=owner,
        key=knock.invitation_key,
        network=NETWORK,
        is_incoming=True,
        name=knock.name,
        # Anybody can write anybody's page into a form: it is shown, and ties to nobody.
        headline=" · ".join(filter(None, (claimed, knock.page))),
        text="\n\n".join(filter(None, (knock.how, knock.text))),
        identities=proven,
        at=knock.at,
    )
    contact_id = _whose(owner, email) if proven and email else None
    if contact_id is None:
        row.save(force_insert=True)
        return
    # An act, so that an undo of whatever made the contact knows that something hangs on it.
    row.contact_id = contact_id
    with recorded(owner, Act.Kind.REMEMBER, what) as recorder:
        recorder.make(row, contact_id)


def _whose(owner: User, email: Identity) -> UUID | None:
    """The one contact with this address; None where there is none, or several share it."""
    rows = IdentityRow.objects.filter(owner=owner, kind=email.kind, value=email.value)
    found = set(rows.values_list("contact_id", flat=True)[:2])
    return found.pop() if len(found) == 1 else None


def _is_blocked(door: Door, email: str) -> bool:
    parts = email.partition("@")[2].split(".")
    domains = [".".join(parts[at:]) for at in range(len(parts))]
    blocked = Blocked.objects.filter(owner_id=door.owner_id)
    return blocked.filter(Q(value=email) | Q(value__in=domains)).exists()


def _forget() -> None:
    """What nobody confirmed goes; of what came, where it came from goes after a day."""
    if not cache.add("door-forgets", 1, timeout=_FORGETS_EVERY_SECONDS):
        return
    now = timezone.now()
    Knock.objects.filter(delivered_at__isnull=True, at__lte=now - KEY_LASTS).delete()
    Knock.objects.filter(at__lte=now - DAY).exclude(origin="").update(origin="")


def _line(text: str) -> str:
    return " ".join(text.split())
