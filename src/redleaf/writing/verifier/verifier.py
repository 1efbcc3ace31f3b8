"""The verifier: a text against a brief. One `Verifier` per brief, hundreds of texts each."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from redleaf.notes.brief import Brief
from redleaf.writing.verifier.agreements import find_agreements
from redleaf.writing.verifier.bonds import find_bonds
from redleaf.writing.verifier.common_ground import find_common_ground
from redleaf.writing.verifier.dates import find_date_claims
from redleaf.writing.verifier.deeds import find_deeds
from redleaf.writing.verifier.garbled import find_garbled
from redleaf.writing.verifier.introductions import find_introductions
from redleaf.writing.verifier.known import Known
from redleaf.writing.verifier.meetings import find_meetings
from redleaf.writing.verifier.memories import find_done_to_us, find_memories
from redleaf.writing.verifier.mixtures import find_mixtures
from redleaf.writing.verifier.names import find_names
from redleaf.writing.verifier.numbers import find_number_claims
from redleaf.writing.verifier.occasions import find_occasions
from redleaf.writing.verifier.offers import find_offers
from redleaf.writing.verifier.opposites import find_opposites
from redleaf.writing.verifier.promises import find_promises
from redleaf.writing.verifier.proper_names import find_proper_names
from redleaf.writing.verifier.quotes import find_quotes
from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.residue import find_residue
from redleaf.writing.verifier.reversals import find_reversals
from redleaf.writing.verifier.roles import find_roles
from redleaf.writing.verifier.siblings import find_siblings
from redleaf.writing.verifier.slots import find_slots
from redleaf.writing.verifier.spans_of_time import find_spans_of_time
from redleaf.writing.verifier.statement import Statement
from redleaf.writing.verifier.swaps import find_swaps
from redleaf.writing.verifier.thanks import find_thanks
from redleaf.writing.verifier.verification import Claim, Verification
from redleaf.writing.verifier.works import find_works

Recogniser = Callable[[Reading], Iterable[Claim]]

# In this order of precedence: of two claims about the same words the first one stands.
_RECOGNISERS: tuple[Recogniser, ...] = (
    find_names,
    find_reversals,
    find_garbled,
    find_quotes,
    find_date_claims,
    find_introductions,
    find_agreements,
    find_promises,
    find_offers,
    find_thanks,
    find_meetings,
    find_works,
    find_occasions,
    find_roles,
    find_common_ground,
    find_proper_names,
    find_spans_of_time,
    find_number_claims,
    find_swaps,
    find_siblings,
    find_opposites,
    find_deeds,
    find_done_to_us,
    find_memories,
    find_residue,
    find_slots,
    find_bonds,
)


class Verifier:
    """Verifies texts against one brief, whose tables are built once."""

    def __init__(self, brief: Brief) -> None:
        self._known = Known(brief, brief.recipient.language)

    def verify(self, text: str) -> Verification:
        """Every claim in `text`, with the facts that bear it out; linear in its length."""
        reading = Reading(Statement(text), self._known)
        claims = [claim for find in _RECOGNISERS for claim in find(reading)]
        kept = _without_echoes(claims)
        mixed = find_mixtures(reading, kept)
        spans = {(claim.start, claim.end) for claim in mixed}
        kept = [claim for claim in kept if (claim.start, claim.end) not in spans] + mixed
        return Verification(tuple(sorted(kept, key=lambda claim: (claim.start, claim.end))))


def verify(brief: Brief, text: str) -> Verification:
    """Every claim in `text`, borne out or not; build one `Verifier(brief)` for many texts."""
    return Verifier(brief).verify(text)


def _without_echoes(claims: list[Claim]) -> list[Claim]:
    """Each stretch of text is claimed once, by the first recogniser that saw it.

    Only a shorter doubt inside a longer claim that holds goes before it: one wrong name in a
    sentence that is otherwise borne out.
    """
    kept: dict[int, Claim] = {}
    owners: dict[int, int] = {}  # of each code point that is claimed, the claim
    for number, claim in enumerate(claims):
        place = range(claim.start, claim.end)
        over = {owners[at] for at in place if owners.get(at) in kept}
        if any(not _yields(kept[each], claim) for each in over):
            continue
        for each in over:
            del kept[each]
        kept[number] = claim
        owners.update(dict.fromkeys(place, number))
    return list(kept.values())


def _yields(kept: Claim, claim: Claim) -> bool:
    if not kept.supported or claim.supported:
        return False
    is_shorter = claim.end - claim.start < kept.end - kept.start
    # "You sign my copy of The Comma": the title holds, what is told of it does not.
    is_part = claim.start <= kept.start and kept.end <= claim.end and kept.kind in _PARTS
    return is_shorter or is_part


_PARTS = ("name", "place", "organisation")
