"""Quoting: the words of a note that an answer takes up, exactly as they were written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from redleaf.notes.envelope import greeting_of, signature_of
from redleaf.notes.folding import fold_text
from redleaf.notes.regexes import regex
from redleaf.notes.sentences import sentences_of
from redleaf.notes.spans import Span

_LONGEST, _SHORTEST = 130, 12
_FEWEST_WORDS, _FEWEST_OF_QUESTION = 5, 4
_CLAUSE = regex(r"[^,;:–—]+")
# What would break out of the quotation marks, or lead somewhere.
_UNFIT = regex(r"[“”„«»\"<>{}⟨⟩\[\]|]|https?:|www\.|@")
# What begins so says nothing without the sentence before it.
_LEANING = regex(
    r"(it|that|this|these|those|they|he|she|so|but|and|or|then|also|which|because|there|i did|"
    r"das|es|dies|diese[rs]?|er|aber|und|dann|so|deshalb|darum|damit|davon|daran|dort|"
    r"ce|c'est|cela|ca|ils?|elles?|mais|et|donc|alors|"
    r"es[oa]s?|est[oa]s?|pero|y|entonces|asi|tambien)\b"
)
_YES = regex(r"(yes|ja|oui|si),")
# "You remember?" wants no answer.
_REMEMBERS = regex(
    r"\b(remember|erinner\w+|souven\w+|rappel\w+|acuerda\w*|recuerda\w*)[^?]{0,12}\?$"
)
# Wishes and thanks are answered, not taken up.
_CIVIL = regex(
    r"you (will|may|might|won't|probably|do|don't) (\w+ )?remember|(i )?hope|wish|(many )?thanks?|"
    r"thank you|(best|kind|warm) (regards|wishes)|greetings|sorry|"
    r"(no|don't) (need|reply)|excuse|forgive|(vielen )?dank\w*|gruss|grusse|liebe grusse|ich hoffe|"
    r"entschuldig\w*|merci|j'espere|au plaisir|bien (a|cordialement)|cordialement|gracias|espero|"
    r"saludos|un (abrazo|saludo)|perdon"
)


def quote_of(
    text: str, particulars: Sequence[str], *, but: str = "", stock: Iterable[Span] = ()
) -> str:
    """A short sentence of `text`: their question, else their yes, else the one with their first
    particular, else the longest that stands by itself.

    None that holds the words `but` or overlaps `stock`; "" where no sentence is fit to be quoted.
    """
    fit = list(_fit(text, but, list(stock)))
    questions = [each for each in fit if each.endswith("?")]
    if questions:
        return questions[-1]
    answers = [each for each in fit if is_yes(each)]
    told = [each for each in fit if any(word in each for word in particulars[:2])]
    return next(iter((*answers, *told)), "") or max(fit, key=len, default="")


def is_yes(sentence: str) -> bool:
    return bool(_YES.match(fold_text(sentence)))


def _fit(text: str, but: str, stock: list[Span]) -> Iterator[str]:
    greeting = greeting_of(text)
    signature = signature_of(text)
    start = greeting.span.end if greeting else 0
    end = signature.start if signature else len(text)
    for span in sentences_of(text[start:end]):
        sentence = " ".join(span.of(text[start:end]).split()).lstrip(",;:–—- ")
        place = Span(span.start + start, span.end + start)
        if _UNFIT.search(sentence) or (but and but in sentence):
            continue
        if any(each.overlaps(place) for each in stock):
            continue
        cut = _cut(sentence)
        if cut and _stands_alone(cut):
            yield cut


def _stands_alone(cut: str) -> bool:
    folded = fold_text(cut).lstrip("¿¡ ")
    fewest = _FEWEST_OF_QUESTION if cut.endswith("?") else _FEWEST_WORDS
    if len(cut.split()) < fewest or _CIVIL.match(folded) or _REMEMBERS.search(folded):
        return False
    return not _LEANING.match(folded)


def _cut(sentence: str) -> str:
    """The sentence without its full stop; where it is long, as many of its clauses in a row as fit,
    the longest such row.
    """
    bare = sentence.rstrip(".!。！… ")
    if len(bare) <= _LONGEST:
        return bare if len(bare) >= _SHORTEST else ""
    clauses = [match.span() for match in _CLAUSE.finditer(bare)]
    rows = [
        bare[first[0] : last[1]].strip()
        for at, first in enumerate(clauses)
        for last in clauses[at:]
        if last[1] - first[0] <= _LONGEST
    ]
    longest = max(rows, key=len, default="")
    return longest if len(longest) >= _SHORTEST else ""
