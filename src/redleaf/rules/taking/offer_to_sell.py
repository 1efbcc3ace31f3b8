"""An unasked offer to sell stands in a first note.

Why it matters: an invitation that turns out to be a sales call is why many people stop reading invitations at all.
Known limits: knows how offers are worded, not what is sold; an offer told as a story can pass. Words that could also speak of a gift ("may I send you a ...") get advice, and only where no day and nothing shared says whom they are for.
Keep it when: they asked for an offer.
Source: docs/sources.md, "pitches in personal dress".
"""

from collections.abc import Iterator

from redleaf.rules import Finding, Reading, Rule, Severity

rule = Rule(
    severity=Severity.WARNING,
    message="The reader meets an offer that they did not ask for, and takes the note for a sales call.",
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
        "⟦Our company offers the⟧ best ropes.",
    ],
    leaves=[
        "Gentile dottoressa, potrei inviarLe i nostri dati sulle alghe?",
        "We helped your father carry the piano in 1994.",
        "I help my sister with the hens on Sundays.",
        "Our platform at Ely is number 2; yours is across the bridge.",
        "Happy to help on the cake stall.",
    ],
    needs=("phrases",),
)


# Alone these make a pitch of nothing; beside other signs of one they tell.
_DOUBTFUL = 0.25
# What any template can be filled with does not say whom a gift is for.
_FILLABLE = ("name", "number")


@rule.check
def find_offer_to_sell(reading: Reading) -> Iterator[Finding]:
    """What can only be a sale; else what could be a gift, when nothing says whom it is for."""
    hits = reading.phrases(rule.name)
    sales = [hit for hit in hits if hit.tag != "gift"]
    yield from (rule.finding(hit.span) for hit in sales)
    if sales or any(each.kind not in _FILLABLE for each in reading.note.particulars):
        return
    for hit in hits:
        yield rule.finding(
            hit.span,
            severity=Severity.ADVICE,
            message="The reader cannot tell yet whether this is a gift or a sale.",
            advice="What made you think of them? A word about that makes a gift of it.",
            costs={"giving": 20},
            weight=_DOUBTFUL,
        )
