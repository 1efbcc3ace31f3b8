"""Mail servers that do things in their own way: what they say is told in plain words."""

from __future__ import annotations

import io
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

from redleaf.web.mailboxes import bounds
from redleaf.web.mailboxes.client import MailClient
from redleaf.web.mailboxes.faults import MailServerError
from redleaf.web.mailboxes.secrets import Secret
from tests.web.mailboxes.odd_mailbox import odd_mailbox


class OddServer:
    """It knows LOGIN alone and answers it with `says`; `heard` are the commands it was sent."""

    def __init__(self, says: str) -> None:
        self._says = says
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"imap://127.0.0.1:{self._socket.getsockname()[1]}"
        self.heard: list[str] = []
        threading.Thread(target=self._listen, daemon=True).start()

    def close(self) -> None:
        self._socket.close()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._socket.accept()
                with near, near.makefile("rwb") as lines:
                    self._talk(lines)

    def _talk(self, lines: io.BufferedRWPair) -> None:
        write, read = lines.write, lines.readline
        write(b"* OK hello\r\n")
        lines.flush()
        while line := read().decode():
            self.heard.append(line.strip().partition(" ")[2])
            tag, _, what = line.partition(" ")
            if what.startswith("CAPABILITY"):
                write(b"* CAPABILITY IMAP4rev1\r\n")
            elif what.startswith("LIST"):
                write(b'* LIST () "/" INBOX\r\n')
            says = self._says if what.startswith("LOGIN") else "OK"
            write(f"{tag} {says} done\r\n".encode())
            lines.flush()


@contextmanager
def odd_server(says: str = "OK") -> Iterator[OddServer]:
    server = OddServer(says)
    try:
        yield server
    finally:
        server.close()


def folders(server: OddServer, user: str = "ana", said: str = "word") -> list[str]:
    with MailClient(server.address, user, Secret(said), tries=1, seconds=5) as client:
        return client.folders()


def test_names_and_passwords_keep_their_quotation_marks() -> None:
    with odd_server() as server:
        assert folders(server, 'ana "r" \\x', 'a "b" \\c') == ["INBOX"]
    assert r'LOGIN "ana \"r\" \\x" "a \"b\" \\c"' in server.heard


def test_letters_that_it_cannot_take_are_said() -> None:
    with odd_server() as server, pytest.raises(MailServerError, match="no such letters") as error:
        folders(server, said="Blätter")
    assert error.value.at == "secret"


@pytest.mark.parametrize(
    ("says", "told"),
    [
        ("NO [AUTHENTICATIONFAILED] word is wrong", "does not take this user name and password"),
        ("NO [UNAVAILABLE] the disk is gone", "cannot tell who is who just now"),
        ("NO [ALERT] Application-specific password required", "made for one program alone"),
        ("BAD what", "does not take this user name and password"),
    ],
)
def test_its_refusal_is_told_without_its_words(says: str, told: str) -> None:
    with odd_server(says) as server, pytest.raises(MailServerError, match=told) as error:
        folders(server)
    assert "word is wrong" not in str(error.value)


def test_a_server_that_never_ends_is_waited_for_so_long_and_no_longer() -> None:
    with odd_mailbox([]) as server:
        server.drips = True
        client = MailClient(server.address, "a", Secret("b"), tries=1, seconds=5, within=0.5)
        with client, pytest.raises(MailServerError, match="in time"):
            client.folders()


def test_a_server_that_announces_gigabytes_is_left_before_they_come() -> None:
    with odd_mailbox([]) as server:
        server.floods = True
        with (
            MailClient(server.address, "a", Secret("b"), tries=1, seconds=5) as client,
            pytest.raises(MailServerError, match="far more than it was asked for"),
        ):
            client.folders()


def test_lines_without_an_end_are_counted_too(monkeypatch: pytest.MonkeyPatch) -> None:
    with (
        odd_mailbox([b"From: a@example.org\r\n\r\n"] * 200) as server,
        MailClient(server.address, "a", Secret("b"), tries=1, seconds=5) as client,
    ):
        client.open("INBOX")
        assert len(client.numbers_after(0)) == 200
        monkeypatch.setattr(bounds, "_MOST_BYTES", 150)
        with pytest.raises(MailServerError, match="far more than it was asked for"):
            client.numbers_after(0)
