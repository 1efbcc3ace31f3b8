"""Nothing says how you know each other, to somebody whose memory of you has faded.

Why it matters: after months or years a name alone calls up no face; one word of where and when does, and then they read on gladly.
Known limits: needs a brief; looks for the words of its encounters and for wordings that tell of a meeting.
Keep it when: your name is one they would never forget; then say so in the brief.
Source: docs/sources.md, "how letters are written".
"""

from collections.abc import Iterator

from redleaf.rules import Example, Finding, Reading, Rule, Severity
from redleaf.rules.common_ground import reminds_of_meeting, uses_any_fact

_ELY = {
    "today": "2026-11-19",
    "recipient": {"name": "Ana Ruiz", "company": "Muzeum Wody"},
    "recognition": "faded",
    "encounters": [
        {"kind": "talk", "on": "2024-05-02", "place": "Ely", "topics": ["leaking oars"]}
    ],
}
_RECENT = {**_ELY, "recognition": "recent"}

rule = Rule(
    severity=Severity.ADVICE,
    message="Much may have happened to {given} since you met, and nothing here says where that was.",
    advice="Give the place, the year or what you spoke of{remind}; a few words will do.",
    costs={"interest": 10},
    needs=("brief",),
    finds=[
        Example("⟦Ana, the Muzeum Wody has opened its new hall. How is it going?⟧", brief=_ELY),
        Example("⟦Ana, page 40 of your report names the wrong weir.⟧", brief=_ELY),
        Example("⟦Hi Ana, I saw on slide 12 that you have moved to the Muzeum Wody.⟧", brief=_ELY),
    ],
    leaves=[
        Example("Ana, is the oar still leaking?", brief=_ELY),
        Example("Ana, you may remember me from the boat house; the new hall is open.", brief=_ELY),
        Example("Ana, we sat together on the bus to Hull. Is the new hall open?", brief=_ELY),
        Example("Ana, page 40 of your report names the wrong weir.", brief=_RECENT),
        "Ana, page 40 of your report names the wrong weir.",
    ],
)


@rule.check
def find_explanation_missing(reading: Reading) -> Iterator[Finding]:
    brief = reading.brief
    if brief is None or reading.recognition != "faded" or brief.aim == "answer":
        return
    # Where nothing at all is shared, boring/nothing-shared has asked already.
    if not reading.is_telling and not uses_any_fact(reading.note, brief):
        return
    if not reminds_of_meeting(reading):
        places = [met.event or met.place for met in brief.encounters if met.event or met.place]
        remind = f", such as “{places[-1]}”" if places else ""
        yield rule.finding(reading.whole, given=reading.reader, remind=remind)
