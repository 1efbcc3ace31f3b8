"""The text holds characters that nobody can see.

Why it matters: they come along with copied text or are put in to slip past filters; filters that see them show the note to nobody.
Known limits: leaves those that emoji need, and all where scripts stand that join, turn or part words by them: Arabic, Hebrew, those of India and South East Asia.
Keep it when: never; nothing that the reader sees is lost with them.
Source: docs/sources.md, "facts and claims".
"""

import re
from collections.abc import Iterator

from redleaf.notes.folding import INVISIBLE
from redleaf.notes.regexes import regex
from redleaf.notes.spans import Span
from redleaf.rules import Finding, Fix, Reading, Rule, Severity

rule = Rule(
    severity=Severity.ADVICE,
    message="Between these letters stands something that the reader cannot see, and a filter may take it for a trick.",
    advice="Take it out; the text looks the same without it.",
    costs={"courtesy": 5},
    kinds=("note", "message", "email", "post"),
    finds=[
        "The ki⟦\u200b⟧ln is hot.",
        "⟦\ufeff⟧Hello Ana, is the kiln hot?",
        "Pay ⟦\u202e⟧pal for the kiln.",
    ],
    leaves=[
        "The kiln is hot 👩\u200d🔬❤\ufe0f.",
        "می\u200cخواهم کوره را ببینم",
        "เตา\u200bร้อน",
        "\u200eThe kiln of \u05de\u05d9\u05e8\u05d4\u200e is hot.",
        "The kiln is hot.",
    ],
    needs=("foreign",),
)

# Scripts that are written from the right, join their letters, or part words without a space.
_NEEDED = regex(
    "[\u0590-\u109f\u1700-\u1cff\ua800-\uabff\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00011fff\U0001e800-\U0001efff]"
)


@rule.check
def find_invisible_characters(reading: Reading) -> Iterator[Finding]:
    """One finding for all of them, at the first, with a fix for each."""
    text = reading.written
    if text.isascii() or not INVISIBLE.search(text) or _NEEDED.search(text):
        return
    hidden = [at for at in _runs(text) if not _is_of_emoji(text, at)]
    if hidden:
        yield rule.finding(hidden[0], fixes=[Fix(*span, "", is_safe=True) for span in hidden])


def _runs(text: str) -> Iterator[Span]:
    for match in re.finditer(f"(?:{INVISIBLE.pattern})+", text):
        yield Span(*match.span())


def _is_of_emoji(text: str, span: Span) -> bool:
    """Joiners, selectors and tags belong to the picture before them."""
    before = text[span.start - 1 : span.start]
    return bool(before) and (before > "\u2000" or before in "#*0123456789©®")
