"""IMAP, by the standard library: reading alone, patient with the server, faithful to one host.

The seven commands that are needed here imaplib has; another library would add no safety and one
more thing to trust with a password. Folders are opened with EXAMINE and mails with PEEK, so that
nothing there changes, not even what is unread.
"""

from __future__ import annotations

import imaplib
import ipaddress
import re
import ssl
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import TypeVar
from urllib.parse import urlsplit

from redleaf.errors import RedleafError
from redleaf.web.mailboxes.folder_names import listed_names, quoted_name

MOST_BYTES = 2_000_000
_SECONDS = 30.0
_TRIES = 4
_PAUSE_SECONDS = 0.5
_AT_ONCE = 100
_HEADS = "(UID BODYSTRUCTURE BODY.PEEK[HEADER])"
_UID = re.compile(rb"\bUID (\d+)")
_NUMBER = re.compile(rb"\d+")
_Answer = TypeVar("_Answer")


class MailServerError(RedleafError):
    """The mail server could not be read, or does not let this user in."""


@dataclass(frozen=True, slots=True)
class Secret:
    """A password, or a token of OAuth; it prints as a mask."""

    text: str = field(repr=False)
    is_token: bool = False


class MailClient:
    """One user on one server. Use it as a context; every method raises MailServerError.

    A connection that breaks is made again, each time after a longer pause, and the folder that
    was open is opened again.
    """

    def __init__(
        self, address: str, user: str, secret: Secret, *, unencrypted: bool = False
    ) -> None:
        parts = urlsplit(address)
        if parts.scheme not in ("imap", "imaps") or not parts.hostname:
            raise MailServerError(f"{address} is not the address of a mail server.")
        self.host = parts.hostname
        self._is_secure = parts.scheme == "imaps"
        self._port = parts.port or (993 if self._is_secure else 143)
        self.address = f"{parts.scheme}://{self.host}:{self._port}"
        self._user, self._secret = user, secret
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
            return listed_names(_done(imap.list()))

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
            answer = _done(imap.uid("SEARCH", "UID", f"{uid + 1}:*"))
            found = {
                int(each)
                for line in answer
                if isinstance(line, bytes)
                for each in _NUMBER.findall(line)
            }
            return sorted(each for each in found if each > uid)

        return self._patiently(ask)

    def heads(self, uids: list[int]) -> Iterator[tuple[int, bytes, bytes]]:
        """UID, structure and headers of mails of the open folder; vanished ones are left out."""
        for at in range(0, len(uids), _AT_ONCE):
            yield from self._fetched(
                uids[at : at + _AT_ONCE], "(UID BODYSTRUCTURE BODY.PEEK[HEADER])"
            )

    def mail(self, uid: int) -> bytes:
        """The first 2 MB of a mail; empty when it is no longer there."""
        found = self._fetched([uid], f"(UID BODY.PEEK[]<0.{MOST_BYTES}>)")
        return next((data for number, _, data in found if number == uid), b"")

    def _fetched(self, uids: list[int], what: str) -> list[tuple[int, bytes, bytes]]:
        def ask(imap: imaplib.IMAP4) -> list[tuple[int, bytes, bytes]]:
            answer = _done(imap.uid("FETCH", ",".join(map(str, uids)), what))
            return list(_items(answer))

        return self._patiently(ask)

    def _patiently(self, ask: Callable[[imaplib.IMAP4], _Answer]) -> _Answer:
        """What `ask` gives; a connection that breaks is made again, up to three times."""
        for number in range(_TRIES):
            if number:
                time.sleep(_PAUSE_SECONDS * 2 ** (number - 1))
            try:
                return ask(self._connected())
            except imaplib.IMAP4.abort:
                self._hang_up()
            except imaplib.IMAP4.error as error:
                raise MailServerError(f"{self.host} answered: {_said(error)}") from None
            except ssl.SSLCertVerificationError:
                raise MailServerError(
                    f"The certificate of {self.host} is not one that can be trusted."
                ) from None
            except OSError:
                self._hang_up()
        raise MailServerError(
            f"{self.host} cannot be reached, or hangs up. What came is kept; try again later."
        )

    def _connected(self) -> imaplib.IMAP4:
        if self._imap is None:
            self._imap = self._logged_in()
            if self._folder and _examined(self._imap, self._folder) != self._validity:
                raise MailServerError(f"{self._folder} was numbered anew meanwhile. Sync again.")
        return self._imap

    def _logged_in(self) -> imaplib.IMAP4:
        safe = ssl.create_default_context()
        imap: imaplib.IMAP4
        if self._is_secure:
            imap = imaplib.IMAP4_SSL(self.host, self._port, ssl_context=safe, timeout=_SECONDS)
        else:
            imap = imaplib.IMAP4(self.host, self._port, timeout=_SECONDS)
            if "STARTTLS" in imap.capabilities and not self._may_be_open:
                imap.starttls(safe)
            elif not self._may_be_open:
                imap.shutdown()
                raise MailServerError(
                    "This server is not encrypted, so the password would be read on the way. "
                    "Use imaps, or say --unencrypted in a network of your own."
                )
        try:
            self._log_in(imap)
        except (OSError, imaplib.IMAP4.error) as error:
            with suppress(OSError):
                imap.shutdown()
            if isinstance(error, (OSError, imaplib.IMAP4.abort)):
                raise
            what = "token" if self._secret.is_token else "password"
            raise MailServerError(f"{self.host} does not take this user name and {what}.") from None
        return imap

    def _log_in(self, imap: imaplib.IMAP4) -> None:
        if self._secret.is_token:
            said = f"user={self._user}\x01auth=Bearer {self._secret.text}\x01\x01".encode()
            answers = iter((said,))
            # After a refusal the server wants one more, empty answer before it says so.
            imap.authenticate("XOAUTH2", lambda _: next(answers, b""))
        elif "AUTH=PLAIN" in imap.capabilities:
            said = f"\0{self._user}\0{self._secret.text}".encode()
            imap.authenticate("PLAIN", lambda _: said)
        else:
            imap.login(self._user, self._secret.text)

    def _hang_up(self) -> None:
        imap, self._imap = self._imap, None
        if imap is not None:
            with suppress(OSError, imaplib.IMAP4.error):
                imap.shutdown()


def _examined(imap: imaplib.IMAP4, name: str) -> int:
    status, _ = imap.select(quoted_name(name), readonly=True)
    if status != "OK":
        raise MailServerError(f"There is no folder {name} that can be read on the server.")
    _, answer = imap.response("UIDVALIDITY")
    first = answer[0] if answer else None
    return int(first) if isinstance(first, bytes) and first.isdigit() else 0


def _done(answer: tuple[str, Sequence[object]]) -> list[object]:
    status, data = answer
    if status != "OK":
        raise imaplib.IMAP4.error(data[0] if data else "no reason")
    return list(data)


def _items(answer: list[object]) -> Iterator[tuple[int, bytes, bytes]]:
    """Of each mail its UID, all that was said beside the literal, and the literal.

    imaplib gives a pair for what ends in a literal, and the rest of the mail's answer after it.
    """
    before, data = b"", b""
    for part in answer:
        if isinstance(part, tuple):
            before, data = before + part[0], part[1]
            continue
        said = before + (part if isinstance(part, bytes) else b"")
        if (uid := _UID.search(said)) and before:
            yield int(uid[1]), said, data
        before, data = b"", b""


def _said(error: Exception) -> str:
    first = error.args[0] if error.args else ""
    text = first.decode("utf-8", "replace") if isinstance(first, bytes) else str(first)
    return text[:200]


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
