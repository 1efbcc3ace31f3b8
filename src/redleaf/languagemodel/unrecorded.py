"""Words of substance that no fact holds: what a person may write of themselves, and a model not.

The verifier takes a person's word for what they do at home; only what they say of the other, or of
what both recorded, has to stand in the brief. Of a model nothing is taken on its word: whatever
is neither an everyday word nor in the brief was made up. That costs some good figures of speech,
and there are other notes.
"""

from __future__ import annotations

from collections.abc import Iterator

from redleaf.notes.brief import Brief
from redleaf.notes.note import Note
from redleaf.writing.verifier import Verification
from redleaf.writing.verifier.stems import is_everyday, kin, root
from redleaf.writing.verifier.words import plain

_SHORTEST = 3
# "A thing or two", "one of these days": counts nothing.
_LOOSE_NUMBERS = frozenset(("one", "two", "three", "first", "second"))


def unrecorded_words(text: str, brief: Brief, verification: Verification) -> Iterator[str]:
    """The words of an English note that neither everyday life nor a fact of the brief holds.

    What `verification` has borne out is left aside: "last Thursday" is a day of the brief.
    """
    known = _roots(brief)
    borne = [(claim.start, claim.end) for claim in verification.claims if claim.supported]
    for token, start, end in Note(text).tokens:
        word = plain(token)
        if len(word) < _SHORTEST or word in _LOOSE_NUMBERS or word.endswith("ly"):
            continue
        if is_everyday(word) or root(word) in known:
            continue
        if not any(first <= start and end <= last for first, last in borne):
            yield text[start:end]


def _roots(brief: Brief) -> frozenset[str]:
    """The roots of all words of the brief, and of words that tell of the same things."""
    words = (plain(word) for fact in brief.facts() for word in Note(fact.text).words)
    roots = {root(word) for word in words}
    return frozenset(roots.union(*(kin().get(each, ()) for each in roots)))
