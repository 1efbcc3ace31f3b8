"""Taken together, its words read like a note to many.

Why it matters: no single phrase is at fault, but notes made to be filled in share their words and their shape, and a reader who gets ten of them a week hears it before the second sentence.
Known limits: speaks where no other rule does, from weights learned on labelled notes in seven languages (docs/training.md). It can be wrong about a plain note, so it gives advice only.
Keep it when: each sentence is true of this reader and of nobody else.
Source: docs/sources.md, "opening lines".
"""

from __future__ import annotations

from collections.abc import Iterator

from redleaf.rules import Finding, Reading, Rule, Severity

rule = Rule(
    severity=Severity.ADVICE,
    message="Taken together, these words read like a note that goes to many.",
    advice="What could you say to this reader alone? One such sentence changes all the others.",
    costs={"interest": 20},
    suggests="template",
    weight=0.6,
    needs=["echo"],
    finds=[
        "⟦Hello Sara, I noticed that we both work in logistics and thought of saying hello.⟧",
        "⟦I noticed we both work in retail, and I am looking forward to your posts.⟧",
        "⟦Hi Ella, I noticed that we both work in insurance and thought of writing.⟧",
    ],
    leaves=[
        "Mara, thank you for the map of the old weirs. I walked to the second one on Sunday.",
        "Hello Ruben, you asked for the recipe of the plum bread, and here it is at last.",
        "Your question about the tide tables at the library on Friday kept me awake.",
    ],
)


@rule.check
def find_echo_of_a_template(reading: Reading) -> Iterator[Finding]:
    """The sentence that says most for a template, with the words that weigh most in it."""
    echo = reading.echo
    if echo is not None and echo.verdict == rule.suggests:
        yield rule.finding(echo.sentence, message=rule.message + echo.told)
