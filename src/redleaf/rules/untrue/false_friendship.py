"""The note claims a nearness that nothing in it bears out.

Why it matters: "dear friend" from a stranger, or "we have so much in common" without one thing, sounds like bait.
Known limits: knows set wordings; with a brief that says you know each other, it stays silent.
Keep it when: it is true, and you say what the two of you share.
Source: docs/sources.md, "scarcity and flattery".
"""

from collections.abc import Iterator

from redleaf.rules import Example, Finding, Reading, Rule, Severity

rule = Rule(
    severity=Severity.WARNING,
    message="The reader cannot see where this nearness comes from, and grows careful.",
    advice="What do you share, in one fact? If there is none yet, write as one who is new to them.",
    costs={"interest": 15, "courtesy": 10},
    suggests="template",
    weight=0.8,
    softens=True,
    finds=[
        "⟦I feel like I already know you⟧.",
        "⟦We have a lot in common⟧, I think.",
        "You sound like a ⟦kindred spirit⟧.",
        "⟦Great minds think alike⟧!",
    ],
    leaves=[
        "We have the same landlord, and the same rain in the hall.",
        "What we have in common is a broken kiln of 1987.",
        "My friend Ada Noll says you fix clocks.",
        Example(
            "Long time no see!",
            brief={"recipient": {"name": "Ana Ruiz"}, "recognition": "close"},
        ),
    ],
    needs=("phrases",),
)


@rule.check
def find_false_friendship(reading: Reading) -> Iterator[Finding]:
    if reading.recognition not in ("close", "recent", "faded"):
        yield from (rule.finding(hit.span) for hit in reading.phrases(rule.name))
