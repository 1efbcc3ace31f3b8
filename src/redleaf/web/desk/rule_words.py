"""What a rule says, in the language of who asks: its own two sentences, with what they name."""

from __future__ import annotations

from functools import cache

from django.utils.translation import gettext_noop, pgettext_lazy

from redleaf.errors import UnknownName
from redleaf.rules.catalogue import rule_named
from redleaf.web.retelling import retold

FAMILIES = {
    "untrue": pgettext_lazy("family of rules", "Untrue"),
    "rude": pgettext_lazy("family of rules", "Rude"),
    "boring": pgettext_lazy("family of rules", "Boring"),
    "taking": pgettext_lazy("family of rules", "Taking"),
}
# Sentences that some rules add behind their own.
_FURTHER = (gettext_noop("The same is heard in {places}."), gettext_noop("Most of all: {places}."))


def in_language(rule: str, text: str) -> str:
    """`text`, a message or advice of a finding of `rule`; as it is where no translation fits."""
    return retold(text, (*_texts_of(rule), *_FURTHER))


@cache
def _texts_of(rule: str) -> tuple[str, ...]:
    try:
        known = rule_named(rule)
    except UnknownName:
        return ()
    # A slot may be filled with nothing.
    texts = (known.message, known.advice)
    return (*texts, *(each.replace("{remind}", "") for each in texts if "{remind}" in each))
