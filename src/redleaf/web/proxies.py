"""What a proxy says of the visitor is believed of the named proxies alone."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Iterable, Sequence

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest
from django.http.response import HttpResponseBase

_Answer = Callable[[HttpRequest], HttpResponseBase]
_Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_TOLD = (
    "HTTP_X_FORWARDED_FOR",
    "HTTP_X_FORWARDED_PROTO",
    "HTTP_X_FORWARDED_HOST",
    "HTTP_X_FORWARDED_PORT",
    "HTTP_FORWARDED",
)


def networks_in(texts: Iterable[str]) -> list[_Network]:
    """Addresses and networks ("10.0.0.0/8") as networks; raises ImproperlyConfigured."""
    try:
        return [ipaddress.ip_network(text, strict=False) for text in texts]
    except ValueError as error:
        raise ImproperlyConfigured(
            f"REDLEAF_PROXIES holds what is no address and no network: {error}"
        ) from error


class NamedProxies:
    """Puts the visitor's own address in place of a named proxy's; forgets what others say.

    Where the desk is tried out on its own machine, the visitor there passes as if over HTTPS until
    `PlainAtTheMachine`: only the redirect to HTTPS lies between the two.
    """

    def __init__(self, get_response: _Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        meta = request.META
        if _is_in(meta.get("REMOTE_ADDR", ""), settings.PROXIES):
            meta["REMOTE_ADDR"] = _visitor(meta, settings.PROXIES)
        else:
            for name in _TOLD:
                meta.pop(name, None)
        if settings.IS_TRIED_OUT and not request.is_secure() and _is_here(meta):
            meta["HTTP_X_FORWARDED_PROTO"] = "https"
            meta["redleaf.is_plain"] = True
        return self.get_response(request)


class PlainAtTheMachine:
    """Stands behind the redirect to HTTPS: from here on plain HTTP is called what it is."""

    def __init__(self, get_response: _Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.META.pop("redleaf.is_plain", False):
            return self.get_response(request)
        del request.META["HTTP_X_FORWARDED_PROTO"]
        response = self.get_response(request)
        # Only a browser sends a cookie marked for HTTPS to its own machine without it.
        for cookie in response.cookies.values():
            cookie["secure"] = ""
        return response


def _visitor(meta: dict[str, str], proxies: Sequence[_Network]) -> str:
    """The last address that is no proxy's: what stands before it, the visitor wrote."""
    told = [each.strip() for each in meta.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    for address in reversed([each for each in told if each]):
        if not _is_in(address, proxies):
            return address if _read(address) else meta["REMOTE_ADDR"]
    return meta["REMOTE_ADDR"]


def _is_here(meta: dict[str, str]) -> bool:
    address = _read(meta.get("REMOTE_ADDR", ""))
    return bool(address and address.is_loopback) and not any(name in meta for name in _TOLD)


def _is_in(text: str, networks: Sequence[_Network]) -> bool:
    address = _read(text)
    return address is not None and any(address in network for network in networks)


def _read(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return None
    # Of a server that listens on both kinds, the older comes dressed as the newer.
    return getattr(address, "ipv4_mapped", None) or address
