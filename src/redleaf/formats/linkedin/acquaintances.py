"""The contacts of one export while it is read: one for each person, however they are named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from redleaf.contacts.contact import Contact, Identity
from redleaf.formats.linkedin.people import is_opaque, name_key, profile_link
from redleaf.formats.linkedin.records import Person


class Acquaintances:
    """Contacts by profile, address and name. A name counts only where one contact has it.

    `ambiguous` are the names that were asked for and that several have.
    """

    def __init__(self) -> None:
        self.ambiguous: set[str] = set()
        self._contacts: dict[str, Contact] = {}
        self._by_identity: dict[tuple[str, str, str], str] = {}
        self._by_name: dict[str, list[str]] = {}
        self._notes: dict[str, list[str]] = {}
        self._tags: dict[str, list[str]] = {}

    @property
    def next_key(self) -> str:
        """A key that no contact has so far."""
        return f"linkedin {len(self._contacts) + 1}"

    def add(self, contact: Contact) -> str:
        """Keep a contact of `next_key` and give its key.

        One that is known by profile joins the other, and so does one of the same address and name:
        a family or an office may share an address.
        """
        same = next(filter(None, (self._same(contact, each) for each in contact.identities)), "")
        if same:
            self._contacts[same] = _joined(self._contacts[same], contact)
            key = same
        else:
            key = contact.key
            self._contacts[key] = contact
            if contact.name:
                self._by_name.setdefault(name_key(contact.name), []).append(key)
        for identity in contact.identities:
            self._by_identity.setdefault(identity.key, key)
        return key

    def find(self, who: Person) -> str:
        """The key of a contact, by profile, else by a name that only one has; "" when unknown."""
        if who.slug:
            found = self._by_identity.get(("profile", "linkedin", who.slug), "")
            # LinkedIn's own number of a member never equals the link that they chose.
            if found or not is_opaque(who.slug):
                return found or self._unlinked(who)
        return self._only(who)

    def person(self, who: Person) -> str:
        """The key of a contact, who is added when nobody has that link or name so far.

        "" for nobody, and for a name without a link that several contacts have.
        """
        found = self.find(who)
        if found or not (who.name or who.slug):
            return found
        if not who.slug and name_key(who.name) in self._by_name:
            self.ambiguous.add(who.name)
            return ""
        profile = Identity("profile", who.slug, profile_link(who.slug), network="linkedin")
        found_by = (profile,) if who.slug else ()
        return self.add(Contact(name=who.name, key=self.next_key, identities=found_by))

    def note(self, key: str, text: str) -> None:
        notes = self._notes.setdefault(key, [])
        if text not in notes:
            notes.append(text)

    def tag(self, key: str, tag: str) -> None:
        tags = self._tags.setdefault(key, [])
        if tag not in tags:
            tags.append(tag)

    def contacts(self) -> Iterator[Contact]:
        for key, contact in self._contacts.items():
            if key in self._notes or key in self._tags:
                notes, tags = self._notes.get(key, ()), self._tags.get(key, ())
                yield replace(contact, notes=tuple(notes), tags=tuple(tags))
            else:
                yield contact

    def _same(self, contact: Contact, identity: Identity) -> str:
        key = self._by_identity.get(identity.key, "")
        if not key or identity.kind not in ("profile", "email"):
            return ""
        names = {name_key(each.name) for each in (contact, self._contacts[key])}
        return key if identity.kind == "profile" or len(names - {""}) < 2 else ""

    def _only(self, who: Person) -> str:
        keys = self._by_name.get(name_key(who.name), []) if who.name else []
        return keys[0] if len(keys) == 1 else ""

    def _unlinked(self, who: Person) -> str:
        """The one contact of that name, where it has no link that says it is somebody else."""
        key = self._only(who)
        has_link = key and self._contacts[key].identities_of("profile")
        return "" if has_link else key


def _joined(known: Contact, other: Contact) -> Contact:
    """What is known first stays; what only the other one tells is added."""
    held = {each.key for each in known.identities}
    added = tuple(each for each in other.identities if each.key not in held)
    return replace(
        known,
        name=known.name or other.name,
        parts=known.parts or other.parts,
        identities=known.identities + added,
        roles=known.roles or other.roles,
        occasions=known.occasions or other.occasions,
    )
