"""The log: what was done to the memory, and who changed what of one contact, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act, Change, Contact
from redleaf.web.contacts.rows import TABLES

# Columns that tell no user anything, or only repeat another.
_UNTOLD = frozenset(
    {"id", "owner_id", "contact_id", "encounter_id", "first_id", "second_id"}
    | {"position", "sort_name", "made_at", "changed_at", "key", "value", "reasons", "score"}
)
# What a removed row is called by: the first of these columns that says something.
_CALLED_BY = ("name", "written", "value", "text", "event", "subject", "organisation", "title")
_SAID_CHARS = 60
_WORDS = {"presence": "part in an encounter", "pair": "question whether they are one person"}


@dataclass(frozen=True, slots=True)
class Told:
    """One act as it touched one contact: who did it (a user's name), and what in sentences."""

    act: Act
    by: str
    what: tuple[str, ...]


def acts(owner: User) -> QuerySet[Act]:
    """All acts of a user, the newest first; `contacts` counts whom each of them touched."""
    touched = Count("changes__contact_id", distinct=True)
    return Act.objects.filter(owner=owner).annotate(contacts=touched).order_by("-at", "-id")


def history_of(contact: Contact) -> list[Told]:
    """What was done to a contact, the newest act first; two queries."""
    found: dict[Act, list[str]] = {}
    changes = Change.objects.filter(contact_id=contact.pk, owner=contact.owner_id)
    for change in changes.select_related("act__owner").order_by("-act__at", "-act", "position"):
        found.setdefault(change.act, []).extend(_sentences(change.rows))
    return [Told(act, act.owner.get_username(), tuple(what)) for act, what in found.items()]


def _sentences(rows: list[list[Any]]) -> Iterator[str]:
    made: dict[str, int] = {}
    for table, _, *columns in rows:
        if len(columns) == 2:  # before and after
            yield from _changes(table, *columns)
        elif columns:
            yield f"Removed {_word(table)}{_called(columns[0])}."
        else:
            made[table] = made.get(table, 0) + 1
    for table, count in made.items():
        yield f"Added {_word(table)}." if count == 1 else f"Added {count} {_words(table)}."


def _changes(table: str, before: dict[str, Any], after: dict[str, Any]) -> Iterator[str]:
    for name in before:
        if name not in _UNTOLD:
            field = name.removeprefix("is_").replace("_", " ")
            was, became = _said(before[name]), _said(after[name])
            yield f"{_word(table).capitalize()}: {field} {was} → {became}."


def _word(table: str) -> str:
    return _WORDS.get(table, str(TABLES[table]._meta.verbose_name))


def _words(table: str) -> str:
    return str(TABLES[table]._meta.verbose_name_plural)


def _called(row: dict[str, Any]) -> str:
    name = next((row[each] for each in _CALLED_BY if row.get(each)), "")
    return f" {_said(name)}" if name else ""


def _said(value: Any) -> str:
    if value in (None, "", [], {}):
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | dict):
        return "what was kept there"
    text = " ".join(str(value).split())
    return f"“{text[:_SAID_CHARS]}{'…' if len(text) > _SAID_CHARS else ''}”"
