"""The reason given for writing is no reason.

Why it matters: "LinkedIn suggested you" tells the reader that a machine chose them, and that you agreed.
Known limits: knows set wordings; a chance that led to a true reason in the next sentence is softened to advice.
Keep it when: the chance itself is the story.
Source: docs/sources.md, "opening lines".
"""

from redleaf.rules import Rule, Severity

rule = Rule(
    severity=Severity.WARNING,
    message="The reader learns that chance or a machine chose them, not you.",
    advice="Why them, of all the suggestions? Say that, or wait until there is a reason.",
    costs={"interest": 20},
    suggests="template",
    weight=0.8,
    softens=True,
    finds=[
        "⟦You popped up in my feed⟧, so I thought I would write.",
        "⟦The algorithm suggested⟧ that I write to you.",
        "⟦I am looking for people in⟧ the pond trade.",
        "⟦I was looking for people in⟧ your town.",
    ],
    leaves=[
        "Jo Marsh suggested that I write to you about the oars.",
        "A heron popped up in my garden and I thought of page 40 of your book.",
        "I was looking for the boat house when you waved me in.",
        "I am looking for the person who left a blue scarf in row 4.",
    ],
)
