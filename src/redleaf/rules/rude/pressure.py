"""The note hurries the reader or shuts the door on a no.

Why it matters: pressed people push back, even against things they would have liked to do.
Known limits: a real deadline that helps the reader ("the grant closes on Friday") reads alike only when it is worded as a push; it may then be found.
Keep it when: the reader asked to be reminded.
Source: docs/sources.md, "freedom to say no".
"""

from redleaf.rules import Rule, Severity

rule = Rule(
    severity=Severity.WARNING,
    message="The reader feels hurried, and being hurried by somebody they do not owe makes a no likely.",
    advice="What happens if they take a week? If nothing does, let the hurry out.",
    costs={"courtesy": 25},
    finds=[
        "⟦I won't take no for an answer⟧.",
        "⟦It only takes a second, so⟧ add me.",
        "I still wait; ⟦what is your excuse⟧?",
        "⟦Please don't say no⟧, the hall is booked.",
    ],
    leaves=[
        "No hurry at all, we decide in spring.",
        "The library closes at noon on Friday, so come before if you want the maps.",
        "It takes a second coat of paint, as you said in May.",
        "I am still waiting for the swallows.",
    ],
)
