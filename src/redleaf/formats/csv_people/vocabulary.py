"""The words of headers: each file in `headers/` is one language or one program, found by itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from redleaf.formats.csv_people.fields import Field, field_of

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ONE_WORD = re.compile(r"[A-Za-z]+\d*")
_WORD = re.compile(r"[^\W\d_]+|\d+")
# Letters that stay whole when accents are taken away.
_PLAIN = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe"})
_CJK = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")


@dataclass(slots=True)
class Words:
    """One file: whole headers and words with their fields, in folded spelling."""

    name: str
    fields: dict[str, Field] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    says_nothing: frozenset[str] = frozenset()
    is_program: bool = False
    is_family_first: bool = False


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of several languages together; of two meanings that of the first language counts.

    `meant` has a field for words that say what a column holds, a text for those that say which
    one. `beginnings` are the units with which a phrase begins: words, or signs of East Asia.
    """

    meant: dict[str, Field | str]
    fields: dict[str, Field]
    beginnings: frozenset[str]


def phrases_of(sources: Sequence[Words]) -> Phrases:
    """The phrases of these languages in their order; programs know whole headers only."""
    return _phrases(tuple(each.name for each in sources if not each.is_program))


@cache
def _phrases(names: tuple[str, ...]) -> Phrases:
    known = {each.name: each for each in all_words()}
    meant: dict[str, Field | str] = {}
    fields: dict[str, Field] = {}
    for name in reversed(names):
        meant |= known[name].fields
        meant |= known[name].labels
        fields |= known[name].fields
    beginnings = {each[0] if is_eastern(each) else each.split(" ")[0] for each in meant if each}
    return Phrases(meant, fields, frozenset(beginnings))


def fold_header(header: str) -> str:
    """Words in lower case without accents and signs: `E-Mail 2: Adresse` is `email 2 adresse`."""
    is_one_word = _ONE_WORD.fullmatch(header.strip()) is not None
    spaced = _CAMEL.sub(" ", header) if is_one_word else header
    bare = unicodedata.normalize("NFKD", spaced).casefold()
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign)).translate(_PLAIN)
    folded = " ".join(_WORD.findall(bare))
    folded = re.sub(r"\be mail", "email", folded).replace("linked in", "linkedin")
    return folded.replace(" ", "") if is_eastern(folded) else folded


def is_eastern(text: str) -> bool:
    """Whether a text has signs of a script without spaces between words."""
    return _CJK.search(text) is not None


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
