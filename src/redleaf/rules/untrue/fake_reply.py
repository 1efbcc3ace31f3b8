"""The first note is dressed up as an answer.

Why it matters: "Re:" or "per our last call" where there was none is an old trick to be opened, and readers know it.
Known limits: without a brief only "Re:" and "Fwd:" at the very start of a note or message are seen.
Keep it when: you do answer them; then put the encounter, or what you wrote before, into the brief.
Source: docs/sources.md, "facts and claims".
"""

import re
from collections.abc import Iterator

from redleaf.notes.regexes import regex
from redleaf.notes.spans import Span
from redleaf.rules import Example, Finding, Reading, Rule, Severity

_NEW = {"recipient": {"name": "Ana Ruiz"}, "recognition": "unknown"}
_KNOWN = {"recipient": {"name": "Ana Ruiz"}, "encounters": [{"kind": "call", "topics": ["oars"]}]}

rule = Rule(
    severity=Severity.WARNING,
    message="The reader looks for what went before, finds nothing, and feels tricked.",
    advice="Is this the first time you write? Then begin as one who is new to them.",
    costs={"courtesy": 25, "interest": 10},
    suggests="pitch",
    weight=0.6,
    finds=[
        "⟦Re:⟧ your oars\nHello Ana, may I see them?",
        "⟦FWD:⟧ oars for the regatta",
        Example("Ana, ⟦following up on our conversation⟧: the oars are here.", brief=_NEW),
        Example("⟦Per our last call⟧, here is the price of the oars.", brief=_NEW),
    ],
    leaves=[
        Example("Ana, following up on our conversation: the oars are here.", brief=_KNOWN),
        "Reeds: who cuts them this year?",
        "Following up on our conversation, here is the list of oars.",
        Example("Ana, I follow the regatta from the bridge each May.", brief=_NEW),
    ],
)

_ANSWER = regex(r"\s*((?:re|fwd?|aw|wg|tr|rv|sv|antw|enc)\s*:)", re.IGNORECASE)


@rule.check
def find_fake_reply(reading: Reading) -> Iterator[Finding]:
    brief = reading.brief
    if brief and (brief.encounters or brief.history or brief.aim == "answer"):
        return
    match = _ANSWER.match(reading.text)
    if match and (brief or reading.kind != "email"):
        yield rule.finding(Span(*match.span(1)))
    if brief and reading.recognition in ("", "unknown"):
        yield from (rule.finding(hit.span) for hit in reading.phrases(rule.name))
