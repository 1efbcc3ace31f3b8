"""Where a note is taken: the address that opens the right page of its network, and never sends."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils.translation import gettext

from redleaf.networks import Network

# Which page serves an aim best; the first that can be filled is taken.
_TO_CONNECT = ("invite", "profile", "message", "search")
_TO_WRITE = ("message", "profile", "search")


@dataclass(frozen=True, slots=True)
class Opening:
    """A link, and the name of what it opens."""

    url: str
    title: str


def opening_for(
    network: Network, *, name: str, link: str, aim: str, subject: str, text: str
) -> Opening | None:
    """The best page for a note to `name`, or None when this network has none that could be filled.

    `link` is a profile address, a handle or an e-mail address as the user typed it, or "".
    """
    values = {"query": name, "subject": subject, "text": text, **_person(link.strip())}
    links = network.links(**values)
    for wanted in _TO_CONNECT if aim == "connect" else _TO_WRITE:
        if wanted in links:
            return Opening(
                links[wanted], gettext("your mail") if network.name == "email" else network.title
            )
    return None


def _person(link: str) -> dict[str, str]:
    """Who is meant by what was typed: an address, `@them@server`, or the last part of a link."""
    if not link:
        return {}
    if "@" in link.lstrip("@") and "/" not in link:
        user, _, server = link.lstrip("@").rpartition("@")
        return {"address": link, "profile": user, "server": server}
    parts = urlsplit(link if "//" in link else f"//{link}")
    path = [part for part in parts.path.split("/") if part]
    profile = (path[-1] if path else parts.netloc).lstrip("@")
    return {"profile": profile, "server": parts.netloc} if path else {"profile": profile}
