"""The note says the opposite of what it means.

Why it matters: writers think that irony shows in writing; readers miss it half of the time, and when they hear it, it stings.
Known limits: knows set turns; dry humour with a fact in it is left alone.
Keep it when: they know your voice well enough to hear it.
Source: docs/sources.md, "irony in writing".
"""

from redleaf.rules import Rule, Severity

rule = Rule(
    severity=Severity.WARNING,
    message="In writing the reader either takes this at its word or hears scorn.",
    advice="What do you mean in plain words? If it is kind, say it; if not, leave it out.",
    costs={"courtesy": 25},
    finds=[
        "⟦Nice of you to answer at⟧ last.",
        "⟦You must be very proud of yourself⟧.",
        "A dam of paper. ⟦Bravo⟧.",
        "⟦Thanks for nothing, as⟧ ever.",
    ],
    leaves=[
        "Nice of you to wait for the slow ones; thank you.",
        "You must be proud: the twins passed!",
        "Bravo for the second movement, I had tears in my eyes.",
        "Your jokes about gravel made the afternoon.",
    ],
)
