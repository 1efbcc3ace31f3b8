"""The post holds nothing for its readers.

Why it matters: "just had a great cup of coffee" costs each reader a moment and gives them nothing for it.
Known limits: sees short posts without a number, a name, a question or a hint that could be used, and stock lines of posts; a dull story in fresh words passes.
Keep it when: your readers are friends who want to know how you are.
Source: docs/sources.md, "give to get".
"""

import re
from collections.abc import Iterator

from redleaf.notes.regexes import regex
from redleaf.rules import Example, Finding, Reading, Rule, Severity

rule = Rule(
    severity=Severity.WARNING,
    message="A reader who scrolls by asks what is in it for them, and finds nothing.",
    advice="What did you learn that would save a reader an hour, or make them laugh? Post that.",
    costs={"interest": 40, "giving": 20},
    kinds=("post",),
    finds=[
        Example("⟦Tea with the best team ever.⟧", kind="post"),
        Example("⟦Big news soon. Stay tuned!⟧", kind="post"),
        Example("⟦Rain again, what a Tuesday.⟧", kind="post"),
    ],
    leaves=[
        Example("If your oars leak, rub the seam with beeswax before the varnish.", kind="post"),
        Example(
            "The ford at Ely is open till 18:00; bring boots, the east bank is mud.", kind="post"
        ),
        Example("Does anyone near Ely have a left oar to lend for the regatta?", kind="post"),
        Example("Tea with the best team ever.", kind="note"),
    ],
)

_SHORT_WORDS = 14
_LONG_WORDS = 30
# What a reader can use: amounts, times, prices, links, a hint, a question that can be answered.
_USE = regex(
    r"[£$€¥]\s?\d|\d+\s?(?:[%°€£$]|km|kg|m\b|mm|cm|hours?|minutes?|days?|weeks?|years?|euros?)|\d{1,2}[:.]\d\d|"
    r"\b(?:1[5-9]|20)\d\d\b|\b\d{3,}\b|https?://|\bwww\.|\b(?:if you|if your|before you|you can|you need|you don't|you must|how to|"
    r"instead|below|here's (?:how|what|the|a|my)|in the comments|does any(?:one|body)|has any(?:one|body)|who knows|"
    r"looking for|needs? (?:a|an|to|\w+ people)|give away|free|ask me|wanted|found|lost|warning|careful|tip|deadline|"
    r"closes|opens|it's in|turns out|try|use|take|check|look under|read (?:it|page|chapter))\b",
    re.IGNORECASE,
)


@rule.check
def find_post_without_reader(reading: Reading) -> Iterator[Finding]:
    words = len(reading.note.words)
    uses = len(_USE.findall(reading.text))
    stock = len(reading.phrases(rule.name))
    if stock > uses and words <= _LONG_WORDS:
        yield rule.finding(reading.whole)
    elif words <= _SHORT_WORDS and uses == 0:
        yield rule.finding(reading.whole, severity=Severity.ADVICE)
