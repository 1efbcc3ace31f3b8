"""The note offers a job in the words that everybody gets.

Why it matters: people who are asked about jobs every week answer the ones that say why them, and skip the ones that could be sent to a list.
Known limits: knows the set phrases of recruiting; a note from a recruiter that says something only the reader's work explains is advice only.
Keep it when: they told you that they are looking.
Source: docs/sources.md, "pitches in personal dress".
"""

from collections.abc import Iterator

from redleaf.rules import Finding, Reading, Rule, Severity

rule = Rule(
    severity=Severity.WARNING,
    message="The reader knows these words from every job that did not fit them.",
    advice="Which thing they did made you think of this job? Name it, with the pay and the place.",
    costs={"giving": 30, "interest": 20},
    suggests="pitch",
    weight=1.1,
    softens=True,
    finds=[
        "⟦We have an exciting opportunity in⟧ Leeds.",
        "⟦Are you open to new roles⟧?",
        "⟦Your background is a great fit⟧ for our mill.",
        "⟦Wir suchen Verstärkung⟧ für das Lager.",
        "⟦Buscamos un desarrollador⟧ en Bilbao.",
    ],
    leaves=[
        "Taking the role of the donkey was your finest hour.",
        "An opportunity to see the owls comes once a year.",
        "Your background, the blue one with boats, made our meeting.",
        "We are hiring a boat for the regatta; there is room for your dog.",
        "Congratulations on the exciting new position at the mill!",
        "How is the new role at the mill?",
        "Gefeliciteerd met je nieuwe baan bij de molen!",
    ],
    needs=("phrases",),
)


@rule.check
def find_recruiter_set(reading: Reading) -> Iterator[Finding]:
    """The set phrases, but for sentences that wish the reader well in a job of theirs."""
    for _, hits in reading.phrases_by_sentence(rule.name):
        if not any(hit.tag == "theirs" for hit in hits):
            yield from (rule.finding(hit.span) for hit in hits)
