"""What of a brief leaves for a model: the facts that one note may use, and no more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from redleaf.notes.brief import Brief
from redleaf.writing.languages import Language, code_of, language, languages
from redleaf.writing.soundness import sound

# A model reads longer facts than a frame takes up; what is longer is no fact but a document.
_LONGEST_FACT = 400
_LONGEST_NOTE = 1_500
_MOST_NOTES = 5
# What decides about the note, and is told in words; and what says nothing to a model.
_NOT_FACTS = ("schema", "network", "limit", "aim", "recognition", "history", "sent_this_month")
# Texts that cannot be anything but one of a few words, or a day.
_CHOICES = re.compile(r"today|encounters\.\d+\.(?:kind|on)|recipient\.register")


@dataclass(frozen=True, slots=True)
class Leaving:
    """The facts as JSON, and the paths of those that stay here."""

    facts: dict[str, Any]
    held_back: tuple[str, ...]


def leaving_for(brief: Brief, *, with_history: bool) -> Leaving:
    """The sound facts of `brief`: no private matters, no orders to a machine, no links.

    Notes sent to others go along only `with_history`: the latest few.
    """
    facts, held_back = _sound_facts(brief)
    if with_history and brief.history:
        latest = [sound(each, longest=_LONGEST_NOTE, lines=True) for each in brief.history]
        facts["notes_sent_to_others"] = [each for each in latest[-_MOST_NOTES:] if each]
    return Leaving(facts, held_back)


def sound_brief(brief: Brief) -> Brief:
    """`brief` with what leaves of it alone. A fact that stays here bears out nothing of a model's:
    what it says of such a one, it was not told, or was talked into.
    """
    facts, _ = _sound_facts(brief)
    kept = {name: value for name, value in brief.to_json().items() if name in _NOT_FACTS}
    facts.setdefault("recipient", {}).setdefault("name", brief.recipient.name)
    return Brief.from_json({**kept, **facts})


def _sound_facts(brief: Brief) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The facts that may leave, and the paths of the others."""
    told = {name: value for name, value in brief.to_json().items() if name not in _NOT_FACTS}
    sieve = _Sieve(_spoken(brief))
    return sieve.sifted(told, "") or {}, tuple(sieve.held_back)


def _spoken(brief: Brief) -> tuple[Language, ...]:
    """The reader's language and English: facts are noted down in either."""
    codes = dict.fromkeys((code_of(brief.recipient.language), "en"))
    return tuple(language(code) for code in codes if code in languages())


class _Sieve:
    """Lets sound facts through, and keeps the paths of the others."""

    def __init__(self, spoken: tuple[Language, ...]) -> None:
        self._spoken = spoken
        self.held_back: list[str] = []

    def sifted(self, value: Any, path: str) -> Any:
        """`value` with its sound texts alone; None where nothing is left."""
        if isinstance(value, dict):
            inner = {
                name: self.sifted(each, f"{path}.{name}" if path else name)
                for name, each in value.items()
            }
            return {name: each for name, each in inner.items() if each is not None} or None
        if isinstance(value, list):
            each_sifted = [self.sifted(each, f"{path}.{n}") for n, each in enumerate(value)]
            return [each for each in each_sifted if each is not None] or None
        if not isinstance(value, str) or _CHOICES.fullmatch(path):
            return value
        return self._sound_fact(value, path)

    def _sound_fact(self, text: str, path: str) -> str | None:
        clean = sound(text, longest=_LONGEST_FACT, lines=True)
        if clean and not any(each.is_private(clean) for each in self._spoken):
            return clean
        if text.strip():
            self.held_back.append(path)
        return None
