"""The note shouts: words in capitals, or marks in heaps.

Why it matters: capitals and heaps of marks read as a raised voice, and as an advertisement.
Known limits: short capitals (names of firms, NATO, UNESCO) are left alone; so is a single shouted word in a warm note.
Keep it when: the word is written that way on the door.
Source: docs/sources.md, "plain style".
"""

from collections.abc import Iterator

from redleaf.notes.regexes import regex
from redleaf.notes.spans import Span
from redleaf.rules import Finding, Reading, Rule, Severity

rule = Rule(
    severity=Severity.WARNING,
    message="The reader hears a raised voice here.",
    advice="Say it in small letters with one mark at the end; which word would still need weight?",
    costs={"courtesy": 15, "interest": 5},
    finds=[
        "⟦PLEASE ANSWER ME⟧ today.",
        "Where are the plans⟦???⟧",
        "Great offer⟦!!!!⟧",
        "⟦AMAZING OPPORTUNITY⟧ for you.",
    ],
    leaves=[
        "The UNESCO list names our NATO pier and the BBC filmed it.",
        "See you in Graz!!",
        "DANKE! You found my ring.",
        "Is it you? Really?",
    ],
)

_CAPITALS = regex(
    r"(?<!\w)[A-ZÀ-ÞŁŚŻŠČ]{2,}(?:['’][A-Z]+)?(?:[ ,]+(?:[A-ZÀ-ÞŁŚŻŠČ]{2,}|I|A)(?!\w))+(?!\w)"
)
_MARKS = regex(r"[!?]{3,}|(?:[!?] ){2,}[!?]|[！？]{3,}")
_LOUD_LETTERS = 12
_LONG_WORD = 4


@rule.check
def find_shouting(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    yield from _capitals(text)
    # Most texts have no three such signs, and need no expression.
    if sum(map(text.count, "!?！？")) > 2:
        yield from (rule.finding(Span(*match.span())) for match in _MARKS.finditer(text))


def _capitals(text: str) -> Iterator[Finding]:
    # An apostrophe or two may be counted among its letters.
    if sum(map(str.isupper, text)) < _LOUD_LETTERS // 2:
        return
    for match in _CAPITALS.finditer(text):
        words = match.group().replace(",", " ").split()
        # Initials and firms stand in capitals too: only long words in a row are a raised voice.
        if sum(map(len, words)) >= _LOUD_LETTERS and max(map(len, words)) > _LONG_WORD:
            yield rule.finding(Span(*match.span()))
