"""The note uses none of the facts that the two of you share.

Why it matters: you took the trouble to remember; the reader will notice only what stands in the note.
Known limits: needs a brief; looks for the words of its facts, so a fact told in quite other words counts as left out.
Keep it when: what you say instead tells them more.
Source: docs/sources.md, "give to get".
"""

from collections.abc import Iterator

from redleaf.rules import Example, Finding, Reading, Rule, Severity
from redleaf.rules.common_ground import facts_to_share, reminds_of_meeting, uses_any_fact

_ELY = {
    "recipient": {"name": "Ana Ruiz"},
    "recognition": "recent",
    "encounters": [{"kind": "talk", "place": "Ely", "topics": ["leaking oars"]}],
}
_CLOSE = {**_ELY, "recognition": "close"}

rule = Rule(
    severity=Severity.ADVICE,
    message="{given} would remember “{fact}”, and the note does not speak of it.",
    advice="Would one word of it help {given} to place you?",
    costs={"interest": 5},
    finds=[
        Example("⟦Ana, page 40 of your report names the wrong weir.⟧", brief=_ELY),
        Example("⟦You told me that the heron was back. Is it?⟧", brief=_ELY),
        Example("⟦We shared the bus to Hull in 1994.⟧", brief=_ELY),
    ],
    leaves=[
        Example("Ana, page 40 of your report is about leaking oars.", brief=_ELY),
        Example("Ana, page 40 of your report names the wrong weir.", brief=_CLOSE),
        Example("Good to meet you in Ely.", brief=_ELY),
    ],
    needs=("brief",),
)


@rule.check
def find_facts_left_out(reading: Reading) -> Iterator[Finding]:
    brief = reading.brief
    if brief is None or reading.recognition == "close" or not reading.is_particular:
        return
    # Where memory has faded, boring/explanation-missing asks for the meeting itself.
    if reading.recognition == "faded" and not reminds_of_meeting(reading):
        return
    facts = list(facts_to_share(brief))
    if facts and not uses_any_fact(reading.note, brief):
        yield rule.finding(reading.whole, given=reading.reader, fact=facts[-1].text)
