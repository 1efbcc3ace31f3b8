"""Entries of an export and the engine's records: an entry is a record with the ids of its rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from redleaf.contacts.contact import Contact
from redleaf.contacts.encounters import Encounter, Letter, Promise
from redleaf.contacts.harvest import Harvest, Problem
from redleaf.contacts.invitations import Invitation
from redleaf.contacts.pictures import Picture
from redleaf.contacts.plain import from_plain
from redleaf.errors import InputError
from redleaf.formats.redleaf_export.layout import DATA

# What the rows of a store have beside the record.
_OF_ROWS = ("id", "made_at", "changed_at", "position")
_PARTS = ("identities", "roles")


def contact_of(entry: Mapping[str, Any]) -> Contact:
    """The contact of an entry; its key is the id.

    Raises InputError for any other shape, and ValueError for an id that is none.
    """
    plain = _without_rows(entry)
    for name in _PARTS:
        if name in entry:
            plain[name] = [_without_rows(each) for each in entry[name]]
    if "notes" in entry:
        plain["notes"] = [each["text"] for each in entry["notes"]]
    if "tags" in entry:
        plain["tags"] = [each["name"] for each in entry["tags"]]
    return from_plain(Contact, {**plain, "key": str(UUID(entry["id"]))})


def encounter_of(entry: Mapping[str, Any]) -> Encounter:
    people = [each["contact"] for each in entry["people"]]
    return from_plain(Encounter, {**_without_rows(entry), "people": people})


def letter_of(entry: Mapping[str, Any]) -> Letter:
    plain = _without_rows(entry)
    return from_plain(Letter, {"people": [plain.pop("contact")], **plain})


def promise_of(entry: Mapping[str, Any]) -> Promise:
    plain = _without_rows(entry)
    return from_plain(Promise, {"person": plain.pop("contact"), **plain})


def invitation_of(entry: Mapping[str, Any]) -> Invitation:
    """The invitation of an entry; its contact and what was decided stand in the entry alone."""
    plain = _without_rows(entry)
    for name in ("contact", "choice"):
        plain.pop(name, None)
    return from_plain(Invitation, plain)


def picture_of(entry: Mapping[str, Any]) -> Picture:
    plain = _without_rows(entry)
    return from_plain(Picture, {"person": plain.pop("contact"), **plain})


class Records:
    """Gathers entries as records of one harvest; pairs, stacks, doors and the log have none."""

    def __init__(self, file: str) -> None:
        self.harvest = Harvest("redleaf")
        self._file = file or DATA
        self._take: dict[str, tuple[Callable[[Any], Any], list[Any]]] = {
            "contacts": (contact_of, self.harvest.contacts),
            "encounters": (encounter_of, self.harvest.encounters),
            "letters": (letter_of, self.harvest.letters),
            "promises": (promise_of, self.harvest.promises),
            "invitations": (invitation_of, self.harvest.invitations),
            "pictures": (picture_of, self.harvest.pictures),
        }

    def add(self, section: str, entry: Any) -> None:
        """Take an entry; one that is no record becomes a problem."""
        if section not in self._take:
            return
        record_of, records = self._take[section]
        try:
            records.append(record_of(entry))
        except InputError as error:
            self._refuse(section, str(error))
        except (KeyError, TypeError, AttributeError, ValueError):
            self._refuse(section, "this entry does not have the shape of an export.")

    def _refuse(self, section: str, what: str) -> None:
        self.harvest.problems.append(Problem(self._file, 0, f"{section}: {what}"))


def _without_rows(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in entry.items() if name not in _OF_ROWS}
