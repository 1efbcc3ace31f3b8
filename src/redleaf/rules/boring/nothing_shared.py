"""Nothing in the note reminds this reader of anything.

Why it matters: a reader who would not recognise you has only these words to know who you are to them.
Known limits: needs a brief; looks for the words of its facts, so a fact told in quite other words can be missed.
Keep it when: they know you well; put that into the brief, and Redleaf stays silent.
Source: docs/sources.md, "give to get".
"""

from collections.abc import Iterator

from redleaf.rules import Example, Finding, Reading, Rule, Severity
from redleaf.rules.common_ground import uses_any_fact

_UNKNOWN = {"recipient": {"name": "Ana Ruiz"}, "recognition": "unknown"}
_ANSWER = {"recipient": {"name": "Ana Ruiz"}, "recognition": "unknown", "aim": "answer"}
_CLOSE = {"recipient": {"name": "Ana Ruiz"}, "recognition": "close"}
_FADED = {
    "recipient": {"name": "Ana Ruiz"},
    "recognition": "faded",
    "encounters": [{"kind": "talk", "place": "Ely", "topics": ["leaking oars"]}],
}

rule = Rule(
    severity=Severity.WARNING,
    message="{given} would ask: who is this, and why me? Nothing here answers.",
    advice="What is the one thing that {given} would recognise? Begin with it.",
    costs={"interest": 40},
    finds=[
        Example("⟦Yo yo, what's cooking⟧", brief=_UNKNOWN),
        Example("⟦Hi Ana, hope all is well with you!⟧", brief=_UNKNOWN),
        Example("⟦Ana, long time. How are you?⟧", brief=_FADED),
    ],
    leaves=[
        Example("Yo yo, what's cooking", brief=_CLOSE),
        Example("Thank you for the invitation. How do we know each other?", brief=_ANSWER),
        Example("Ana, is the oar still leaking?", brief=_FADED),
        Example("Ana, page 40 of your report names the wrong weir.", brief=_UNKNOWN),
        "Yo yo, what's cooking",
    ],
    needs=("brief",),
)


@rule.check
def find_nothing_shared(reading: Reading) -> Iterator[Finding]:
    brief = reading.brief
    # An answer has the reader's own invitation to go by.
    if (
        brief is None
        or brief.aim == "answer"
        or reading.recognition == "close"
        or reading.is_telling
    ):
        return
    if not uses_any_fact(reading.note, brief):
        yield rule.finding(reading.whole, given=reading.reader)
