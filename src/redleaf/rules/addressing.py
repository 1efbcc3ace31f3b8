"""Addressing: which pronoun of politeness a text calls its reader by, where it is sure.

The words are in rude/wrong_pronoun.txt, where each is said to be familiar, polite, or one of both.
Only clear words count: German "Sie" at the head of a sentence may be "they", French "vous" may be
several people, Italian "lei" may be "she".
"""

from __future__ import annotations

from typing import NamedTuple

from redleaf.notes.spans import Span
from redleaf.rules.phrases import Hit
from redleaf.rules.reading import Reading

PRONOUNS = "rude/wrong-pronoun"
# How each language calls the two, for what is said to the user.
FAMILIAR = {"de": "du", "fr": "tu", "es": "tú", "it": "tu", "pt": "tu", "nl": "jij"}
POLITE = {
    "de": "Sie", "fr": "vous", "es": "usted", "it": "Lei", "pt": "o senhor or a senhora", "nl": "u",
}  # fmt: skip
# After these a capital may be that of a new sentence.
_BEFORE_CAPITALS = frozenset('.!?:;…\n"“”„»«(•*–—-')
# "Vous" once may be several people; twice it is hardly by chance.
_MAYBE_ENOUGH = 2
# No word of a name is longer, and a long text is not read anew for each pronoun.
_NEARBY = 60


class Addressing(NamedTuple):
    """Where the reader is addressed in each way, in the order of the text.

    `familiar` and `polite` are sure; `maybe` is polite unless it means several people.
    """

    familiar: tuple[Span, ...]
    polite: tuple[Span, ...]
    maybe: tuple[Span, ...]

    @property
    def distant(self) -> tuple[Span, ...]:
        """What is polite; twice what may be is polite too, where nothing is familiar."""
        if self.polite or self.familiar:
            return self.polite
        return self.maybe if len(self.maybe) >= _MAYBE_ENOUGH else ()


def addressing_of(reading: Reading) -> Addressing | None:
    """None where nothing tells: no such words, several readers, or the pronoun is the subject."""
    hits = reading.phrases(PRONOUNS)
    if not hits or reading.language not in POLITE or reading.text.isupper():
        return None
    tags = {hit.tag for hit in hits}
    if "plural" in tags or "agreed" in tags:
        return None
    familiar = tuple(hit.span for hit in hits if hit.tag == "familiar" and _is_own(hit, reading))
    polite = tuple(hit.span for hit in hits if _is_polite(hit, reading))
    maybe = tuple(hit.span for hit in hits if hit.tag == "maybe")
    return Addressing(familiar, polite, maybe)


def _is_own(hit: Hit, reading: Reading) -> bool:
    """Not the "du" of a French name: Café du Nord."""
    text = reading.text
    if text[hit.start : hit.end] != "du":
        return True
    before = text[max(0, hit.start - _NEARBY) : hit.start].split()[-1:]
    after = text[hit.end : hit.end + _NEARBY].split()[:1]
    is_name = before and after and before[0].istitle() and after[0].istitle()
    return not is_name or _begins_sentence(text, hit.start - 1 - len(before[0]))


def _is_polite(hit: Hit, reading: Reading) -> bool:
    text = reading.text
    if hit.tag == "cased":
        return text[hit.start].isupper() and not _begins_sentence(text, hit.start)
    # "o senhor Silva" is somebody else.
    is_named = reading.language == "pt" and text[hit.end + 1 : hit.end + 2].isupper()
    return hit.tag == "polite" and not is_named


def _begins_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - _NEARBY) : max(0, start)].rstrip(" \t")
    return not before or before[-1] in _BEFORE_CAPITALS
