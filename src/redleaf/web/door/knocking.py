"""A knock: what is said at a door is kept once, proven by a letter, and becomes an invitation."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Q
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
from redleaf.web.door.blocking import is_blocked
from redleaf.web.door.letters import LETTERED, proves_by_letter, send_letter, takes_letter
from redleaf.web.door.limits import DAY, TooMuchError, limit_reached, mailbox_digest
from redleaf.web.door.models import Door, Knock

NETWORK = "door"
KEY_LASTS = dt.timedelta(days=3)
_FORGETS_EVERY_SECONDS = 600
_DELIVERED = ("delivered_at", "is_proven", "is_dropped", "name", "email", "page", "how", "text")


class ClosedError(RedleafError):
    """The door was closed meanwhile."""


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


def knock_at(door: Door, words: Words, *, origin: str, link_of: Callable[[str], str]) -> bool:
    """Take what somebody says, once; `link_of` makes the address in a letter from its key.

    Gives whether it is delivered, so that nobody has to wait for a letter. From whom is blocked
    nothing is kept but that somebody knocked, and nobody is told. Raises ClosedError,
    TooMuchError, LetterError, NoMailboxError.
    """
    key = secrets.token_urlsafe(24)
    _forget()
    with transaction.atomic():
        knock = _knock(door, words, origin)
        before = {name: getattr(knock, name) for name in LETTERED}
        needs_letter = proves_by_letter() and takes_letter(knock, key)
        if knock._state.adding:
            knock.save(force_insert=True)
        elif needs_letter:
            knock.save(update_fields=LETTERED)
        if not proves_by_letter():
            deliver(knock, is_proven=False)
            return True
    if needs_letter:
        send_letter(knock, to=words.email, link=link_of(key), before=before)
    return knock.delivered_at is not None


def deliver(knock: Knock, *, is_proven: bool) -> None:
    """Make an invitation of the knock; a second time changes nothing."""
    with transaction.atomic():
        knock = (
            Knock.objects.select_for_update(of=("self",)).select_related("door").get(pk=knock.pk)
        )
        if knock.delivered_at is None:
            knock.is_dropped = knock.is_dropped or is_blocked(knock.owner_id, knock.email)
            if knock.is_dropped:
                knock.email = knock.page = ""
            else:
                _invite(knock, is_proven=is_proven)
            knock.delivered_at, knock.is_proven = timezone.now(), is_proven
            knock.name = knock.how = knock.text = ""
            knock.save(update_fields=_DELIVERED)


def is_over(knock: Knock) -> bool:
    """Whether the letter came so long ago that its link opens nothing."""
    since = knock.lettered_at or knock.at
    return knock.delivered_at is None and since + KEY_LASTS <= timezone.now()


def _knock(door: Door, words: Words, origin: str) -> Knock:
    """The one with these words at this door, or a new one that is not written yet."""
    now = timezone.now()
    # One after another at each door: otherwise two at once would both be the last that fits.
    if not Door.objects.select_for_update().values_list("is_open", flat=True).get(pk=door.pk):
        raise ClosedError("This door is closed.")
    is_dropped = is_blocked(door.owner_id, words.email)
    before = door.knocks.filter(key=words.key_at(door)).first()
    if before is not None and (is_dropped or not before.is_dropped) and not is_over(before):
        return before
    if before is not None:
        before.delete()  # who is let in again, or never confirmed it, may say the same again
    mailbox = mailbox_digest(words.email)
    within = limit_reached(door, origin=origin, mailbox=mailbox, now=now)
    if within is not None:
        raise TooMuchError(within)
    said = {} if is_dropped else asdict(words)
    return Knock(
        owner_id=door.owner_id,
        door=door,
        key=words.key_at(door),
        origin=origin,
        mailbox=mailbox,
        at=now,
        is_dropped=is_dropped,
        **said,
    )


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


def _forget() -> None:
    """What nobody confirmed goes; of what came, where it came from goes after a day."""
    if not _is_time_to_forget():
        return
    now = timezone.now()
    waiting = Knock.objects.filter(delivered_at__isnull=True)
    over = now - KEY_LASTS
    waiting.filter(Q(lettered_at=None) | Q(lettered_at__lte=over), at__lte=over).delete()
    Knock.objects.filter(at__lte=now - DAY).exclude(origin="").update(origin="")


def _is_time_to_forget() -> bool:
    """Each process reckons for itself: to ask the store at every knock is dearer than forgetting.

    However the clock was set meanwhile, forward or back.
    """
    now = time.time()
    if abs(now - _forgot.at) < _FORGETS_EVERY_SECONDS:
        return False
    _forgot.at = now
    return True


@dataclass(slots=True)
class _Forgot:
    at: float = 0.0


_forgot = _Forgot()
