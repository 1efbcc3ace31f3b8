"""Which encoding a table was saved in: marks and UTF-8 for certain, code pages by their letters.

A legacy encoding has no mark. Each candidate is tried on the cells with foreign letters, and the
one in which most of them are written with the letters of one language wins.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from redleaf.formats.sniffing import utf16_of

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
)
# One alphabet a language.
_WESTERN = (
    "äöüß", "éèêëàâçùûüîïôœæ", "áéíóúñüç", "ãõáâàéêíóôúç",
    "àèéìíòóù", "åäöé", "æøåéö", "ðþæöáéíóúý",
)  # fmt: skip
_CENTRAL = (
    "ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű",
    "čćđšž", "ăâîşţșț", "äöüß",
)  # fmt: skip
_CYRILLIC = ("абвгдежзийклмнопрстуфхцчшщъыьэюяё", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя")
_TURKISH = ("çğıiöşüâ",)
# By how often each is met; of equals the first wins.
_ALPHABETS = {
    "cp1252": _WESTERN,
    "cp1250": _CENTRAL,
    "cp1251": _CYRILLIC,
    "cp1254": _TURKISH,
    "mac_roman": _WESTERN,
}
# Where the common characters of the encodings of East Asia begin and end, as first bytes.
_COMMON_FIRST_BYTES = {
    "cp932": (0x82, 0x97),
    "euc_kr": (0xB0, 0xC8),
    "gb18030": (0xB0, 0xD7),
    "big5": (0xA4, 0xC6),
}
_CELL = re.compile(rb"[^,;\t|\r\n\"]+")
_SAMPLE_CELLS = 400
_CELL_BYTES = 600  # even: most signs of East Asia take two bytes
_CONSONANTS = re.compile(
    r"[^\W\d_aeiouyáéíóúýàèìòùâêîôûäëïöüãõåæøœąęěůőűăıаеёиіїоуыэюяє]{4,}", re.IGNORECASE
)
_MIXED = re.compile("[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")
_SURE = 0.75


def decoded(data: bytes) -> tuple[str, str]:
    """The text of a table and the encoding it was read in. Never fails: what no encoding knows
    becomes a replacement sign."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding
    if wide := utf16_of(data[:2_000]):
        return data.decode(wide, "replace"), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        cells = _foreign_cells(data)
        if _is_mostly_utf8(cells):
            return _by_line(data), "utf-8"
        encoding = _by_letters(cells)
        return data.decode(encoding, "replace"), encoding


def _foreign_cells(data: bytes) -> list[bytes]:
    """Some of the cells that are not plain ASCII, each once."""
    found: dict[bytes, None] = {}
    for match in _CELL.finditer(data):
        if not match.group().isascii():
            found[match.group()[:_CELL_BYTES]] = None
        if len(found) >= _SAMPLE_CELLS:
            break
    return list(found)


def _is_mostly_utf8(cells: list[bytes]) -> bool:
    """Whether the table is UTF-8 with a few damaged cells."""
    return sum(_decodes(each, "utf-8") for each in cells) > 0.8 * len(cells)


def _by_line(data: bytes) -> str:
    """A UTF-8 table some lines of which somebody pasted in from Windows."""
    lines = data.splitlines(keepends=True)
    return "".join(
        line.decode("utf-8" if _decodes(line, "utf-8") else "cp1252", "replace") for line in lines
    )


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _by_letters(cells: list[bytes]) -> str:
    eastern = max(_COMMON_FIRST_BYTES, key=lambda each: _eastern_score(cells, each))
    if _eastern_score(cells, eastern) >= _SURE:
        return eastern
    return max(_ALPHABETS, key=lambda each: _score(cells, each, _ALPHABETS[each]))


def _eastern_score(cells: Iterable[bytes], encoding: str) -> float:
    """The share of common characters among those that take two bytes; 0 when it does not decode."""
    low, high = _COMMON_FIRST_BYTES[encoding]
    common = total = 0
    for cell in cells:
        try:
            text = cell.decode(encoding)
        except UnicodeDecodeError:
            total += len(cell)
            continue
        for sign in text:
            if ord(sign) < 128:
                continue
            code = sign.encode(encoding)
            total += 1
            common += len(code) == 2 and low <= code[0] <= high and _is_eastern(sign)
    return common / total if total else 0.0


def _is_eastern(sign: str) -> bool:
    return "\u3041" <= sign <= "\u30ff" or "\u4e00" <= sign <= "\u9fff" or "가" <= sign <= "힣"


def _score(cells: Iterable[bytes], encoding: str, alphabets: tuple[str, ...]) -> float:
    """How many cells are written in one alphabet; a sign, a capital inside a word, or a knot of
    consonants speaks against it."""
    score = 0.0
    for cell in cells:
        try:
            text = cell.decode(encoding)
        except UnicodeDecodeError:
            score -= 2
            continue
        foreign = {
            sign.lower()[0] for sign in text if ord(sign) > 127 and sign not in "–—’‘“”…\xa0"
        }
        fits = any(foreign <= set(alphabet) for alphabet in alphabets)
        score += 1.0 if foreign and fits else 0.0
        score -= 0.5 * sum(not unicodedata.category(sign).startswith("L") for sign in foreign)
        score -= len(re.findall(r"[a-zß-ÿ][À-ÖØ-ÞŠŽŸŹŤŚĽ]", text))
        score -= len(_MIXED.findall(text))
        score -= 0.6 * len(_CONSONANTS.findall(text))
    return score
