"""The notes that the network gives for a month are used up.

Why it matters: the network refuses the note or sends the request without it, and the words that took you time reach nobody.
Known limits: needs the number of notes sent in the last thirty days in the brief, and a network whose number is known; networks change it without notice.
Keep it when: your account has more; then name it, as in linkedin-premium.
Source: docs/sources.md, "limits and policies".
"""

from collections.abc import Iterator

from redleaf.rules import Example, Finding, Reading, Rule, Severity

_USED_UP = {"recipient": {"name": "Ana Ruiz"}, "network": "linkedin", "sent_this_month": 5}
_ONE_LEFT = {**_USED_UP, "sent_this_month": 4}

rule = Rule(
    severity=Severity.ADVICE,
    message="{title} is known to carry {limit} notes in thirty days, and {sent} of yours have gone.",
    advice="Send the request alone, and these words once they have accepted.",
    needs=("brief",),
    finds=[
        Example("⟦Hi Ana, is the oar still leaking?⟧", brief=_USED_UP),
        Example("⟦Ana, page 40 names the wrong weir.⟧", brief={**_USED_UP, "sent_this_month": 9}),
        Example("⟦The kettle is on.⟧", brief={**_USED_UP, "network": "linkedin-free"}),
    ],
    leaves=[
        Example("Hi Ana, is the oar still leaking?", brief=_ONE_LEFT),
        Example("Hi Ana, is the oar still leaking?", brief=_USED_UP, kind="message"),
        Example("Hi Ana, is it still leaking?", brief={**_USED_UP, "network": "linkedin-premium"}),
        Example("Hi Ana, is the oar still leaking?", network="linkedin"),
    ],
)


@rule.check
def find_monthly_notes_used_up(reading: Reading) -> Iterator[Finding]:
    sent = reading.brief.sent_this_month if reading.brief else None
    if not sent or reading.network is None or reading.kind != "note":
        return
    limit = reading.network.notes_a_month()
    if limit is not None and sent >= limit:
        title = reading.network.title
        yield rule.finding(reading.whole, title=title, limit=str(limit), sent=str(sent))
