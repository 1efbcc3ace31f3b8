"""The note tells of a meeting that the brief does not know.

Why it matters: a reader who cannot remember you, because there was nothing, takes the rest for a trick too.
Known limits: needs a brief; any encounter in it counts, whether or not it is the one that is told of.
Keep it when: you did meet; then put the encounter into the brief.
Source: docs/sources.md, "facts and claims".
"""

from collections.abc import Iterator

from redleaf.rules import Example, Finding, Reading, Rule, Severity

_NOT_MET = {"recipient": {"name": "Ana Ruiz"}, "recognition": "unknown"}
_SHARED = {"recipient": {"name": "Ana Ruiz"}, "shared": ["both row at the Ely club"]}
_MET = {"recipient": {"name": "Ana Ruiz"}, "encounters": [{"kind": "talk", "place": "Ely"}]}

rule = Rule(
    severity=Severity.ERROR,
    message="{given} would search their memory for a meeting and find none; nothing in the brief tells of one.",
    advice="Did you meet? Add where and when to the brief; if not, say how you know of them.",
    costs={"courtesy": 20, "interest": 20},
    finds=[
        Example("Hi Ana, ⟦great meeting you⟧ last week.", brief=_NOT_MET),
        Example("Ana, ⟦as we discussed⟧, here is the plan of the weir.", brief=_NOT_MET),
        Example("I often think ⟦of our conversation⟧ in the barn.", brief=_SHARED),
        Example("Hallo Ana, ⟦schön, Sie kennengelernt zu haben⟧.", brief=_NOT_MET),
    ],
    leaves=[
        Example("Hi Ana, great meeting you in Ely.", brief=_MET),
        Example("Ana, I would be glad to meet you in Ely one day.", brief=_NOT_MET),
        Example("We have never met; Jo Marsh lent me your map.", brief=_NOT_MET),
        "Great meeting you last week, Ana.",
    ],
    needs=("brief", "phrases"),
)


@rule.check
def find_met_without_encounter(reading: Reading) -> Iterator[Finding]:
    brief = reading.brief
    if brief is None or brief.encounters or reading.recognition in ("close", "recent", "faded"):
        return
    # Who shares something with the reader may have met them there.
    severity = Severity.WARNING if brief.shared or brief.promises else Severity.ERROR
    for hit in reading.phrases(rule.name):
        yield rule.finding(hit.span, severity=severity, given=reading.reader)
