"""The reader's name stands without its accents or its own letters.

Why it matters: Zieliński and Zielinski are two names to those who bear them; who writes the mark shows that they looked.
Known limits: needs a brief with the name as it is written; Latin letters only. Umlauts that are spelt out (Mueller) are left.
Keep it when: they leave the marks out themselves, as many do abroad; then write the name so in the brief.
Source: docs/sources.md, "facts and claims".
"""

from collections.abc import Iterator

from redleaf.rules import Example, Finding, Fix, Reading, Rule, Severity
from redleaf.rules.accented_names import unaccented_names

_TOMASZ = {"recipient": {"name": "Tomasz Zieliński"}}
_ZOE = {"recipient": {"name": "Zoë Çan-Øverli"}, "shared": ["the Zoe trail in Ely"]}
_WEISS = {"recipient": {"name": "Jürgen Weiß"}}

rule = Rule(
    severity=Severity.ADVICE,
    message="The brief writes {written}; here it stands without its marks.",
    advice="Is it {written}? Copy it letter by letter, it is quickly done.",
    costs={"courtesy": 3},
    kinds=("note", "message", "email", "post"),
    needs=("brief",),
    finds=[
        Example("Dear Mr ⟦Zielinski⟧, thank you for the map.", brief=_TOMASZ),
        Example("Hello, are you the Tomasz ⟦Zielinski⟧ who drew the map?", brief=_TOMASZ),
        Example("Lieber ⟦Jurgen⟧, danke für die Karte.", brief=_WEISS),
        Example("Dear Ms ⟦Overli⟧, thank you for the map.", brief=_ZOE),
    ],
    leaves=[
        Example("Dear Mr Zieliński, thank you for the map.", brief=_TOMASZ),
        Example("Lieber Juergen Weiß, danke für die Karte.", brief=_WEISS),
        Example("Hi Zoë, on the Zoe trail I thought of your map.", brief=_ZOE),
        Example("Hi Zoë, Can you lend me the map?", brief=_ZOE),
        "Dear Mr Zielinski, thank you for the map.",
    ],
)


@rule.check
def find_dropped_accents(reading: Reading) -> Iterator[Finding]:
    """One finding for all places, at the first, with a fix for each."""
    found = list(unaccented_names(reading))
    if found:
        written = " ".join(dict.fromkeys(name.written for name in found))
        fixes = [Fix(*name.span, name.written) for name in found]
        yield rule.finding(found[0].span, written=written, fixes=fixes)
