"""The note says that the reader was chosen, without saying why.

Why it matters: "you were selected" is written to thousands; a reader who finds out feels fooled.
Known limits: knows set wordings; a true nomination with the name of the prize and the jury in it can be found too.
Keep it when: there was a choice, and you say who chose and why.
Source: docs/sources.md, "scarcity and flattery".
"""

from redleaf.rules import Rule, Severity

rule = Rule(
    severity=Severity.WARNING,
    message="The reader wonders how many others were chosen in the same words.",
    advice="Who chose them, from whom, and why? Say that, or leave the choosing out.",
    costs={"interest": 20, "courtesy": 10},
    suggests="pitch",
    weight=0.9,
    finds=[
        "⟦You have been selected for⟧ our summit.",
        "⟦I don't usually send requests to people I don't know⟧.",
        "⟦You were hand-picked for⟧ the board.",
        "⟦I immediately thought of you⟧.",
    ],
    leaves=[
        "The jury selected your photograph of the ferry; it hangs in room 2.",
        "I rarely write letters, and page 40 is about my mother.",
        "I thought of you when the heron came back.",
        "You were picked for the relay because you were there.",
    ],
)
