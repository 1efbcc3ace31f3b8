"""The note asks to be liked, followed, shared or voted for.

Why it matters: applause on order is worth nothing to the one who gives it, and a stranger has no reason to lend you theirs.
Known limits: knows the words of the common networks; "follow the path to the mill" is left alone.
Keep it when: you both want the same thing to be seen, and they said so.
Source: docs/sources.md, "give to get".
"""

from redleaf.rules import Rule, Severity

rule = Rule(
    severity=Severity.WARNING,
    message="The reader is asked for applause before they have seen anything.",
    advice="What in it would be useful or funny to this reader? Give them that, and let them decide.",
    costs={"giving": 30, "interest": 5},
    suggests="pitch",
    weight=1.0,
    softens=True,
    finds=[
        "I paint gulls. ⟦Follow my page⟧!",
        "⟦Please vote for our⟧ goat.",
        "Could you ⟦like and share⟧ the poster?",
        "⟦Subscribe to my newsletter⟧ about rust.",
        "⟦Folgen Sie meiner Seite⟧, wenn es regnet.",
    ],
    leaves=[
        "Follow the path to the mill and mind the goat.",
        "I like the way you share the last cake.",
        "Thank you for the vote for the harbour bench.",
        "Your channel runs dry in August, says the map.",
    ],
)
