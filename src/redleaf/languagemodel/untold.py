"""Sentences that tell of the two people in everyday words, and rest on no fact: "you were late".

The verifier leaves such sentences to a person, who was there. A model was not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from redleaf.notes.brief import Brief
from redleaf.notes.note import Note
from redleaf.notes.sentences import sentences_of
from redleaf.notes.spans import Span
from redleaf.writing.verifier import Verification
from redleaf.writing.verifier.stems import is_small, kin, root
from redleaf.writing.verifier.words import plain

_BOTH = frozenset("you your yours yourself we our ours us".split())
_OWN = frozenset("my your our".split())
# Forms of the past that do not end in -ed, without those that are the present, too ("read", "put").
_PAST = frozenset(
    """
    was were had did said told gave got went came wrote met made sent took saw knew thought felt
    left kept brought been known given spoke spoken written taken seen heard found lost won lent
    paid sold bought taught caught held stood sat ran began begun became shown
    """.split()
)
# "To be connected" tells of nothing that was.
_BE = frozenset("be being get getting".split())
# Whom and what people have: everyday words, and each a claim behind "my" and "your".
_HAD = frozenset(
    """
    family friend friends company team boss colleague colleagues wife husband partner kids children
    child son daughter brother sister mother father parents dog cat house home garden money job
    office school product products service services business client clients customer customers
    neighbour neighbours neighbor neighbors staff book
    """.split()
)
# Names are in every sentence of a greeting; they bear nothing out.
_NO_GROUND = ("recipient.name", "recipient.given_name", "sender.name", "today")


def untold_words(text: str, brief: Brief, verification: Verification) -> Iterator[str]:
    """The words of an English note that tell of the two people what no fact of the brief tells."""
    known = _roots(brief)
    borne = [each for each in verification.claims if each.supported and each.kind != "name"]
    tokens = [(plain(token), start, end) for token, start, end in Note(text).tokens]
    for span in sentences_of(text):
        inside = [each for each in tokens if span.start <= each[1] < span.end]
        words = [word for word, _, _ in inside]
        for own, thing in pairwise(words):
            if own in _OWN and thing in _HAD and root(thing) not in known:
                yield f"{own} {thing}"
        is_grounded = any(span.start <= each.start < span.end for each in borne)
        if _tells(words) and not is_grounded and not known.intersection(map(root, words)):
            yield _without_name(text, span, inside)


def _roots(brief: Brief) -> frozenset[str]:
    """The roots of the words of substance of all facts, and of words for the same things."""
    told = (fact.text for fact in brief.facts() if fact.path not in _NO_GROUND)
    words = (plain(word) for text in told for word in Note(text).words)
    roots = {root(word) for word in words if not is_small(word)}
    return frozenset(roots.union(*(kin().get(each, ()) for each in roots)))


def _tells(words: Sequence[str]) -> bool:
    """Whether a sentence is about the two, and about what was."""
    if not _BOTH.intersection(words):
        return False
    return any(
        word in _PAST or (word.endswith("ed") and len(word) > 4 and before not in _BE)
        for before, word in pairwise(["", *words])
    )


def _without_name(text: str, span: Span, inside: Sequence[tuple[str, int, int]]) -> str:
    """The sentence behind the name that it greets."""
    comma = text.find(",", span.start, span.end)
    behind = [start for _, start, _ in inside if start > comma]
    starts_with_name = comma >= 0 and len(inside) - len(behind) <= 2
    return text[behind[0] if starts_with_name and behind else span.start : span.end].rstrip(".")
