"""Identities in one spelling: two ways to write an address, a number or a profile become equal.

What cannot be read as an identity gives None; the caller keeps it as a note or an extra, so that
nothing is lost. What was written stays beside the normalised value.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from redleaf.contacts.contact import Identity

# It only begins where a run begins, so that a long text without an address costs no more than once.
_EMAIL = re.compile(
    r"(?<![^\s@<>,;:\"()\[\]])[^\s@<>,;:\"()\[\]]++@[^\s@<>,;:\"()\[\]]+", re.UNICODE
)
_PHONE_SIGNS = re.compile(r"[\s().\-/\u00a0\u2010-\u2015]+")
_EXTENSION = re.compile(r"(?:;ext=|\s*(?:ext|x|#|Durchwahl|poste)\.?\s*)(\d{1,6})$", re.IGNORECASE)
_FEWEST_DIGITS = 3
# Domains under which a network shows a person, and the pattern of the path that names them.
_PROFILES = (
    ("linkedin", "linkedin.com", r"/(?:comm/|mwlite/)?(?:in|pub|profile)/(?P<who>[^/]+)"),
    ("xing", "xing.com", r"/profile/(?P<who>[^/]+)"),
    ("facebook", "facebook.com",r"/(?!(?:groups|events|pages|watch)\b)(?P<who>[\w.-]+)/?$"),
    ("facebook", "fb.com", r"/(?P<who>[\w.-]+)/?$"),
    ("instagram", "instagram.com", r"/(?!(?:p|reel|explore|stories)\b)(?P<who>[\w.]+)/?$"),
    ("x", "twitter.com", r"/(?!(?:home|intent|share|search|i)\b)@?(?P<who>\w{1,15})/?$"),
    ("x", "x.com", r"/(?!(?:home|intent|share|search|i)\b)@?(?P<who>\w{1,15})/?$"),
    ("bluesky", "bsky.app", r"/profile/(?P<who>[^/]+)"),
    ("meetup", "meetup.com", r"/(?:[a-z]{2}(?:-[A-Z]{2})?/)?members/(?P<who>\d+)"),
)  # fmt: skip
_PROFILE_PATTERNS = tuple((net, host, re.compile(path)) for net, host, path in _PROFILES)
_MASTODON_PATH = re.compile(r"/(?:@|users/|web/@)(?P<who>[\w.]+)/?$")
_MASTODON_HANDLE = re.compile(r"@?(?P<who>[\w.]+)@(?P<host>[\w.-]+\.\w+)")


def email(written: str, *, label: str = "", is_preferred: bool = False) -> Identity | None:
    """An e-mail address, also from "Ana Ruiz <ana@example.org>" or a mailto link.

    The value is in lower case: no provider in use tells people apart by case.
    """
    text = unicodedata.normalize("NFC", unquote(written.removeprefix("mailto:").split("?")[0]))
    found = _EMAIL.search(text)
    if found is None:
        return None
    value = found.group().strip(".'").casefold()
    return Identity("email", value, text.strip(), label=label, is_preferred=is_preferred)


def phone(written: str, *, label: str = "", is_preferred: bool = False) -> Identity | None:
    """A phone number: digits, with "+" in front where the country is said ("00" says it too).

    A national number stays national; what country it belongs to cannot be told from it.
    """
    text = unicodedata.normalize("NFKC", unquote(written.removeprefix("tel:"))).strip()
    extension = _EXTENSION.search(text)
    number = text[: extension.start()] if extension else text
    number = _PHONE_SIGNS.sub("", number.replace("(0)", "").split(";")[0])
    if number.startswith("00"):
        number = "+" + number[2:]
    digits = "".join(str(unicodedata.decimal(sign, "")) for sign in number)
    if len(digits) < _FEWEST_DIGITS or len(digits) < len(number.lstrip("+")) * 0.6:
        return None
    value = ("+" if number.startswith("+") else "") + digits
    value += f"x{extension.group(1)}" if extension else ""
    return Identity("phone", value, text, label=label, is_preferred=is_preferred)


def profile(
    written: str, *, network: str = "", label: str = "", connected_on: dt.date | None = None
) -> Identity | None:
    """A profile on a network, from its link; or from a bare name there, where `network` is given.

    Country hosts, language paths, queries and case do not matter; tokens are dropped.
    """
    text = written.strip()
    found = _profile_in(text) or _handle(text, network)
    if found is None:
        return None
    host, who = found
    value = unicodedata.normalize("NFC", unquote(who)).strip().lstrip("@").casefold()
    if not value:
        return None
    shown = text.split("?")[0].split("#")[0]
    if "facebook" in host and value == "profile.php":
        number = re.search(r"[?&]id=(\d+)", text)
        if number is None:
            return None
        value, shown = number.group(1), f"{shown}?id={number.group(1)}"
    made = Identity("profile", value, shown, network=host, label=label)
    return replace(made, connected_on=connected_on)


def website(written: str, *, label: str = "") -> Identity | None:
    """A web address: a profile where a network is behind it, otherwise a website."""
    text = written.strip()
    found = profile(text, label=label) if "/" in text else None
    if found or not text:
        return found
    try:
        parts = urlsplit(text if "//" in text else f"//{text}")
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    if "." not in host or " " in text:
        return None
    value = host + parts.path.rstrip("/") + (f"?{parts.query}" if parts.query else "")
    return Identity("website", value, text, label=label)


def uid(written: str) -> Identity | None:
    """The name that another program gave to its card."""
    value = written.strip().removeprefix("urn:uuid:")
    return Identity("uid", value.casefold(), written.strip()) if value else None


def messenger(written: str, service: str, *, label: str = "") -> Identity | None:
    """A name in a messenger; `service` is the file's word for it ("Jabber", "skype")."""
    value = written.strip()
    if not value:
        return None
    return Identity("messenger", value.casefold(), value, service.casefold(), label)


def _profile_in(text: str) -> tuple[str, str] | None:
    if "/" not in text:
        return None
    try:
        parts = urlsplit(text if "//" in text else f"//{text}")
        host = (parts.hostname or "").casefold()
    except ValueError:
        return None
    for network, domain, path in _PROFILE_PATTERNS:
        if host == domain or host.endswith(f".{domain}"):
            found = path.match(parts.path)
            return (network, found["who"]) if found else None
    found = _MASTODON_PATH.match(parts.path) if "@" in parts.path else None
    return ("mastodon", f"{found['who']}@{host}") if found and "." in host else None


def _handle(text: str, network: str) -> tuple[str, str] | None:
    if network == "mastodon":
        found = _MASTODON_HANDLE.fullmatch(text)
        return (network, f"{found['who']}@{found['host']}") if found else None
    bare = bool(network) and bool(text) and not re.search(r"[\s/]", text)
    return (network, text) if bare else None
