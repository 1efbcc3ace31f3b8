"""Quoting: the words of a note that an answer takes up, exactly as they were written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from redleaf.notes.envelope import greeting_of, signature_of
from redleaf.notes.folding import fold_text
from redleaf.notes.regexes import regex
from redleaf.notes.sentences import sentences_of
from redleaf.notes.spans import Span

_LONGEST, _SHORTEST, _FEWEST_WORDS = 110, 12, 4
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
# Wishes and thanks are answered, not taken up.
_CIVIL = regex(
    r"(i )?hope|wish|(many )?thanks?|thank you|(best|kind|warm) (regards|wishes)|greetings|sorry|"
    r"(no|don't) (need|reply)|excuse|forgive|(vielen )?dank\w*|gruss|grusse|liebe grusse|ich hoffe|"
    r"entschuldig\w*|merci|j'espere|au plaisir|bien (a|cordialement)|cordialement|gracias|espero|"
    r"saludos|un (abrazo|saludo)|perdon"
)


def quote_of(
    text: str, particulars: Sequence[str], *, but: str = "", stock: Iterable[Span] = ()
) -> str:
    """A short sentence of `text`: their question, else the one with their first particular, else
    the longest that stands by itself.

    None that holds the words `but` or overlaps `stock`; "" where no sentence is fit to be quoted.
    """
    fit = list(_fit(text, but, list(stock)))
    questions = [each for each in fit if each.endswith("?")]
    told = [each for each in fit if any(word in each for word in particulars[:2])]
    if questions:
        return questions[-1]
    return next(iter(told), "") or max(fit, key=len, default="")


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
    if len(cut.split()) < _FEWEST_WORDS or _CIVIL.match(folded):
        return False
    return not _LEANING.match(folded)


def _cut(sentence: str) -> str:
    """The sentence without its full stop; where it is long, its first clauses that fit."""
    bare = sentence.rstrip(".!。！… ")
    if len(bare) <= _LONGEST:
        return bare if len(bare) >= _SHORTEST else ""
    cut = ""
    for clause in _CLAUSE.finditer(bare):
        if clause.end() > _LONGEST:
            break
        cut = bare[: clause.end()].strip()
    return cut if len(cut) >= _SHORTEST else ""
