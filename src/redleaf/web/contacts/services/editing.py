"""Edit who somebody is: name, work, register, language, tags, links, who introduced them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils.translation import gettext

from redleaf.contacts import contact as record
from redleaf.contacts import identities
from redleaf.contacts.contact import Identity, Role
from redleaf.contacts.names import NameParts
from redleaf.errors import RedleafError
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act, Contact
from redleaf.web.contacts.records import record_of, whole
from redleaf.web.contacts.services.keeping import keep_changed_contact
from redleaf.web.contacts.services.recording import recorded

_LINKS = ("email", "phone", "profile", "website")


class CannotEdit(RedleafError):
    """Something that was written is no link, address or number."""


@dataclass(frozen=True, slots=True)
class Edited:
    """What a form shows and gives back. `tags` and `links` are one on a line."""

    name: str
    title: str = ""
    organisation: str = ""
    register: str = ""
    language: str = ""
    introduced_by: str = ""
    tags: str = ""
    links: str = ""


def as_edited(of: record.Contact) -> Edited:
    """The contact as a form shows it."""
    return Edited(
        name=of.name,
        title=of.role.title,
        organisation=of.role.organisation,
        register=of.register,
        language=of.language,
        introduced_by=of.introduced_by,
        tags="\n".join(of.tags),
        links="\n".join(each.shown for each in of.identities if each.kind in _LINKS),
    )


def edit_contact(owner: User, contact: Contact, edited: Edited) -> Act | None:
    """Bring the contact to what the form says; None where it says so already.

    What the form does not show (other names, past work, addresses) stays. Raises CannotEdit.
    """
    # Read again within the transaction, so that nothing written meanwhile is lost.
    what = gettext("Changed %(called)s") % {
        "called": record_of(contact).called or gettext("somebody without a name")
    }
    with recorded(owner, Act.Kind.EDIT, what) as recorder:
        row = whole(Contact.objects.filter(owner=owner)).select_for_update().get(pk=contact.pk)
        keep_changed_contact(row, _changed(record_of(row), edited), recorder)
    return None if recorder.is_empty else recorder.act


def _changed(of: record.Contact, edited: Edited) -> record.Contact:
    name = " ".join(edited.name.split())
    if not (name or of.identities or edited.links.strip()):
        raise CannotEdit(gettext("Without a name or a link nobody could find them again."))
    return replace(
        of,
        name=name,
        # Parts of another name would sort and greet them by it.
        parts=of.parts if name == of.name else NameParts(),
        roles=_roles(of, edited),
        register=edited.register,
        language=edited.language,
        introduced_by=" ".join(edited.introduced_by.split()),
        tags=tuple(dict.fromkeys(_lines(edited.tags))),
        identities=_identities(of, _lines(edited.links)),
    )


def _roles(of: record.Contact, edited: Edited) -> tuple[Role, ...]:
    """Today's role as the form says, in the place where it stood."""
    title, organisation = (" ".join(each.split()) for each in (edited.title, edited.organisation))
    role = replace(of.role, title=title, organisation=organisation)
    if not of.role:
        return (role, *of.roles) if role else of.roles
    return tuple(filter(None, (role if each == of.role else each for each in of.roles)))


def _identities(of: record.Contact, links: list[str]) -> tuple[Identity, ...]:
    """Those whose line is still there as they are; new lines are read; other kinds stay."""
    there = {each.shown: each for each in of.identities if each.kind in _LINKS}
    found = [there.get(line) or _read(line) for line in links]
    others = [each for each in of.identities if each.kind not in _LINKS]
    return tuple({each.key: each for each in (*found, *others)}.values())


def _read(line: str) -> Identity:
    """An address, a link or a number, whichever it is."""
    if "@" in line and "/" not in line:
        found = identities.profile(line, network="mastodon") if line[0] == "@" else None
        found = found or identities.email(line)
    else:
        found = identities.website(line) or identities.phone(line)
    if found is None:
        raise CannotEdit(
            gettext("“%(line)s” is no e-mail address, link or number. Mend that line.")
            % {"line": line[:60]}
        )
    return found


def _lines(text: str) -> list[str]:
    return [line for each in text.splitlines() if (line := " ".join(each.split()))]
