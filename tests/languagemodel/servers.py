"""A real server on this machine that answers as the model of a test does: well, or in any bad way.

A behaviour gets the connection after the whole request has been read. Whatever it leaves open is
closed when it returns.
"""

from __future__ import annotations

import json
import shutil
import socket
import ssl
import struct
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

Behaviour = Callable[[socket.socket], None]
_PATIENCE_SECONDS = 20


class ModelServer:
    """One server; `requests` are the bytes of each request, in their order."""

    def __init__(self, behaviour: Behaviour, context: ssl.SSLContext | None = None) -> None:
        self.behaviour = behaviour
        self.requests: list[bytes] = []
        self.ended = threading.Event()
        self._context = context
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._threads = [threading.Thread(target=self._listen)]
        self._threads[0].start()

    @property
    def place(self) -> str:
        return f"127.0.0.1:{self.port}"

    @property
    def address(self) -> str:
        return f"{'https' if self._context else 'http'}://{self.place}/v1"

    @property
    def asked(self) -> dict[str, object]:
        """The JSON of the last request."""
        asked: dict[str, object] = json.loads(self.requests[-1].partition(b"\r\n\r\n")[2])
        return asked

    def close(self) -> None:
        self.ended.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(_PATIENCE_SECONDS)

    def _listen(self) -> None:
        while not self.ended.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            thread = threading.Thread(target=self._answer, args=[connection])
            self._threads.append(thread)
            thread.start()

    def _answer(self, plain: socket.socket) -> None:
        # Whoever asks may hang up at any time.
        with plain, suppress(OSError):
            plain.settimeout(_PATIENCE_SECONDS)
            connection = (
                self._context.wrap_socket(plain, server_side=True) if self._context else plain
            )
            with connection:
                self.requests.append(_read_request(connection))
                self.behaviour(connection)


@contextmanager
def model_server(
    behaviour: Behaviour, context: ssl.SSLContext | None = None
) -> Iterator[ModelServer]:
    server = ModelServer(behaviour, context)
    try:
        yield server
    finally:
        server.close()


def http(body: str | bytes, *headers: str, status: str = "200 OK") -> bytes:
    """A whole answer; a header of the test's own comes before the usual ones."""
    data = body.encode() if isinstance(body, str) else body
    names = {header.partition(":")[0] for header in headers}
    usual = [f"Content-Length: {len(data)}", "Content-Type: application/json"]
    kept = [header for header in usual if header.partition(":")[0] not in names]
    return "\r\n".join([f"HTTP/1.1 {status}", *headers, *kept, "", ""]).encode() + data


def sends(*pieces: bytes, pause: float = 0.0) -> Behaviour:
    """Send the pieces, and hang up."""

    def behave(connection: socket.socket) -> None:
        for piece in pieces:
            connection.sendall(piece)
            time.sleep(pause)

    return behave


def drips(data: bytes, *, first: bytes = b"", pause: float = 0.05) -> Behaviour:
    """One byte after the other, each in good time: only the whole takes for ever."""
    return sends(first, *(data[at : at + 1] for at in range(len(data))), pause=pause)


def sleeps(seconds: float) -> Behaviour:
    return sends(b"", pause=seconds)


def after(seconds: float, behaviour: Behaviour) -> Behaviour:
    """Think first."""

    def behave(connection: socket.socket) -> None:
        time.sleep(seconds)
        behaviour(connection)

    return behave


def resets(first: bytes = b"") -> Behaviour:
    """Send something, then tear the connection down without a goodbye."""

    def behave(connection: socket.socket) -> None:
        connection.sendall(first)
        time.sleep(0.05)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()

    return behave


def says(text: str | None, **message: object) -> Behaviour:
    """The usual answer of a chat model that says `text`."""
    return sends(http(completion(text, **message)))


def writes(notes: Sequence[str]) -> Behaviour:
    """A chat model that does as it was told."""
    return says(json.dumps({"notes": list(notes)}, ensure_ascii=False))


def completion(text: str | None, **message: object) -> str:
    """What OpenAI's reference shows as an answer of /v1/chat/completions."""
    said = {"role": "assistant", "content": text, "refusal": None, "annotations": [], **message}
    return json.dumps(
        {
            "id": "chatcmpl-1", "object": "chat.completion", "created": 1790000000,
            "model": "larch",
            "choices": [{"index": 0, "message": said, "logprobs": None, "finish_reason": "stop"}],
            "usage": {"prompt_tokens": 400, "completion_tokens": 90, "total_tokens": 490},
            "service_tier": "default", "system_fingerprint": "fp_1",
        },
        ensure_ascii=False,
    )  # fmt: skip


def streamed(text: str) -> str:
    """The same as a stream of events, a few letters at a time."""
    pieces = [text[at : at + 7] for at in range(0, len(text), 7)]
    deltas = [{"role": "assistant", "content": ""}, *({"content": piece} for piece in pieces)]
    chunks = [{"object": "chat.completion.chunk", "choices": [{"index": 0, "delta": delta}]}
              for delta in deltas]  # fmt: skip
    events = [*map(json.dumps, chunks), "[DONE]"]
    return "".join(f"data: {event}\n\n" for event in events)


def certificate(folder: Path) -> Path:
    """A certificate for 127.0.0.1 that nobody has signed, and its key, in one file."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not there, which makes the certificate of the test's server")
    place, key = folder / "server.pem", folder / "server.key"
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
         "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
         "-keyout", str(key), "-out", str(place)],
        check=True, capture_output=True,
    )  # fmt: skip
    return place


def encrypting(place: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(place, place.with_suffix(".key"))
    return context


def _read_request(connection: socket.socket) -> bytes:
    data = b""
    while b"\r\n\r\n" not in data:
        piece = connection.recv(65_536)
        if not piece:
            return data
        data += piece
    head = data.partition(b"\r\n\r\n")[0].decode("ascii")
    lengths = [line for line in head.split("\r\n") if line.lower().startswith("content-length:")]
    whole = len(head) + 4 + int(lengths[0].partition(":")[2]) if lengths else 0
    while len(data) < whole:
        data += connection.recv(65_536)
    return data
