"""A wish that is wished to everybody.

Why it matters: "I hope this finds you well" spends the first words, the only ones that everybody reads, on nothing.
Known limits: knows set wordings; a wish that names a thing ("I hope the roof held") is left alone.
Keep it when: custom asks for it, as in many formal letters.
Source: docs/sources.md, "opening lines".
"""

from redleaf.rules import Rule, Severity

rule = Rule(
    severity=Severity.ADVICE,
    message="The reader has read this wish many times today and skips it.",
    advice="What do you know of their week? Wish for that, or begin with what you came to say.",
    costs={"interest": 5},
    suggests="template",
    weight=0.3,
    softens=True,
    finds=[
        "⟦I hope this message finds you well⟧.",
        "⟦Hope you're having a great week⟧!",
        "⟦Ich hoffe, es geht Ihnen gut⟧.",
        "⟦J'espère que vous allez bien⟧.",
    ],
    leaves=[
        "I hope the roof held in the storm.",
        "I hope you found the well behind the mill.",
        "Hope the week on the barge was dry.",
        "You said that you hope for rain.",
    ],
)
