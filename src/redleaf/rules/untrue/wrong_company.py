"""The note places the reader at another company.

Why it matters: a wrong employer shows that the sentence was written for somebody else, or copied from an old list.
Known limits: needs a brief with the company; reads "your work at ..." and "you work at ..." and the like only.
Keep it when: they worked there before; then say so, and put it among the shared facts.
Source: docs/sources.md, "facts and claims".
"""

from collections.abc import Iterator

from redleaf.notes.brief import Brief
from redleaf.notes.folding import fold_text
from redleaf.notes.regexes import regex
from redleaf.notes.spans import Span
from redleaf.rules import Example, Finding, Reading, Rule, Severity

_ANA = {"recipient": {"name": "Ana Ruiz", "company": "Muzeum Wody"}, "shared": ["rowing at Ely"]}

rule = Rule(
    severity=Severity.ERROR,
    message="The brief says that the reader is with {company}; they would see that this was meant for another.",
    advice="Is it {company} now? Change it, or say that you mean an earlier time.",
    costs={"interest": 35, "courtesy": 15},
    finds=[
        Example("Hi Ana, I admire your work at ⟦Brightwell Pumps⟧.", brief=_ANA),
        Example("I see you work at ⟦Tidewise⟧ and run the pumps there.", brief=_ANA),
        Example("Hallo Ana, Ihre Arbeit bei ⟦Nordlicht⟧ kenne ich.", brief=_ANA),
    ],
    leaves=[
        Example("Hi Ana, I admire your work at the Muzeum Wody.", brief=_ANA),
        Example("Your stroke at Ely was the fastest.", brief=_ANA),
        Example("Your former team at Brightwell Pumps sends its love.", brief=_ANA),
        "I admire your work at Brightwell Pumps.",
    ],
    needs=("brief",),
)

_PLACED = regex(
    r"\b(?:you(?:'re|’re| are| now)?(?: currently| also| still)? (?:work|working|leads?|serve)|"
    r"your (?:(?!former|old|first|last|previous|earlier)\w+ )?"
    r"(?:work|role|team|job|position|colleagues|career|efforts|leadership))"
    r"(?: as [\w ]{1,30}?)? (?:at|for|with) (?:the )?"
    r"(?P<en>[A-Z][\w&.'’-]+(?: (?:& |of |de )?[A-Z][\w&.'’-]+){0,4})"
    r"|\b(?:[Ii]hre?r?|[Dd]eine?r?) (?:Arbeit|Rolle|Team|Tätigkeit|Stelle) bei (?:der |dem )?"
    r"(?P<de>[A-ZÄÖÜ][\w&.-]+(?: [A-ZÄÖÜ][\w&.-]+){0,3})"
    r"|\b(?:votre|ton) (?:travail|rôle|poste|équipe|parcours) chez (?P<fr>[A-Z][\w&.-]+(?: [A-Z][\w&.-]+){0,3})"
    r"|\b(?:je|jouw|uw) (?:werk|rol|team|baan) bij (?P<nl>[A-Z][\w&.-]+(?: [A-Z][\w&.-]+){0,3})"
)


@rule.check
def find_wrong_company(reading: Reading) -> Iterator[Finding]:
    brief = reading.brief
    if brief is None or not brief.recipient.company:
        return
    for match in _PLACED.finditer(reading.text):
        name = match.group(match.lastgroup or 0).rstrip(".'’")
        if not _is_in_brief(name, brief):
            start = match.start(match.lastgroup or 0)
            yield rule.finding(Span(start, start + len(name)), company=brief.recipient.company)


def _is_in_brief(name: str, brief: Brief) -> bool:
    """Whether a word of `name` stands in the brief, or its letters are the company's initials."""
    facts = fold_text(" ".join(fact.text for fact in brief.facts()))
    initials = "".join(word[0] for word in fold_text(brief.recipient.company).split())
    words = [word.removesuffix("'s") for word in fold_text(name).split() if len(word) > 1]
    return any(word in facts for word in words) or fold_text(name) == initials
