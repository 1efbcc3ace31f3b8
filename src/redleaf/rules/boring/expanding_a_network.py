"""The note says that the reader is one more contact.

Why it matters: who "expands a network" wants a number; the reader hears that anybody would do.
Known limits: knows the stock wordings; an honest reason in the same sentence softens it only when it says something particular.
Keep it when: both sides collect contacts and know it.
Source: docs/sources.md, "what senders answer when asked why".
"""

from redleaf.rules import Rule, Severity

rule = Rule(
    severity=Severity.WARNING,
    message="The reader hears that they are one more contact, and that anybody would have done.",
    advice="What do you hope will come of knowing this one person? Say that instead.",
    costs={"interest": 25, "giving": 20},
    aliases=("taking/expand-my-network",),
    suggests="template",
    weight=1.0,
    softens=True,
    finds=[
        "Hi, ⟦I'm looking to expand my network⟧ in Porto.",
        "You row well, and I hope to ⟦add you to my network⟧ of oars.",
        "⟦Growing my network⟧ before the spring.",
        "Ich ⟦möchte mein Netzwerk erweitern⟧.",
        "Je souhaite ⟦agrandir mon réseau⟧ cette année.",
    ],
    leaves=[
        "Our network of rain gauges has grown to forty; yours would be the first on the coast.",
        "I expanded the drainage network behind your mill in 1988 and have the drawings.",
        "The network at the library is down again; could you ring me?",
        "The default says \u201cI'd like to add you to my professional network\u201d, so I wrote a card.",
    ],
)
