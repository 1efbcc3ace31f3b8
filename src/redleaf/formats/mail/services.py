"""The networks that write mails about invitations, and which mail of theirs is one."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from redleaf.notes.data_files import read_beside

_HOST = re.compile(r"(?:https?://)?([^/?#\s:]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Service:
    """How one network writes; see services.toml."""

    network: str
    senders: tuple[str, ...]
    profile: re.Pattern[str]
    profile_like_name: re.Pattern[str] | None
    links: tuple[str, ...]
    templates: tuple[str, ...]
    invitations: tuple[re.Pattern[str], ...]
    accepted: tuple[re.Pattern[str], ...]
    others: tuple[re.Pattern[str], ...]

    def owns(self, link: str) -> bool:
        """Whether a link leads to the network itself."""
        host = _HOST.match(link)
        name = host[1].casefold() if host else ""
        return any(name == each or name.endswith("." + each) for each in self.senders)


def service_of(address: str) -> Service | None:
    """The network that writes from `address`, or None."""
    domain = address.rpartition("@")[2]
    for service in services():
        for sender in service.senders:
            if domain == sender or domain.endswith("." + sender):
                return service
    return None


def name_in_subject(patterns: Iterable[re.Pattern[str]], subject: str) -> str | None:
    """Whether one of the patterns is in the subject: the name there, "" for none, None for no."""
    for pattern in patterns:
        if found := pattern.search(subject):
            return (found.groupdict().get("name") or "").strip()
    return None


@cache
def services() -> tuple[Service, ...]:
    """All of them, from services.toml."""
    table = tomllib.loads(read_beside(__file__, "services.toml"))
    return tuple(
        Service(
            network=network,
            senders=tuple(each["senders"]),
            profile=re.compile(each["profile"], re.IGNORECASE),
            profile_like_name=_pattern(each.get("profile_like_name")),
            links=tuple(each["links"]),
            templates=tuple(each["templates"]),
            invitations=_patterns(each["invitations"]),
            accepted=_patterns(each["accepted"]),
            others=_patterns(each["others"]),
        )
        for network, each in table.items()
    )


def _pattern(text: str | None) -> re.Pattern[str] | None:
    return re.compile(text, re.IGNORECASE) if text else None


def _patterns(texts: Sequence[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(text, re.IGNORECASE) for text in texts)
