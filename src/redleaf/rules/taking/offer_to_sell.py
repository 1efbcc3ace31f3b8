"""An unasked offer to sell stands in a first note.

Why it matters: an invitation that turns out to be a sales call is why many people stop reading invitations at all.
Known limits: knows how offers are worded, not what is sold; an offer told as a story can pass.
Keep it when: they asked for an offer.
Source: docs/sources.md, "pitches in personal dress".
"""

from redleaf.rules import Rule, Severity

rule = Rule(
    severity=Severity.WARNING,
    message="The reader meets an offer before they have met you, and takes the note for a sales call.",
    advice="What could you give this person that costs them nothing? Begin there, and sell when asked.",
    costs={"giving": 45, "interest": 15},
    suggests="pitch",
    weight=1.4,
    finds=[
        "Hi Ana, ⟦we help companies cut⟧ their water bill.",
        "⟦I help dentists find⟧ patients.",
        "⟦Our platform sorts⟧ invoices by itself.",
        "⟦Wir helfen Unternehmen beim⟧ Sparen.",
        "⟦Nous aidons les entreprises⟧ à recruter.",
    ],
    leaves=[
        "We helped your father carry the piano in 1994.",
        "I help my sister with the hens on Sundays.",
        "Our platform at Ely is number 2; yours is across the bridge.",
        "Happy to help on the cake stall.",
    ],
)
