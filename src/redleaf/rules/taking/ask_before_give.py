"""The note asks for something and offers nothing before it.

Why it matters: a stranger's first words set the terms. Who begins with what they want leaves the reader to find out alone what would be in it for them.
Known limits: knows how asks and offers are worded in seven languages; a light question after something that only the two of you share is left alone, and so is an ask to somebody close.
Keep it when: the ask itself honours the reader and takes them a minute, such as one question about a thing they made.
Source: docs/sources.md, "give to get".
"""

from collections.abc import Iterator

from redleaf.rules import Finding, Reading, Rule, Severity

rule = Rule(
    severity=Severity.ADVICE,
    message="The reader is asked for something before they were offered anything.",
    advice="What could you give first that costs them nothing: a page, a name, an answer to something they asked?",
    costs={"giving": 20},
    yields=True,
    finds=[
        "Hello, ⟦could you tell me⟧ which glue holds on slate?",
        "⟦I'd appreciate it if you⟧ looked over my plan.",
        "⟦Would you mind naming⟧ a good roofer? If I can help with your hedge, tell me.",
        "⟦Könnten Sie mir den⟧ Plan der Orgel schicken?",
        "⟦Pourriez-vous me dire⟧ où dort le bac ?",
    ],
    leaves=[
        "If I can help with the hedge, tell me. Would you mind naming a good roofer?",
        "I could tell you which glue holds on slate.",
        "Happy to share our tide tables. Could you tell me who keeps the old ones?",
        "Would you mind if I sent you the second volume as a present?",
    ],
    needs=("phrases",),
)


@rule.check
def find_ask_before_give(reading: Reading) -> Iterator[Finding]:
    """The first ask, when no offer stands before it and the reader is not close."""
    hits = reading.phrases(rule.name)
    asks = [hit for hit in hits if hit.tag != "give"]
    if not asks or reading.recognition == "close":
        return
    if not any(hit.tag == "give" and hit.start <= asks[0].start for hit in hits):
        yield rule.finding(asks[0].span)
