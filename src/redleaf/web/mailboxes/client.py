"""IMAP, by the standard library: reading alone, patient with the server, faithful to one host.

The seven commands that are needed here imaplib has; another library would add no safety and one
more thing to trust with a password. Folders are opened with EXAMINE and mails with PEEK, so that
nothing there changes, not even what is unread.
"""

from __future__ import annotations

import imaplib
import re
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from types import TracebackType
from typing import TypeVar
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from redleaf.web.mailboxes.answers import Head, done, items_of
from redleaf.web.mailboxes.bounds import BoundedIMAP4, BoundedIMAP4overTLS, Bounds
from redleaf.web.mailboxes.faults import (
    MailServerError,
    NotGivenError,
    RefusedError,
    refused,
    said_by,
    unreachable,
)
from redleaf.web.mailboxes.folder_names import listed_names, quoted_name
from redleaf.web.mailboxes.logging_in import log_in
from redleaf.web.mailboxes.secrets import Secret
from redleaf.web.mailboxes.tokens import is_this_machine as _is_this_machine

MOST_BYTES = 2_000_000
_SECONDS = 30.0
_WITHIN = 600.0
_TRIES = 4
_PAUSE_SECONDS = 0.5
_AT_ONCE = 100
_HEADS = "(UID BODYSTRUCTURE BODY.PEEK[HEADER]<0.64000>)"
_NUMBER = re.compile(rb"\d+")
_Answer = TypeVar("_Answer")


class MailClient:
    """One user on one server. Use it as a context; every method raises MailServerError.

    A connection that breaks is made again, each time after a longer pause, and the folder that
    was open is opened again.
    """

    def __init__(
        self, address: str, user: str, secret: Secret, *, unencrypted: bool = False,
        tries: int = _TRIES, seconds: float = _SECONDS, within: float = _WITHIN,
    ) -> None:  # fmt: skip
        self.host, self._port, self._is_secure = read_address(address)
        self.address = shown_address(address)
        self._user, self._secret = user, secret
        self._tries, self._seconds = tries, seconds
        self._bounds = Bounds(self.host, seconds, within)
        self._may_be_open = unencrypted or _is_this_machine(self.host)
        self._imap: imaplib.IMAP4 | None = None
        self._folder = ""
        self._validity = 0

    def __enter__(self) -> MailClient:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self._hang_up()

    def folders(self) -> list[str]:
        """The names of the folders that hold mails."""

        def ask(imap: imaplib.IMAP4) -> list[str]:
            return listed_names(done(imap.list()))

        return self._patiently(ask)

    def open(self, name: str) -> int:
        """Open a folder for reading alone; gives its UIDVALIDITY."""
        self._folder, self._validity = "", 0

        def ask(imap: imaplib.IMAP4) -> int:
            return _examined(imap, name)

        validity = self._patiently(ask)
        self._folder, self._validity = name, validity
        return validity

    def numbers_after(self, uid: int) -> list[int]:
        """The UIDs in the open folder above `uid`, in order."""

        def ask(imap: imaplib.IMAP4) -> list[int]:
            answer = done(imap.uid("SEARCH", "UID", f"{uid + 1}:*"))
            found = {
                int(each)
                for line in answer
                if isinstance(line, bytes)
                for each in _NUMBER.findall(line)
            }
            return sorted(each for each in found if each > uid)

        return self._patiently(ask)

    def heads(self, uids: list[int]) -> Iterator[Head]:
        """The heads of mails of the open folder, in order; vanished ones are left out.

        For one damaged mail a server may refuse all that were asked with it: then they are asked
        one by one. Where none of many is given, it is not the mails: that is raised.
        """
        for at in range(0, len(uids), _AT_ONCE):
            asked = uids[at : at + _AT_ONCE]
            try:
                found = self._fetched(asked, _HEADS)
            except NotGivenError as error:
                found = [each for uid in asked for each in self._head(uid)]
                if len(asked) > 1 and all(each.refusal for each in found):
                    raise MailServerError(str(error)) from None
            yield from found

    def mail(self, uid: int) -> bytes:
        """The first 2 MB of a mail; empty when it is no longer there. Raises NotGivenError."""
        found = self._fetched([uid], f"(UID BODY.PEEK[]<0.{MOST_BYTES}>)")
        return found[0].headers if found else b""

    def _head(self, uid: int) -> list[Head]:
        try:
            return self._fetched([uid], _HEADS)
        except NotGivenError as error:
            return [Head(uid, refusal=str(error))]

    def _fetched(self, uids: list[int], what: str) -> list[Head]:
        """What the server gives of these mails, in order: it may answer in any."""

        def ask(imap: imaplib.IMAP4) -> list[Head]:
            status, answer = imap.uid("FETCH", ",".join(map(str, uids)), what)
            if status == "NO":
                imap.response("FETCH")  # what came before it said no is not told a second time
                raise NotGivenError(self._answered(answer[0] if answer else b""))
            found = {each.uid: each for each in items_of(done((status, answer)))}
            return [found[uid] for uid in uids if uid in found]

        return self._patiently(ask)

    def _answered(self, said: object) -> str:
        told = _("%(host)s answered: %(said)s")
        return told % {"host": self.host, "said": said_by(Exception(said))}

    def _patiently(self, ask: Callable[[imaplib.IMAP4], _Answer]) -> _Answer:
        """What `ask` gives; a connection that breaks is made again, up to three times."""
        for number in range(self._tries):
            if number:
                time.sleep(_PAUSE_SECONDS * 2 ** (number - 1))
            self._bounds.begin()
            try:
                return ask(self._connected())
            except imaplib.IMAP4.abort:
                error = OSError()
                self._hang_up()
            except imaplib.IMAP4.error as fault:
                raise MailServerError(self._answered(*fault.args[:1])) from None
            except OSError as fault:
                error = fault
                self._hang_up()
                if isinstance(fault, ssl.SSLCertVerificationError) or _is_no_name(fault):
                    break
        raise unreachable(error, self.host, self._port) from None

    def _connected(self) -> imaplib.IMAP4:
        if self._imap is None:
            try:
                self._imap = self._logged_in()
            except RefusedError:
                if not self._secret.renew():
                    raise
                self._imap = self._logged_in()
            if self._folder and _examined(self._imap, self._folder) != self._validity:
                told = _("%(folder)s was numbered anew meanwhile. Look again.")
                raise MailServerError(told % {"folder": self._folder})
        return self._imap

    def _logged_in(self) -> imaplib.IMAP4:
        if not self._secret.text:
            self._secret.renew()
        imap = self._encrypted()
        try:
            log_in(imap, self._user, self._secret, self.host, self._port)
        except BaseException as error:
            with suppress(OSError):
                imap.shutdown()
            if isinstance(error, imaplib.IMAP4.abort) or not isinstance(error, imaplib.IMAP4.error):
                raise
            raise refused(error, self.host, is_token=self._secret.is_token) from None
        return imap

    def _encrypted(self) -> imaplib.IMAP4:
        safe = ssl.create_default_context()
        if self._is_secure:
            return BoundedIMAP4overTLS(
                self.host, self._port, ssl_context=safe, timeout=self._seconds, bounds=self._bounds
            )
        imap = BoundedIMAP4(self.host, self._port, timeout=self._seconds, bounds=self._bounds)
        if "STARTTLS" in imap.capabilities:
            if self._may_be_open:  # then an unknown certificate is still better than none
                safe.check_hostname, safe.verify_mode = False, ssl.CERT_NONE
            imap.starttls(safe)
            return imap
        if self._may_be_open:
            return imap
        imap.shutdown()
        raise MailServerError(
            _(
                "This server is not encrypted, so what lets you in could be read on the way. "
                "Use imaps://, or allow it in a network of your own."
            ),
            at="address",
        )

    def _hang_up(self) -> None:
        imap, self._imap = self._imap, None
        if imap is not None:
            with suppress(OSError, imaplib.IMAP4.error):
                imap.shutdown()


def read_address(address: str) -> tuple[str, int, bool]:
    """Host, port, and whether it is encrypted from the first byte. Raises MailServerError."""
    text = address.strip()
    try:
        parts = urlsplit(text if "://" in text else f"imaps://{text}")
        host, port = parts.hostname or "", parts.port
        host.encode("idna")  # fails as the resolver would: "imap..example.org"
    except ValueError:
        host, port = "", None
    is_plain = not (parts.path.strip("/") or parts.query or parts.fragment or "@" in parts.netloc)
    is_host = all(sign.isalnum() or sign in ".-_:" for sign in host)
    if parts.scheme not in ("imap", "imaps") or not (host and is_plain and is_host) or port == 0:
        told = _("%(address)s is not the address of a mail server. It is as in imap.example.org.")
        raise MailServerError(told % {"address": text[:200]}, at="address")
    is_secure = parts.scheme == "imaps"
    return host, port or (993 if is_secure else 143), is_secure


def shown_address(address: str) -> str:
    """An address with all its parts: imaps://imap.example.org:993."""
    host, port, is_secure = read_address(address)
    shown = f"[{host}]" if ":" in host else host
    return f"{'imaps' if is_secure else 'imap'}://{shown}:{port}"


def _examined(imap: imaplib.IMAP4, name: str) -> int:
    status = imap.select(quoted_name(name), readonly=True)[0]
    if status != "OK":
        told = _("There is no folder %(name)s that can be read on the server.")
        raise MailServerError(told % {"name": name}, at="folders")
    answer = imap.response("UIDVALIDITY")[1]
    first = answer[0] if answer else None
    return int(first) if isinstance(first, bytes) and first.isdigit() else 0


def _is_no_name(error: OSError) -> bool:
    return isinstance(error, socket.gaierror) and error.errno != socket.EAI_AGAIN
