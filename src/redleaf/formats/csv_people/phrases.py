"""Headers put together from words that are known one by one: `telefon` + `geschaftlich`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from redleaf.formats.csv_people.fields import EXTRA, NAMES, REACH, Field
from redleaf.formats.csv_people.vocabulary import Phrases, is_eastern

# Their label names the network; which of several it is does not matter.
_NAMED_BY_NETWORK = frozenset(("profile", "messenger"))
_PARTS_OF_NAMES = frozenset(("name", "given", "family", "additional"))
_LONGEST_PHRASE = 7
_LONGEST_EASTERN = 14
_LONGEST_HEADER = 80
_NUMBER = re.compile(r"\d+")
_ENOUGH_KNOWN = 0.5


class Meaning(NamedTuple):
    """A field, and how sure the words make it: 1 for a header known as a whole."""

    field: Field
    confidence: float


def composed(folded: str, phrases: Phrases) -> Meaning | None:
    """What a folded header means by its words; None when too few of them are known."""
    if len(folded) > _LONGEST_HEADER:
        return None
    numbers = _NUMBER.findall(folded)
    bare = re.sub(" +", " ", _NUMBER.sub("", folded)).strip()
    group = int(numbers[-1][:3]) if numbers else 1
    if numbers and bare in phrases.fields:
        return Meaning(phrases.fields[bare]._replace(group=group), 0.95)
    found = list(pieces(bare, phrases))
    fields = [meant for _, meant in found if isinstance(meant, Field)]
    labels = [meant for _, meant in found if isinstance(meant, str)]
    total = sum(len(piece) for piece, _ in found)
    known = sum(len(piece) for piece, meant in found if meant is not None)
    if not found or known < _ENOUGH_KNOWN * total:
        return None
    if not fields:
        return Meaning(Field("setting"), 0.3)  # "Private" alone: yes or no
    settled = _settled(fields, labels, group)
    if settled is None:
        return Meaning(EXTRA, 0.3)
    return Meaning(settled, round(0.95 * known / total, 2))


def pieces(folded: str, phrases: Phrases) -> Iterator[tuple[str, Field | str | None]]:
    """The longest known phrases from left to right, what is not known word by word."""
    eastern = is_eastern(folded)
    units = list(folded) if eastern else folded.split()
    joined = "" if eastern else " "
    at = 0
    while at < len(units):
        width = _width(units, at, joined, phrases)
        piece = joined.join(units[at : at + width])
        yield piece, phrases.meant.get(piece)
        at += width


def _width(units: list[str], at: int, joined: str, phrases: Phrases) -> int:
    """How many units the longest known phrase has here; 1 when none begins."""
    if units[at] in phrases.beginnings:
        longest = _LONGEST_PHRASE if joined else _LONGEST_EASTERN
        for width in range(min(len(units) - at, longest), 1, -1):
            if joined.join(units[at : at + width]) in phrases.meant:
                return width
    return 1


def _settled(fields: list[Field], labels: list[str], group: int) -> Field | None:
    """One field of several words, or None where they contradict each other."""
    kinds = list(dict.fromkeys(each.kind for each in fields))
    if "address" in kinds and len(REACH.intersection(kinds)) > 1:
        kinds.remove("address")  # an e-mail address is no postal one, an address's city is a city
    reach = [kind for kind in kinds if kind in REACH]
    if "extra" in kinds or "setting" in kinds or len(reach) > 1:
        return None
    kind = _narrowed(reach[0], kinds) if reach else _head(kinds)
    if not kind or (kind in NAMES and set(labels) - {"", "main"}):
        return None  # "School name" is nobody's
    own = [each.label for each in fields if each.kind == kind and each.label]
    if kind not in REACH - _NAMED_BY_NETWORK and kind != "relation":
        return Field(kind, own[0] if own else "", group)
    if kind != "relation":
        labels = [*labels, *(each.label for each in fields if each.kind == "relation")]
        labels += ["work"] * ("organisation" in kinds)
    return Field(kind, _label({*labels, *own}), group)


def _narrowed(kind: str, kinds: list[str]) -> str:
    """A way to reach somebody, unless more stands beside it than whose it is."""
    return kind if set(kinds) <= {kind, "organisation", "relation", "title", "department"} else ""


def _label(labels: set[str]) -> str:
    """Several labels as one, a fax behind where it is: "work fax"."""
    ordered = sorted(labels - {""}, key=lambda label: (label.endswith("fax"), label))
    whole = [each for each in ordered if each.endswith(" fax")]
    return " ".join(whole or ordered)


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
