"""The note talks down to the reader.

Why it matters: help that begins with the reader's weakness is hard to accept.
Known limits: hears set wordings; plain corrections ("the date on page 3 is wrong") are left alone.
Keep it when: they asked you to be frank.
Source: docs/sources.md, "politeness".
"""

from redleaf.rules import Rule, Severity

rule = Rule(
    severity=Severity.WARNING,
    message="The reader feels small here, and will not want to learn what follows.",
    advice="What would you say to somebody you look up to? Write it that way.",
    costs={"courtesy": 30},
    finds=[
        "⟦No offence, but⟧ the sign is crooked.",
        "⟦You clearly haven't got⟧ a plan.",
        "⟦I could teach you how to write⟧ a headline.",
        "⟦Did anybody actually proofread the⟧ report?",
    ],
    leaves=[
        "The date on page 3 should be 1911; I have the ticket.",
        "You taught me how to prune, and I could teach the others now.",
        "No offence was meant when I left early.",
        "I clearly have no plan, as you saw on the stairs.",
    ],
)
