"""Reversals: a recorded sentence told again with its sense turned round."""

from __future__ import annotations

from collections.abc import Iterator

from redleaf.writing.verifier.opposites import turns_round
from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.statement import Statement
from redleaf.writing.verifier.stems import is_small
from redleaf.writing.verifier.verification import Claim

_LEAST_SHARED = 3


def find_reversals(reading: Reading) -> Iterator[Claim]:
    """Stretches that hold most words of what was said, noticed or discussed, and deny it."""
    told = reading.roots
    for statement, roots in reading.known.sayings:
        if len(roots & told) >= min(len(roots), _LEAST_SHARED):
            yield from _reversal(reading, statement, roots)


def _reversal(reading: Reading, statement: Statement, roots: frozenset[str]) -> Iterator[Claim]:
    for start, after in _clauses(reading):
        shared = [
            at
            for at in range(start, after)
            if reading.words[at].root in roots and not is_small(reading.words[at].text)
        ]
        # What is quoted word for word may be half a sentence; quotes.py reads it to its end.
        is_quoted = all(at in reading.quoted and at in reading.recited for at in shared)
        if is_quoted or not _is_retelling(reading, shared, roots, statement):
            continue
        # "won nothing" ends in a small word that belongs to what was said.
        last = _with_small_words(reading, shared[-1], after, statement)
        is_after_to = reading.words[shared[0] - 1].text == "to"  # "not to apply"
        first = max(shared[0] - (2 if is_after_to else 1), start)
        if reading.statement.is_question(first) or _is_of_one(reading, shared[0], statement):
            continue
        # "Nobody at your place has time": what denies may stand far before the rest.
        whole = reading.words[start : last + 1]
        if turns_round(reading.words[first : last + 1], statement.words) and turns_round(
            whole, statement.words
        ):
            yield reading.unsupported(
                "quote", first, last, f"The brief says \u201c{statement.text}\u201d."
            )


def _is_of_one(reading: Reading, at: int, statement: Statement) -> bool:
    """ "A bass who doesn't read newspapers" is one bass, and "basses who do" are the others."""
    before = reading.words[at - 1].text if at else ""
    plural = reading.words[at].text + "s"
    return before in ("a", "an", "one") and any(
        word.text.startswith(plural[:-1]) and word.text.endswith("s") for word in statement.words
    )


def _with_small_words(reading: Reading, last: int, after: int, statement: Statement) -> int:
    texts = {word.text for word in statement.words}
    while last + 1 < after and reading.words[last + 1].text in texts:
        last += 1
    return last


def _is_retelling(
    reading: Reading, shared: list[int], roots: frozenset[str], statement: Statement
) -> bool:
    """Most words of the fact, in its order; of a fact of two such words both, close together."""
    found = {reading.words[at].root for at in shared}
    if len(roots) < _LEAST_SHARED:
        is_close = len(found) == len(roots) and shared[-1] - shared[0] < len(statement.words)
    else:
        is_close = len(found) >= _LEAST_SHARED and 10 * len(found) >= 6 * len(roots)
    return is_close and _is_in_order([reading.words[at].root for at in shared], statement)


def _is_in_order(roots: list[str], statement: Statement) -> bool:
    """A retelling keeps the order of words; new sentences about the same things do not."""
    order = [word.root for word in statement.words]
    places = [order.index(root) for root in roots]
    return places == sorted(places)


def _clauses(reading: Reading) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(reading.words):
        after = reading.statement.clause_end(at)
        yield at, after
        at = after
