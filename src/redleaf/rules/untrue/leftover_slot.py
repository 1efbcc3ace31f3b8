"""A slot of a template was left unfilled, or filled with nothing.

Why it matters: "Hi [Name]" says plainly that the note went to many, and that nobody looked at it.
Known limits: square brackets that a writer uses on purpose ("[sic]") look like slots when they hold words.
Keep it when: the text is a template that you will fill in before it goes out.
Source: docs/sources.md, "pitches in personal dress".
"""

import re
from collections.abc import Iterator

from redleaf.notes.regexes import regex
from redleaf.notes.spans import Span
from redleaf.rules import Finding, Reading, Rule, Severity

rule = Rule(
    severity=Severity.ERROR,
    message="The reader sees that a machine was to put something here.",
    advice="Fill it in, or write the sentence so that it needs no slot.",
    costs={"interest": 60, "courtesy": 30},
    kinds=("note", "message", "email", "post"),
    suggests="template",
    weight=2.5,
    finds=[
        "Hi ⟦[Name]⟧, good to meet you.",
        "Hello ⟦{{first_name}}⟧, your talk was good.",
        "Dear ⟦%FNAME%⟧, hello.",
        "⟦Hi ,⟧ how are you?",
        "⟦Hi null⟧, welcome.",
        "⟦Hi Hi⟧ Ana, welcome.",
    ],
    leaves=[
        "You wrote \u201cgreat\u201d [sic], and it was.",
        "Hi, see note [1] on page 4.",
        "Hi there, is the kiln still hot?",
        "Bye bye, old pier.",
    ],
)

_EMPTY = regex(
    r"^\s*((?:hi|hello|hey|dear|hallo|hola|bonjour|ciao|ol[aá]|hoi)"
    r"(?:\s+(?:null|none|nan|undefined|n/a|unknown|test|firstname|first name|name here|your name)\b|\s+,))",
    re.IGNORECASE,
)
_DOUBLED = regex(r"^\s*((hi|hello|hey|dear|hallo|hola|bonjour|ciao)[,!]?\s+\2)\b", re.IGNORECASE)
# What _EMPTY wants after the greeting.
_NOBODY = ("null", "none", "nan", "undefined", "n/a", "unknown", "test", "first", "name", " ,")
_WITH_PURPOSE = frozenset(("[sic]", "[...]", "[…]", "[!]", "[?]"))


@rule.check
def find_leftover_slots(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    for pattern in _telling(text):
        match = pattern.match(text)
        if match:
            yield rule.finding(Span(*match.span(1)))
    for slot in reading.note.slots:
        if slot.of(text).lower() not in _WITH_PURPOSE:
            yield rule.finding(slot)


def _telling(text: str) -> Iterator[re.Pattern[str]]:
    """The expressions that could match: hardly any text begins so, and to compile them is slow."""
    head = text.split(None, 4)[:4]
    opening = " ".join(head).lower()
    if any(word in opening for word in _NOBODY):
        yield _EMPTY
    if len(head) > 1 and head[1].lower().startswith(head[0].rstrip(",!").lower()):
        yield _DOUBLED
