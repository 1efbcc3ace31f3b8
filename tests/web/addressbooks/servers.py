"""A real server (Radicale) with Ana's address book and calendar, and one that misbehaves."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx

USER, PASSWORD = "ana", "river-ice"
_BOOK = (
    '<?xml version="1.0"?><mkcol xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav"><set><prop>'
    "<resourcetype><collection/><C:addressbook/></resourcetype><displayname>{title}</displayname>"
    "</prop></set></mkcol>"
)
_CALENDAR = _BOOK.replace("carddav", "caldav").replace("addressbook", "calendar")


class Radicale:
    """The server, and what a person with another program does on it."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._http = httpx.Client(base_url=address, auth=(USER, PASSWORD), trust_env=False)

    def make(self, path: str, title: str) -> None:
        body = (_CALENDAR if "calendar" in path else _BOOK).format(title=title)
        self._http.request("MKCOL", f"/{USER}/{path}/", content=body).raise_for_status()

    def put(self, path: str, text: str) -> None:
        self._http.put(f"/{USER}/{path}", content=text.encode()).raise_for_status()

    def delete(self, path: str) -> None:
        self._http.delete(f"/{USER}/{path}").raise_for_status()

    def close(self) -> None:
        self._http.close()


@contextmanager
def radicale(folder: Path) -> Iterator[Radicale]:
    """Radicale in a process of its own, ended by its id."""
    port = _free_port()
    users = folder / "users"
    users.write_text(f"{USER}:{PASSWORD}\n")
    options = {
        "server-hosts": f"127.0.0.1:{port}", "auth-type": "htpasswd",
        "auth-htpasswd-filename": str(users), "auth-htpasswd-encryption": "plain",
        "storage-filesystem-folder": str(folder / "collections"), "auth-delay": "0",
    }  # fmt: skip
    process = subprocess.Popen(
        [sys.executable, "-m", "radicale", "--config", ""]
        + [part for name, value in options.items() for part in (f"--{name}", value)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    server = Radicale(f"http://127.0.0.1:{port}")
    try:
        _wait_for(port, process)
        yield server
    finally:
        server.close()
        process.terminate()
        process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        assert process.poll() is None, "Radicale did not start"
        time.sleep(0.05)
    raise AssertionError("Radicale does not answer")


# Method, path and body of a request: status, headers and body of the answer.
Answer = tuple[int, dict[str, str], str]


@contextmanager
def odd_server(answer: Callable[[str, str, str], Answer]) -> Iterator[str]:
    """A server that answers what the test says; gives its address."""

    class Handler(BaseHTTPRequestHandler):
        def handle_one_request(self) -> None:
            self.raw_requestline = self.rfile.readline(65_537)
            if not self.raw_requestline or not self.parse_request():
                self.close_connection = True
                return
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
            status, headers, text = answer(self.command, self.path, body)
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(text.encode()))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_: Any) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
