"""The note promises money or growth.

Why it matters: the bigger the number from a stranger, the less of it is believed, and with it the rest of the note.
Known limits: knows how earnings, returns and growth are promised; a true figure about the reader's own work is left alone.
Keep it when: never in a first note; a result you can show belongs into an answer to somebody who asked.
Source: docs/sources.md, "scarcity and flattery".
"""

from redleaf.rules import Rule, Severity

rule = Rule(
    severity=Severity.WARNING,
    message="The reader has seen this promise from people they would not trust with a bicycle.",
    advice="What have you done that they can look at? Name one thing, without a figure.",
    costs={"giving": 40, "interest": 20, "courtesy": 5},
    suggests="pitch",
    weight=1.4,
    finds=[
        "Our fund gives ⟦guaranteed returns⟧.",
        "⟦Be your own boss⟧ by May.",
        "We can ⟦10x your revenue⟧.",
        "I know how to ⟦earn from home⟧.",
        "⟦Passives Einkommen⟧ ist kein Traum.",
        "¿Quieres ⟦ingresos extra⟧?",
    ],
    leaves=[
        "Your returns desk found my hat in 10 minutes.",
        "The boss of your own shop told me about the leak.",
        "Our revenue from the cake sale was 212 euros, thanks to you.",
        "The bakery grew 10 kinds of rye last year.",
        "The benches are made from the old pier, and the rest is from home.",
    ],
)
