"""Contact: a person in the user's address book, with all that is known of how to reach them.

Plain records: they know no store, no clock and no file. Nothing here is corrected or guessed;
whoever reads a file normalises an identity with `redleaf.contacts.identities` and keeps what was
written beside it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from redleaf.contacts.names import NameParts, OtherName


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells this person from others: an e-mail address, a phone number, a profile.

    `kind` is one of `IDENTITY_KINDS`; `network` names the network of a profile. `value` is in the
    one spelling that all spellings of the identity share, `written` as it stood. `label` is the
    file's own word ("work", "mobile"); `connected_on` the day of the connection on that network.
    """

    kind: str
    value: str
    written: str = ""
    network: str = ""
    label: str = ""
    is_preferred: bool = False
    connected_on: dt.date | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        """What two records of the same identity share."""
        return (self.kind, self.network, self.value)

    @property
    def shown(self) -> str:
        return self.written or self.value


# "uid" is the name that another program gave to its card: it tells a card that was read before.
IDENTITY_KINDS = ("email", "phone", "profile", "website", "messenger", "uid")


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody does or did at an organisation. Days as far as known: "2019", "2019-03"."""

    organisation: str = ""
    title: str = ""
    department: str = ""
    since: str = ""
    until: str = ""
    is_past: bool = False

    def __bool__(self) -> bool:
        return any((self.organisation, self.title, self.department))


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address; `whole` is all of it as one text where the file had no parts."""

    label: str = ""
    street: str = ""
    extended: str = ""
    box: str = ""
    city: str = ""
    region: str = ""
    postal_code: str = ""
    country: str = ""
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Occasion:
    """A day of theirs: `kind` is birthday, anniversary or the file's own word.

    `on` is "1977-04-02", "1977-04", "1977" or "--04-02", or the words that stood there.
    """

    kind: str
    on: str


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture: its media type, and the bytes in base64; or only where it lies (`uri`).

    Redleaf never fetches a picture: `uri` is kept to be written back.
    """

    media_type: str = ""
    base64: str = ""
    uri: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """Somebody who belongs to this person: `kind` is spouse, assistant, or the file's own word."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Extra:
    """A field that Redleaf does not know, kept to be written back as it stood.

    `origin` is the format ("vcard", "google-csv"); for a vCard `name`, `params` and `group` are
    those of the property and `value` its text before unescaping.
    """

    origin: str
    name: str
    value: str
    params: tuple[tuple[str, str], ...] = ()
    group: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """A person. `name` is the name as written, "" where only an identity is known.

    `key` tells the contacts of one file apart; encounters and letters name people by it. `kind` is
    person, organisation or group. `language` is a BCP 47 tag and `register` a word of the brief,
    both "" when unknown; `relation` is how the user stands to them in a word ("colleague").
    """

    name: str
    key: str = ""
    kind: str = "person"
    parts: NameParts = NameParts()
    other_names: tuple[OtherName, ...] = ()
    identities: tuple[Identity, ...] = ()
    roles: tuple[Role, ...] = ()
    addresses: tuple[Address, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    relations: tuple[Relation, ...] = ()
    notes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    photos: tuple[Photo, ...] = ()
    headline: str = ""
    language: str = ""
    register: str = ""
    relation: str = ""
    introduced_by: str = ""
    extras: tuple[Extra, ...] = ()

    @property
    def role(self) -> Role:
        """What they do today: the first role that is not past; an empty one when none is known."""
        return next((each for each in self.roles if not each.is_past), Role())

    @property
    def called(self) -> str:
        """What a list calls them: the name, else an organisation, else an identity."""
        firm = self.role.organisation
        return self.name or firm or next((each.shown for each in self.identities), "")

    def identities_of(self, kind: str) -> tuple[Identity, ...]:
        return tuple(each for each in self.identities if each.kind == kind)


CONTACT_KINDS = ("person", "organisation", "group")
