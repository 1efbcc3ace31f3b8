"""The note gives an order to somebody who owes nothing.

Why it matters: an order takes away the pleasure of saying yes, and a stranger has no reason to obey.
Known limits: hears orders by their wording; friendly imperatives ("say hello to Anna", "let me know", "come and see") are left alone, and so is an order that leaves the door open in the same sentence ("when you can", "if you like").
Keep it when: you are asked for short instructions, as in an emergency.
Source: docs/sources.md, "politeness".
"""

from collections.abc import Iterator

from redleaf.rules import Finding, Reading, Rule, Severity
from redleaf.rules.places import named_places

rule = Rule(
    severity=Severity.WARNING,
    message="The reader hears an order, and there is nothing here that would make it theirs to follow.",
    advice="Could they say no easily? Put it as a question that leaves the door open.",
    costs={"courtesy": 30, "giving": 10},
    finds=[
        "⟦Send me the figures⟧. Get me a meeting with your head of roads.",
        "⟦Accept my request⟧.",
        "Hello, ⟦I need you to sign⟧ the lease.",
        "⟦Send me the figures⟧ before noon.",
        "⟦Get me a meeting⟧ with your head of roads.",
        "⟦Kindly revert⟧ with the list.",
    ],
    leaves=[
        "Send me a postcard when you reach Oban, if you like.",
        "Send me the list when you can, and I'll bring the paint.",
        "Give my regards to Anna and let me know how the kiln fires.",
        "You must see the herons at the weir; I can lend you a boat.",
        "Call me any time if the old files are a puzzle.",
        "Do you need me to bring the ladder?",
        "I want you to have the first copy.",
    ],
    needs=("phrases",),
)

_FURTHER = "The same is heard in {places}."


@rule.check
def find_demand(reading: Reading) -> Iterator[Finding]:
    """One finding for all orders in sentences that hold no word which leaves the door open."""
    spans = [
        hit.span
        for _, hits in reading.phrases_by_sentence(rule.name)
        if not any(hit.tag == "soft" for hit in hits)
        for hit in hits
    ]
    further = [span for span in spans[1:] if not span.overlaps(spans[0])]
    if not spans:
        return
    message = f"{rule.message} {_FURTHER}" if further else ""
    costs = {"courtesy": min(75, 30 + 15 * len(further)), "giving": min(20, 10 + 5 * len(further))}
    places = named_places(reading.text, further) if further else ""
    yield rule.finding(spans[0], message=message, costs=costs, places=places)
