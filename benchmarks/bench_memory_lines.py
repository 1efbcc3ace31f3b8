"""Memory lines: of what typed lines say, how much is found, and how much of what is found is so.

The lines and what they say were written by hand. "Made with" was looked at while the reader was
made, "held back" only at the end, by writers who knew what the reader can do. "Fresh" was written
blind, as many different people would (69 % was found, 77 % of that right), and then mended by.
"Unseen" was written after that, by one who knew the reader by then, and nothing was changed since.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.measure import Measure
from redleaf.contacts.encounters import When
from redleaf.formats.memory_line import MemoryLine, read_memory_line

HERE = Path(__file__).parent / "memory_lines"
TODAY = dt.date(2026, 11, 25)
_WEAK = "written by the makers of the reader"
Facts = list[tuple[str, str]]


def main(names: Sequence[str]) -> None:
    for part, bar in (("made_with", None), ("held_back", 0.9), ("fresh", None), ("unseen", None)):
        if names and part not in names:
            continue
        found, wrong, missed = measure(part, show="show" in names)
        for field in sorted(found.keys() | missed.keys()):
            _say(f"memory lines, {part.replace('_', ' ')}: {field}", found[field], wrong[field],
                 missed[field])  # fmt: skip
        _say(f"memory lines, {part.replace('_', ' ')}: all fields", found.total(), wrong.total(),
             missed.total(), bar)  # fmt: skip


def measure(part: str, *, show: bool = False) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """By field: what was found, what was found and is not so, what was missed."""
    found: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for line, told in lines(part):
        seen = [fact for fact in facts(read_memory_line(line, today=TODAY)) if fact[1]]
        right = Counter(map(_same, told)) & Counter(map(_same, seen))
        found.update(_by_field(right))
        wrong.update(_by_field(Counter(map(_same, seen)) - right))
        missed.update(_by_field(Counter(map(_same, told)) - right))
        differing = [f"   - {fact}" for fact in Counter(map(_same, told)) - right]
        differing += [f"   + {fact}" for fact in Counter(map(_same, seen)) - right]
        if show and differing:
            print(line, *differing, sep="\n")
    return found, wrong, missed


def lines(part: str) -> Iterator[tuple[str, Facts]]:
    """Each line with what it says."""
    line = ""
    for row in (HERE / f"{part}.txt").read_text("utf-8").splitlines():
        if row.startswith("="):
            pairs = (each.partition("=") for each in row.removeprefix("=").split(" ; "))
            yield line, [(key.strip(), value.strip()) for key, _, value in pairs if key.strip()]
        elif not row.startswith("#"):
            line = row


def facts(read: MemoryLine) -> Iterator[tuple[str, str]]:
    """What was read, in the keys of the files."""
    for contact in read.contacts[:1]:
        told = {"name": contact.name, "relation": contact.relation}
        told["city"] = contact.addresses[0].city if contact.addresses else ""
        yield from told.items()
        for role in contact.roles:
            before = "past" if role.is_past else ""
            yield from ((f"{before}title", role.title), (f"{before}org", role.organisation))
        yield from (("identity", each.value) for each in contact.identities)
        yield from (("tag", each) for each in contact.tags)
    yield from (("with", each.name) for each in read.contacts[1:])
    if read.encounter:
        met = read.encounter
        yield from (("kind", met.kind), ("when", _days(met.when)), ("place", met.place))
        yield from (("event", met.event), ("said", met.said), ("by", met.introduced_by))
        yield from (("topic", each) for each in met.topics)
    for promise in read.promises:
        yield from (("promise", promise.text), ("due", _days(promise.due)))


def _days(when: When) -> str:
    if when.first is None or when.last is None:
        return f"~{when.words}" if when.words else ""
    return f"{when.first}" if when.first == when.last else f"{when.first}..{when.last}"


_ARTICLE = re.compile(r"(?i)^(?:the|a|an|der|die|das|dem|den|la|le|les|el|los|las|un|une) ")


def _same(fact: tuple[str, str]) -> tuple[str, str]:
    """Leading articles, case and stops at the end are nobody's concern."""
    return fact[0], _ARTICLE.sub("", fact[1]).casefold().strip(" .,;:!?")


def _by_field(facts: Counter[tuple[str, str]]) -> Counter[str]:
    fields: dict[str, int] = defaultdict(int)
    for (field, _), count in facts.items():
        fields[field] += count
    return Counter(fields)


def _say(what: str, right: int, wrong: int, missed: int, bar: float | None = None) -> None:
    recall = right / ((right + missed) or 1)
    precision = right / ((right + wrong) or 1)
    Measure(f"{what}, found", recall, "", bar, at_least=True, rows=right + missed, weak=_WEAK).say()
    Measure(f"{what}, of that right", precision, "", bar, at_least=True, rows=right + wrong,
            weak=_WEAK).say()  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1:])
