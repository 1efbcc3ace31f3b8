"""How much a mail server may say to one question, and how long: a hostile one knows no end."""

from __future__ import annotations

import imaplib
import socket
import time
from typing import Any

from django.utils.translation import gettext as _

from redleaf.web.mailboxes.faults import MailServerError

_MOST_BYTES = 64_000_000
_AT_ONCE = 65_536


class Bounds:
    """`seconds` is how long each byte is waited for, `within` how long the whole answer."""

    def __init__(self, host: str, seconds: float, within: float) -> None:
        self._host, self._seconds, self._within = host, seconds, within
        self.begin()

    def begin(self) -> None:
        """A new question."""
        self._ends, self._left = time.monotonic() + self._within, _MOST_BYTES

    def take(self, size: int) -> None:
        """Raises MailServerError when that is too much."""
        self._left -= size
        if self._left < 0:
            told = _("%(host)s sends far more than it was asked for.")
            raise MailServerError(told % {"host": self._host}, at="address")

    def wait(self) -> float:
        """How long the next bytes may take. Raises TimeoutError."""
        left = self._ends - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return min(self._seconds, left)


class BoundedIMAP4(imaplib.IMAP4):
    """It reads from its socket itself: the library waits for each byte anew, and takes them all."""

    def __init__(self, *args: Any, bounds: Bounds, **kwargs: Any) -> None:
        self._bounds, self._held = bounds, bytearray()
        self._source: socket.socket | None = None
        super().__init__(*args, **kwargs)

    def read(self, size: int) -> bytes:
        self._bounds.take(max(size - len(self._held), 0))
        while len(self._held) < size and self._more(size - len(self._held), is_counted=True):
            pass
        return self._cut(size)

    def readline(self) -> bytes:
        looked = 0
        while (end := self._held.find(b"\n", looked)) < 0:
            looked = len(self._held)
            if not self._more(_AT_ONCE):
                return self._cut(len(self._held))
        return self._cut(end + 1)

    def _more(self, most: int, *, is_counted: bool = False) -> bool:
        if self._source is not self.sock:  # encrypted since: what came before is nobody's word
            self._source = self.sock
            self._held.clear()
        self.sock.settimeout(self._bounds.wait())
        data = self.sock.recv(min(most, _AT_ONCE))
        if not is_counted:
            self._bounds.take(len(data))
        self._held += data
        return bool(data)

    def _cut(self, size: int) -> bytes:
        data = bytes(self._held[:size])
        del self._held[:size]
        return data


class BoundedIMAP4overTLS(BoundedIMAP4, imaplib.IMAP4_SSL):
    """The same, encrypted from the first byte."""
