"""The reader is addressed with the wrong pronoun of politeness.

Why it matters: "du" to somebody who expects "Sie" takes a liberty; "Sie" to an old friend builds a wall.
Known limits: needs a brief with the register; German, French, Spanish, Italian, Portuguese and Dutch, and only words that leave no doubt.
Keep it when: the two of you agreed on it; then change the register in the brief.
Source: docs/sources.md, "how letters are written".
"""

from collections.abc import Iterator

from redleaf.rules import Example, Finding, Reading, Rule, Severity
from redleaf.rules.addressing import FAMILIAR, POLITE, addressing_of

_FORMAL = {"recipient": {"name": "Ana Ruiz", "register": "formal"}}
_CLOSE = {"recipient": {"name": "Ana Ruiz", "register": "close"}}
_PEER = {"recipient": {"name": "Ana Ruiz"}}

rule = Rule(
    severity=Severity.WARNING,
    message="The brief asks for a formal note, and “{word}” is for people one knows well.",
    advice="Did you agree on “{familiar}”? If not, write “{polite}” throughout.",
    costs={"courtesy": 20},
    finds=[
        Example("Guten Tag Frau Ruiz, hast ⟦du⟧ den Plan vom Wehr noch?", brief=_FORMAL),
        Example("Bonjour Madame Ruiz, j'ai lu ⟦ton article⟧ sur les écluses.", brief=_FORMAL),
        Example("Geachte mevrouw Ruiz, is ⟦jouw⟧ sluis weer open?", brief=_FORMAL),
        Example("Liebe Ana, haben ⟦Sie⟧ die Ruder wieder?", brief=_CLOSE),
        Example("Ciao Ana, ⟦La ringrazio⟧ per i remi.", brief=_CLOSE),
    ],
    leaves=[
        Example("Guten Tag Frau Ruiz, haben Sie den Plan vom Wehr noch?", brief=_FORMAL),
        Example("Guten Tag Frau Ruiz, im Café du Nord liegt der Plan für Sie.", brief=_FORMAL),
        Example("Liebe Ana, die Reiher sind da. Sie brüten am Wehr.", brief=_CLOSE),
        Example("Salut Ana, ces rames sont à vous deux.", brief=_CLOSE),
        Example("Salut Ana, vous venez tous les deux dimanche ?", brief=_CLOSE),
        Example("Ciao Ana, Marta dice che lei porta i remi.", brief=_CLOSE),
        Example("Hallo Ana, hast du den Plan vom Wehr noch?", brief=_PEER),
        Example("Liebe Frau Ruiz, wollen wir beim Du bleiben?", brief=_FORMAL),
    ],
    needs=("brief", "phrases"),
)

# In these both are heard from the same people, and formal is not far from familiar.
_LENIENT = ("es", "pt")


@rule.check
def find_wrong_pronoun(reading: Reading) -> Iterator[Finding]:
    if reading.register not in ("formal", "close"):
        return
    found, language = addressing_of(reading), reading.language
    if found is None or (found.familiar and found.polite):
        return
    if reading.register == "close":
        for span in found.distant[:1]:
            yield rule.finding(
                span,
                message="The brief says that you are close, and “{word}” keeps a friend at a distance.",
                advice="Write “{familiar}”, as to a friend.",
                severity=Severity.ADVICE,
                word=span.of(reading.text),
                familiar=FAMILIAR[language],
            )
        return
    for span in found.familiar[:1]:
        yield rule.finding(
            span,
            severity=Severity.ADVICE if language in _LENIENT else None,
            word=span.of(reading.text),
            familiar=FAMILIAR[language],
            polite=POLITE[language],
        )
