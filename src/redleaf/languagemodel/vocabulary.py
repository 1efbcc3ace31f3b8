"""What may be said to one reader in German, French or Spanish: the words of the phrasebook's own
sentences from the same facts, everyday words that claim nothing, and the facts themselves.

The verifier reads these languages in part. So a model's note is held against what the offline
writer could have said of this brief: a word that neither its frames, the facts nor the list of
everyday words hold was made up. That costs some good figures of speech, and there are other notes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from redleaf.notes.brief import Brief
from redleaf.notes.data_files import read_beside
from redleaf.writing.facts import read_material
from redleaf.writing.languages import code_of, language
from redleaf.writing.phrasebook import Frame, phrasebook
from redleaf.writing.sentences import fill
from redleaf.writing.verifier import Verification

_WORD = re.compile(r"\d+|[^\W\d_]{2,}")
_ENDING = re.compile(r"(?:ern|en|er|em|es|os|as|e|n|s|x|a|o)$")
_LEAST_ROOT = 4
# What turns a sentence round, and what makes a thing somebody's: never but as frames or facts say.
_TURNING = frozenset(
    "nicht nie kein keine keinen pas jamais rien aucun aucune no nunca nada".split()
)
_OWNING = {
    "de": re.compile(r"(?:dein|ihr|mein|unser)(?:e|en|em|er|es)?"),
    "fr": re.compile(r"[mts](?:on|a|es)|notre|votre|[nv]os"),
    "es": re.compile(r"[ts]us?|mis?|nuestr[ao]s?"),
}
# "Geht mir nicht aus dem Kopf", "no se me olvida".
_IDIOMS = frozenset(
    (
        ("nicht", "aus"),
        ("nicht", "los"),
        ("pas", "oublie"),
        ("no", "olvid"),
        ("no", "se"),
        ("no", "me"),
    )
)
_OWNED_BY_ALL = frozenset(
    "satz frage antwort zeit phrase question temps frase pregunta tiempo".split()
)


def unheard_words(text: str, brief: Brief, verification: Verification) -> Iterator[str]:
    """The words of a note that no fact, no frame and no everyday list holds, as they stand there.

    Also a "not" or a "your" before a word that it stands before nowhere else. What `verification`
    has borne out is left aside.
    """
    known, pairs = _heard(brief)
    owning = _OWNING[code_of(brief.recipient.language)]
    borne = [(claim.start, claim.end) for claim in verification.claims if claim.supported]
    before, ended = "", 0
    for found in _WORD.finditer(text):
        word = _plain(found.group())
        is_next = text[ended : found.start()].isspace()
        is_borne = any(first <= found.start() and found.end() <= last for first, last in borne)
        if not is_borne and word not in known and _root(word) not in known:
            yield found.group()
        elif is_next and (before in _TURNING or owning.fullmatch(before)):
            pair = (_root(before), _root(word))
            if word not in _OWNED_BY_ALL and pair not in pairs and pair not in _IDIOMS:
                yield f"{before} {found.group()}"
        before, ended = word, found.end()


def _heard(brief: Brief) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """Words with their roots, and pairs of roots, of all that could be said of `brief`."""
    code = code_of(brief.recipient.language)
    words = set(everyday_words(code))
    pairs: set[tuple[str, str]] = set()
    for text in (*_sayings(brief, code), *(fact.text for fact in brief.facts())):
        said = [_plain(word) for word in _WORD.findall(text)]
        words.update(said)
        words.update(map(_root, said))
        pairs.update(pairwise(map(_root, said)))
    return frozenset(words), frozenset(pairs)


def _sayings(brief: Brief, code: str) -> Iterator[str]:
    """Every sentence that the phrasebook makes of the facts for this aim and register."""
    tongue = language(code)
    material = read_material(brief, tongue)
    for frame in phrasebook(code):
        if _fits(frame, brief):
            for sentence in fill(frame, material, tongue):
                yield sentence.text


def _fits(frame: Frame, brief: Brief) -> bool:
    wanted = {"aim": brief.aim, "register": brief.recipient.register}
    if brief.recipient.register == "formal" and language(
        code_of(brief.recipient.language)
    ).spoken.search(frame.text):
        return False
    return all(frame.allows(*each) for each in wanted.items())


@cache
def everyday_words(code: str) -> frozenset[str]:
    """The words of everyday/de.txt and the like, without accents."""
    lines = read_beside(__file__, f"everyday/{code}.txt").splitlines()
    return frozenset(
        _plain(word) for line in lines if not line.startswith("#") for word in line.split()
    )


def _plain(word: str) -> str:
    """ "Frühling" as "fruhling": models and people differ in accents more than in words."""
    folded = unicodedata.normalize("NFD", word.casefold())
    return "".join(sign for sign in folded if not unicodedata.combining(sign))


def _root(word: str) -> str:
    """A word without the ending that case, number and gender give it."""
    while (shorter := _ENDING.sub("", word)) != word and len(shorter) >= _LEAST_ROOT:
        word = shorter
    return word
