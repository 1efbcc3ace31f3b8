"""Let the owner in: a key is made where only the owner can read it, and works once."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from redleaf.web.accounts.models import EntryKey, User

KEY_LASTS = dt.timedelta(minutes=10)
OWNER_NAME = "owner"


def local_owner() -> User:
    """The one person whose desk this is; made at the first start."""
    owner, is_new = User.objects.get_or_create(username=OWNER_NAME)
    if is_new:
        owner.set_unusable_password()
        owner.save(update_fields=["password"])
    return owner


def introduce(
    user: User,
    *,
    name: str | None = None,
    names: tuple[str, str] | None = None,
    headline: str | None = None,
    offers: Sequence[str] | None = None,
    links: Sequence[str] | None = None,
    voice: str | None = None,
) -> None:
    """Keep what a user says of themselves; None leaves what stands.

    A name is kept as it is written: its first word and what follows; `names` are both
    by themselves.
    """
    if name is not None:
        user.first_name, _, user.last_name = " ".join(name.split()).partition(" ")
    if names is not None:
        user.first_name, user.last_name = (" ".join(each.split()) for each in names)
    if headline is not None:
        user.headline = " ".join(headline.split())
    if offers is not None:
        user.offers = list(dict.fromkeys(filter(None, (each.strip() for each in offers))))
    if links is not None:
        user.links = list(links)
    if voice is not None:
        user.voice = voice.replace("\r\n", "\n").strip()
    user.save(update_fields=["first_name", "last_name", "headline", "offers", "links", "voice"])


def make_entry_key(owner: User, *, lasts: dt.timedelta = KEY_LASTS) -> str:
    """A new key that opens the desk of `owner` once, until it is over."""
    now = timezone.now()
    EntryKey.objects.filter(expires_at__lte=now).delete()
    text = secrets.token_urlsafe(24)
    EntryKey.objects.create(digest=_digest(text), owner=owner, expires_at=now + lasts)
    return text


def use_entry_key(text: str) -> User | None:
    """The owner whom this key lets in, or None when it was used, is over, or never was."""
    with transaction.atomic():
        key = EntryKey.objects.select_related("owner").filter(digest=_digest(text)).first()
        if key is None:
            return None
        # Two requests may hold the same key; only the one that deletes the row may come in.
        deleted, _ = EntryKey.objects.filter(pk=key.pk).delete()
        return key.owner if deleted and not key.is_over(timezone.now()) else None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
