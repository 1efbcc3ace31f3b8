"""Mixtures: the place of one encounter with the day of another."""

from __future__ import annotations

from collections.abc import Sequence

from redleaf.notes.spans import Span
from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.verification import Claim


def find_mixtures(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """Days that belong to another encounter than the place or event named in the same clause.

    Each claim is borne out by itself; only together they are not. Needs the other claims.
    """
    if len(reading.brief.encounters) < 2:
        return []
    placed = [(claim, _encounters(claim)) for claim in sorted(claims, key=lambda each: each.start)]
    found = []
    for at, (claim, numbers) in enumerate(placed):
        if claim.kind != "date" or not numbers:
            continue
        beside = [
            (other, others)
            for other, others in placed[max(at - 2, 0) : at + 3]
            if others and other.kind in _PLACED and _is_beside(reading, claim, other)
        ]
        # A name says which meeting is meant; "over coffee" and "we talked" fit many.
        telling = [each for each in beside if not each[0].text.islower()] or beside
        if telling and not any(numbers & others for _, others in telling):
            name = telling[-1][0].text
            why = f"{name} belongs to another day; the brief does not put {claim.text} there."
            found.append(Claim(claim.start, claim.end, "date", claim.text, False, (), why))
    return found


_PLACED = ("place", "encounter", "organisation")
_MOST_APART = 3  # words between a place and its day: "in Grenoble, back in 2015"


def _encounters(claim: Claim) -> frozenset[str]:
    """The numbers of the encounters that bear out a claim, when nothing else does."""
    if not claim.supported or not all(path.startswith("encounters.") for path in claim.facts):
        return frozenset()
    return frozenset(path.split(".")[1] for path in claim.facts)


def _is_beside(reading: Reading, one: Claim, other: Claim) -> bool:
    """Do they stand together, with no "and" between them?"""
    first, last = sorted((one, other), key=lambda claim: claim.start)
    between = reading.statement.within(Span(first.end, last.start))
    words = [
        reading.words[at] for at in between if first.end <= reading.words[at].start < last.start
    ]
    sentences = {word.sentence for word in words} | {
        reading.words[at].sentence
        for each in (one, other)
        for at in reading.within(Span(each.start, each.end))
    }
    return (
        len(words) <= _MOST_APART
        and len(sentences) == 1
        and not any(word.text in ("and", "or", "but", "then") for word in words)
    )
