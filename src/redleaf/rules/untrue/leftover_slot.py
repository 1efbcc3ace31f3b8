"""A slot of a template was left unfilled, or filled with nothing.

Why it matters: "Hi [Name]" says plainly that the note went to many, and that nobody looked at it.
Known limits: square brackets that a writer uses on purpose ("[sic]") look like slots when they hold words.
Keep it when: the text is a template that you will fill in before it goes out.
Source: docs/sources.md, "pitches in personal dress".
"""

from collections.abc import Iterator

from redleaf.notes.unfilled import unfilled_places
from redleaf.rules import Finding, Reading, Rule, Severity

rule = Rule(
    severity=Severity.ERROR,
    message="The reader sees that a machine was to put something here.",
    advice="Fill it in, or write the sentence so that it needs no slot.",
    costs={"interest": 60, "courtesy": 30},
    kinds=("note", "message", "email", "post"),
    suggests="template",
    weight=2.5,
    finds=[
        "Hi ⟦[Name]⟧, good to meet you.",
        "Hello ⟦{{first_name}}⟧, your talk was good.",
        "Dear ⟦%FNAME%⟧, hello.",
        "⟦Hi ,⟧ how are you?",
        "⟦Hi null⟧, welcome.",
        "⟦Hi Hi⟧ Ana, welcome.",
        "Hi ⟦{name|there}⟧, how is the kiln?",
        "Guten Tag ⟦«Vorname»⟧, wie geht es dem Ofen?",
        "Hola ⟦$nombre⟧, ¿cómo va el horno?",
        "Sehr ⟦geehrte/r⟧ Frau Brandt, der Ofen ist heiß.",
        "Gentile ⟦(nome)⟧, il forno è caldo.",
        "Olá ⟦#nome#⟧, o forno está quente.",
        "Beste ⟦[Voornaam]⟧, de oven is heet.",
        "Bonjour ⟦[Prénom]⟧, le four est chaud.",
        "The kiln is hot. Best regards,\n⟦Your Name⟧",
    ],
    leaves=[
        "You wrote \u201cgreat\u201d [sic], and it was.",
        "Hi, see note [1] on page 4.",
        "Hi there, is the kiln still hot?",
        "Bye bye, old pier.",
        "Hi Ana (my name is hard to spell), the kiln is hot.",
        "Bonjour ! Le four est chaud.",
        "Ich heiße Vera, und der Name ist alt: von Nom, im Tal.",
        "Dear Ms Holt, he/she on page 3 is me.",
        "Ana, #pottery and @ida.saari told me about your kiln for $40.",
        "El nombre del horno es «La Nombre», y quema bien.",
        "Questo forno (il nome è Ida) scalda bene.",
        "O nome do forno: Ida.",
        "De naam van de oven is «Ida».",
    ],
)

_WITH_PURPOSE = frozenset(("[sic]", "[...]", "[…]", "[!]", "[?]"))


@rule.check
def find_leftover_slots(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    yield from (rule.finding(span) for span in unfilled_places(text))
    for slot in reading.note.slots:
        if slot.of(text).lower() not in _WITH_PURPOSE:
            yield rule.finding(slot)
