"""Words of the trade fair, which mean little to the one who reads them.

Why it matters: "synergy" and "innovative solutions" can be sent by anybody to anybody; the eye slides off.
Known limits: a short list of set wordings; plain words such as "scale" or "solution" alone are left.
Keep it when: it is the name of a thing both of you work on.
Source: docs/sources.md, "opening lines".
"""

from redleaf.rules import Rule, Severity

rule = Rule(
    severity=Severity.ADVICE,
    message="The reader's eye slides off these words: they stand in every second invitation.",
    advice="What would you say to them across a table? Put that here.",
    costs={"interest": 10},
    kinds=("note", "message", "email", "post"),
    suggests="template",
    weight=0.5,
    softens=True,
    finds=[
        "I ⟦see potential synergies⟧ between our rafts.",
        "We build ⟦innovative solutions⟧ for ponds.",
        "She is a ⟦thought leader⟧ in reeds.",
        "⟦I am passionate about⟧ ponds.",
        "Wir suchen ⟦Synergien⟧ im Teichbau.",
    ],
    leaves=[
        "The scale of the map is 1 to 500.",
        "Your solution of salt and vinegar cleaned the oars.",
        "The ecosystem of the pond has lost its newts.",
        "Use the oar as leverage under the stone.",
    ],
)
