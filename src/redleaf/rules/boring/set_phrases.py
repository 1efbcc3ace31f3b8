"""A set phrase of business letters.

Why it matters: worn phrases are heard as the voice of a firm, not of a person.
Known limits: a short list; each is small, so it gives advice only.
Keep it when: that is how the two of you speak.
Source: docs/sources.md, "how letters are written".
"""

from redleaf.rules import Rule, Severity

rule = Rule(
    severity=Severity.ADVICE,
    message="These words sound like a firm's letter; the reader listens for a person.",
    advice="How would you say it aloud? Write that.",
    costs={"interest": 3},
    suggests="template",
    weight=0.3,
    yields=True,
    finds=[
        "I am ⟦reaching out⟧ to say hello.",
        "May we ⟦touch base⟧ about the oars?",
        "⟦I wanted to take a moment to⟧ say hello.",
        "⟦Please do not hesitate to⟧ write.",
    ],
    leaves=[
        "I reached for the oar and you held it out.",
        "The base of the lamp is cracked; do not touch it.",
        "He hesitated on the bridge, and so did you.",
        "The line of swans goes on past the mill.",
    ],
)
