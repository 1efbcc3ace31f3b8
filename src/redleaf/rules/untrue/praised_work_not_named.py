"""The praised work is not named.

Why it matters: "I loved your article" asks the reader to guess which one, and whether you read it.
Known limits: knows set wordings; without a brief it cannot tell whether they have only one.
Keep it when: there is only one, and both of you know it.
Source: docs/sources.md, "praise".
"""

from collections.abc import Iterator

from redleaf.notes.brief import Brief
from redleaf.notes.note import Note
from redleaf.rules import Example, Finding, Reading, Rule, Severity
from redleaf.rules.common_ground import content_words, words_of

_NOTICED = {
    "recipient": {"name": "Ana Ruiz"},
    "noticed": [{"kind": "article", "title": "Listening to pipes"}],
}

rule = Rule(
    severity=Severity.WARNING,
    message="The reader cannot tell which work you mean, and wonders whether you know it.",
    advice="Which one, and which sentence or moment of it stayed with you?",
    costs={"interest": 15},
    suggests="template",
    weight=0.6,
    finds=[
        Example("Hi Ana, ⟦I loved your article⟧!", brief=_NOTICED),
        "Ana, ⟦I really enjoyed your talk⟧. May I ask about it?",
        "⟦Great post⟧! I had not seen it that way.",
        "Hallo Frau Ruiz, ⟦Ihr Artikel hat mir gefallen⟧.",
    ],
    leaves=[
        Example("Hi Ana, I loved your article on listening to pipes.", brief=_NOTICED),
        "I loved your article on drainpipes in the spring issue.",
        "Your talk in Ely was the reason that I bought a rain gauge.",
        "You wrote: “I loved your article!” Thank you for that.",
    ],
    needs=("phrases",),
)


@rule.check
def find_unnamed_work(reading: Reading) -> Iterator[Finding]:
    if reading.brief and reading.brief.noticed:
        if not _names_one(reading.note, reading.brief):
            yield from (rule.finding(hit.span) for hit in reading.phrases(rule.name))
    elif not reading.is_particular:
        for hit in reading.phrases(rule.name):
            yield rule.finding(hit.span, severity=Severity.ADVICE)


def _names_one(note: Note, brief: Brief) -> bool:
    seen = words_of(note)
    return any(
        not content_words(f"{work.title} {work.where}").isdisjoint(seen) for work in brief.noticed
    )
