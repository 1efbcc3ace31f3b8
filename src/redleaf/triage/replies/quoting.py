"""Quoting: the words of a note that an answer takes up, exactly as they were written."""

from __future__ import annotations

from collections.abc import Sequence

from redleaf.notes.envelope import greeting_of
from redleaf.notes.regexes import regex

_LONGEST, _SHORTEST = 110, 12
_SENTENCE = regex(r"[^.!?。！？\n]+[.!?。！？]?")
_CLAUSE = regex(r"[^,;:–—]+")
# What would break out of the quotation marks, or lead somewhere.
_UNFIT = regex(r"[“”„«»\"<>{}⟨⟩\[\]|]|https?:|www\.|@")


def quote_of(text: str, particulars: Sequence[str], *, but: str = "") -> str:
    """A short sentence of `text`: the one with their first particular, else their question.

    None that holds the words `but`; "" where no sentence is fit to be quoted.
    """
    sentences = [each for each in _sentences(text) if not _UNFIT.search(each)]
    sentences = [each for each in sentences if not (but and but in each)]
    questions = [each for each in sentences if each.endswith("?")]
    told = [each for each in sentences if any(word in each for word in particulars[:2])]
    for some in (told, questions, sentences):
        fit = [cut for each in some if (cut := _cut(each))]
        if fit:
            return fit[0]
    return ""


def _sentences(text: str) -> list[str]:
    greeting = greeting_of(text)
    body = text[greeting.span.end :] if greeting else text
    found = [" ".join(match.group().split()) for match in _SENTENCE.finditer(body)]
    return [each.lstrip(",;:– ") for each in found if len(each) >= _SHORTEST]


def _cut(sentence: str) -> str:
    """The sentence without its full stop; where it is long, its first clauses that fit."""
    bare = sentence.rstrip(".!。！ ")
    if len(bare) <= _LONGEST:
        return bare
    cut = ""
    for clause in _CLAUSE.finditer(bare):
        if clause.end() > _LONGEST:
            break
        cut = bare[: clause.end()].strip()
    return cut if len(cut) >= _SHORTEST else ""
