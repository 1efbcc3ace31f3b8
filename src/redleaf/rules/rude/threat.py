"""The note says what will happen if the reader does not comply.

Why it matters: a threat ends the acquaintance, and may be an offence.
Known limits: knows conditional wordings; a legal notice belongs into a letter, not into an invitation.
Keep it when: never in a note; if there is a claim, a lawyer writes the letter.
Source: docs/sources.md, "freedom to say no".
"""

from redleaf.rules import Rule, Severity

rule = Rule(
    severity=Severity.ERROR,
    message="The reader hears a threat, and may keep the note as evidence.",
    advice="What do you want that they could give freely? Ask for that alone, or wait a day.",
    costs={"courtesy": 70, "giving": 20},
    finds=[
        "⟦Answer me or I'll write⟧ to the paper.",
        "⟦Sign it, or else you⟧ will see.",
        "Pay, and ⟦I'll keep it to myself⟧.",
        "⟦You will regret the⟧ silence.",
    ],
    leaves=[
        "Answer by mail or I'll ring on Sunday, whichever suits you.",
        "Come at noon or somebody else will eat the pie.",
        "You won't regret the walk to the falls.",
        "I'll keep the kettle on.",
    ],
)
