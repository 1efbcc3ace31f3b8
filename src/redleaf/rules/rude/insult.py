"""The note belittles the reader.

Why it matters: nobody helps a person who has just made them small, and the note may be shown around.
Known limits: hears words of contempt and some insults without rude words; irony with no marker in the text stays unheard.
Keep it when: it is an old joke between the two of you.
Source: docs/sources.md, "politeness".
"""

from redleaf.rules import Rule, Severity

rule = Rule(
    severity=Severity.ERROR,
    message="The reader hears contempt, and will remember that longer than anything else in the note.",
    advice="What is the fact behind it? Say the fact, or do not send the note today.",
    costs={"courtesy": 60},
    finds=[
        "⟦Only an idiot⟧ would print this.",
        "⟦People like you are what's wrong⟧ with the harbour.",
        "⟦My intern could do your⟧ job.",
        "⟦Even you should understand⟧ the form.",
        "⟦Obviously you don't understand⟧ how a weir works.",
        "⟦Why would anyone hire someone like you⟧?",
    ],
    leaves=[
        "Clearly you care about the weir. Why would anyone move it?",
        "I was an idiot to leave the hatch open; you were kind about it.",
        "The silly goose you drew hangs over my bed.",
        "People like you keep the choir going.",
        "My intern could do with your advice on kerning.",
    ],
)
