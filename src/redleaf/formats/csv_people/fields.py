"""The fields a column may hold, and how they are written: `phone`, `phone:work`, `street:home#2`.

Behind the colon stands which one it is ("work", "mobile", the network of a profile), behind the
number sign which of several (the second address, the second organisation).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from redleaf.errors import FileError

FIELDS = {
    "name": "the whole name as people write it",
    "filed_as": "the whole name as a program files it; the name where there is no better one",
    "given": "the first name",
    "family": "the last name",
    "additional": "what stands between them",
    "prefix": "a title in front of the name",
    "suffix": "what stands behind the name",
    "nickname": "another name",
    "maiden": "the family name at birth",
    "phonetic": "how the name is said",
    "email": "an e-mail address",
    "phone": "a phone number",
    "website": "a web address",
    "profile": "a profile on the network behind the colon, as link or name",
    "messenger": "a name in the messenger behind the colon",
    "uid": "the name that the other program gave to the card",
    "organisation": "where they work",
    "title": "what they do there",
    "department": "in which part of it",
    "address": "a postal address as one text",
    "street": "its street and number",
    "extended": "flat, floor, building",
    "box": "its post office box",
    "city": "its town",
    "region": "its state, province, county",
    "postal_code": "its postal code",
    "country": "its country",
    "birthday": "the day of birth",
    "birth_year": "the year of birth alone",
    "birth_month": "the month of birth alone",
    "birth_day": "the day of the month of birth alone",
    "anniversary": "another day, a wedding's for instance",
    "occasion": "a day of the kind that stands behind the colon",
    "relation": "somebody who belongs to them: relation:spouse, relation:assistant",
    "introduced_by": "who introduced them to you",
    "note": "a note about them",
    "tag": "groups, labels, categories",
    "headline": "what they say of themselves in a line",
    "language": "the language they speak",
    "photo": "where a picture of them lies; it is never fetched",
    "setting": "what most programs write into every row; kept where it says more than that",
    "extra": "a column without a field of its own, kept as it stands",
    "drop": "a column to be left out",
}
ADDRESS_PARTS = ("street", "extended", "box", "city", "region", "postal_code", "country")
# What a name in a header can only narrow down: "company phone" is a phone.
REACH = frozenset({"email", "phone", "website", "profile", "messenger", "address", *ADDRESS_PARTS})
NAMES = frozenset({"name", "filed_as", "given", "family", "nickname"})
# What makes a row worth a contact, and what makes a table one of people: a firm is nobody.
TELLING = REACH | NAMES | {"organisation", "title"}
PERSONAL = NAMES | {"email", "phone", "profile", "messenger"}


class Field(NamedTuple):
    """A field that a column holds; `is_label` marks a column with the labels of another one."""

    kind: str
    label: str = ""
    group: int = 1
    is_label: bool = False

    @property
    def written(self) -> str:
        kind = f"{self.kind} label" if self.is_label else self.kind
        label = f":{self.label}" if self.label else ""
        return f"{kind}{label}" + (f"#{self.group}" if self.group != 1 else "")


EXTRA = Field("extra")


def field_of(written: str) -> Field:
    """The field that `written` names. Raises FileError for one that does not exist."""
    rest, _, group = written.strip().partition("#")
    kind, _, label = rest.partition(":")
    kind = kind.strip().casefold()
    bare = kind.removesuffix(" label")
    if bare not in FIELDS or not (group.isdecimal() or not group):
        raise FileError(f"{written!r:.60} is not a field. The fields are {', '.join(FIELDS)}.")
    return Field(bare, label.strip(), int(group or 1), is_label=kind != bare)


@dataclass(frozen=True, slots=True)
class Column:
    """What a column was taken for: its number from 1, its header and first filled cell.

    `field` is as in the option `mapping`; `confidence` runs from 0 (nothing speaks for a field, it
    is kept as an extra) to 1 (the header is known, or the user said it).
    """

    number: int
    header: str
    sample: str
    field: str
    confidence: float
