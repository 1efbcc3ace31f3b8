"""The greeting gives the reader another title than the one they bear.

Why it matters: "Dear Mr" to a woman says in two words that nobody looked.
Known limits: knows a title only where the name in the brief begins with it; Redleaf never guesses it from a given name.
Keep it when: they changed it; then change the brief.
Source: docs/sources.md, "facts and claims".
"""

from collections.abc import Iterator

from redleaf.rules import Example, Finding, Reading, Rule, Severity
from redleaf.rules.titles import degree_left_out, title_of_another

_MRS = {"recipient": {"name": "Mrs Ana Ruiz"}}
_DR = {"recipient": {"name": "Dr Ana Ruiz", "register": "formal"}}
_HERR = {"recipient": {"name": "Herr Prof. Tomasz Noll", "register": "formal"}}
_PLAIN = {"recipient": {"name": "Ana Ruiz"}}

rule = Rule(
    severity=Severity.WARNING,
    message="The brief says {right}; {seen} is somebody else's title.",
    advice="Write {right}, or leave the title out where that is usual.",
    costs={"courtesy": 25, "interest": 10},
    kinds=("note", "message", "email"),
    needs=("brief",),
    finds=[
        Example("Dear ⟦Mr⟧ Ruiz, thank you for the map.", brief=_MRS),
        Example("Sehr geehrte ⟦Frau⟧ Noll, danke für die Karte.", brief=_HERR),
        Example("Dear ⟦Ms⟧ Ruiz, thank you for the map.", brief=_DR),
        Example("Bonjour ⟦Monsieur⟧ Ruiz, merci pour la carte.", brief=_MRS),
    ],
    leaves=[
        Example("Dear Ms Ruiz, thank you for the map.", brief=_MRS),
        Example("Dear Mr Ruiz, thank you for the map.", brief=_PLAIN),
        Example("Dear Dr Ruiz, thank you for the map.", brief=_DR),
        Example("Sehr geehrter Herr Professor Noll, danke für die Karte.", brief=_HERR),
        "Dear Mr Ruiz, thank you for the map.",
    ],
)


@rule.check
def find_wrong_title(reading: Reading) -> Iterator[Finding]:
    brief = reading.brief
    if brief is None or reading.note.greeting is None:
        return
    if found := title_of_another(reading.note, brief.recipient):
        yield rule.finding(found.span, right=found.right, seen=found.span.of(reading.text))
    elif reading.register == "formal" and (found := degree_left_out(reading.note, brief.recipient)):
        yield rule.finding(
            found.span,
            message="The brief calls them {right}, and the greeting leaves that out.",
            advice="Where titles are said, write {right}.",
            severity=Severity.ADVICE,
            costs={"courtesy": 5},
            right=found.right,
        )
