"""The text is what the network writes by itself.

Why it matters: it says that the sender pressed a button. Receivers who get many requests read the
first words, know the text, and stop; nothing in it tells them who you are to them.
Known limits: knows the texts that are listed in `redleaf networks`, their misspellings and small
rewordings; a new wording of a network passes until it is listed. A default text in front of a true
sentence of yours is only a warning.
Keep it when: they know you well and expect the request; then no words are needed at all.
Source: docs/sources.md, "opening lines".
"""

from __future__ import annotations

from collections.abc import Iterator

from redleaf.rules.finding import Finding, Severity
from redleaf.rules.known_texts import find_known_text
from redleaf.rules.reading import Reading
from redleaf.rules.rule import Rule

rule = Rule(
    severity=Severity.ERROR,
    message="This is the text {writer} writes by itself.",
    advice="Say where you met or why you write to them.",
    costs={"interest": 97, "giving": 80, "courtesy": 28},
    finds=[
        "⟦I'd like to add you to my professional network on LinkedIn.⟧",
        "Hi Oona, ⟦I'd liek to add you too my profesional network on Linkedin⟧ Thanks!",
        "Hallo Frau Brandt,\n⟦ich möchte Sie gerne zu meinem beruflichen Netzwerk auf LinkedIn hinzufügen.⟧\nViele Grüße\nJonas Ahrens",
        "⟦J'aimerais vous ajouter a mon reseau professionnel sur LinkedIn⟧, cordialement, Paul",
        "⟦请求添加您为好友。⟧",
        "We shared the night ferry to Turku and you lent me a torch. ⟦I'd like to add you to my professional network on LinkedIn.⟧",
    ],
    leaves=[
        "I'd like to add you to my reading list on river ice.",
        "I would like to add your name to the list of speakers in Turku.",
        "You wrote: “I'd like to add you to my professional network on LinkedIn”. Gladly!",
        "Ich möchte Sie gerne zu unserem Treffen der Brückenbauer in Kiel einladen.",
        "Oona, your talk on lock gates in Turku changed how I read drawings. May I send you mine?",
        "我想加您的新书到我的书单里。",
    ],
)

_PART = {"interest": 25, "giving": 5}


@rule.check
def find_default_text(reading: Reading) -> Iterator[Finding]:
    """The whole text is an error; a default text inside one's own words is a warning."""
    known = find_known_text(reading.note)
    if known is None:
        return
    writer = "your network" if known.product == "chat" else known.title
    if known.whole:
        yield rule.finding(known.span, writer=writer)
        return
    # Around a default text only something particular counts; padding must not buy points back.
    costs = _PART if reading.is_particular else rule.costs
    for span in known.spans:
        yield rule.finding(
            span,
            severity=Severity.WARNING,
            message="This sentence is the one {writer} writes by itself.",
            advice="Leave it out: your own words say more without it.",
            costs=costs if span == known.spans[0] else {},
            writer=writer,
        )
