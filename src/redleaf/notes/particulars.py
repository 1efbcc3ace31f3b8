"""Particulars: what in a note could hardly be said to anybody else.

Kinds, by how much they tell one reader from all others:
`encounter` (we sat together), `said` (you told me), `tie` (your aunt, my old desk), `promise`
(as promised, I still owe you), `work` (slide 12, your article on scour), `past` (last Thursday,
in 1994), `quotation`, and weaker, because templates can be filled with them: `day`, `name`,
`number`.
"""

from __future__ import annotations

import os
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from redleaf.notes.acts import acts_of
from redleaf.notes.compiled_files import read_compiled
from redleaf.notes.data_files import read_beside
from redleaf.notes.parts import Parts
from redleaf.notes.patterns import PatternTable, read_table
from redleaf.notes.quotations import quotations_of
from redleaf.notes.regexes import regex
from redleaf.notes.spans import Span

# How much each kind tells; a note with 1 or more in all says something particular.
WEIGHTS = {
    "encounter": 1.0,
    "said": 1.0,
    "tie": 1.0,
    "promise": 1.0,
    "work": 1.0,
    "past": 0.6,
    "quotation": 0.6,
    "day": 0.3,
    "name": 0.3,
    "number": 0.2,
}
_MOST_OF_A_KIND = 2
# What a template can be filled with tells nothing by itself, however much of it there is.
_FILLABLE = ("day", "name", "number")
_MOST_OF_FILLABLE = 0.6
STRONG = 1.0
# A day or a name alone is little, but tells when nothing speaks for anything else.
TELLING = 0.3

_MOST_WORDS = 8
_SHORT_KINDS = ("past", "day")
# Where a clause ends, and words that a stretch of text does not end with.
_BREAKS = frozenset(
    "and but because so which when while although und aber weil et mais parce y pero e ma mas en "
    "maar".split()
)
_NO_ENDS = frozenset(
    "the a an of at in on for with to from by my your our i we you that this and or as about der "
    "die das den dem ein eine in im am zu von le la les un une de du des el los las en una il lo "
    "gli di del o os as um uma het een van".split()
)


class Particular(NamedTuple):
    """One particular: its kind and where it stands."""

    kind: str
    span: Span


def particulars_of(parts: Parts) -> tuple[Particular, ...]:
    """The particulars of a text, in its order; linear in its length.

    Of particulars that overlap only the most telling stands.
    """
    told = [*_phrased(parts), *_acts(parts), *_without_spaces(parts)]
    found = [*told, *_quotations(parts.text), *_names(parts), *_numbers(parts)]
    if parts.slots:
        found = [each for each in found if not _is_in_slot(each.span, parts.slots)]
    kept: list[Particular] = []
    for each in sorted(found, key=lambda particular: particular.span):
        if kept and each.span.start < kept[-1].span.end:
            if WEIGHTS[each.kind] > WEIGHTS[kept[-1].kind]:
                kept[-1] = each
        else:
            kept.append(each)
    return tuple(kept)


def _is_in_slot(span: Span, slots: Sequence[Span]) -> bool:
    """Slots stand in order and apart, so only the last that begins before its end can overlap."""
    at = bisect_left(slots, (span.end,)) - 1
    return at >= 0 and slots[at].overlaps(span)


def particularity(particulars: Iterable[Particular]) -> float:
    """How much the particulars tell together; no kind counts more than twice."""
    counts: dict[str, int] = {}
    for each in particulars:
        counts[each.kind] = counts.get(each.kind, 0) + 1
    told = {kind: WEIGHTS[kind] * min(count, _MOST_OF_A_KIND) for kind, count in counts.items()}
    fillable = sum(told.pop(kind, 0.0) for kind in _FILLABLE)
    return sum(told.values()) + min(fillable, _MOST_OF_FILLABLE)


_QUOTED_CHARS = 3
# Single marks are apostrophes too, so what they quote is short and stands free.
_SINGLY_QUOTED = regex("(?<!\\w)['\u2018][^'\u2018\u2019\n]{3,60}['\u2019](?!\\w)")
# The letter stands first and what may not stand before it is asked afterwards, which is faster.
_CAPITAL = regex(r"[A-ZÀ-ÞŁŚŻŽŠČĆĐİ](?<![\w@./].)[\w'’&.+-]*\w")
# What stands between the words of one name: Museums & Web, Bay of Fundy, Rio de Janeiro.
_JOINS_NAMES = regex(
    r"[ -]|\s?&\s?|\s(?:of|of the|de|da|do|dos|del|de la|di|du|des|van|van der|von|der|den|y|the)\s"
)
_NUMBER = regex(r"\d(?<![\w.,$€£¥#+/-].)\d*(?:[.,:]\d+)*(?![\d%+kKmM€$£/])")
_NOT_COUNTING = regex(
    r"\s*(?:-\s*)?(?:min|mins|minutes?|minuten|minutos|minuti|hours?|hrs?|sec|seconds?|usd|eur|euros?|"
    r"dollars?|gbp|rs|inr|percent|prozent|pour cent|x\b|/7|people|connections|followers)",
    re.IGNORECASE,
)
_EAST_ASIAN = regex(
    "(?P<encounter>隣に座|お会いし|ご一緒し|お話しし|話した|見面|见面|聊过|聊過|认识了|認識了|一起|만났|뵈었|함께|옆자리)"
    "|(?P<said>教えてくださ|おっしゃ|貸してくださ|お話しに出た|您说|您說|你说|你說|你借|你问|你問|告诉我|告訴我|말씀|빌려|알려)"
    "|(?P<promise>お約束|答应|答應|约好|約好|약속)"
    "|(?P<past>先週|先月|昨日|去年|上周|上週|上个月|上個月|昨天|지난주|지난달|어제|작년)"
)
_GERMAN = regex(r"\b(?:und|ich|Sie|der|die|das|mit|für|auf|ein|eine|wir|Ihr|Ihre)\b")
# Networks, languages of the trade and other capitals that stand in notes to anybody.
_EVERYBODYS = frozenset(
    "linkedin xing facebook instagram twitter whatsapp skype zoom google ai hr it pr seo crm cv "
    "ceo cto cfo coo cmo vp usa uk us eu pdf faq b2b b2c saas roi kpi dm lmk ps tv ok okay asap "
    "i'm i'd i've i'll i mr mrs ms dr prof sir madam monday tuesday wednesday thursday friday "
    "saturday sunday january february march april may june july august september october november "
    "december christmas easter new year happy english german french spanish italian dutch "
    "portuguese indian american british hi hello dear thanks regards best sie ihr ihre ihnen "
    "ihren ihrer lei la suo sua le a so an api erp sql ml ui ux qa rfp inc ltd llc gmbh".split()
)


def _phrased(parts: Parts) -> Iterator[Particular]:
    for start, end, kind in patterns().find(parts.words, parts.word_ends):
        yield Particular(kind, _stretch(parts, start, end, kind))


def _acts(parts: Parts) -> Iterator[Particular]:
    for start, end, kind in acts_of(parts.words, parts.word_ends):
        yield Particular(kind, _stretch(parts, start, end, kind))


def _without_spaces(parts: Parts) -> Iterator[Particular]:
    """Chinese, Japanese and Korean do not part words as the patterns need it."""
    if parts.language in ("zh", "ja", "ko"):
        for match in _EAST_ASIAN.finditer(parts.text):
            yield Particular(match.lastgroup or "past", Span(*match.span()))


def _stretch(parts: Parts, start: int, end: int, kind: str) -> Span:
    """From word `start` to the end of the clause that goes on at `end`, eight words at most."""
    places, words = parts.word_places, parts.words
    if kind not in _SHORT_KINDS:
        last = min(parts.word_ends[start], start + _MOST_WORDS)
        while end < last and words[end] not in _BREAKS and _runs_on(parts, end):
            end += 1
    is_cut = end < parts.word_ends[start] and words[end] not in _BREAKS and _runs_on(parts, end)
    while is_cut and end - start > 2 and words[end - 1] in _NO_ENDS:
        end -= 1
    return Span(places[start][0], places[end - 1][1])


def _runs_on(parts: Parts, at: int) -> bool:
    between = parts.text[parts.word_places[at - 1][1] : parts.word_places[at][0]]
    return between.isspace() or between in ("-", "\u2019", " \u201c", ' "')


def _quotations(text: str) -> Iterator[Particular]:
    for span in quotations_of(text, shortest=_QUOTED_CHARS):
        yield Particular("quotation", span)
    if "'" not in text and "\u2018" not in text:
        return
    for match in _SINGLY_QUOTED.finditer(text):
        yield Particular("quotation", Span(*match.span()))


def _names(parts: Parts) -> Iterator[Particular]:
    """Capitalised words inside sentences of the body; neighbours are one name."""
    text = parts.text
    if text.isupper() or (parts.language == "de" and _GERMAN.search(text)):
        return
    begins = {sentence.start for sentence in parts.sentences}
    body = parts.body
    name: Span | None = None
    for match in _CAPITAL.finditer(text, body.start, body.end):
        start, end = match.span()
        before = text[start - 1 : start]
        if start in begins or start == body.start or (before in '"“„«(' and start - 1 in begins):
            continue
        word = match.group().lower().replace("’", "'").rstrip(".")
        if word in _EVERYBODYS or word.removesuffix("'s") in _EVERYBODYS:
            continue
        if name and _JOINS_NAMES.fullmatch(text, name.end, start):
            name = Span(name.start, end)
            continue
        if name and not _is_called(text, name):
            yield Particular("name", name)
        name = Span(start, end)
    if name and not _is_called(text, name):
        yield Particular("name", name)


def _is_called(text: str, name: Span) -> bool:
    """Whether it is the reader who is called by name: "Looking forward to your posts, Chidi."

    "Porto, Lisbon." goes on from a name, and tells where.
    """
    end = text[name.end : name.end + 1]
    goes_on = bool(end) and end not in ".!?\n…"
    if goes_on or text[name.start - 2 : name.start] != ", ":
        return False
    before = text[: name.start - 2].rsplit(None, 1)
    return bool(before) and before[-1][:1].islower()


def _numbers(parts: Parts) -> Iterator[Particular]:
    text = parts.text
    if text.isascii() and not any(digit in text for digit in "0123456789"):
        return
    for match in _NUMBER.finditer(text):
        if _NOT_COUNTING.match(text, match.end()):
            continue
        year = match.group().isdigit() and 1900 <= int(match.group()[:6]) <= 2035
        yield Particular(
            "past" if year and len(match.group()) == 4 else "number", Span(*match.span())
        )


SOURCE = "particulars.txt"
FOLDER = os.path.dirname(__file__)  # noqa: PTH120 (see data_files)
COMPILED = f"{FOLDER}/compiled/{SOURCE}"


@lru_cache(maxsize=1)
def patterns() -> PatternTable[str]:
    """The patterns with their kinds, compiled ahead where that is fresh."""
    compiled = read_compiled(COMPILED, folder=FOLDER)
    if compiled and compiled.knows_all([SOURCE]):
        return read_table(compiled.parts)
    return table_of_file()


def table_of_file() -> PatternTable[str]:
    """The same, from the file of patterns itself."""
    table: PatternTable[str] = PatternTable()
    kind = ""
    lines = read_beside(__file__, SOURCE).splitlines()
    for number, raw in enumerate(lines, 1):
        line = raw.partition("#")[0].strip()
        if line.startswith("["):
            kind = line[1:-1]
        elif line:
            table.add(line, kind, place=f"{SOURCE}, line {number}")
    return table
