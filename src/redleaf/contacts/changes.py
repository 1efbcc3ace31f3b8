"""Changes: what a contact has that it did not have before, in words for the preview."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redleaf.contacts.contact import Contact, Identity, Role

_KINDS = {
    "email": "e-mail address",
    "phone": "phone number",
    "website": "website",
    "uid": "card name",
}


_NETWORKS = {"linkedin": "LinkedIn", "xing": "XING", "": "web"}


def changes(before: Contact, after: Contact) -> list[str]:
    """What changed, a line each; empty where nothing did."""
    return list(_changes(before, after))


def _changes(before: Contact, after: Contact) -> Iterator[str]:
    yield from _single(before, after)
    yield from _role_changes(before, after)
    yield from _identities(before.identities, after.identities)
    for what, mine, theirs in (
        ("name", [each.text for each in before.other_names], [e.text for e in after.other_names]),
        ("tag", before.tags, after.tags),
        ("note", before.notes, after.notes),
        ("address", _addresses(before), _addresses(after)),
        ("", _days(before), _days(after)),
        ("relation", _relations(before), _relations(after)),
        ("field", _extras(before), _extras(after)),
    ):
        yield from _listed(what, mine, theirs)
    more = len(after.photos) - len(before.photos)
    if more:
        yield f"{'new' if more > 0 else 'gone:'} picture"


def _single(before: Contact, after: Contact) -> Iterator[str]:
    for name in ("name", "headline", "language", "register", "relation", "introduced_by"):
        yield from _changed(name.replace("_", " "), getattr(before, name), getattr(after, name))


def _role_changes(before: Contact, after: Contact) -> Iterator[str]:
    old, new = before.role, after.role
    yield from _changed("organisation", old.organisation, new.organisation)
    yield from _changed("title", old.title, new.title)
    known, left = ({_role(each) for each in contact.roles} for contact in (before, after))
    for each in after.roles:
        if each != new and _role(each) not in known:
            yield f"new {'past ' if each.is_past else ''}role {_role(each)}"
    for each in before.roles:
        if each != old and _role(each) not in left:
            yield f"gone: role {_role(each)}"


def _changed(what: str, old: str, new: str) -> Iterator[str]:
    if old == new:
        return
    if old and new:
        yield f"{what} changed from {old} to {new}"
    else:
        yield f"new {what} {new}" if new else f"gone: {what} {old}"


def _role(role: Role) -> str:
    return " at ".join(part for part in (role.title, role.organisation) if part)


def _identities(before: Sequence[Identity], after: Sequence[Identity]) -> Iterator[str]:
    old, new = {each.key for each in before}, {each.key for each in after}
    for each in after:
        if each.key not in old:
            yield f"new {_kind(each)} {each.shown}"
    for each in before:
        if each.key not in new:
            yield f"gone: {_kind(each)} {each.shown}"


def _kind(identity: Identity) -> str:
    if identity.kind == "profile":
        return f"{_NETWORKS.get(identity.network, identity.network.capitalize())} profile"
    return _KINDS.get(identity.kind, identity.kind)


def _listed(what: str, before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    yield from (f"new {what} {each}".replace("  ", " ") for each in after if each not in before)
    yield from (f"gone: {what} {each}".replace("  ", " ") for each in before if each not in after)


def _addresses(contact: Contact) -> list[str]:
    return [
        each.whole
        or ", ".join(filter(None, (each.street, each.postal_code, each.city, each.country)))
        for each in contact.addresses
    ]


def _days(contact: Contact) -> list[str]:
    return [f"{each.kind} {each.on}" for each in contact.occasions]


def _relations(contact: Contact) -> list[str]:
    return [f"{each.kind} {each.name}" for each in contact.relations]


def _extras(contact: Contact) -> list[str]:
    return [f"{each.name} {each.value}" for each in contact.extras]
