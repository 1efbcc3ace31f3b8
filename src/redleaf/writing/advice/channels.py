"""Where words can go: what the network carries, what is left of the month, what went out."""

from __future__ import annotations

from redleaf.networks import Network
from redleaf.notes.brief import Brief
from redleaf.writing.advice.record import Advice
from redleaf.writing.budget import INVITING, Budget, budget_for, left_in_words

# Where a request is the only way in; elsewhere a message can be written to anybody.
_REQUESTS_ONLY = ("xing", "facebook")


def carries_no_note(brief: Brief, network: Network | None) -> bool:
    """Whether the invitation can hold no text of one's own."""
    if brief.limit == 0:
        return True
    if brief.limit is not None or network is None or brief.aim not in INVITING:
        return False
    return network.name in _REQUESTS_ONLY and network.can_attach() is False


def counted_notes(brief: Brief, network: Network | None) -> Budget | None:
    """The notes of the month, where somebody counted them and this account has no end of them."""
    budget = budget_for(brief, network)
    usual = network.limit() if network else None
    # A note longer than the usual account's is a paid account's, whose notes nobody counts.
    is_paid = brief.limit is not None and usual is not None and brief.limit > usual
    return None if is_paid else budget


def without_note(brief: Brief, recognition: str, network: Network | None, who: str) -> Advice:
    """What to do where no note can go along: a bare request, or words before it."""
    why = _why_no_note(brief, network)
    if brief.aim == "answer":
        then = f"Accept, and send {who} these words as the first message."
        return Advice("after-acceptance", f"{why} {then}", goes_along=False)
    is_formal = brief.recipient.register == "formal"
    if recognition == "unknown" or (recognition == "faded" and is_formal):
        how = "in an e-mail or a message" if network and network.name == "facebook" else "by e-mail"
        then = f"{who} may not place your name: write first, {how}, and send the request after it."
        return Advice("email-first", f"{why} {then}", goes_along=False)
    then = f"Send the request as it is; these words are for when {who} accepts, or for an e-mail."
    if brief.aim not in INVITING:
        then = f"These words are for a message once {who} has accepted, or for an e-mail."
    return Advice("after-acceptance", f"{why} {then}", goes_along=False)


def after_the_default(network: Network | None, who: str) -> Advice:
    """The repair: what to send now that the standard text is out, and when."""
    out = "The standard text is out; do not invite again."
    if network is not None and network.name == "linkedin":
        out = (
            "The standard text is out and cannot be changed; do not withdraw it, for LinkedIn "
            "then takes no new invitation for three weeks."
        )
    then = f"Send these words as soon as {who} accepts, or by e-mail today."
    return Advice("after-acceptance", f"{out} {then}")


def _why_no_note(brief: Brief, network: Network | None) -> str:
    if network is not None and network.can_attach() is False:
        account = network.tiers.get(network.tier, "")
        return (
            f"{network.title}{f' ({account})' if account else ''} lets no text go with a request."
        )
    budget = counted_notes(brief, network)
    if budget and budget.is_spent:
        return left_in_words(budget, brief.today)
    return "There is no room for a note here."
