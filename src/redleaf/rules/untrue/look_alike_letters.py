"""A word is written with letters of another script that look like its own.

Why it matters: such words slip past filters and searches; a receiver who notices takes the note for a trick, and a name or address so written is not the one it seems.
Known limits: knows Cyrillic and Greek letters that look like Latin ones, in words that mix them; a word wholly of such letters is left.
Keep it when: you write about the letters themselves.
Source: docs/sources.md, "facts and claims".
"""

from collections.abc import Iterator

from redleaf.notes.look_alikes import disguised_words
from redleaf.rules import Finding, Fix, Reading, Rule, Severity

rule = Rule(
    severity=Severity.WARNING,
    message="This reads “{plain}”, but some of its letters are of another script; the reader may take it for a trick.",
    advice="Where did it come from? Type it anew: {plain}.",
    costs={"courtesy": 20},
    kinds=("note", "message", "email", "post"),
    finds=[
        "The ⟦k\u0456ln⟧ is hot.",
        "Write to me by ⟦P\u0430yPal⟧ mail.",
        "⟦\u0410nna⟧, the kiln is hot.",
    ],
    leaves=[
        "Печь в Risa горячая.",
        "The resistor has 10 kΩ and 3 µm of \u03b2-carbide.",
        "Ağımı genişletmek istiyorum, kıl payı.",
        "The kiln is hot.",
    ],
    needs=("foreign",),
)


@rule.check
def find_look_alike_letters(reading: Reading) -> Iterator[Finding]:
    for span, plain in disguised_words(reading.written):
        yield rule.finding(span, plain=plain, fixes=[Fix(*span, plain)])
