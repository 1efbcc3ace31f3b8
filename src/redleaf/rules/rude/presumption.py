"""The note takes the reader's agreement, time or character for granted.

Why it matters: who says "as you surely know" or puts a meeting into a stranger's calendar has decided for them.
Known limits: knows set wordings; a liberty between friends sounds the same.
Keep it when: they said so before.
Source: docs/sources.md, "politeness".
"""

from redleaf.rules import Rule, Severity

rule = Rule(
    severity=Severity.WARNING,
    message="The reader finds that something was decided for them.",
    advice="Do you know this, or hope it? Ask, and let them decide.",
    costs={"courtesy": 20},
    finds=[
        "⟦As you surely know⟧, a quay needs paint.",
        "⟦I've put thirty minutes in your diary⟧ for Monday.",
        "I ⟦took the liberty of booking⟧ the room.",
        "⟦I'm sure you'll agree⟧ that gulls are loud.",
    ],
    leaves=[
        "As you know from the wet summer of 2019, our cellar floods.",
        "I've put thirty bulbs in your bed by the gate.",
        "I'm sure you will remember the fog.",
        "You agreed to the second date, thank you.",
    ],
)
