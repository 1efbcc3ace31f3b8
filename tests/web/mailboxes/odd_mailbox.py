"""A mail server with one folder that answers as real ones do on a bad day."""

from __future__ import annotations

import io
import re
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

REFUSED = b"refused"


class OddMailbox:
    """`mails` by their numbers; `heard` are the commands it was sent.

    It refuses to give the `headless` at all and the `bodiless` whole, as servers do with damaged
    mails; hangs up where one of `breaking` is asked for whole; and answers `backwards`. Asked for
    its folders it `drips` a sign at a time without end, or `floods`.
    """

    def __init__(self, mails: list[bytes]) -> None:
        self.mails = dict(enumerate(mails, 1))
        self.headless: set[int] = set()
        self.bodiless: set[int] = set()
        self.breaking: set[int] = set()
        self.backwards = False
        self.drips = self.floods = False
        self.capabilities = "IMAP4rev1"
        self.heard: list[str] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"imap://127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._listen, daemon=True).start()

    def close(self) -> None:
        self._socket.close()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._socket.accept()
                with near, near.makefile("rwb") as lines, suppress(OSError):
                    self._talk(lines)

    def _talk(self, lines: io.BufferedRWPair) -> None:
        lines.write(b"* OK hello\r\n")
        lines.flush()
        while line := lines.readline().decode():
            tag, _, what = line.strip().partition(" ")
            self.heard.append(what)
            answer = self._answer(what)
            if answer is None:
                return
            while self.drips and what.startswith("LIST"):
                lines.write(b"*")
                lines.flush()
                time.sleep(0.02)
            is_refused = answer == REFUSED
            lines.write(b"" if is_refused else answer)
            said = b"NO [SERVERBUG] internal error" if is_refused else b"OK done"
            lines.write(tag.encode() + b" " + said + b"\r\n")
            lines.flush()
            if what == "STARTTLS":
                return

    def _answer(self, what: str) -> bytes | None:
        if what.startswith("CAPABILITY"):
            return f"* CAPABILITY {self.capabilities}\r\n".encode()
        if what.startswith("LIST"):
            return b'* LIST () "/" {4000000000}\r\n' if self.floods else b'* LIST () "/" INBOX\r\n'
        if what.startswith("EXAMINE"):
            return b"* OK [UIDVALIDITY 7] numbered\r\n"
        if what.startswith("UID SEARCH"):
            first = int(re.findall(r"(\d+):\*", what)[0])
            found = [str(uid) for uid in self.mails if uid >= first]
            return f"* SEARCH {' '.join(found)}\r\n".encode()
        if what.startswith("UID FETCH"):
            return self._fetched([int(each) for each in what.split()[2].split(",")], what)
        return b""

    def _fetched(self, uids: list[int], what: str) -> bytes | None:
        is_head = "HEADER" in what
        if not is_head and self.breaking.intersection(uids):
            return None
        if (self.headless if is_head else self.bodiless | self.headless).intersection(uids):
            return REFUSED
        ordered = reversed(uids) if self.backwards else uids
        return b"".join(self._item(uid, is_head) for uid in ordered if uid in self.mails)

    def _item(self, uid: int, is_head: bool) -> bytes:
        mail = self.mails[uid]
        data = mail.partition(b"\r\n\r\n")[0] + b"\r\n\r\n" if is_head else mail
        part = b"BODY[HEADER]<0>" if is_head else b"BODY[]<0>"
        return b"* %d FETCH (UID %d %s {%d}\r\n%s)\r\n" % (uid, uid, part, len(data), data)


@contextmanager
def odd_mailbox(mails: list[bytes]) -> Iterator[OddMailbox]:
    server = OddMailbox(mails)
    try:
        yield server
    finally:
        server.close()
