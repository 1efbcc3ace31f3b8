"""OAuth: a token that ran out is renewed at the address that the user gave (RFC 6749, 6)."""

from __future__ import annotations

import ipaddress
import json
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit

import httpx
from django.utils.translation import gettext as _

from redleaf.web.mailboxes.faults import MailServerError

_MOST_BYTES = 64_000
_LONGEST_TOKEN = 20_000
_TIMEOUT = httpx.Timeout(20.0, connect=10.0)


@dataclass(frozen=True, slots=True)
class Renewal:
    """What renews an access token. It prints without its secrets."""

    address: str
    client_id: str
    refresh_token: str = field(repr=False)
    client_secret: str = field(default="", repr=False)

    def after(self, found: Renewed) -> Renewal:
        """Some servers give a new refresh token each time, and the former is over."""
        return replace(self, refresh_token=found.refresh_token or self.refresh_token)


@dataclass(frozen=True, slots=True)
class Renewed:
    """`refresh_token` is "" where the former goes on."""

    access_token: str = field(repr=False)
    refresh_token: str = field(default="", repr=False)


def renewed(renewal: Renewal) -> Renewed:
    """Ask for a new access token, once. Raises MailServerError; no sentence holds a secret."""
    host = host_of(renewal.address)
    form = {
        "grant_type": "refresh_token",
        "refresh_token": renewal.refresh_token,
        "client_id": renewal.client_id,
    }
    if renewal.client_secret:
        form["client_secret"] = renewal.client_secret
    status, data = _asked(renewal.address, form, host)
    if status >= 500 or status == 429:
        raise _wrong(_("%(host)s renews no token just now. Try again later."), host)
    if status >= 300:
        raise _wrong(_("%(host)s does not renew the token any more. Sign in there anew."), host)
    return _read(data, host)


def host_of(address: str) -> str:
    """The host. Raises MailServerError where the token could be read on the way."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
        host.encode("idna")
    except ValueError:
        host, port = "", 0
    if not host or port == 0 or parts.scheme not in ("https", "http"):
        raise MailServerError(_("Write it as https://login.example.org/token."), at="token_address")
    if parts.scheme == "http" and not is_this_machine(host):
        raise MailServerError(
            _("This address is not encrypted: the token could be read on the way. Use https."),
            at="token_address",
        )
    return host


def is_token(text: str) -> bool:
    """Whether a text can be a token: what would end a line or a field cannot."""
    is_plain = text.isascii() and text.isprintable() and " " not in text
    return bool(text) and is_plain and len(text) <= _LONGEST_TOKEN


def _asked(address: str, form: dict[str, str], host: str) -> tuple[int, bytes]:
    """No redirect is followed: the token goes to the address that was given and to no other."""
    try:
        with (
            httpx.Client(timeout=_TIMEOUT, follow_redirects=False) as http,
            http.stream("POST", address, data=form, headers={"Accept": "application/json"}) as got,
        ):
            data = bytearray()
            for piece in got.iter_bytes():
                data += piece
                if len(data) > _MOST_BYTES:
                    raise _malformed(host)
            return got.status_code, bytes(data)
    except httpx.TimeoutException:
        raise _wrong(_("%(host)s did not answer in time. Try again later."), host) from None
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError):
        raise _wrong(_("%(host)s, which renews the token, cannot be reached."), host) from None


def _read(data: bytes, host: str) -> Renewed:
    try:
        told: Any = json.loads(data)
    except (ValueError, RecursionError):
        raise _malformed(host) from None
    said = told if isinstance(told, dict) else {}
    access, refresh = said.get("access_token"), said.get("refresh_token") or ""
    if not (isinstance(access, str) and isinstance(refresh, str) and is_token(access)):
        raise _malformed(host)
    if refresh and not is_token(refresh):
        raise _malformed(host)
    return Renewed(access, refresh)


def is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _malformed(host: str) -> MailServerError:
    return _wrong(_("What %(host)s answers is no token."), host)


def _wrong(what: str, host: str) -> MailServerError:
    return MailServerError(what % {"host": host}, at="token_address")
