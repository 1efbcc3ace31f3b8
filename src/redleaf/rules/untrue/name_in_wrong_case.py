"""The reader's name stands in small letters, or in capitals, where they write it otherwise.

Why it matters: "Hi MARA" is how a list of addresses writes it, "hi mara" how somebody does who has no time for the name.
Known limits: needs a brief, and reads the greeting alone; leaves particles (de, van), names that the brief has in small letters or in capitals, and texts wholly in capitals.
Keep it when: they sign that way themselves; then write the name so in the brief.
Source: docs/sources.md, "facts and claims".
"""

from collections.abc import Iterator

from redleaf.notes.spans import Span
from redleaf.rules import Example, Finding, Fix, Reading, Rule, Severity
from redleaf.rules.greeted_names import Miswritten, miswritten_names

_MARA = {"recipient": {"name": "Mara van den Berg"}}
_SHONA = {"recipient": {"name": "Anne-Lise McTavish"}}
_FORMAL = {"recipient": {"name": "Mara Lind", "register": "formal"}, "recognition": "close"}

rule = Rule(
    severity=Severity.ADVICE,
    message="They write their name {written}; people notice their own name first.",
    advice="Write it as they do: {written}.",
    costs={"courtesy": 5},
    kinds=("note", "message", "email", "post"),
    finds=[
        Example("hi ⟦mara⟧, your talk on river ice stayed with me.", brief=_MARA),
        Example("Hi ⟦MARA⟧, your talk on river ice stayed with me.", brief=_MARA),
        Example("Dear Ms van den ⟦berg⟧, thank you for the map.", brief=_MARA),
        Example("Dear Ms ⟦Mctavish⟧, thank you for the map.", brief=_SHONA),
        Example("Hi Anne-⟦lise⟧, thank you for the map.", brief=_SHONA),
        Example("hello ⟦mara⟧, thank you for the map.", brief=_FORMAL),
    ],
    leaves=[
        Example("Hi Mara, your talk on river ice stayed with me.", brief=_MARA),
        Example("Beste mevrouw Van den Berg, dank voor de kaart.", brief=_MARA),
        Example("HI MARA, YOUR TALK ON RIVER ICE STAYED WITH ME.", brief=_MARA),
        Example("Dear Ms Hooks, thank you.", brief={"recipient": {"name": "bell hooks"}}),
        Example("Hi Mara, thank you.", brief={"recipient": {"name": "MARA LOPEZ"}}),
        Example("Hi McTavish, thank you.", brief={"recipient": {"name": "Ewan Mctavish"}}),
        Example("你好，李小龙，谢谢你的地图。", brief={"recipient": {"name": "李小龙"}}),
        Example("hi mara, kettle is on", brief={**_MARA, "recognition": "close"}),
        "hi mara, thank you for the map.",
    ],
    needs=("brief",),
)


@rule.check
def find_name_in_wrong_case(reading: Reading) -> Iterator[Finding]:
    # Among friends a name in small letters is a tone, and a text in capitals has another fault.
    is_among_friends = reading.recognition == "close" and reading.register != "formal"
    if is_among_friends or reading.register == "close" or reading.text.isupper():
        return
    names = list(miswritten_names(reading))
    if names:
        yield rule.finding(
            Span(names[0].span.start, names[-1].span.end),
            written=" ".join(name.written for name in names),
            fixes=[_fix(name, reading.text) for name in names],
        )


def _fix(name: Miswritten, text: str) -> Fix:
    """Safe where it changes nothing but the case: who leaves marks out may do so on purpose."""
    is_safe = name.span.of(text).lower() == name.written.lower()
    return Fix(*name.span, name.written, is_safe=is_safe)
