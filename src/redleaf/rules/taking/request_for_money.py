"""The note asks for money.

Why it matters: money asked of somebody who does not know you reads as begging or as fraud, and ends the acquaintance before it began.
Known limits: knows how gifts, loans, fees and deposits are asked for; money that is owed ("you paid for my ticket") is left alone.
Keep it when: they told you that they would like to give.
Source: docs/sources.md, "asking".
"""

from redleaf.rules import Rule, Severity

rule = Rule(
    severity=Severity.WARNING,
    message="The reader is asked for money and begins to look for the trick.",
    advice="What would you show them if money were no matter? Show that first, and ask in a talk.",
    costs={"giving": 45, "courtesy": 15},
    suggests="pitch",
    weight=1.2,
    softens=True,
    finds=[
        "Would you ⟦donate to our fountain⟧?",
        "Could you ⟦lend me 300 euros⟧ until May?",
        "⟦The registration fee is 400 dollars⟧ for speakers.",
        "⟦Bitte spenden Sie⟧ für den Brunnen.",
    ],
    leaves=[
        "You paid for my ticket in Oban; may I bring you the 12 pounds on Monday?",
        "Thank you for lending me the ladder.",
        "The fee of the bridge was two pennies in 1810.",
        "I donate my old boots to your garden, for the mice.",
    ],
)
