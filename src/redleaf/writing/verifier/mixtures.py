"""Mixtures: the place of one encounter with the day of another."""

from __future__ import annotations

from collections.abc import Sequence

from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.verification import Claim


def find_mixtures(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """Days that belong to another encounter than the place or event named in the same clause.

    Each claim is borne out by itself; only together they are not. Needs the other claims.
    """
    if len(reading.brief.encounters) < 2:
        return []
    placed = [(claim, _encounters(claim)) for claim in claims if claim.supported]
    found = []
    for claim, numbers in placed:
        if claim.kind != "date" or not numbers:
            continue
        for other, others in placed:
            is_of_it = others and other is not claim and other.kind in ("place", "encounter", "organisation")
            if is_of_it and not numbers & others and _share_clause(reading, claim, other):
                why = f"{other.text} belongs to another day; the brief does not put {claim.text} there."
                found.append(Claim(claim.start, claim.end, "date", claim.text, False, (), why))
                break
    return found


def _encounters(claim: Claim) -> frozenset[str]:
    """The numbers of the encounters that bear out a claim, when nothing else does."""
    if not all(path.startswith("encounters.") for path in claim.facts):
        return frozenset()
    return frozenset(path.split(".")[1] for path in claim.facts)


def _share_clause(reading: Reading, one: Claim, other: Claim) -> bool:
    clauses = [
        {word.clause for word in reading.words if word.start < each.end and each.start < word.end}
        for each in (one, other)
    ]
    return bool(clauses[0] & clauses[1])
