"""What a header means: whole headers that programs write, and words in many languages.

Each file in `headers/` is one language, or one program; all are found by themselves. A header that
stands there as a whole is known for certain; others are put together from the words in them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

from redleaf.formats.csv_people.fields import ADDRESS_PARTS, EXTRA, NAMES, REACH, Field, field_of

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ONE_WORD = re.compile(r"[A-Za-z]+\d*")
_WORD = re.compile(r"[^\W\d_]+|\d+")
# Letters that stay whole when accents are taken away.
_PLAIN = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe"})
_CJK = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_GOOGLE = re.compile(r"(?P<what>.+?)\s+(?P<group>\d+)\s+-\s+(?P<part>.+)")
_GOOGLE_KINDS = {
    "email": "email", "phone": "phone", "website": "website", "relation": "relation",
    "event": "occasion", "im": "messenger", "custom field": "extra", "organization": "organisation",
    "address": "address",
}  # fmt: skip
_GOOGLE_PARTS = {
    ("organization", "name"): "organisation",
    ("organization", "title"): "title",
    ("organization", "department"): "department",
    ("address", "formatted"): "address",
    ("address", "po box"): "box",
    ("address", "extended address"): "extended",
    ("address", "postal code"): "postal_code",
    **{("address", part): part for part in ADDRESS_PARTS if "_" not in part},
}
# Their label names the network; which of several it is does not matter.
_NAMED_BY_NETWORK = frozenset(("profile", "messenger"))
_PARTS_OF_NAMES = frozenset(("name", "given", "family", "additional"))
_LONGEST_PHRASE = 7
_LONGEST_HEADER = 80
_NUMBER = re.compile(r"\d+")
_ENOUGH_KNOWN = 0.5


class Meaning(NamedTuple):
    """A field, and how sure the words make it: 1 for a header known as a whole."""

    field: Field
    confidence: float


@dataclass(slots=True)
class Words:
    """One file: whole headers and words with their fields, in folded spelling."""

    name: str
    fields: dict[str, Field] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    says_nothing: frozenset[str] = frozenset()
    is_program: bool = False
    is_family_first: bool = False


class Headers:
    """The headers of one table, read with the words of the language they seem to be in."""

    def __init__(self, headers: Sequence[str]) -> None:
        self._folded = [fold_header(each) for each in headers]
        self._raw = headers
        self.words = _in_order(self._folded)

    @property
    def is_family_first(self) -> bool:
        return bool(self.words) and self.words[0].is_family_first

    @property
    def is_english(self) -> bool:
        return bool(self.words) and (self.words[0].is_program or self.words[0].name == "en")

    @property
    def says_nothing(self) -> frozenset[str]:
        """Cells of a setting that nobody chose, folded."""
        return frozenset().union(*(each.says_nothing for each in self.words))

    def meanings(self) -> list[Meaning | None]:
        """What each header means, None where its words are not known."""
        return [self._meaning(at) for at in range(len(self._raw))]

    def has_known_words(self, at: int) -> bool:
        """Whether any word of the header at a place is known, though it may mean nothing."""
        return any(meant is not None for _, meant in _pieces(self._folded[at], self.words))

    def _meaning(self, at: int) -> Meaning | None:
        folded = self._folded[at]
        numbered = _GOOGLE.fullmatch(self._raw[at].strip())
        if numbered and (found := _of_google(numbered)):
            return Meaning(found, 1.0)
        for words in self.words:
            if folded in words.fields:
                return Meaning(words.fields[folded], 1.0)
        return _composed(folded, self.words) if folded else None


def fold_header(header: str) -> str:
    """Words in lower case without accents and signs: `E-Mail 2: Adresse` is `email 2 adresse`."""
    is_one_word = _ONE_WORD.fullmatch(header.strip()) is not None
    spaced = _CAMEL.sub(" ", header) if is_one_word else header
    bare = unicodedata.normalize("NFKD", spaced).casefold()
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign)).translate(_PLAIN)
    folded = " ".join(_WORD.findall(bare))
    folded = re.sub(r"\be mail", "email", folded).replace("linked in", "linkedin")
    return folded.replace(" ", "") if _CJK.search(folded) else folded


def known_share(headers: Sequence[str]) -> tuple[int, float]:
    """How many of these cells are headers that are known, and their share of the filled ones."""
    folded = [fold_header(each) for each in headers if each.strip()]
    words = all_words()
    known = sum(
        any(each in source.fields for source in words)
        or _GOOGLE.fullmatch(raw.strip()) is not None
        or ((composed := _composed(each, words)) is not None and composed.confidence >= 0.75)
        for each, raw in zip(folded, (raw for raw in headers if raw.strip()), strict=True)
    )
    return known, known / len(folded) if folded else 0.0


@cache
def all_words() -> tuple[Words, ...]:
    """All files, English first."""
    paths = sorted(Path(__file__).with_name("headers").glob("*.txt"))
    return tuple(_words(path) for path in sorted(paths, key=lambda path: path.stem != "en"))


def _words(path: Path) -> Words:
    words = Words(path.stem)
    for line in path.read_text("utf-8").splitlines():
        head, _, meant = (part.strip() for part in line.partition("="))
        if not head or head.startswith("#"):
            continue
        if head == "says nothing":
            words.says_nothing = frozenset(fold_header(each) for each in meant.split("|"))
        elif not meant:
            words.is_program = words.is_program or head == "program"
            words.is_family_first = words.is_family_first or head == "family first"
        elif meant.startswith(":"):
            words.labels[fold_header(head)] = meant[1:].strip()
        else:
            words.fields[fold_header(head)] = field_of(meant)
    return words


def _in_order(folded: Sequence[str]) -> tuple[Words, ...]:
    """The program that knows most of the headers, then the languages that do, then the rest.

    A program comes first only when it knows most of the table: its words are narrower.
    """
    counts: Counter[str] = Counter()
    for each in set(folded):
        counts.update(words.name for words in all_words() if _knows(words, each))
    enough = max(3, 0.6 * len({each for each in folded if each}))

    def rank(words: Words) -> tuple[int, int]:
        is_sure = words.is_program and counts[words.name] >= enough
        return (-int(is_sure), -counts[words.name] + (1_000 if not is_sure else 0))

    return tuple(sorted(all_words(), key=rank))


def _knows(words: Words, folded: str) -> bool:
    if folded in words.fields:
        return True
    if words.is_program:
        return False
    found = _composed(folded, (words,))
    return found is not None and found.confidence >= 0.9


def _of_google(numbered: re.Match[str]) -> Field | None:
    what, part = fold_header(numbered["what"]), fold_header(numbered["part"])
    group = int(numbered["group"][:4])
    if what not in _GOOGLE_KINDS:
        return None
    kind = _GOOGLE_KINDS[what]
    if part in ("type", "label"):
        return Field(kind, "", group, is_label=True)
    if part == "value":
        return Field(kind, "", group)
    if what == "im" and part == "service":
        return Field("messenger", "", group, is_label=True)
    known = _GOOGLE_PARTS.get((what, part))
    return Field(known, "", group) if known else Field("extra")


def _composed(folded: str, sources: Sequence[Words]) -> Meaning | None:
    """The meaning of words that are known one by one: `telefon` + `geschaftlich`."""
    if len(folded) > _LONGEST_HEADER:
        return None
    numbers = _NUMBER.findall(folded)
    bare = re.sub(" +", " ", _NUMBER.sub("", folded)).strip()
    group = int(numbers[-1][:3]) if numbers else 1
    whole = next((words.fields[bare] for words in sources if bare in words.fields), None)
    if whole is not None and numbers:
        return Meaning(whole._replace(group=group), 0.95)
    pieces = list(_pieces(bare, sources))
    fields = [meant for _, meant in pieces if isinstance(meant, Field)]
    labels = [meant for _, meant in pieces if isinstance(meant, str)]
    total = sum(len(piece) for piece, _ in pieces)
    known = sum(len(piece) for piece, meant in pieces if meant is not None)
    if not pieces or known < _ENOUGH_KNOWN * total:
        return None
    if not fields:
        return Meaning(Field("setting"), 0.3)  # "Private" alone: yes or no
    settled = _settled(fields, labels, group)
    if settled is None:
        return Meaning(EXTRA, 0.3)
    return Meaning(settled, round(0.95 * known / total, 2))


def _pieces(folded: str, sources: Sequence[Words]) -> Iterator[tuple[str, Field | str | None]]:
    """The longest known phrases from left to right, what is not known word by word."""
    is_cjk = _CJK.search(folded) is not None
    units = list(folded) if is_cjk else folded.split()
    joined = "" if is_cjk else " "
    at = 0
    while at < len(units):
        longest = min(len(units) - at, 14 if is_cjk else _LONGEST_PHRASE)
        for width in range(longest, 0, -1):
            piece = joined.join(units[at : at + width])
            meant = _meant(piece, sources)
            if meant is not None or width == 1:
                yield piece, meant
                at += width
                break


def _meant(piece: str, sources: Sequence[Words]) -> Field | str | None:
    for words in sources:
        if words.is_program:
            continue
        if piece in words.labels:
            return words.labels[piece]
        if piece in words.fields:
            return words.fields[piece]
    return None


def _settled(fields: list[Field], labels: list[str], group: int) -> Field | None:
    """One field of several words, or None where they contradict each other."""
    kinds = list(dict.fromkeys(each.kind for each in fields))
    if "address" in kinds and len(REACH.intersection(kinds)) > 1:
        kinds.remove("address")  # an e-mail address is no postal one, an address's city is a city
    reach = [kind for kind in kinds if kind in REACH]
    own = [each.label for each in fields if each.label and each.kind == (reach or kinds)[0]]
    if "extra" in kinds or "setting" in kinds or len(reach) > 1:
        return None
    if reach:
        kind = reach[0]
        others = set(kinds) - {kind}
        if others - {"organisation", "relation", "title", "department"}:
            return None
        labels += ["work"] * ("organisation" in others)
        labels += [each.label for each in fields if each.kind == "relation"]
    else:
        kind = _head(kinds)
        if not kind:
            return None
        own = [each.label for each in fields if each.kind == kind and each.label]
    if kind in NAMES and set(labels) - {"", "main"}:
        return None  # the name of a school
    if kind not in REACH - _NAMED_BY_NETWORK and kind != "relation":
        return Field(kind, own[0] if own else "", group)
    ordered = sorted({*labels, *own} - {""}, key=lambda label: (label.endswith("fax"), label))
    if "work fax" in ordered or "home fax" in ordered:
        ordered = [each for each in ordered if each.endswith(" fax")]
    return Field(kind, " ".join(ordered), group)


def _head(kinds: list[str]) -> str:
    """Of several kinds the one that the others narrow down: a company's name is a company."""
    if len(kinds) == 1:
        return kinds[0]
    if set(kinds) <= _PARTS_OF_NAMES:
        return "name"  # "Last name, first name"
    for kind in ("relation", "organisation", "department"):
        if set(kinds) == {kind, "name"}:
            return kind
    return "title" if set(kinds) in ({"title", "organisation"}, {"title", "name"}) else ""
