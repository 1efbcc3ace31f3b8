"""One reader is addressed in two ways: familiar here, polite there.

Why it matters: the reader wonders which of the two you mean, and whether the sentence was written for somebody else.
Known limits: German, French, Spanish, Italian, Portuguese and Dutch; words that may mean several people, or somebody else, do not count.
Keep it when: you write to two people, one of whom you know well.
Source: docs/sources.md, "how letters are written".
"""

from collections.abc import Iterator

from redleaf.rules import Finding, Reading, Rule, Severity
from redleaf.rules.addressing import PRONOUNS, addressing_of

rule = Rule(
    severity=Severity.ADVICE,
    message="The note says “{familiar}” and “{polite}” to one reader, who cannot tell how you stand.",
    advice="Which of the two do you use with each other? Keep to that one throughout.",
    costs={"courtesy": 10},
    kinds=("note", "message", "email"),
    finds=[
        "Liebe Ana, haben Sie die Ruder noch? Ich bringe ⟦dir⟧ den Lack.",
        "Bonjour Ana, je vous écris du port : as-⟦tu⟧ encore les rames ?",
        "Hola Ana, le escribo desde el puerto: ¿⟦tienes⟧ los remos?",
        "Gentile Ana, La ringrazio dei remi; ⟦ti⟧ porto la vernice.",
        "Beste Ana, hebt u de riemen nog? Ik breng ⟦jou⟧ de lak.",
    ],
    leaves=[
        "Liebe Ana, hast du die Ruder noch? Sie lehnten am Schuppen.",
        "Liebe Ana, ich bringe dir den Lack. Ihre Mutter kennt den Weg, sagte Tom.",
        "Bonjour Ana, je t'écris du port ; chez vous il neige, paraît-il.",
        "Sehr geehrte Frau Ruiz, wollen wir uns duzen? Ich würde mich freuen, dich und Sie gibt es dann nicht mehr.",
        "Amai Ana, jij kent de sluis; ik vertel het met uw naam erbij.",
        "Você vai gostar do remo, e te mando a foto.",
        "Tu rijdt naar Gent, zei hij, en u bent welkom.",
    ],
    needs=("phrases",),
    hears=(PRONOUNS,),
)


@rule.check
def find_mixed_pronouns(reading: Reading) -> Iterator[Finding]:
    found = addressing_of(reading)
    if found and found.familiar and found.polite:
        first, polite = found.familiar[0], found.polite[0]
        text = reading.text
        yield rule.finding(first, familiar=first.of(text), polite=polite.of(text))
