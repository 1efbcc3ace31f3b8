"""Audiences: is an invitation one of those that a setting is about?"""

from __future__ import annotations

from redleaf.notes.folding import fold_text
from redleaf.triage.cases import Case
from redleaf.triage.invitation import Invitation
from redleaf.triage.policies import Audience
from redleaf.triage.wording import Wording


def is_in(audience: Audience, invitation: Invitation, case: Case, wording: Wording) -> bool:
    """Whether all that `audience` asks for holds."""
    is_recruiter = Case.RECRUITER in audience.cases and bool(wording.recruiter)
    if audience.cases and not (case in audience.cases or is_recruiter):
        return False
    if audience.network and not (wording.network and wording.network.name == audience.network):
        return False
    if audience.language and wording.report.language != audience.language:
        return False
    return not audience.words or _names(invitation, audience.words)


def _names(invitation: Invitation, words: tuple[str, ...]) -> bool:
    """Whether the words stand together in the headline, an address, or what they wrote."""
    who = invitation.sender
    told = fold_text(" | ".join((who.headline, *who.identities, invitation.words)))
    return all(word in told for word in words)
