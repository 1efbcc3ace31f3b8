"""A real mail server (Dovecot) with Ana's folders, and a line to it that can be cut."""

from __future__ import annotations

import grp
import imaplib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.conftest import absent
from tests.web.running import free_port

USER, PASSWORD = "ana", "river-ice-7"
_PATHS = f"{os.environ['PATH']}:/usr/sbin"
_CONF = """
protocols = imap
listen = 127.0.0.1
base_dir = {folder}/run
log_path = {folder}/log
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain {ways}
auth_failure_delay = 0
mail_location = maildir:{folder}/mail
first_valid_uid = 1
mail_fsync = never
mail_max_userip_connections = 500
default_internal_user = {inner}
default_internal_group = {group}
default_login_user = {login}
passdb {{
  driver = static
  mechanisms = plain login
  args = password={password}
}}
passdb {{
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {folder}/oauth2
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/mail
}}
namespace inbox {{
  inbox = yes
  separator = /
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
"""
_OAUTH2 = """
introspection_mode = auth
introspection_url = {tokens}/holds
username_attribute = email
active_attribute = active
active_value = true
timeout_msecs = 2000
"""


class Dovecot:
    """The server, and what a person with another program does on it."""

    def __init__(self, folder: Path, program: str, tokens: str, ways: str) -> None:
        self.port = free_port()
        self.address = f"imap://127.0.0.1:{self.port}"
        self.log = folder / "log"
        self._command = [program, "-F", "-c", str(folder / "conf")]
        (folder / "conf").write_text(_conf(folder, self.port, ways), "utf-8")
        (folder / "oauth2").write_text(_OAUTH2.format(tokens=tokens), "utf-8")
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self._process = subprocess.Popen(
            self._command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for _ in range(400):
            with suppress(OSError, imaplib.IMAP4.error):
                self.person().logout()
                return
            time.sleep(0.05)
        said = self.log.read_text("utf-8") if self.log.exists() else "nothing"
        pytest.fail(f"Dovecot never listened: {said}")

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait(20)
            self._process = None

    def person(self) -> imaplib.IMAP4:
        imap = imaplib.IMAP4("127.0.0.1", self.port, timeout=10)
        try:
            imap.login(USER, PASSWORD)
        except imaplib.IMAP4.error:
            imap.shutdown()
            raise
        return imap

    def put(self, *mails: bytes, folder: str = "INBOX") -> None:
        imap = self.person()
        for mail in mails:
            imap.append(folder, "", imaplib.Time2Internaldate(time.time()), mail)
        imap.logout()

    def make(self, name: str) -> None:
        imap = self.person()
        imap.create(name)
        imap.logout()

    def empty(self) -> None:
        """Nothing in INBOX, and no other folder."""
        imap = self.person()
        imap.select("INBOX")
        imap.uid("STORE", "1:*", "+FLAGS", r"\Deleted")
        imap.expunge()
        for line in imap.list()[1]:
            name = bytes(line if isinstance(line, bytes) else b"").rpartition(b" ")[2].decode()
            if name.strip('"') != "INBOX":
                imap.delete(name)
        imap.logout()

    def unread(self) -> bytes:
        imap = self.person()
        imap.select("INBOX", readonly=True)
        found = imap.search(None, "UNSEEN")[1][0]
        imap.logout()
        return bytes(found)


def _conf(folder: Path, port: int, ways: str) -> str:
    is_root = os.geteuid() == 0
    mailer = pwd.getpwnam("nobody") if is_root else pwd.getpwuid(os.geteuid())
    own_group = grp.getgrgid(mailer.pw_gid).gr_name
    mail = folder / "mail"
    mail.mkdir(mode=0o700)
    os.chown(mail, mailer.pw_uid, mailer.pw_gid)
    return _CONF.format(
        folder=folder, port=port, password=PASSWORD, ways=ways,
        uid=mailer.pw_uid, gid=mailer.pw_gid,
        inner="dovecot" if is_root else mailer.pw_name,
        group="dovecot" if is_root else own_group,
        login="dovenull" if is_root else mailer.pw_name,
    )  # fmt: skip


@contextmanager
def dovecot(
    tokens: str = "http://127.0.0.1:9", ways: str = "xoauth2 oauthbearer"
) -> Iterator[Dovecot]:
    """Dovecot in a folder of its own, as the current user; ended by its own id.

    `tokens` is where it asks whether a token holds, `ways` how it takes one.
    """
    program = shutil.which("dovecot", path=_PATHS)
    if program is None:
        absent("dovecot", "dovecot is not installed; on Debian: sudo apt-get install dovecot-imapd")
    # Short, for sockets lie in it, and open to the user whom root's Dovecot reads mail as.
    folder = Path(tempfile.mkdtemp(prefix="dovecot"))
    folder.chmod(0o755)
    server = Dovecot(folder, program, tokens, ways)
    try:
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


class Line:
    """A way to the server that is cut, `times` times, when so many bytes have come through."""

    def __init__(self, to: int, *, after: int, times: int) -> None:
        self._to, self.after, self.left = to, after, times
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"imap://127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._listen, daemon=True).start()

    def close(self) -> None:
        self._socket.close()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._socket.accept()
                far = socket.create_connection(("127.0.0.1", self._to))
                threading.Thread(target=self._pass, args=(near, far), daemon=True).start()
                threading.Thread(target=self._cut, args=(far, near), daemon=True).start()

    def _pass(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(4_096):
                target.sendall(data)

    def _cut(self, source: socket.socket, target: socket.socket) -> None:
        come = 0
        with suppress(OSError):
            while data := source.recv(512):
                come += len(data)
                if self.left and come > self.after:
                    self.left -= 1
                    break
                target.sendall(data)
        for each in (source, target):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()
