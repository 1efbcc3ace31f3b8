"""One person or two? Pairs side by side, answered by one key each."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any
from uuid import UUID

import click

from redleaf.cli.asking import ask_key
from redleaf.cli.columns import pad, set_off, width_of_output, wrapped
from redleaf.cli.people.card import reach_lines
from redleaf.cli.terminal import printable
from redleaf.contacts.days_in_words import day_in_words
from redleaf.errors import RedleafError
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act, Contact, Pair
from redleaf.web.contacts.selectors.lines import met_in_words, role_in_words
from redleaf.web.contacts.selectors.pairs import pairs_to_ask
from redleaf.web.contacts.selectors.person import Person, person
from redleaf.web.contacts.services.merging import merge_contacts, refuse_pair
from redleaf.web.contacts.services.undoing import undo

_BETWEEN = " │ "
_ROOM_FOR_TWO = 60
_MOST_ENCOUNTERS = 3
_KEYS = "s same, t two people, l later, u undo, q quit:"
_DONE = {"s": "merged", "t": "kept apart", "l": "left for later"}


def ask_about_pairs(owner: User, today: dt.date) -> None:
    """Go through all pairs that wait, the likeliest first, until the user quits."""
    done: list[tuple[str, Act | UUID]] = []
    while (pair := _next(owner, done)) is not None:
        _show(pair, _left(owner, done), today)
        key = ask_key(_KEYS, "stluq")
        if key == "q":
            break
        if key == "u":
            _take_back(done)
        else:
            done.append((key, _answered(owner, pair, key)))
    _tell(done)


def pair_lines(first: Person, second: Person, today: dt.date, *, width: int) -> Iterator[str]:
    """Both with what is known of them: beside each other, or one above the other."""
    facts = (_facts(first, today), _facts(second, today))
    if width < _ROOM_FOR_TWO:
        for number, each in enumerate(facts, 1):
            yield set_off(f"{number}")
            for text in (text for texts in each for text in texts):
                yield from wrapped(printable(text), width, first="  ", others="    ")
        return
    column = (width - len(_BETWEEN)) // 2
    for left, right in zip(*facts, strict=True):
        lines = ([*_column(left, column)], [*_column(right, column)])
        for one, other in zip_longest(*lines, fillvalue=""):
            yield f"{pad(one, column)}{_BETWEEN}{other}".rstrip()


def listed_pairs(owner: User) -> Iterator[str]:
    """Each pair in a line, for whoever cannot be asked."""
    for pair in pairs_to_ask(owner).select_related("first", "second"):
        why = f": {'; '.join(pair.reasons)}" if pair.reasons else ""
        yield printable(f"{_called(pair.first)} and {_called(pair.second)}{why}")


def pairs_json(owner: User) -> dict[str, Any]:
    return {
        "schema": 1,
        "pairs": [
            {
                "first": {"id": str(pair.first_id), "name": pair.first.name},
                "second": {"id": str(pair.second_id), "name": pair.second.name},
                "score": round(pair.score, 3),
                "reasons": pair.reasons,
            }
            for pair in pairs_to_ask(owner).select_related("first", "second")
        ],
    }


def _next(owner: User, done: list[tuple[str, Act | UUID]]) -> Pair | None:
    later = [each for _, each in done if isinstance(each, UUID)]
    waiting = pairs_to_ask(owner).exclude(pk__in=later)
    return waiting.select_related("first", "second").first()


def _left(owner: User, done: list[tuple[str, Act | UUID]]) -> int:
    return pairs_to_ask(owner).count() - sum(key == "l" for key, _ in done)


def _show(pair: Pair, left: int, today: dt.date) -> None:
    width = width_of_output()
    count = "The last pair" if left == 1 else f"{left:,} pairs"
    why = "; ".join(pair.reasons)
    click.echo(err=True)
    for line in wrapped(printable(f"{count}. {why}"), width):
        click.echo(line, err=True)
    both = (person(pair.first, today), person(pair.second, today))
    for line in pair_lines(*both, today, width=width):
        click.echo(line, err=True)


def _answered(owner: User, pair: Pair, key: str) -> Act | UUID:
    if key == "l":
        return UUID(str(pair.pk))
    is_same = key == "s"
    act = merge_contacts(owner, pair.first, pair.second) if is_same else refuse_pair(owner, pair)
    click.echo(f"{printable(act.what)}.", err=True)
    return act


def _take_back(done: list[tuple[str, Act | UUID]]) -> None:
    """Take the last answer of this round back; what was put off comes again."""
    if not done:
        click.echo("There is no answer to take back yet.", err=True)
        return
    key, what = done.pop()
    if isinstance(what, Act):
        try:
            undo(what)
        except RedleafError as error:
            done.append((key, what))
            click.echo(str(error), err=True)
            return
        click.echo(f"Undone: {printable(what.what)}.", err=True)


def _tell(done: list[tuple[str, Act | UUID]]) -> None:
    counts = Counter(key for key, _ in done)
    parts = [f"{counts[key]:,} {word}" for key, word in _DONE.items() if counts[key]]
    click.echo(f"{', '.join(parts)}." if parts else "Nothing was answered.", err=True)


def _facts(who: Person, today: dt.date) -> list[list[str]]:
    """Groups of the same kind for both, so that they stand beside each other."""
    of = who.of
    met = [
        ", ".join(filter(None, (met_in_words(each), day_in_words(each.last, today))))
        for each in who.encounters[:_MOST_ENCOUNTERS]
    ]
    more = len(who.encounters) - len(met)
    return [
        [of.called or "without a name"],
        [each.text for each in of.other_names],
        [role_in_words(each) for each in of.roles] or [of.headline],
        [f"{kind}: {told}" for kind, told in reach_lines(of, today)],
        [*met, *([f"… {more} more times"] if more > 0 else [])],
        [f"{who.letters:,} letters"] if who.letters else [],
        [f"tags: {', '.join(of.tags)}"] if of.tags else [],
        [f"“{text}”" for text in of.notes],
    ]


def _column(texts: list[str], width: int) -> Iterator[str]:
    for text in texts:
        yield from wrapped(printable(text), width, others="  ")


def _called(contact: Contact) -> str:
    return contact.name or "somebody without a name"
