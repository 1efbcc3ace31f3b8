"""The greeting is not the reader's name.

Why it matters: a wrong name is the first thing the reader sees and often the last they read.
Known limits: needs a brief; knows common short forms in seven languages; names in different scripts are not compared.
Keep it when: they sign with that name themselves; then put it into the brief as the given name.
Source: docs/sources.md, "facts and claims".
"""

from collections.abc import Iterator

from redleaf.rules import Example, Finding, Fix, Reading, Rule, Severity
from redleaf.rules.greeted_names import Greeted, greeted_by

_TOMASZ = {"recipient": {"name": "Tomasz Zieliński"}}
_BETH = {"recipient": {"name": "Dr Elizabeth Okoro-Lindqvist"}}

rule = Rule(
    severity=Severity.ERROR,
    message="{reader} would read another person's name in the first line.",
    advice="Was this written for somebody else? Greet {given}, and look through the rest too.",
    costs={"courtesy": 40, "interest": 40},
    finds=[
        Example("Hi ⟦Peter⟧, the pipes in your talk sang.", brief=_TOMASZ),
        Example("Dear ⟦Tomas⟧, the pipes sang.", brief=_TOMASZ),
        Example("Dear Ms ⟦Okonkwo⟧, thank you for the map.", brief=_BETH),
        Example("Guten Tag Herr ⟦Zielinsky⟧, danke für die Karte.", brief=_TOMASZ),
    ],
    leaves=[
        Example("Hi Beth, thank you for the map.", brief=_BETH),
        Example("Dear Dr Lindqvist, thank you for the map.", brief=_BETH),
        Example("Hello Mr Zielinski, thank you for the map.", brief=_TOMASZ),
        Example("Hi Pixel_Heron7, the pipes sang.", brief={"recipient": {"name": "Pixel_Heron7"}}),
        Example("Hi neighbour, thank you for the map.", brief=_TOMASZ),
        "Hi Peter, the pipes sang.",
    ],
    needs=("brief",),
)


@rule.check
def find_wrong_name(reading: Reading) -> Iterator[Finding]:
    greeted = greeted_by(reading)
    if greeted is None:
        return
    if greeted.meant:
        yield _misspelled(greeted)
        return
    yield rule.finding(
        greeted.span,
        severity=Severity.WARNING if greeted.is_bare else Severity.ERROR,
        reader=greeted.reader,
        given=greeted.given,
    )


def _misspelled(greeted: Greeted) -> Finding:
    return rule.finding(
        greeted.span,
        message="The reader's name is written {meant}; people notice their own name first.",
        advice="Is it {meant} here too? Then copy it letter by letter.",
        severity=Severity.ADVICE if greeted.is_variant else Severity.ERROR,
        fixes=[Fix(*greeted.span, greeted.meant)],
        meant=greeted.meant,
    )
