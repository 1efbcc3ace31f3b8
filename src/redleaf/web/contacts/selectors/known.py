"""Whom the user knows, as triage asks: everybody remembered, in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Count, Max, Q

from redleaf.contacts import contact as record
from redleaf.errors import UnknownName
from redleaf.networks import network
from redleaf.notes.brief import Encounter as Met
from redleaf.triage.directory import is_public, key_of
from redleaf.triage.known import Known, Mail, Owner, Person
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Contact, Encounter, Letter, Promise
from redleaf.web.contacts.records import encounter_of, records_of


def known_to(owner: User) -> Known:
    """The user and all contacts with what was between them; the day is the caller's to say."""
    met, mail, promised = _met(owner), _mail(owner), _promised(owner)
    contacts = [
        _person(each, met[each.key], mail.get(each.key, Mail()), promised[each.key])
        for each in records_of(Contact.objects.filter(owner=owner))
    ]
    return Known(owner=_owner(owner), contacts=tuple(contacts))


def as_told(identity: record.Identity) -> str:
    """An identity so that triage knows it again: a bare handle as the link of its page."""
    shown = identity.shown
    if identity.kind != "profile" or key_of(shown) == identity.key:
        return shown
    if identity.network == "mastodon":
        return f"@{identity.value}"
    try:
        links = network(identity.network).links(profile=identity.value)
    except UnknownName:
        return shown
    return links.get("profile", shown)


def _owner(owner: User) -> Owner:
    domain = owner.email.rpartition("@")[2].casefold()
    return Owner(
        name=owner.get_full_name(),
        given_name=owner.first_name,
        headline=owner.headline,
        identities=tuple(filter(None, (owner.email, *owner.links))),
        domains=(domain,) if domain and not is_public(domain) else (),
        offers=tuple(owner.offers),
        policy=owner.policy,
    )


def _person(
    contact: record.Contact, met: Iterable[Met], mail: Mail, promised: Iterable[str]
) -> Person:
    return Person(
        name=contact.name,
        given_name=contact.parts.given,
        identities=tuple(map(as_told, contact.identities)),
        company=contact.role.organisation,
        role=contact.role.title,
        relation=contact.relation,
        language=contact.language,
        register=contact.register,
        encounters=tuple(met),
        mail=mail,
        promises=tuple(promised),
    )


def _met(owner: User) -> dict[str, list[Met]]:
    met: dict[str, list[Met]] = defaultdict(list)
    for row in Encounter.objects.filter(owner=owner).prefetch_related("presences"):
        told = encounter_of(row)
        for person in told.people:
            met[person].append(told.for_brief())
    return met


def _mail(owner: User) -> dict[str, Mail]:
    rows = (
        Letter.objects.filter(contact__owner=owner)
        .values_list("contact")
        .annotate(
            sent=Count("pk", filter=Q(is_sent=True)),
            received=Count("pk", filter=Q(is_sent=False)),
            last=Max("at"),
        )
        .order_by()
    )
    return {
        str(who): Mail(sent, got, last.astimezone().date() if last else None)
        for who, sent, got, last in rows
    }


def _promised(owner: User) -> dict[str, list[str]]:
    promised: dict[str, list[str]] = defaultdict(list)
    for who, text in Promise.objects.filter(owner=owner, state="open").values_list(
        "contact", "text"
    ):
        promised[str(who)].append(text)
    return promised
