"""Names of people in a line: where one begins and ends, in any script and in lower case too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redleaf.formats.hints import is_given_name, is_place, is_title_word, names_organisation
from redleaf.formats.memory_line.sheet import Sheet
from redleaf.notes.language import common_words
from redleaf.notes.spans import Span

_TOKEN = re.compile(
    r"[^\W\d_](?:[.](?=[^\W\d_]\.|\s|$)|[\w'’\u00b7・-])*(?:(?<=\b\w)\.|(?<=\b\w\w)\.(?=\s\w)"
    r"|(?<=\bProf)\.)?"
)
_PARTICLES = frozenset(
    "de da di do dos das del della des du la le van von vom der den ter ten te zu zur zum y e i al "
    "el bin ibn bint ben af av st san santa mac mc ni nic o ap d' l' do'".split()
)
_TITLES = frozenset(
    "dr prof professor mr mrs ms miss mx sir dame herr frau fr hr dipl ing mag rev father sister "
    "monsieur madame mme mlle m senor senora sr sra srta don dona dra doktor doctor docteur".split()
)
_SUFFIX = re.compile(
    r",?\s*(?:Jr|Sr|Junior|Senior|II|III|IV|Ph\.?\s?D|M\.?D|MBA|MSc|BSc|MA|BA|Esq|OBE|MBE|CBE|FRS|"
    r"RN|CPA|LL\.?M)\b\.?"
)
_NEVER = frozenset(
    "i we he she they it you the a an this that my our his her their us them him me and or but "
    "with ceo cto cfo coo cmo cpo vp hr it pr ok todo tbd asap re ps fyi not no yes also very "
    "really great nice lovely funny smart quiet shy tall short kind who whom someone somebody "
    "everyone people nobody again today yesterday tomorrow tonight ich wir sie er es der die das "
    "ein eine mein meine je nous il elle un une le les mon ma yo ella ellos los las mi".split()
)
_LINKS = frozenset(("and", "und", "et", "y", "e", "&", "+", "plus"))
_LOWER_STOPS = _NEVER | frozenset(
    "at in on from of for to about by via through during after before near over again who whose "
    "where when while is was works had has have about met re bei beim im am auf aus von mit uber a "
    "el ella ihm ihr ihnen elle lui eux au aux dans chez sur avec par con en sobre por del como w "
    "last next some".split()
)


def name_at(sheet: Sheet, span: Span, *, may_be_lower: bool) -> Span | None:
    """The name with which `span` begins, or None."""
    known = _known_at(sheet, span)
    if known:
        return known
    found = _capital_name(sheet, span)
    if found is None and may_be_lower:
        found = _lower_name(sheet, span)
    return found


def names_at(sheet: Sheet, span: Span, *, may_be_lower: bool) -> list[Span]:
    """The names with which `span` begins, where they are listed: "Ana, Ben and Cleo"."""
    names: list[Span] = []
    at = span.start
    while at < span.end:
        name = name_at(sheet, sheet.trimmed(Span(at, span.end)), may_be_lower=may_be_lower)
        if name is None:
            break
        names.append(name)
        link = _LINK.match(sheet.text, name.end, span.end)
        if link is None:
            break
        at = link.end()
    return names


_LINK = re.compile(r"\s*,?\s*(?:and|und|et|y|&|\+|plus)\s+|\s*[,/]\s*", re.IGNORECASE)


def is_name(sheet: Sheet, span: Span, *, may_be_lower: bool = False) -> bool:
    """Whether all of `span` is one name, and nothing tells that it is an organisation's."""
    span = sheet.trimmed(span)
    found = name_at(sheet, span, may_be_lower=may_be_lower)
    return found is not None and found.end >= span.end


def looks_like_organisation(text: str) -> bool:
    return names_organisation(text) or "&" in text or any(char.isdigit() for char in text)


def _known_at(sheet: Sheet, span: Span) -> Span | None:
    """A person of the address book, as the line begins with their name, whatever the case."""
    best = 0
    text = span.of(sheet.text).casefold()
    for name in sheet.known:
        folded = name.casefold()
        goes_on = text[len(folded) : len(folded) + 1]
        if folded and text.startswith(folded) and not (goes_on.isalnum()):
            best = max(best, len(folded))
    return Span(span.start, span.start + best) if best else None


def _tokens(sheet: Sheet, span: Span) -> Iterator[re.Match[str]]:
    """The words at the beginning of `span` with nothing but a space between them."""
    at = span.start
    while at < span.end:
        match = _TOKEN.match(sheet.text, at, span.end)
        if match is None or not sheet.is_free(Span(*match.span())):
            return
        yield match
        gap = re.compile(r"[ \u00a0]+(?:[\"“”‘'(][^\W\d_]+[\"“”’')][ \u00a0]+)?").match(
            sheet.text, match.end(), span.end
        )
        if gap is None:
            return
        at = gap.end()


def _capital_name(sheet: Sheet, span: Span) -> Span | None:
    end, words = span.start, 0
    for match in _tokens(sheet, span):
        word, bare = match.group(), sheet.flat[match.start() : match.end()].strip(".")
        if _is_title_before(word, bare, words):
            end = match.end()
        elif _is_particle(word, bare, words):
            continue  # a name does not end with one, so `end` stays
        elif bare in _NEVER | _LINKS or not _is_capital(word):
            break
        else:
            end, words = match.end(), words + 1
    return _checked(sheet, Span(span.start, end), span.end, words) if 1 <= words <= 5 else None


def _is_title_before(word: str, bare: str, words: int) -> bool:
    return bare in _TITLES and not words and (not word[0].islower() or word.endswith("."))


def _is_particle(word: str, bare: str, words: int) -> bool:
    if not word[0].islower() or (bare in ("y", "e", "i", "a") and not words):
        return False
    return bare in _PARTICLES


def _is_capital(word: str) -> bool:
    """A capital, or a letter of a script that has none."""
    return not word[0].islower() or ("'" in word[:3] and word[2:3].isupper())


def _checked(sheet: Sheet, name: Span, end: int, words: int) -> Span | None:
    suffix = _SUFFIX.match(sheet.text, name.end, end)
    if suffix:
        name = Span(name.start, suffix.end())
    text = name.of(sheet.text)
    if words == 1:
        bare = sheet.flat[name.start : name.end].strip(".")
        known = is_given_name(text)
        if not known and (bare in common_words() or is_title_word(text) or is_place(text)):
            return None
        if not known and len(bare) > 1 and text.isupper() and text.isascii() and len(bare) < 4:
            return None
    if is_place(text) and not is_given_name(text):
        return None
    return None if looks_like_organisation(text) else name


def _lower_name(sheet: Sheet, span: Span) -> Span | None:
    """Up to three words in lower case, none of them one that other parts of a line begin with."""
    end, words = span.start, 0
    for match in _tokens(sheet, span):
        bare = sheet.flat[match.start() : match.end()].strip(".")
        if bare in _TITLES and not words:
            continue
        if bare in _LOWER_STOPS or bare in _LINKS or (is_title_word(bare) and words):
            break
        if bare in common_words() and not is_given_name(bare) and bare not in _PARTICLES:
            break
        if words and names_organisation(bare):
            return None
        end, words = match.end(), words + 1
    text = sheet.text[span.start : end]
    if not 1 <= words <= 4 or (is_place(text) and not is_given_name(text)):
        return None
    if words == 1 and is_title_word(text):
        return None
    return Span(span.start, end)


def names_apart(names: Sequence[str], name: str) -> bool:
    """Whether `name` is nobody who is named already, by a part of their name either."""
    words = set(name.casefold().split())
    return not any(words <= set(each.casefold().split()) for each in names)
