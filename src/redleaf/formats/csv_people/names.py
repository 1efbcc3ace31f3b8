"""The name of a row: the whole name as written, put together from its parts where it is not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from redleaf.contacts.names import NameParts

_FLIPPED = re.compile(r"(?P<family>[^,\d]+),\s+(?P<given>[^,\d]+)")
# What stands behind a comma without being a first name.
_BEHIND = re.compile(
    r"(?:ph\.?\s?d|md|m\.d|mba|jr|sr|esq|dr|prof|ii|iii|iv|cpa|pmp|rn|dds|llm|msc|bsc|ba|ma|inc|"
    r"ltd|llc|gmbh|s\.a|s\.l|co|corp|ag|b\.v)\.?",
    re.IGNORECASE,
)
# Scripts in which the family name stands first and no space between the names.
_EASTERN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]")
_MOST_WORDS = 4
_HALF = 0.5


@dataclass(slots=True)
class WrittenName:
    """The cells of a row that say its name: kind to text."""

    texts: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    others: list[tuple[str, str]] = field(default_factory=list)
    is_flipped: bool = False

    def add(self, kind: str, text: str, header: str, *, is_flipped: bool) -> None:
        if kind in self.texts:
            if self.texts[kind] != text:
                self.others.append((header, text))
            return
        self.texts[kind] = text
        self.headers[kind] = header
        self.is_flipped = self.is_flipped or is_flipped


def is_flipped(cells: Iterable[str]) -> bool:
    """Whether a column writes "Last, First": at least half of its filled cells do."""
    filled = [cell for cell in cells if cell]
    return bool(filled) and sum(map(bool, map(_unflipped, filled))) >= _HALF * len(filled)


def name_and_parts(
    written: WrittenName, emails: AbstractSet[str], family_first: bool, *, exact: bool
) -> tuple[str, NameParts, list[tuple[str, str]]]:
    """The name, its parts, and what else stood there: header and text of each.

    `emails` are the addresses of the row; `exact` tells that the table is one of ours.
    """
    parts = _parts(written.texts)
    filed, name = written.texts.get("filed_as", ""), written.texts.get("name", "")
    if exact and filed:
        # A name that nobody took apart stands as the first name as well.
        whole = NameParts() if parts == NameParts(given=filed) else parts
        return filed, whole, written.others
    if not name and not parts:
        name, filed = filed, ""
    name = _cleaned(name, emails)
    if written.is_flipped and (unflipped := _unflipped(name)):
        parts = parts or unflipped
        name = _joined(parts, family_first)
    joined = _joined(parts, family_first)
    kept = list(written.others)
    if filed and filed not in (name, joined):
        kept.append((written.headers["filed_as"], filed))
    return name or joined, parts, kept


def _parts(texts: Mapping[str, str]) -> NameParts:
    get = texts.get
    return NameParts(
        get("given", ""),
        get("family", ""),
        get("additional", ""),
        get("prefix", ""),
        get("suffix", ""),
    )


def _cleaned(name: str, emails: AbstractSet[str]) -> str:
    """A program without a name shows the address in its place; Outlook quotes some names."""
    if name.casefold() in emails:
        return ""
    if len(name) > 2 and name[0] == name[-1] == "'":
        return name[1:-1].strip()
    return name


def _unflipped(name: str) -> NameParts | None:
    found = _FLIPPED.fullmatch(name)
    if found is None:
        return None
    family, given = found["family"].strip(), found["given"].strip()
    is_name = len(family.split()) <= _MOST_WORDS and len(given.split()) <= _MOST_WORDS
    if not is_name or _BEHIND.fullmatch(given) or _BEHIND.fullmatch(family.split()[-1]):
        return None
    return NameParts(given=given, family=family)


def _joined(parts: NameParts, family_first: bool) -> str:
    """The parts as people of their script and language write them."""
    if _EASTERN.search(parts.family + parts.given):
        whole = parts.family + parts.additional + parts.given
        return " ".join(filter(None, (parts.prefix, whole, parts.suffix)))
    if family_first:
        ordered = (parts.prefix, parts.family, parts.given, parts.additional, parts.suffix)
        return " ".join(filter(None, ordered))
    return parts.joined
