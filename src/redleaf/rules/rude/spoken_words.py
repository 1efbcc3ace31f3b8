"""Spoken words stand in a letter, or in a note to somebody who is written to formally.

Why it matters: "gonna" to a boss, or in a letter that begins with a title, is heard as carelessness, not as warmth.
Known limits: knows set words of seven languages. Without a brief it speaks only where an e-mail opens with a title; with one it reads its register, its recognition and the kind of text.
Keep it when: that is how the two of you write to each other; then change the register in the brief.
Source: docs/sources.md, "how letters are written".
"""

import re
from collections.abc import Iterator

from redleaf.notes.regexes import regex
from redleaf.rules import Example, Finding, Reading, Rule, Severity
from redleaf.rules.places import named_places

_BOSS = {"recipient": {"name": "Ana Ruiz", "register": "formal"}}
_PEER = {"recipient": {"name": "Ana Ruiz"}, "recognition": "unknown"}
_FRIEND = {"recipient": {"name": "Ana Ruiz"}, "recognition": "close"}

rule = Rule(
    severity=Severity.ADVICE,
    message="In {where}, spoken words read as if dashed off: {words}.",
    advice="How would you write it by hand, on paper? Put that here.",
    costs={"courtesy": 10},
    kinds=("note", "message", "email"),
    finds=[
        Example("Dear Ms Ruiz, I'm ⟦gonna⟧ bring the plans, and a bunch of stuff.", brief=_BOSS),
        Example("Guten Tag Frau Ruiz, der Vortrag war ⟦echt krass⟧.", brief=_BOSS),
        Example("Bonjour Madame Ruiz, votre exposé était ⟦super cool⟧.", brief=_BOSS),
        Example("Hello Ana, ⟦wanna⟧ see the plans?", brief=_PEER, kind="email"),
        Example("Dear Professor Ruiz, the talk was ⟦so cool⟧.", kind="email"),
    ],
    leaves=[
        Example("Ana, wanna see the plans? Yep, all of them.", brief=_FRIEND),
        Example("Ana, wanna see the plans?", brief=_PEER),
        Example("Dear Ms Ruiz, it was kind of you to cool the kiln.", brief=_BOSS),
        Example("Dear Ms Ruiz, your chapter “Wanna bet on rain?” helped us.", brief=_BOSS),
        Example("Hi Ana, the talk was so cool.", kind="email"),
        "Wanna see the plans?",
    ],
    needs=("phrases",),
)

# A title in the greeting is the writer's own word for how formal this is.
_TITLED = regex(
    r"\s*(?:dear (?:mr|mrs|ms|miss|dr|prof(?:essor)?|sir|madam)\b|sehr geehrte|geachte|"
    r"(?:chère? |bonjour )?(?:madame|monsieur)\b|estimad[oa]s? (?:sr|sra|señora?|dr|dra|profesora?)\b|"
    r"(?:gentile|egregi[oa]|spett)\b|prezad[oa]\b|ex\.?m[oa]\b)",
    re.IGNORECASE,
)


@rule.check
def find_spoken_words(reading: Reading) -> Iterator[Finding]:
    """One finding for all of them, at the first."""
    hits = reading.phrases(rule.name)
    if not hits or not (heard := _out_of_place(reading)):
        return
    spans = [hit.span for hit in hits if hit.tag in heard]
    if spans:
        where = "an e-mail" if reading.kind == "email" else "a formal note"
        yield rule.finding(spans[0], where=where, words=named_places(reading.text, spans))


def _out_of_place(reading: Reading) -> tuple[str, ...]:
    """The tags of the words that do not fit this reader and this kind of text."""
    if reading.register == "formal":
        return ("slang", "loose")
    if reading.kind != "email" or "close" in (reading.register, reading.recognition):
        return ()
    if _TITLED.match(reading.text):
        return ("slang", "loose")
    return ("slang",) if reading.brief else ()
