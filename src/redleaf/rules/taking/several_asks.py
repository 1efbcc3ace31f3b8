"""The note asks for two things or more and gives nothing.

Why it matters: one small ask can be answered in passing; a list of them is work, and work from a stranger is put off for ever.
Known limits: counts asks that other rules of this family know by their wording; two halves of one ask in one sentence count once.
Keep it when: they told you to send all your questions.
Source: docs/sources.md, "give to get".
"""

from collections.abc import Iterator

from redleaf.notes.spans import Span
from redleaf.rules import Finding, Reading, Rule, Severity

ASKS = (
    "taking/ask-before-give",
    "taking/favour-from-a-stranger",
    "taking/time-asked-for",
    "taking/vote-or-like",
    "taking/request-for-money",
)

rule = Rule(
    severity=Severity.WARNING,
    message="The reader counts {count} things to do for you, and none that would be for them.",
    advice="Which one would help most? Ask for that one, and put something of yours before it.",
    costs={"giving": 25, "courtesy": 10},
    softens=True,
    suggests="pitch",
    weight=0.5,
    finds=[
        "Could you tell me who buys your rope? ⟦Would you mind sending⟧ your list?",
        "Open to a chat? And ⟦could you introduce me to your director⟧?",
        "Vote for our goat, it is old. ⟦I'd appreciate it if you⟧ came. Do you have 10 minutes on Monday?",
    ],
    leaves=[
        "Could you tell me who buys your rope?",
        "Happy to share our list. Could you tell me who buys your rope? Would you mind sending me yours?",
        "Could you tell me who grows leeks? My aunt's are as thick as my arm, and she asks for nothing.",
    ],
    needs=("phrases",),
    hears=ASKS,
)


@rule.check
def find_several_asks(reading: Reading) -> Iterator[Finding]:
    """Marks the second sentence that asks, when no sentence gives and the reader is not close."""
    asking = [hits for _, hits in reading.phrases_by_sentence(*ASKS)]
    gives = any(hit.tag == "give" for hits in asking for hit in hits)
    if reading.recognition == "close" or gives or len(asking) < 2:
        return
    span = Span(min(hit.start for hit in asking[1]), max(hit.end for hit in asking[1]))
    yield rule.finding(span, count=str(len(asking)))
