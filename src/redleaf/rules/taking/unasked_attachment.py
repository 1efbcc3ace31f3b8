"""The note brings sales material that nobody asked for.

Why it matters: a deck is homework. A reader who does not know you has no reason to open it, and good reasons not to.
Known limits: knows the usual words (deck, brochure, one-pager, demo, trial, webinar); what the reader asked for or you promised is left alone when the note says so.
Keep it when: they asked for it; say that they did.
Source: docs/sources.md, "pitches in personal dress".
"""

from redleaf.rules import Rule, Severity

rule = Rule(
    severity=Severity.ADVICE,
    message="The reader is handed something to open, watch or attend, and takes the note for advertising.",
    advice="Which one sentence in it is for this reader? Write that sentence, and keep the rest.",
    costs={"giving": 25, "interest": 10},
    suggests="pitch",
    weight=0.9,
    softens=True,
    finds=[
        "I enclose ⟦our brochure⟧.",
        "⟦Join our webinar⟧ on gutters.",
        "⟦Start your free trial⟧ on Monday.",
        "Please ⟦see the attached one-pager⟧.",
        "Im Anhang finden Sie ⟦unsere Broschüre⟧.",
    ],
    leaves=[
        "Here is the brochure of the chapel that you asked for.",
        "We sat on deck until the lights of Oban.",
        "Your webinar on peat was the first I stayed awake in.",
        "The trial of the mill owner in 1823 is in the parish book.",
    ],
)
