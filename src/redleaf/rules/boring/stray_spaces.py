"""More space than one stands between two words.

Why it matters: a gap in a line shows where something was cut out or pasted in, and makes a letter look put together.
Known limits: leaves spaces after a sentence and beside pictures, spaces that do not break, the ends of lines, and what is laid out: tables, code, lists, words in columns.
Keep it when: the gap is meant.
Source: docs/sources.md, "pitches in personal dress".
"""

from collections.abc import Iterator

from redleaf.notes.gaps import gaps_of
from redleaf.rules import Finding, Fix, Reading, Rule, Severity

rule = Rule(
    severity=Severity.ADVICE,
    message="A gap stands between these words, as if something had been cut out or pasted in.",
    advice="Is a word missing here? Otherwise one space is enough.",
    kinds=("note", "message", "email", "post"),
    finds=[
        "Mara,⟦  ⟧your talk on river ice stayed with me.",
        "The kiln⟦   ⟧you built is hot.",
        "The kiln⟦\u2003⟧you built is hot.",
        "The kiln is hot.  Is it⟦  ⟧yours?",
    ],
    leaves=[
        "The kiln is hot.  Shall I come?",
        "Ana     +49 170 0000\nBen     +49 170 1111",
        "Mon  the kiln\nTue  the weir",
        "-  the kiln\n-  the weir",
        "    kiln = hot  # as always",
        "Ana Holt  ·  Tidewise  ·  Ghent",
        "La marmite est chaude\u00a0!",
        "The kiln is hot 🔥  and yours.",
        "w e  l o v e  k i l n s",
    ],
)


@rule.check
def find_stray_spaces(reading: Reading) -> Iterator[Finding]:
    """One finding for all of them, at the first, with a fix for each."""
    gaps = list(gaps_of(reading.text))
    if gaps:
        yield rule.finding(gaps[0], fixes=[Fix(*gap, " ", is_safe=True) for gap in gaps])
