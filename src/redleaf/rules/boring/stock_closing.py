"""The last words close any note to anybody.

Why it matters: "let's connect" repeats the button that was already pressed and leaves the reader with nothing to answer.
Known limits: only the set phrases; a plain "I'd like to stay in touch" is left alone.
Keep it when: the sentences before have said what only you can say.
Source: docs/sources.md, "opening lines".
"""

from redleaf.rules import Rule, Severity

rule = Rule(
    severity=Severity.ADVICE,
    message="The invitation says this already; here it takes the place of something the reader could answer.",
    advice="What could the reader reply to? End with that, or simply stop.",
    costs={"interest": 10},
    suggests="template",
    weight=0.6,
    yields=True,
    finds=[
        "I like maps. ⟦Let's connect⟧!",
        "You sell seeds. ⟦Would love to connect⟧.",
        "⟦Looking forward to connecting⟧.",
        "Ich suche Mitsänger. ⟦Lassen Sie uns vernetzen⟧!",
        "⟦Au plaisir d'échanger⟧ avec vous.",
    ],
    leaves=[
        "Let's connect the two pumps before the frost.",
        "The trains connect at Lille; I'll wait under the clock.",
        "I look forward to the soup on Friday.",
        "I would love to see the barn once the roof is on.",
    ],
)
