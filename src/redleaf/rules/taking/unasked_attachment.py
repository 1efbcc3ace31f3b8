"""The note brings sales material that nobody asked for.

Why it matters: a deck is homework. A reader who does not know you has no reason to open it, and good reasons not to.
Known limits: knows the usual words (deck, brochure, one-pager, demo, trial, webinar); what the reader asked for or you promised is left alone when the note says so.
Keep it when: they asked for it; say that they did.
Source: docs/sources.md, "pitches in personal dress".
"""

from collections.abc import Iterator

from redleaf.rules import Finding, Reading, Rule, Severity

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
        "I enclose our brochure, as you asked me to on Sunday.",
        "We sat on deck until the lights of Oban.",
        "Your webinar on peat was the first I stayed awake in.",
        "The trial of the mill owner in 1823 is in the parish book.",
    ],
    needs=("phrases",),
)

# What the reader said, or was promised: then the thing was asked for.
_ASKED_FOR = ("encounter", "promise", "said")


@rule.check
def find_unasked_attachment(reading: Reading) -> Iterator[Finding]:
    asked = [each.span for each in reading.note.particulars if each.kind in _ASKED_FOR]
    for sentence, hits in reading.phrases_by_sentence(rule.name):
        if not any(span.overlaps(sentence) for span in asked):
            yield from (rule.finding(hit.span) for hit in hits)
