"""What lets a user in: a password or a token of OAuth, kept in the keyring of this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from redleaf.languagemodel.keyrings import keep_in_keyring, secret_in_keyring, take_out_of_keyring
from redleaf.web.mailboxes.tokens import Renewal, renewed

KINDS = ("password", "token", "refresh", "client")
_SERVICE = "redleaf mail"
_INSTEAD = _("redleaf sync takes it from %s instead.")
VARIABLE = "REDLEAF_SYNC_PASSWORD"
Kept = Callable[[str, str], None]


@dataclass(slots=True)
class Secret:
    """A password, or an access token and, if there is one, how to renew it. It prints as a mask.

    A token may be "" where it can be renewed. `kept` is told a renewed token, and the new refresh
    token where the server changed that, too.
    """

    text: str = field(repr=False)
    is_token: bool = False
    renewal: Renewal | None = field(default=None, repr=False)
    kept: Kept | None = field(default=None, repr=False)

    def renew(self) -> bool:
        """Whether there is a new token now. Raises MailServerError where it was to be had."""
        if self.renewal is None:
            return False
        found = renewed(self.renewal)
        self.text, self.renewal = found.access_token, self.renewal.after(found)
        if self.kept is not None:
            self.kept(found.access_token, found.refresh_token)
        return True


def kept_secret(account_id: UUID, kind: str) -> str:
    """One of the KINDS of an account; "" where it has none. Raises KeyringError."""
    return secret_in_keyring(_SERVICE, _name(account_id, kind), instead=_instead()) or ""


def keep_secret(account_id: UUID, kind: str, text: str) -> None:
    """Keep one in the place of the former, or take that out for "". Raises KeyringError."""
    if text:
        keep_in_keyring(_SERVICE, _name(account_id, kind), text, instead=_instead())
    else:
        take_out_of_keyring(_SERVICE, _name(account_id, kind), instead=_instead())


@contextmanager
def secrets_kept(account_id: UUID, texts: Mapping[str, str]) -> Iterator[None]:
    """Keep these, and no others, for what is done within; where that fails, all is as before."""
    former = {kind: kept_secret(account_id, kind) for kind in KINDS}
    try:
        for kind in KINDS:
            keep_secret(account_id, kind, texts.get(kind, ""))
        yield
    except BaseException:
        for kind, text in former.items():
            keep_secret(account_id, kind, text)
        raise


def forget_secrets(account_id: UUID) -> None:
    """Take all of an account out of the keyring. Raises KeyringError."""
    for kind in KINDS:
        keep_secret(account_id, kind, "")


def _name(account_id: UUID, kind: str) -> str:
    # By account and not by address: two users of one server must never meet in one entry.
    return f"{account_id} {kind}"


def _instead() -> str:
    return str(_INSTEAD) % VARIABLE
