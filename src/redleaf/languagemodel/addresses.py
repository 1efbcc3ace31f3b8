"""Where a model listens: an address as people paste it, read into its parts."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from redleaf.errors import ConfigError

_ASKED = "/chat/completions"
_USUAL_PATH = "/v1"
_USUAL_PORTS = {"http": 80, "https": 443}
# What may stand in the first line of a request as it is.
_PLAIN_PATH = re.compile(r"(?:/[\w.~!$&'()*+,;=:@%-]*)*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Address:
    """The base of an OpenAI-compatible server. `path` has no slash at its end: "/v1"."""

    scheme: str
    host: str
    port: int
    path: str

    @classmethod
    def read(cls, text: str) -> Address:
        """Read "http://127.0.0.1:8080/v1" and its like; raises ConfigError.

        Without a scheme it is http on this machine and https elsewhere; without a path it is /v1.
        The end /chat/completions may be there. A user name, a query or a fragment may not: such
        parts hold secrets, and an address is shown.
        """
        parts = _split(text.strip())
        if parts.username is not None or parts.password is not None or "@" in parts.netloc:
            raise _wrong("leave user name and password out of it; a key is kept apart")
        if parts.query or parts.fragment:
            raise _wrong("leave out what follows “?” or “#”")
        path = parts.path.rstrip("/").removesuffix(_ASKED) or _USUAL_PATH
        if not _PLAIN_PATH.fullmatch(path):
            raise _wrong("its path has signs that an address does not have")
        host = _host_of(parts)
        scheme = parts.scheme or ("http" if _is_this_machine(host) else "https")
        return cls(scheme, host, _port_of(parts) or _USUAL_PORTS[scheme], path)

    @property
    def place(self) -> str:
        """Host and port, as they are shown to people: "127.0.0.1:8080", "models.example"."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _USUAL_PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def asked_path(self) -> str:
        """The path that a note is asked of."""
        return self.path + _ASKED

    @property
    def is_encrypted(self) -> bool:
        return self.scheme == "https"

    @property
    def is_this_machine(self) -> bool:
        return _is_this_machine(self.host)

    def __str__(self) -> str:
        return f"{self.scheme}://{self.place}{self.path}"


def is_loopback(number: str) -> bool:
    """Whether a host given by its number, as 127.0.0.1, is this machine."""
    try:
        return ipaddress.ip_address(number).is_loopback
    except ValueError:
        return False


def _split(text: str) -> SplitResult:
    if not text or any(sign.isspace() or not sign.isprintable() for sign in text):
        raise _wrong("write it as http://127.0.0.1:8080/v1")
    scheme, colon, _ = text.partition("://")
    if colon and scheme.lower() not in _USUAL_PORTS:
        raise _wrong(f"{scheme}:// is none that Redleaf speaks; it speaks http:// and https://")
    try:
        return urlsplit(text if colon else f"//{text}")
    except ValueError:
        raise _wrong("write it as http://127.0.0.1:8080/v1") from None


def _host_of(parts: SplitResult) -> str:
    host = parts.hostname or ""
    if ":" in host:  # urlsplit has seen the brackets of an IPv6 address
        return host
    try:
        plain = host.encode("idna").decode("ascii")
    except UnicodeError:
        plain = ""
    if not re.fullmatch(r"[a-z0-9_](?:[a-z0-9._-]*[a-z0-9_])?", plain):
        raise _wrong("it names no host; write it as http://127.0.0.1:8080/v1")
    return plain


def _port_of(parts: SplitResult) -> int | None:
    try:
        port = parts.port
    except ValueError:
        port = 0
    if port == 0:
        raise _wrong("a port is a number from 1 to 65535")
    return port


def _is_this_machine(host: str) -> bool:
    return host == "localhost" or is_loopback(host)


def _wrong(what: str) -> ConfigError:
    return ConfigError(f"{what}.", place="address")
