"""A first note asks for the reader's time.

Why it matters: a quarter of an hour for somebody unknown is the dearest thing a note can ask; most people have asked for it before you this week.
Known limits: hears how calls and chats are asked for; an ask tied to something only the two of you share is advice only, and an ask to somebody who knows you is left alone.
Keep it when: they offered the time themselves.
Source: docs/sources.md, "asking".
"""

from collections.abc import Iterator

from redleaf.rules import Finding, Reading, Rule, Severity

rule = Rule(
    severity=Severity.ADVICE,
    message="The reader is asked for time before they know what it would be good for.",
    advice="What one question could they answer in a line? Ask that, and leave the call for later.",
    costs={"giving": 25},
    suggests="pitch",
    weight=0.35,
    softens=True,
    finds=[
        "You run a choir. ⟦Do you have 15 minutes⟧ this week?",
        "⟦Let's hop on a quick call⟧!",
        "Curious about roofs? ⟦Open to a chat⟧?",
        "⟦Haben Sie 15 Minuten für⟧ mich?",
        "⟦Avez-vous 15 minutes⟧ demain ?",
    ],
    leaves=[
        "The ferry takes 15 minutes and the soup was hot.",
        "You said to call on a Thursday, so I will.",
        "It was quick: the call of a curlew, then nothing.",
        "Haben Sie die 15 Minuten bis zum Bus gefroren?",
    ],
    needs=("phrases",),
)

KNOWN = ("close", "recent")


@rule.check
def find_time_asked_for(reading: Reading) -> Iterator[Finding]:
    if reading.recognition not in KNOWN:
        yield from (rule.finding(hit.span) for hit in reading.phrases(rule.name))
