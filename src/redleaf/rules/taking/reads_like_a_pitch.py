"""Taken together, its words read like an offer nobody asked for.

Why it matters: a sale, a vacancy or a plan to get rich can be told without any of the stock phrases, and a reader who is sold to all day hears it by the second sentence.
Known limits: speaks where no other rule does, from weights learned on labelled notes in seven languages (docs/training.md). It can be wrong about a plain question, so it gives advice only.
Keep it when: they asked you what you sell or whom you look for.
Source: docs/sources.md, "pitches in personal dress".
"""

from __future__ import annotations

from collections.abc import Iterator

from redleaf.rules import Finding, Reading, Rule, Severity

rule = Rule(
    severity=Severity.ADVICE,
    message="Taken together, these words read like an offer that nobody asked for.",
    advice="What do they have from it, whether they answer or not? Begin with that, or wait until they ask.",
    costs={"giving": 20},
    suggests="pitch",
    weight=0.6,
    needs=["echo"],
    finds=[
        "⟦My client in Zurich wants a Java lead, remote, 120k.⟧",
        "⟦Quick question about your payroll software, Mia: who decides?⟧",
        "⟦A client of mine needs a Python engineer in Lyon, hybrid, 60k.⟧",
    ],
    leaves=[
        "Mia, the payroll question you raised at the works council on Tuesday has an answer.",
        "Hello Ruben, you asked which Java book helped me: it was the thin one, on threads.",
        "Our tool rental in Lyon kept your drill; you left it there after the barn roof.",
    ],
)


@rule.check
def find_echo_of_a_pitch(reading: Reading) -> Iterator[Finding]:
    """The sentence that says most for a pitch, with the words that weigh most in it."""
    echo = reading.echo
    if echo is not None and echo.verdict == rule.suggests:
        yield rule.finding(echo.sentence, message=rule.message + echo.told)
