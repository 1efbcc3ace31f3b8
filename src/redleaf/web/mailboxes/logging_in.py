"""The ways to say who one is: a password, or a token as XOAUTH2 or OAUTHBEARER (RFC 7628)."""

from __future__ import annotations

import imaplib
from collections.abc import Callable

from django.utils.translation import gettext as _

from redleaf.web.mailboxes.faults import MailServerError
from redleaf.web.mailboxes.secrets import Secret


def log_in(imap: imaplib.IMAP4, user: str, secret: Secret, host: str, port: int) -> None:
    """Raises imaplib.IMAP4.error where the server refuses."""
    if secret.is_token:
        _with_token(imap, user, secret.text, host, port)
    elif "AUTH=PLAIN" in imap.capabilities:
        said = f"\0{user}\0{secret.text}".encode()
        imap.authenticate("PLAIN", lambda _challenge: said)
    else:
        _plainly(imap, user, secret.text, host)


def _with_token(imap: imaplib.IMAP4, user: str, token: str, host: str, port: int) -> None:
    ways = [each.removeprefix("AUTH=") for each in imap.capabilities if each.startswith("AUTH=")]
    if "XOAUTH2" in ways:
        imap.authenticate("XOAUTH2", _once(f"user={user}\x01auth=Bearer {token}\x01\x01"))
    elif "OAUTHBEARER" in ways:
        # In a name, these two are written by their numbers (RFC 5801, 4).
        name = user.replace("=", "=3D").replace(",", "=2C")
        head = f"n,a={name},\x01host={host}\x01port={port}"
        imap.authenticate("OAUTHBEARER", _once(f"{head}\x01auth=Bearer {token}\x01\x01", b"\x01"))
    else:
        told = _("%(host)s takes no tokens. Use a password.")
        raise MailServerError(told % {"host": host}, at="secret")


def _plainly(imap: imaplib.IMAP4, user: str, password: str, host: str) -> None:
    # The library puts the password alone between quotation marks.
    quoted = user.replace("\\", "\\\\").replace('"', '\\"')
    try:
        imap.login(f'"{quoted}"', password)
    except UnicodeEncodeError:
        told = _("%(host)s takes no such letters in a name or password.")
        raise MailServerError(told % {"host": host}, at="secret") from None


def _once(said: str, then: bytes = b"") -> Callable[[bytes], bytes]:
    """What is answered first; after a refusal the server wants one more before it says so."""
    answers = iter((said.encode(),))
    return lambda _challenge: next(answers, then)
