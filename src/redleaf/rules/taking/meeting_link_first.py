"""A first note hands over a booking page.

Why it matters: the reader is asked to find a gap in their own week for somebody who has not yet said why; the link saves the writer's time with the reader's.
Known limits: knows the common booking pages and how they are announced.
Keep it when: they asked for a way to book.
Source: docs/sources.md, "asking".
"""

import re
from collections.abc import Iterator

from redleaf.notes.regexes import regex
from redleaf.notes.spans import Span
from redleaf.rules import Finding, Reading, Rule, Severity

rule = Rule(
    severity=Severity.WARNING,
    message="The reader is sent to fill a calendar before they said that they want to talk.",
    advice="Would they like to talk at all? Ask that first, and send the page when they say yes.",
    costs={"giving": 30, "courtesy": 10},
    suggests="pitch",
    weight=0.9,
    softens=True,
    finds=[
        "I know roofs: ⟦calendly.com/rufus-roofs⟧",
        "⟦Grab a slot⟧ whenever it rains.",
        "⟦Here is my calendar⟧, any day will do.",
        "Hier ist ⟦mein Kalenderlink⟧.",
    ],
    leaves=[
        "The letter box has a slot for the key.",
        "Here is the calendar of the tides that I promised.",
        "I can book a table at Ida's for the two of us.",
        "Your book on slots and tabs stands by my bench.",
    ],
)

_ADDRESS = regex(r"\.\w")
_PAGES = regex(
    r"\b(?:https?://)?(?:www\.)?(?:\w+\.)?(?:calendly\.com|cal\.com|savvycal\.com|tidycal\.com|zcal\.co"
    r"|koalendar\.com|youcanbook\.me|meetings\.hubspot\.com|hubspot\.com/meetings|chilipiper\.com"
    r"|calendar\.app\.google|acuityscheduling\.com|outlook\.office\.com/bookwithme|doodle\.com/bp)(?:/[^\s)>\]]*)?",
    re.IGNORECASE,
)


@rule.check
def find_meeting_link_first(reading: Reading) -> Iterator[Finding]:
    if reading.recognition in ("close", "recent"):
        return
    if _ADDRESS.search(reading.text):
        yield from (rule.finding(Span(*page.span())) for page in _PAGES.finditer(reading.text))
    yield from (rule.finding(hit.span) for hit in reading.phrases(rule.name))
