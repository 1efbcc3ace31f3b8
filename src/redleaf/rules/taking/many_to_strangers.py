"""One more note to a stranger, after many.

Why it matters: what gets people reported is not one invitation but many, alike, to people who do not know them; networks then hold the account back for weeks.
Known limits: needs the number of notes sent in the last thirty days in the brief. Twenty is our choice: no network publishes its number.
Keep it when: you have just begun at a new place, and everybody there expects you.
Source: docs/sources.md, "limits and policies".
"""

from collections.abc import Iterator

from redleaf.rules import Example, Finding, Reading, Rule, Severity
from redleaf.rules.common_ground import facts_to_share

_MANY = {"recipient": {"name": "Ana Ruiz"}, "recognition": "unknown", "sent_this_month": 30}

rule = Rule(
    severity=Severity.ADVICE,
    message="You have sent {sent} notes in thirty days, and nothing in the brief ties you to {given}; that is what gets people reported.",
    advice="Who could introduce you, or where would you meet? Begin there, or let this one wait.",
    costs={"giving": 10},
    kinds=("note", "message"),
    needs=("brief",),
    finds=[
        Example("⟦Ana, page 40 of your report names the wrong weir.⟧", brief=_MANY),
        Example("⟦Hi Ana, who drew the map on your wall?⟧", brief=_MANY),
        Example("⟦Ana, your heron stands at our weir.⟧", brief={**_MANY, "sent_this_month": 20}),
    ],
    leaves=[
        Example("Ana, your heron stands at our weir.", brief={**_MANY, "sent_this_month": 19}),
        Example("Ana, Jo lent me your map.", brief={**_MANY, "mutual": ["Jo Marsh"]}),
        Example("Ana, the oar leaks.", brief={**_MANY, "recognition": "recent"}),
        Example("How do we know each other?", brief={**_MANY, "aim": "answer"}),
        "Ana, page 40 of your report names the wrong weir.",
    ],
)

_MANY_NOTES = 20


@rule.check
def find_many_to_strangers(reading: Reading) -> Iterator[Finding]:
    brief = reading.brief
    if brief is None or (brief.sent_this_month or 0) < _MANY_NOTES or brief.aim == "answer":
        return
    if reading.recognition in ("", "unknown") and not any(facts_to_share(brief)):
        yield rule.finding(reading.whole, sent=str(brief.sent_this_month), given=reading.reader)
