"""One request and its answer over HTTP, with limits on everything, and to one host only.

No proxy is used, no redirect followed, no cookie kept, nothing asked twice. Python's own parts do
it, so that a plain install can ask a model; the certificates are those of the machine.
"""

from __future__ import annotations

import queue
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse, IncompleteRead

from redleaf.errors import RedleafError
from redleaf.languagemodel.addresses import Address, is_loopback

MOST_BYTES = 2_000_000
_PIECE_BYTES = 65_536
# A server that is there takes the connection at once, however slow its model is.
_CONNECT_SECONDS = 10.0


class NoAnswer(RedleafError):
    """No whole answer came. The text says what the model did: "did not answer within 20 s"."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. `retry_after` is the server's wish to wait, "" where it has none."""

    status: int
    content_type: str
    retry_after: str
    body: bytes


def exchange(address: Address, wire: bytes, *, seconds: float) -> Answer:
    """Send `wire` to `address` and read the answer, both within `seconds`. Raises NoAnswer."""
    limit = _Limit(seconds)
    try:
        with ExitStack() as open_ones:
            connection = open_ones.enter_context(_connected(address, limit))
            open_ones.enter_context(limit.cutting(connection))
            if address.is_encrypted:
                encrypted = open_ones.enter_context(_encrypted(connection, address))
                open_ones.enter_context(limit.cutting(encrypted))
                encrypted.do_handshake()
                connection = encrypted
            # A server may refuse before it has read all, and close: its answer still counts.
            with suppress(BrokenPipeError, ConnectionResetError):
                connection.sendall(wire)
            answer = _read_answer(connection)
    except (OSError, HTTPException, ValueError) as error:
        raise NoAnswer(limit.told if limit.is_over else _told(error)) from error
    if limit.is_over:  # what was cut off can look like the end of an answer
        raise NoAnswer(limit.told)
    return answer


class _Limit:
    """The time that a whole exchange has."""

    def __init__(self, seconds: float) -> None:
        self._until = time.monotonic() + seconds
        self.told = f"did not answer within {seconds:g} s"

    @property
    def left(self) -> float:
        return self._until - time.monotonic()

    @property
    def is_over(self) -> bool:
        return self.left <= 0

    @contextmanager
    def cutting(self, connection: socket.socket) -> Iterator[None]:
        """Cut the connection when the time is over.

        A time-out of a socket begins anew with each byte; a server that drips would never end.
        """
        # The method of a plain socket: that of an encrypted one would say goodbye first, and wait.
        cut = threading.Timer(self.left, _cut, [connection])
        cut.daemon = True
        cut.start()
        try:
            yield
        finally:
            cut.cancel()


def _cut(connection: socket.socket) -> None:
    with suppress(OSError):
        socket.socket.shutdown(connection, socket.SHUT_RDWR)


def _connected(address: Address, limit: _Limit) -> socket.socket:
    """A connection to the first of the host's places that takes one."""
    error: OSError = OSError()
    for place in _places_of(address, limit):
        try:
            seconds = min(_CONNECT_SECONDS, limit.left)
            connection = socket.create_connection(place, timeout=max(seconds, 0.001))
        except OSError as refused:
            error = refused
        else:
            connection.settimeout(max(limit.left, 0.001))
            return connection
    if isinstance(error, TimeoutError) and not limit.is_over:
        raise NoAnswer("cannot be reached: nothing there takes a connection") from error
    raise error


def _places_of(address: Address, limit: _Limit) -> list[tuple[str, int]]:
    """The numbers behind a name. Looking them up knows no time limit, so it is waited for here."""
    found: queue.SimpleQueue[list[tuple[str, int]] | OSError] = queue.SimpleQueue()

    def look_up() -> None:
        try:
            infos = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            found.put(OSError(error))
        else:
            found.put([(str(info[4][0]), address.port) for info in infos])

    threading.Thread(target=look_up, daemon=True).start()
    try:
        places = found.get(timeout=max(limit.left, 0.001))
    except queue.Empty:
        raise TimeoutError from None
    if isinstance(places, OSError):
        raise NoAnswer("cannot be reached: its name is not known") from places
    # Whoever can give "localhost" another meaning must not get what was meant for this machine.
    return [each for each in places if is_loopback(each[0]) or not address.is_this_machine]


def _encrypted(connection: socket.socket, address: Address) -> ssl.SSLSocket:
    return ssl.create_default_context().wrap_socket(
        connection, server_hostname=address.host, do_handshake_on_connect=False
    )


def _read_answer(connection: socket.socket) -> Answer:
    response = HTTPResponse(connection, method="POST")
    try:
        response.begin()
        body = bytearray()
        while piece := response.read(_PIECE_BYTES):
            body += piece
            if len(body) > MOST_BYTES:
                raise NoAnswer(f"sent more than {MOST_BYTES // 1_000_000} MB, which is no note")
        if response.length:  # an end before the announced one is no error to http.client
            raise IncompleteRead(bytes(body), response.length)
    finally:
        response.close()
    told = response.headers
    return Answer(
        response.status,
        told.get("Content-Type", ""),
        told.get("Retry-After", ""),
        bytes(body),
    )


def _told(error: Exception) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return "shows a certificate that this machine does not trust"
    if isinstance(error, ssl.SSLError):
        return "does not speak https; its address may begin with http://"
    if isinstance(error, ConnectionRefusedError):
        return "cannot be reached: nothing listens there"
    if isinstance(error, (HTTPException, ConnectionError, ValueError)):
        return "broke off before its answer was whole"
    return "cannot be reached"
