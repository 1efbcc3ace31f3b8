"""The note says that something runs out, to hurry the reader.

Why it matters: "only two places left" in a first note is heard as a trick even where it is true.
Known limits: cannot know what is true; a plain date ("the hall is open till six") is left alone.
Keep it when: they asked how many are left.
Source: docs/sources.md, "scarcity and flattery".
"""

from redleaf.rules import Rule, Severity

rule = Rule(
    severity=Severity.WARNING,
    message="The reader takes the shortage for a trick, true or not.",
    advice="Would you say it if there were plenty? If it is true and helps them, give the plain date.",
    costs={"courtesy": 15, "giving": 15},
    suggests="pitch",
    weight=1.0,
    kinds=("note", "message", "email", "post"),
    finds=[
        "⟦Only two spots left⟧ in the course.",
        "⟦Limited time offer⟧ on oars.",
        "Our ⟦doors close Friday⟧.",
    ],
    leaves=[
        "The last two spots on the ceiling were damp.",
        "The library closes on Friday at six.",
        "There is one chair left from the old hall, and it is yours.",
    ],
)
