"""The first words could open a note to anybody.

Why it matters: an opening that fits anybody does not tell the reader why you chose them, and people who are asked to connect every day have read it many times.
Known limits: knows the stock wordings of seven languages; a new fashion has to be added (own phrases in the configuration).
Keep it when: you write to someone who is waiting for exactly this note.
Source: docs/sources.md, "opening lines".
"""

import re
from collections.abc import Iterator

from redleaf.notes.spans import Span
from redleaf.rules import Finding, Reading, Rule, Severity

rule = Rule(
    severity=Severity.WARNING,
    message="These words could open a note to anybody; the reader learns nothing about why you write.",
    advice="What made you write to this person and not to the next one? Begin with that.",
    costs={"interest": 30},
    suggests="template",
    weight=1.0,
    softens=True,
    needs=("phrases",),
    finds=[
        "Hi Sarah, ⟦I came across your profile⟧ and would like to talk about tide gauges.",
        "⟦I've been following your work and⟧ wanted to say hello.",
        "Hello Omar, ⟦I was impressed by your background⟧.",
        "Hallo Frau Lind, ⟦ich bin auf Ihr Profil aufmerksam⟧ geworden.",
        "Bonjour, ⟦votre profil a retenu⟧ mon attention.",
        "Hola, ⟦he visto tu perfil⟧ y quería saludarte.",
        "⟦Dear Sir⟧, our oars are dry.",
    ],
    leaves=[
        "I came across your grandfather's profile in the rowing club's book of 1931.",
        "I've been following your instructions for the sourdough, and the crust is right at last.",
        "You wrote: \u201cI came across your profile and was impressed\u201d. That made me laugh.",
        "Ihr Profil der Schleusenkammer von 1958 liegt bei uns im Archiv.",
        "Dear Sir Tim, your web of 1931 still hangs in our hall.",
        "Hi dear Ana, the crust is right at last.",
    ],
)

# "Dear Sir" is for anybody, "Dear Sir Tim," is for one.
_FORM_OF_ADDRESS = re.compile(r"\b(?:sir|madam|dear|friend|colleague|professor)$", re.IGNORECASE)
_NAME = re.compile(
    r"\s(?!(?:Madam|Or|And|Sir)\b)[^\W\d_a-z][\w'’.-]+(?:\s[^\W\d_a-z][\w'’.-]+){0,2}\s*[,:!\n–—]"
)


@rule.check
def find_opening_for_anybody(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    for start, end, _ in reading.phrases(rule.name):
        is_title = _FORM_OF_ADDRESS.search(text, start, end)
        if not (is_title and _NAME.match(text, end)):
            yield rule.finding(Span(start, end))
