"""A server that gives out tokens, renews them, and tells a mail server which of them hold."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

REFRESH = "refresh-birch-11"


class TokenServer(ThreadingHTTPServer):
    """`valid` are the tokens that hold, `answers` what is said instead of a new one, one by one.

    `rotates` gives a new refresh token with each access token; the former is over then.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.valid: set[str] = set()
        self.refresh = REFRESH
        self.rotates = False
        self.given = 0
        self.asked: list[dict[str, str]] = []
        self.answers: list[tuple[int, bytes]] = []
        self.base = f"http://127.0.0.1:{self.server_address[1]}"
        self.address = f"{self.base}/token"

    def forget_everything(self) -> None:
        self.valid, self.refresh, self.rotates = set(), REFRESH, False
        self.asked, self.answers = [], []

    def new_token(self) -> str:
        self.given += 1
        token = f"access-larch-{self.given}"
        self.valid = {token}
        return token

    def answer(self, form: dict[str, str]) -> tuple[int, bytes]:
        self.asked.append(form)
        if self.answers:
            return self.answers.pop(0)
        if form.get("refresh_token") != self.refresh:
            return 400, b'{"error": "invalid_grant"}'
        told: dict[str, object] = {"access_token": self.new_token(), "expires_in": 3600}
        if self.rotates:
            self.refresh = told["refresh_token"] = f"refresh-birch-{self.given}"
        return 200, json.dumps(told).encode()


class _Handler(BaseHTTPRequestHandler):
    server: TokenServer

    def do_GET(self) -> None:
        """What Dovecot asks: does this token hold?"""
        token = self.headers.get("Authorization", "").removeprefix("Bearer ")
        holds = token in self.server.valid
        told = {"active": True, "email": "ana"} if holds else {"active": False}
        self._say(200 if holds else 401, json.dumps(told).encode())

    def do_POST(self) -> None:
        size = int(self.headers.get("Content-Length", "0"))
        form = {key: each[0] for key, each in parse_qs(self.rfile.read(size).decode()).items()}
        self._say(*self.server.answer(form))

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def _say(self, status: int, data: bytes) -> None:
        self.send_response(status)
        if status == 302:
            self.send_header("Location", data.decode())
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def token_server() -> Iterator[TokenServer]:
    server = TokenServer()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
