"""A stranger is asked for a favour that only friends grant.

Why it matters: an introduction to the boss, a referral or an hour of advice spends the reader's standing or time; with somebody they cannot vouch for, the easiest answer is none.
Known limits: knows how such favours are worded. With a brief that says they know you well it is silent; after a recent meeting, or when the text says something only the two of you share, it is advice.
Keep it when: they offered it.
Source: docs/sources.md, "asking".
"""

from collections.abc import Iterator

from redleaf.rules import Example, Finding, Reading, Rule, Severity

CLOSE = {"recipient": {"name": "Ida Holm"}, "recognition": "close"}

rule = Rule(
    severity=Severity.WARNING,
    message="The reader is asked to put their name or their hours behind somebody they do not know.",
    advice="What is the smallest thing that would help, and what can you give first?",
    costs={"giving": 40, "courtesy": 10},
    suggests="pitch",
    weight=0.6,
    softens=True,
    finds=[
        "I sell ropes. Could you ⟦introduce me to your director⟧?",
        "We have not met. ⟦May I pick your brain⟧ over lunch?",
        "Hello, would you ⟦review my CV⟧ and ⟦refer me⟧ for the post?",
        "Können Sie ⟦mich Ihrem Chef vorstellen⟧?",
    ],
    leaves=[
        "Let me introduce you to our director; she collects the same stamps.",
        "The barber asked me to pick a brain from the jar. It was a walnut.",
        "I can review your CV on Sunday.",
        Example("Could you introduce me to your director?", brief=CLOSE),
    ],
    needs=("phrases",),
)


@rule.check
def find_favour_from_a_stranger(reading: Reading) -> Iterator[Finding]:
    if reading.recognition == "close":
        return
    severity = Severity.ADVICE if reading.recognition == "recent" else rule.severity
    for hit in reading.phrases(rule.name):
        yield rule.finding(hit.span, severity=severity)
