"""The note explains who you are to somebody who knows you well.

Why it matters: between friends an introduction stands on ceremony, and they wonder what happened.
Known limits: needs a brief that says they know you well; knows set wordings.
Keep it when: you write to several, and some of them do not know you.
Source: docs/sources.md, "how letters are written".
"""

from collections.abc import Iterator

from redleaf.rules import Example, Finding, Reading, Rule, Severity

_CLOSE = {"recipient": {"name": "Ana Ruiz"}, "recognition": "close"}
_FADED = {"recipient": {"name": "Ana Ruiz"}, "recognition": "faded"}

rule = Rule(
    severity=Severity.ADVICE,
    message="{given} knows you well, and would wonder why you introduce yourself.",
    advice="A wave is enough here: what would you say if you met at the door?",
    costs={"interest": 5},
    finds=[
        Example("Hi Ana, ⟦my name is⟧ Jo Marsh and I row at Ely.", brief=_CLOSE),
        Example("Ana, ⟦you may remember me⟧ from the boat house.", brief=_CLOSE),
        Example("⟦Let me introduce myself⟧: I share your desk.", brief=_CLOSE),
    ],
    leaves=[
        Example("Ana, the kettle is on.", brief=_CLOSE),
        Example("Ana, you may remember me from the boat house.", brief=_FADED),
        "Hi Ana, my name is Jo Marsh and I row at Ely.",
    ],
    needs=("brief", "phrases"),
)


@rule.check
def find_explanation(reading: Reading) -> Iterator[Finding]:
    if reading.brief is None or reading.recognition != "close":
        return
    for hit in reading.phrases(rule.name):
        yield rule.finding(hit.span, given=reading.reader)
