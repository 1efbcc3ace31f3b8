"""The verdict of each note, and the owner's campaigns among them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from redleaf.batch.campaigns import Campaign, find_campaigns
from redleaf.judging import check

CAMPAIGN_AT_LEAST = 3
# What a network writes is not the owner's campaign, however often it went out.
_NOT_OWN = ("empty", "default")
_COUNTED_AS_TEMPLATE = ("personal", "unclear")


class Verdicts:
    """Verdicts by text; the same text is judged once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], str] = {}

    def of(self, text: str, *, kind: str = "note") -> str:
        key = (kind, text)
        if key not in self._known:
            self._known[key] = check(text, network="linkedin", kind=kind).verdict
        return self._known[key]


def judge_sent(
    notes: Sequence[str], verdicts: Verdicts, tell: Callable[[int], None]
) -> tuple[list[str], list[Campaign]]:
    """The verdict of each sent note, and the campaigns (members are places in `notes`).

    A single note may read as personal; sent to three or more people with slots changed it was
    made to be filled in, and counts as a template.
    """
    judged = []
    for at, note in enumerate(notes):
        judged.append(verdicts.of(note))
        tell(at + 1)
    own = [(str(at), note) for at, note in enumerate(notes) if judged[at] not in _NOT_OWN]
    campaigns = find_campaigns(own, at_least=CAMPAIGN_AT_LEAST)
    for campaign in campaigns:
        for member in campaign.members:
            if judged[int(member)] in _COUNTED_AS_TEMPLATE:
                judged[int(member)] = "template"
    return judged, campaigns
