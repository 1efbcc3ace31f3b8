"""What can go wrong with a mail server, each in a sentence and with the place where to mend it."""

from __future__ import annotations

import imaplib
import socket
import ssl

from django.utils.translation import gettext as _

from redleaf.errors import RedleafError


class MailServerError(RedleafError):
    """The mail server could not be read, or does not let this user in.

    `at` is what has to be mended: "address", "secret", "folders", "token_address", or "".
    """

    def __init__(self, what: str, *, at: str = "") -> None:
        super().__init__(what)
        self.at = at


class RefusedError(MailServerError):
    """The server does not take this user name with this password or token."""


class NotGivenError(MailServerError):
    """The server answers, but does not give this mail."""


def unreachable(error: OSError, host: str, port: int) -> MailServerError:
    """Why there is no line to the server."""
    said = {"host": host, "port": port}
    if isinstance(error, socket.gaierror):
        what = _("There is no server called %(host)s, or this machine is not on the net.")
    elif isinstance(error, ssl.SSLCertVerificationError):
        what = _("The certificate of %(host)s is not one that can be trusted.")
    elif isinstance(error, ssl.SSLError):
        what = _("%(host)s speaks nothing encrypted at port %(port)s. Look at the port.")
    elif isinstance(error, TimeoutError):
        what = _("%(host)s did not answer at port %(port)s in time. Try again later.")
    elif isinstance(error, ConnectionRefusedError):
        what = _("%(host)s cannot be reached at port %(port)s. Look at the address and the port.")
    else:
        what = _("%(host)s cannot be reached, or hangs up. What came is kept; try again later.")
    return MailServerError(what % said, at="address")


def refused(error: imaplib.IMAP4.error, host: str, *, is_token: bool) -> MailServerError:
    """Why nobody was let in. What the server says of it is not shown: it may repeat the secret."""
    told = said_by(error).casefold()
    said = {"host": host}
    if "[unavailable]" in told:
        return MailServerError(
            _("%(host)s cannot tell who is who just now. Try again later.") % said
        )
    if is_token:
        what = _("%(host)s does not take this user name and token.")
    elif "application-specific" in told or "app password" in told:
        what = _("%(host)s wants a password that it made for one program alone. Ask it for one.")
    else:
        what = _("%(host)s does not take this user name and password.")
    return RefusedError(what % said, at="secret")


def said_by(error: Exception) -> str:
    first = error.args[0] if error.args else ""
    text = first.decode("utf-8", "replace") if isinstance(first, bytes) else str(first)
    return text[:200]
