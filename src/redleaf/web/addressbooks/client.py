"""HTTP to a DAV server: patient with it, bounded in what it takes, and faithful to one host."""

from __future__ import annotations

import ipaddress
import time
from types import TracebackType
from urllib.parse import urljoin, urlsplit

import httpx

from redleaf.web.addressbooks.answers import Element, Response, ServerError, read_xml, responses_in

_MOST_BYTES = 60_000_000
_MOST_REDIRECTS = 5
_TRIES = 3
_PAUSE_SECONDS = 0.5
_LONGEST_PAUSE = 10.0
_BUSY = (429, 502, 503, 504)
_REDIRECTS = (301, 302, 303, 307, 308)
_TIMEOUT = httpx.Timeout(30.0, connect=10.0)
_PROPFIND = '<?xml version="1.0"?><propfind xmlns="DAV:" {spaces}><prop>{props}</prop></propfind>'
_SPACES = (
    'xmlns:C="urn:ietf:params:xml:ns:carddav" xmlns:A="urn:ietf:params:xml:ns:caldav" '
    'xmlns:S="http://calendarserver.org/ns/"'
)
SAYINGS = {
    401: "The server does not take this user name and password.",
    403: "The server does not let this user read here.",
    404: "There is nothing at this address on the server.",
    410: "There is nothing at this address on the server any more.",
}


class DavClient:
    """One user on one server. Use it as a context; every method raises ServerError."""

    def __init__(
        self, address: str, user: str, password: str, *, unencrypted: bool = False
    ) -> None:
        self.address = address if "://" in address else f"https://{address}"
        parts = urlsplit(self.address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ServerError(f"{address} is not the address of a server.")
        if parts.scheme == "http" and not unencrypted and not _is_this_machine(parts.hostname):
            raise ServerError(
                "This address is not encrypted, so the password would be read on the way. "
                "Use https, or say --unencrypted in a network of your own."
            )
        self._http = httpx.Client(auth=(user, password), timeout=_TIMEOUT, follow_redirects=False)

    def __enter__(self) -> DavClient:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self._http.close()

    def propfind(self, url: str, props: str, *, depth: int) -> tuple[str, list[Response]]:
        """The address that answered in the end, and what it says of itself and those below."""
        body = _PROPFIND.format(spaces=_SPACES, props=props)
        url, data = self._ask("PROPFIND", url, body, depth)
        return url, list(responses_in(read_xml(data)))

    def report(self, url: str, body: str, *, depth: int) -> Element:
        return read_xml(self._ask("REPORT", url, body, depth)[1])

    def get(self, url: str) -> bytes:
        return self._ask("GET", url, "", 0)[1]

    def is_here(self, url: str) -> bool:
        """Whether an address is on the host that the user named."""
        return _host(url) == _host(self.address)

    def _ask(self, method: str, url: str, body: str, depth: int) -> tuple[str, bytes]:
        url = urljoin(self.address, url)
        for _ in range(_MOST_REDIRECTS):
            if not self.is_here(url):
                host = urlsplit(url).hostname
                raise ServerError(f"The server leads to another one, {host}. Give that address.")
            status, leads_to, data = self._patiently(method, url, body, depth)
            if status not in _REDIRECTS:
                break
            url = urljoin(url, leads_to)
        if status >= 300:
            what = SAYINGS.get(status, f"The server answered with {status}, which is no answer.")
            raise ServerError(what, status=status)
        return url, data

    def _patiently(self, method: str, url: str, body: str, depth: int) -> tuple[int, str, bytes]:
        """The answer; a server that is busy or cannot be reached is asked again, twice."""
        for left in reversed(range(_TRIES)):
            pause = _PAUSE_SECONDS * 2 ** (_TRIES - left - 1)
            try:
                status, headers, data = self._once(method, url, body, depth)
            except httpx.TransportError as error:
                if not left:
                    raise ServerError(_unreachable(url, error)) from error
            else:
                if status not in _BUSY or not left:
                    return status, headers.get("Location", ""), data
                pause = max(pause, _asked_pause(headers.get("Retry-After", "")))
            time.sleep(pause)
        raise AssertionError("the last try returns or raises")

    def _once(
        self, method: str, url: str, body: str, depth: int
    ) -> tuple[int, httpx.Headers, bytes]:
        headers = {"Depth": str(depth), "Content-Type": "application/xml; charset=utf-8"}
        content = body.encode()
        with self._http.stream(method, url, content=content, headers=headers) as answer:
            data = bytearray()
            for piece in answer.iter_bytes():
                data += piece
                if len(data) > _MOST_BYTES:
                    raise ServerError("The server's answer is larger than what Redleaf reads.")
            return answer.status_code, answer.headers, bytes(data)


def _host(url: str) -> tuple[str, int | None]:
    parts = urlsplit(url)
    port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
    return (parts.hostname or "").lower(), port


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _unreachable(url: str, error: httpx.TransportError) -> str:
    host = urlsplit(url).hostname
    if isinstance(error, httpx.TimeoutException):
        return f"{host} did not answer in time. Nothing was changed; try again later."
    return f"{host} cannot be reached. Check the address and the connection."


def _asked_pause(text: str) -> float:
    return min(_LONGEST_PAUSE, float(text)) if text.isdecimal() else 0.0
