"""Praise that does not say what was good.

Why it matters: praise for everything is praise for nothing; the reader cannot tell whether you have seen their work at all.
Known limits: knows set phrases; a compliment in fresh words passes, and so does one that names its object.
Keep it when: the two of you know what is meant.
Source: docs/sources.md, "praise".
"""

from redleaf.rules import Rule, Severity

rule = Rule(
    severity=Severity.WARNING,
    message="The praise would fit anybody in the trade, so the reader cannot tell that you know their work.",
    advice="Which page, sentence or moment was it? Name that one thing.",
    costs={"interest": 20},
    suggests="template",
    weight=0.8,
    softens=True,
    finds=[
        "Hi Lena, ⟦your journey is truly inspiring⟧.",
        "Hello, ⟦great profile⟧!",
        "⟦Keep up the great work⟧, Ravi.",
        "⟦It is rare to find someone⟧ so passionate.",
        "Votre ⟦parcours est très inspirant⟧.",
    ],
    leaves=[
        "Your remark about wet sand in the second half was inspiring: we dug a metre deeper.",
        "A great profile of the quarry hangs in your hall; who drew it?",
        "You kept up the work on the weir through the whole winter.",
        "Your letter on swifts made my mother laugh.",
    ],
)
