"""An export read as a whole: friends, requests, address books, who wrote to whom."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

from redleaf.contacts import identities
from redleaf.contacts.contact import Contact, Identity, Occasion
from redleaf.contacts.harvest import Harvest, Problem
from redleaf.contacts.invitations import Invitation
from redleaf.contacts.plain import to_plain
from redleaf.errors import FileError
from redleaf.formats.facebook.kinds import LISTS, bare_name, is_wanted
from redleaf.formats.facebook.messages import Messages
from redleaf.formats.facebook.texts import moment, repaired
from redleaf.formats.limits import MEGABYTE, Limits
from redleaf.formats.members import Members, open_members
from redleaf.formats.names import shown

NETWORK = "facebook"
# Facebook begins a new file every 10,000 messages.
_MOST_BYTES = 50 * MEGABYTE
_IN_JSON = (
    "Ask Facebook for it once more (Settings, Your information, Download your information), "
    "choose friends and messages, and JSON as the format."
)
_AS_PAGES = f"this is Facebook's export as web pages, which cannot be read for certain. {_IN_JSON}"
_NOTHING = f"no friends, requests or messages of Facebook are in it. {_IN_JSON}"


def read_unguarded(
    source: Path | IO[bytes],
    limits: Limits,
    tell: Callable[[float], None],
    *,
    file: str = "",
) -> dict[str, Any]:
    """A Harvest of the export as plain data; only the guard calls it."""
    members = open_members(source, limits)
    reading = _Reading()
    names = _names(members)
    for at, name in enumerate(names):
        tell(at / len(names))
        label = file if members.is_single else shown(name)
        try:
            with members.open(name) as raw:
                reading.read(_json(_bounded(raw)), label)
        except FileError as error:
            if not error.place and not members.is_single:
                raise  # a trap: nothing of this archive is to be trusted
            reading.harvest.problems.append(Problem(label, 0, error.what))
    if not reading.found:
        raise FileError(next((each.what for each in reading.harvest.problems), _NOTHING))
    return to_plain(reading.finished())


def _names(members: Members) -> list[str]:
    """The files to read. FileError when there are only web pages."""
    if members.is_single:
        if members.head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
            raise FileError(_AS_PAGES)
        return members.names
    names = [name for name in members.names if is_wanted(name)]
    if not names and any(is_wanted(name, form="html") for name in members.names):
        raise FileError(_AS_PAGES)
    return names


def _bounded(raw: IO[bytes]) -> bytes:
    data = raw.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise FileError(
            f"this is larger than {_MOST_BYTES // MEGABYTE} MB, more than a file of an export is.",
            place="the file",
        )
    return data


def _json(data: bytes) -> Any:
    try:
        return json.loads(data)
    except (ValueError, UnicodeError) as error:
        place = f"line {error.lineno}" if isinstance(error, json.JSONDecodeError) else "the file"
        raise FileError("this is not whole JSON; it may have been cut off.", place=place) from None


class _Reading:
    """The state of reading one export."""

    def __init__(self) -> None:
        self.harvest = Harvest(NETWORK)
        self.found = False
        self._messages = Messages()
        self._left_out: Counter[str] = Counter()
        self._file = ""

    def read(self, data: Any, file: str) -> None:
        """One file: whatever lists are in it."""
        self._file = file
        if not isinstance(data, dict):
            raise FileError("this is not a file of a Facebook export.", place=file)
        if "participants" in data and "messages" in data:
            self.found = True
            self._messages.read(data, self._problem)
            return
        for key, value in data.items():
            name = bare_name(key)
            if name in LISTS:
                self.found = True
                for person, at in self._people(value):
                    self._take(LISTS[name], person, at)
            elif name == "profile" and isinstance(value, dict):
                self.found = True
                self._read_owner(value)
            elif name == "address_book" and isinstance(value, dict):
                self.found = True
                self._read_address_book(value.get("address_book"))

    def finished(self) -> Harvest:
        harvest = self.harvest
        harvest.letters += self._messages.letters(harvest.owner_name, self._keys_by_name())
        harvest.contacts += self._messages.strangers
        self._left_out["unanswered"] = self._messages.unanswered
        harvest.remarks += _remarks(self._left_out)
        if self._messages.lacks_owner:
            harvest.remarks.append(
                "the messages do not tell which side is yours, so they were left out; hand in the "
                "whole export, with profile_information.json."
            )
        return harvest

    def _people(self, entries: Any) -> Iterator[tuple[str, Any]]:
        if not isinstance(entries, list):
            self._problem("this list is not a list.")
            return
        for number, entry in enumerate(entries, 1):
            name = entry.get("name") if isinstance(entry, dict) else None
            if isinstance(name, str) and name.strip():
                yield repaired(name).strip(), entry.get("timestamp")
            elif isinstance(entry, dict) and not name and moment(entry.get("timestamp")):
                self._left_out["nameless"] += 1
            else:
                self._problem(f"entry {number} names nobody.")

    def _take(self, kind: str, name: str, seconds: Any) -> None:
        at = moment(seconds)
        if kind == "friends":
            since = (Occasion("facebook friend since", at.date().isoformat()),) if at else ()
            self._add(name, occasions=since, tags=("facebook friend",))
        elif kind in ("received", "sent"):
            way = "from" if kind == "received" else "to"
            self.harvest.invitations.append(
                Invitation(
                    network=NETWORK,
                    is_incoming=kind == "received",
                    name=name,
                    at=at,
                    key=f"{way}/{name}/{at.isoformat() if at else ''}",
                )
            )
        else:
            self._left_out[kind] += 1

    def _add(self, name: str, **fields: Any) -> None:
        key = f"facebook {len(self.harvest.contacts) + 1}"
        self.harvest.contacts.append(Contact(name=name, key=key, **fields))

    def _read_owner(self, profile: dict[str, Any]) -> None:
        name = profile.get("name")
        whole = name.get("full_name") if isinstance(name, dict) else name
        self.harvest.owner_name = repaired(whole) if isinstance(whole, str) else ""
        self.harvest.owner += _owner_identities(profile)

    def _read_address_book(self, entries: Any) -> None:
        """Contacts from the phone that once were handed to Facebook."""
        for number, entry in enumerate(entries if isinstance(entries, list) else (), 1):
            if not isinstance(entry, dict):
                self._problem(f"entry {number} of the address book is not a person.")
                continue
            name = entry.get("name")
            details = entry.get("details")
            points = [
                point
                for detail in (details if isinstance(details, list) else ())
                if isinstance(detail, dict)
                and isinstance(point := detail.get("contact_point"), str)
            ]
            known = [found for point in points if (found := _contact_point(point))]
            if isinstance(name, str) and (name.strip() or known):
                self._add(repaired(name).strip(), identities=tuple(dict.fromkeys(known)))

    def _keys_by_name(self) -> dict[str, str]:
        """The key of each contact by name; "" for a name that several have."""
        counts = Counter(each.name for each in self.harvest.contacts)
        return {
            each.name: each.key if counts[each.name] == 1 else "" for each in self.harvest.contacts
        }

    def _problem(self, what: str) -> None:
        self.harvest.problems.append(Problem(self._file, 0, what))


def _owner_identities(profile: dict[str, Any]) -> Iterator[Identity]:
    uri = profile.get("profile_uri")
    found = identities.profile(uri, network=NETWORK) if isinstance(uri, str) else None
    if found:
        yield found
    emails = profile.get("emails")
    listed = emails.get("emails") if isinstance(emails, dict) else None
    for text in listed if isinstance(listed, list) else ():
        if isinstance(text, str) and (email := identities.email(text)):
            yield email


def _contact_point(text: str) -> Identity | None:
    return identities.email(text) if "@" in text else identities.phone(text)


def _remarks(left_out: Counter[str]) -> Iterator[str]:
    said = {
        "declined": ("request that you declined was", "requests that you declined were"),
        "removed": ("former friend was", "former friends were"),
        "unanswered": (
            "conversation with people you never wrote to was",
            "conversations with people you never wrote to were",
        ),
        "nameless": ("entry without a name was", "entries without a name were"),
    }
    for kind, (one, many) in said.items():
        if count := left_out[kind]:
            yield f"{count:,} {one if count == 1 else many} left out."
