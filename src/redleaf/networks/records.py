"""What is known of one network: facts, links, and its texts. Nothing is sent or opened here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from redleaf.errors import UnknownName
from redleaf.networks.texts import DefaultText, default_texts

# The at sign stays readable in an address; nothing else may leave its slot.
_SAFE = {"address": "@"}
STATES = ("seen", "second-hand", "unverified")


class Fact(NamedTuple):
    """One thing known of a network, where it was read, on which day (or month), and how sure it is.

    `about` says what `value` is; see ABOUT in catalogue.py. `tier` is "" when it holds for every
    account. `state` is seen, second-hand or unverified.
    """

    about: str
    value: bool | int | str
    source: str
    day: str
    state: str
    tier: str = ""
    kind: str = ""
    remark: str = ""

    def to_json(self) -> dict[str, Any]:
        fields = ("about", "value", "tier", "kind", "remark", "source", "day", "state")
        return {name: getattr(self, name) for name in fields if getattr(self, name) != ""}


class Link(NamedTuple):
    """An address that opens a page and never sends; `url` may hold slots such as ⟨profile⟩."""

    name: str
    title: str
    url: str
    source: str
    day: str
    state: str

    @property
    def slots(self) -> tuple[str, ...]:
        return tuple(part.partition("⟩")[0] for part in self.url.split("⟨")[1:])

    def fill(self, values: Mapping[str, str]) -> str:
        """The address with its slots filled, percent-encoded. Raises KeyError without a value."""
        from urllib.parse import quote  # here alone: most who ask for a network follow no link

        url = self.url
        for slot in self.slots:
            url = url.replace(f"⟨{slot}⟩", quote(values[slot], safe=_SAFE.get(slot, "")))
        return url

    def to_json(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self._fields}


class Network(NamedTuple):
    """A network as one kind of account sees it: `tier` is "" where all accounts are alike."""

    name: str
    title: str
    aliases: tuple[str, ...]
    register: str
    tiers: Mapping[str, str]
    tier: str
    facts: tuple[Fact, ...]
    link_templates: tuple[Link, ...] = ()

    def at(self, tier: str) -> Network:
        """The same network for another kind of account. Raises UnknownName."""
        if tier not in self.tiers:
            raise UnknownName(f"kind of {self.title} account", tier, self.tiers)
        return self._replace(tier=tier)

    def limit(self, kind: str = "note", tier: str | None = None) -> int | None:
        """Longest text of that kind in code points, or None where no limit is known."""
        value = self._value("limit", tier, kind=kind)
        return value if isinstance(value, int) else None

    def can_attach(self, tier: str | None = None) -> bool | None:
        """Whether an invitation can carry a note; None when nobody has said."""
        value = self._value("attach", tier)
        return bool(value) if value is not None else None

    def notes_a_month(self, tier: str | None = None) -> int | None:
        """How many notes a month; None where no number is known or there is no end to them."""
        value = self._value("notes-a-month", tier)
        return value if isinstance(value, int) else None

    def where_to_change(self, tier: str | None = None) -> str:
        """A sentence a person can follow to put their own words in place of the default text."""
        return str(self._value("change", tier) or "")

    def instead(self, tier: str | None = None) -> str:
        """What to do when no note can be sent: the next best way. "" where that cannot happen."""
        return str(self._value("instead", tier) or "")

    def facts_for(self, tier: str | None = None) -> tuple[Fact, ...]:
        """The facts that hold for that kind of account (by default this one)."""
        wanted = self._tier(tier)
        return tuple(fact for fact in self.facts if fact.tier in ("", wanted))

    def length(self, text: str) -> int:
        """The length of `text` as this network counts it: in code points."""
        return len(text)

    def links(self, **values: str) -> dict[str, str]:
        """Addresses by name, for every link whose slots are all among `values`.

        `linkedin.links(profile="ines-duarte")` has "profile", "invite" and those without slots.
        """
        return {
            link.name: link.fill(values)
            for link in self.link_templates
            if all(values.get(slot) for slot in link.slots)
        }

    def default_texts(self) -> tuple[DefaultText, ...]:
        """Every text this network is known to write by itself, all languages."""
        return default_texts(self.name)

    def to_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "title": self.title,
            "aliases": list(self.aliases),
            "register": self.register,
            "tier": self.tier,
            "tiers": dict(self.tiers),
            "facts": [fact.to_json() for fact in self.facts],
            "links": [link.to_json() for link in self.link_templates],
            "default_texts": [text.to_json() for text in self.default_texts()],
        }

    def _tier(self, tier: str | None) -> str:
        return self.tier if tier is None else self.at(tier).tier

    def _value(self, about: str, tier: str | None, kind: str = "") -> bool | int | str | None:
        for fact in self.facts_for(tier):
            if fact.about == about and fact.kind == kind:
                return fact.value
        return None
