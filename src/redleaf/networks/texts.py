"""Default texts: what networks and programs write by themselves, as they were compiled."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from redleaf.networks.compiled import table_of


class DefaultText(NamedTuple):
    """A text that a network or program writes by itself; `⟨name⟩` and the like are its slots.

    `language` is an ISO 639 code; `since` and `until` are years, 0 when unknown.
    """

    product: str
    language: str
    text: str
    source: str
    state: str
    since: int = 0
    until: int = 0

    def to_json(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self._fields if getattr(self, name)}


def default_texts(product: str = "") -> tuple[DefaultText, ...]:
    """The default texts of one network or program, or of all."""
    texts = _texts()
    if product:
        return texts.get(product, ())
    return tuple(text for group in texts.values() for text in group)


@cache
def products() -> Mapping[str, str]:
    """Titles by name: the networks, and the programs of which only default texts are known."""
    titles: dict[str, str] = table_of("texts")["titles"]
    return titles


@cache
def _texts() -> dict[str, tuple[DefaultText, ...]]:
    groups: dict[str, list[DefaultText]] = {}
    for product, language, state, since, until, source, *texts in table_of("texts")["groups"]:
        for text in texts:
            known = DefaultText(product, language, text, source, state, since, until)
            groups.setdefault(product, []).append(known)
    return {product: tuple(texts) for product, texts in groups.items()}
