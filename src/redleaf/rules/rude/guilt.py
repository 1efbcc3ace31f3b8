"""The note makes the reader feel guilty.

Why it matters: a reproach may get an answer, and costs the liking that an answer should bring.
Known limits: hears set reproaches; an open word about a real hurt between two people who know each other can sound the same.
Keep it when: you want to clear up a quarrel, and would say it to their face.
Source: docs/sources.md, "guilt".
"""

from redleaf.rules import Rule, Severity

rule = Rule(
    severity=Severity.WARNING,
    message="The reader hears a reproach and will either defend themselves or keep silent.",
    advice="What would you like to happen now? Ask for that, and leave the past out.",
    costs={"courtesy": 30},
    finds=[
        "⟦You ignored my message⟧ in May.",
        "⟦I suppose you're too busy⟧ for us.",
        "⟦The least you can do is⟧ answer.",
        "After all that ⟦you owe me an hour⟧.",
        "⟦Would it kill you to answer⟧?",
    ],
    leaves=[
        "I owe you twenty minutes and one beer.",
        "You still owe me one tin of cocoa, I have not forgotten!",
        "You were busy with the twins, so I fed the goat.",
        "Sorry for my silence since the flood.",
    ],
)
