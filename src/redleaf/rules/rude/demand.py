"""The note gives an order to somebody who owes nothing.

Why it matters: an order takes away the pleasure of saying yes, and a stranger has no reason to obey.
Known limits: hears orders by their wording; friendly imperatives ("say hello to Anna", "let me know", "come and see") are left alone, and so is an order softened by a question.
Keep it when: you are asked for short instructions, as in an emergency.
Source: docs/sources.md, "politeness".
"""

from redleaf.rules import Rule, Severity

rule = Rule(
    severity=Severity.WARNING,
    message="The reader hears an order, and there is nothing here that would make it theirs to follow.",
    advice="Could they say no easily? Put it as a question that leaves the door open.",
    costs={"courtesy": 30, "giving": 10},
    finds=[
        "⟦Accept my request⟧.",
        "Hello, ⟦I need you to⟧ sign the lease.",
        "⟦Send me the figures⟧ before noon.",
        "⟦Get me a meeting⟧ with your head of roads.",
        "⟦Kindly revert⟧ with the list.",
    ],
    leaves=[
        "Send me a postcard when you reach Oban, if you like.",
        "Give my regards to Anna and let me know how the kiln fires.",
        "You must see the herons at the weir; I can lend you a boat.",
        "Call me any time if the old files are a puzzle.",
        "Do you need me to bring the ladder?",
    ],
)
