"""Whom of the store a few typed words may mean: a name, a part of one, an address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from redleaf.contacts import contact as record
from redleaf.contacts.matching import AddressBook
from redleaf.notes.folding import fold_text
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Contact
from redleaf.web.contacts.records import record_of, whole

_MOST_LOOKED_AT = 200
_MOST_MEANT = 5
_SCORE_OF_A_NAME = 0.6


@dataclass(frozen=True, slots=True)
class Meant:
    """Somebody who may be meant, how likely (0 to 1), and why in words."""

    contact: Contact
    is_sure: bool = False
    score: float = 1.0
    reasons: tuple[str, ...] = ()


def whom_it_means(owner: User, told: record.Contact) -> tuple[Meant, ...]:
    """Who may be meant, best first; the one who is surely meant alone.

    Sure is whoever shares what only one person has, and the only one of that very name where
    nothing speaks against it: who types a name means somebody they know.
    """
    rows = {str(row.pk): row for row in whole(_candidates(owner, told))[:_MOST_LOOKED_AT]}
    known = {key: record_of(row) for key, row in rows.items()}
    found = dict(_alike(told, known, rows))
    sure = [each for each in found.values() if each.is_sure]
    named = [key for key, each in known.items() if _words(each.name) == _words(told.name)]
    if not sure and len(named) == 1 and not _speaks_against(told, known[named[0]]):
        sure = [Meant(rows[named[0]], is_sure=True, reasons=("the same name",))]
    if len(sure) == 1:
        return (sure[0],)
    for key, each in known.items():
        if told.name and set(_words(told.name)) <= set(_words(each.name)):
            found.setdefault(key, Meant(rows[key], score=_SCORE_OF_A_NAME,
                                        reasons=(_shared_name(told, each),)))  # fmt: skip
    best = sorted(found.values(), key=lambda each: (-each.score, each.contact.sort_name))
    return tuple(Meant(each.contact, score=each.score, reasons=each.reasons)
                 for each in best[:_MOST_MEANT])  # fmt: skip


def _candidates(owner: User, told: record.Contact) -> QuerySet[Contact]:
    """Everybody who shares an identity, or a word of the name."""
    asked = [
        Q(identity_rows__kind=each.kind, identity_rows__value=each.value)
        for each in told.identities
    ]
    asked += [Q(sort_name__contains=word) for word in _words(told.name)]
    if not asked:
        return Contact.objects.none()
    return Contact.objects.filter(owner=owner).filter(reduce(or_, asked)).distinct()


def _alike(
    told: record.Contact, known: dict[str, record.Contact], rows: dict[str, Contact]
) -> Iterator[tuple[str, Meant]]:
    book: AddressBook[str] = AddressBook()
    for key, each in known.items():
        book.add(key, each)
    for match in book.matches(told):
        is_sure = match.certainty == "same"
        yield match.id, Meant(rows[match.id], is_sure, match.score, match.reasons)


def _speaks_against(told: record.Contact, known: record.Contact) -> bool:
    """Whether the line names another organisation than any that is known."""
    firm = fold_text(told.role.organisation)
    firms = {fold_text(each.organisation) for each in known.roles if each.organisation}
    return bool(firm and firms and firm not in firms)


def _shared_name(told: record.Contact, known: record.Contact) -> str:
    is_whole = _words(told.name) == _words(known.name)
    return "the same name" if is_whole else f"“{told.name}” is a part of the name"


def _words(name: str) -> list[str]:
    return sorted(fold_text(name).split())
