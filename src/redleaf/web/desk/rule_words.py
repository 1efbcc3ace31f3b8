"""What a rule says, in the language of who asks: its own sentences, with what they name filled in.

A finding holds its sentence as the engine filled it, in English. The rule's own text tells which
part of it is a name or a quotation, and so the same can be put into its translation.
"""

from __future__ import annotations

import re
from functools import cache

from django.utils.translation import get_language, gettext, gettext_noop, pgettext_lazy

from redleaf.errors import UnknownName
from redleaf.rules.catalogue import rule_named

FAMILIES = {
    "untrue": pgettext_lazy("family of rules", "Untrue"),
    "rude": pgettext_lazy("family of rules", "Rude"),
    "boring": pgettext_lazy("family of rules", "Boring"),
    "taking": pgettext_lazy("family of rules", "Taking"),
}
# Sentences that some rules add behind their own.
_FURTHER = (gettext_noop("The same is heard in {places}."), gettext_noop("Most of all: {places}."))
# Words of the engine's own that stand where a name could.
_WORDS = (
    gettext_noop("the reader"),
    gettext_noop("a friend"),
    gettext_noop("a person"),
    gettext_noop("an e-mail"),
    gettext_noop("a formal note"),
    gettext_noop("takes"),
    gettext_noop("allows"),
)
_SUCH_AS = gettext_noop(", such as “{place}”")
_SLOT = re.compile(r"\{(\w+)\}")


def in_language(rule: str, text: str) -> str:
    """`text`, a message or advice of a finding of `rule`; as it is where no translation fits."""
    if (get_language() or "en").startswith("en"):
        return text
    for template in _texts_of(rule):
        found = _pattern(template).fullmatch(text)
        if found:
            words = found.groupdict()
            further = words.pop("further").strip()
            return " ".join(filter(None, (_filled(template, words), _further(further))))
    return text


@cache
def _texts_of(rule: str) -> tuple[str, ...]:
    try:
        known = rule_named(rule)
    except UnknownName:
        return ()
    return (known.message, known.advice)


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """Slots are groups; one that comes twice says the same, at the head with a capital letter."""
    seen: set[str] = set()
    parts = []
    for at, part in enumerate(_SLOT.split(template)):
        if at % 2 == 0:
            parts.append(re.escape(part))
        else:
            parts.append(f"(?i:(?P={part}))" if part in seen else f"(?P<{part}>.*?)")
            seen.add(part)
    return re.compile("".join(parts) + r"(?P<further>(?: .*)?)", re.DOTALL)


def _further(text: str) -> str:
    for template in _FURTHER:
        found = _pattern(template).fullmatch(text)
        if found and not found["further"]:
            return _filled(template, {"places": found["places"]})
    return text


def _filled(template: str, words: dict[str, str]) -> str:
    said = gettext(template)
    for name, word in words.items():
        said = said.replace(f"{{{name}}}", _word(word))
    return f"{said[:1].upper()}{said[1:]}"


def _word(word: str) -> str:
    such_as = _pattern(_SUCH_AS).fullmatch(word)
    if such_as:
        return gettext(_SUCH_AS).replace("{place}", such_as["place"])
    lowered = f"{word[:1].lower()}{word[1:]}"
    return gettext(lowered) if lowered in _WORDS else word
