"""The note is one that you sent to somebody else before, with little changed.

Why it matters: readers of one circle compare, and what looked personal to each looks like a trick to both; networks take sameness for a campaign.
Known limits: needs the earlier notes (`redleaf check --history`, or `history` in the brief); masks names and numbers and compares neighbouring words, so a note told anew in other words is not found. Notes of seven words or fewer are waves and may be alike.
Keep it when: it is the same news for everybody, and says so.
Source: docs/sources.md, "limits and policies".
"""

from collections.abc import Iterator

from redleaf.rules import Example, Finding, Reading, Rule, Severity
from redleaf.rules.earlier_notes import nearest_earlier

_OARS = "Hi Ben, good to meet you in Ely. Your talk made me oil my oars again, and I would like to stay in touch."
_SENT = {"recipient": {"name": "Ana Ruiz"}, "history": ["Hi Jo, the kettle is on.", _OARS]}

rule = Rule(
    severity=Severity.ADVICE,
    message="Of these words {share} % stand in a note that you sent before: “{earlier}”.",
    advice="What would you say to {given} and to nobody else? One such sentence makes it theirs.",
    costs={"interest": 30},
    suggests="template",
    weight=0.6,
    kinds=("note", "message", "email"),
    needs=("history",),
    finds=[
        Example(f"⟦{_OARS.replace('Ben', 'Ana')}⟧", brief=_SENT),
        Example(f"⟦{_OARS.replace('Ben', 'Ana').replace('Ely', 'Graz')} Jo⟧", brief=_SENT),
        Example(
            "⟦Ana, good to meet you in Bath. Your talk made me oil my boots again, and I would be glad to stay in touch.⟧",
            brief=_SENT,
        ),
    ],
    leaves=[
        Example(
            "Hi Ana, good to meet you in Ely. I still owe you the map of the weir.", brief=_SENT
        ),
        Example("Hi Ana, the kettle is on.", brief=_SENT),
        Example("Ana, page 40 of your report made me look at our oars again.", brief=_SENT),
        _OARS,
    ],
)

_ALIKE = 0.55
# From here on it is the same note with the name changed.
_SAME = 0.8
_QUOTED = 60


@rule.check
def find_same_as_before(reading: Reading) -> Iterator[Finding]:
    earlier = nearest_earlier(reading)
    if earlier is None or earlier.share < _ALIKE:
        return
    quoted = " ".join(earlier.text.split())
    is_same = earlier.share >= _SAME
    yield rule.finding(
        reading.whole,
        severity=Severity.WARNING if is_same else None,
        weight=1.5 if is_same else None,
        share=str(round(earlier.share * 100)),
        earlier=quoted if len(quoted) <= _QUOTED else quoted[: _QUOTED - 1].rstrip() + "…",
        given=reading.reader,
    )
