"""Evidence: what two contacts have in common or against each other, apart from their names.

Each piece weighs the logarithm (base 10) of how much oftener it is seen between two records of one
person than between two people; the weights are judgements, tried on benchmarks/address_book.py.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from redleaf.contacts.matching.firms import hosts_of
from redleaf.contacts.matching.phone_numbers import is_mobile, same_numbers
from redleaf.contacts.matching.traits import Traits

# How many contacts of the book have an e-mail address, a phone number or an organisation.
Holders = Callable[[str, str], int]


class Piece(NamedTuple):
    """One piece of evidence. `strength` is what it may do:

    "own": one person alone has it; "shared": several people may; "support": it only adds;
    "against": it speaks against, and keeps two records from being merged unasked.
    """

    strength: str
    weight: float
    reason: str


# Mailboxes that belong to an office.
_OFFICE = re.compile(
    r"(?:info|office|contact|kontakt|contacto|contatto|hello|hallo|hola|mail|email|post|posta"
    r"|admin|administracion|sales|vertrieb|ventas|support|service|team|equipe|equipo|buero|bureau"
    r"|sekretariat|secretary|secretariat|secretaria|segreteria|reception|enquir(?:y|ies)|anfrage"
    r"|booking|bookings|reservations?|press|presse|jobs|karriere|career|hr|noreply|no-reply|billing"
    r"|accounts?|rechnung|biuro|recepcja|famil(?:y|ie|ia|le)|home|webmaster|shop|orders?)\d{0,2}"
)
_MOST_HOLDERS = 2
_TELLS_APART = -8.0
# From here on a piece is an identity, and not only something in common.
OF_AN_IDENTITY = 3.5
SAME_FIRM = "the same organisation"
SAME_BIRTHDAY = "the same birthday"
# The fewest letters by which an organisation is another with more words behind.
SHORTEST_WITHIN = 5


def evidence(one: Traits, other: Traits, holders: Holders) -> list[Piece]:
    """All pieces, those that speak for one person first."""
    pieces = [
        *_of_uids(one, other),
        *_of_profiles(one, other),
        *_of_emails(one, other, holders),
        *_of_phones(one, other, holders),
        *_of_birthdays(one, other),
        *_of_firms(one, other, holders),
        *_of_places(one, other),
        *_of_generations(one, other),
    ]
    return sorted(pieces, key=lambda piece: -piece.weight)


def _of_uids(one: Traits, other: Traits) -> Iterator[Piece]:
    if not set(one.uids).isdisjoint(other.uids):
        yield Piece("own", 8.0, "the same card of another program")


def _of_profiles(one: Traits, other: Traits) -> Iterator[Piece]:
    mine, theirs = _by_network(one), _by_network(other)
    for network in mine.keys() & theirs.keys():
        if mine[network] & theirs[network]:
            yield Piece("own", 8.0, f"the same {network} profile")
        elif network in _ONE_EACH:
            yield Piece("against", -2.0, f"different {network} profiles")


# A person has one profile there; elsewhere many keep several.
_ONE_EACH = frozenset(("linkedin", "xing", "facebook"))


def _by_network(traits: Traits) -> dict[str, set[str]]:
    table: dict[str, set[str]] = {}
    for each in traits.profiles:
        network, _, value = each.partition(":")
        table.setdefault(network, set()).add(value)
    return table


def _of_emails(one: Traits, other: Traits, holders: Holders) -> Iterator[Piece]:
    common = [each for each in one.emails if each in other.emails]
    for address in common:
        if _OFFICE.fullmatch(address.partition("@")[0]):
            yield Piece("shared", 0.8, f"the same mailbox {address}")
        elif holders("email", address) > _MOST_HOLDERS:
            yield Piece("shared", OF_AN_IDENTITY, f"an e-mail address of several: {address}")
        else:
            yield Piece("own", 7.0, f"the same e-mail address {address}")
    if common or not (one.emails and other.emails):
        return
    mine, theirs = _mailboxes(one), _mailboxes(other)
    if mine.keys() & theirs.keys():
        yield Piece("support", 1.0, "the same name before the @")
    if any(hosts & theirs_hosts for hosts in mine.values() for theirs_hosts in theirs.values()):
        yield Piece("against", -0.7, "different e-mail addresses at one organisation")
    else:
        yield Piece("support", -0.3, "different e-mail addresses")


def _mailboxes(traits: Traits) -> dict[str, set[str]]:
    """Hosts by mailbox; those of offices are left out."""
    table: dict[str, set[str]] = {}
    for each in traits.emails:
        mailbox = each.partition("@")[0]
        if not _OFFICE.fullmatch(mailbox):
            table.setdefault(mailbox, set()).update(hosts_of([each]))
    return table


def _of_phones(one: Traits, other: Traits, holders: Holders) -> Iterator[Piece]:
    same = same_numbers(one.phones, other.phones)
    for number, is_sure in same:
        if is_sure and is_mobile(number) and holders("phone", number) <= _MOST_HOLDERS:
            yield Piece("own", 6.0, f"the same mobile number {number}")
        elif is_sure:
            yield Piece("shared", 4.0, f"the same phone number {number}")
        else:
            yield Piece("shared", 3.5, f"phone numbers that end alike: {number}")
    if one.phones and other.phones and not same:
        yield Piece("support", -0.2, "different phone numbers")


def _of_birthdays(one: Traits, other: Traits) -> Iterator[Piece]:
    mine, theirs = one.birthday, other.birthday
    if not (mine and theirs):
        return
    if mine == theirs and len(mine) == len("1977-04-02"):
        yield Piece("support", 3.5, SAME_BIRTHDAY)
    elif mine[-5:] == theirs[-5:] and "--" in (mine[:2], theirs[:2]):
        yield Piece("support", 2.0, SAME_BIRTHDAY)
    elif not (mine.startswith(theirs) or theirs.startswith(mine)):
        yield Piece("against", _TELLS_APART, "different birthdays")


def _of_firms(one: Traits, other: Traits, holders: Holders) -> Iterator[Piece]:
    if not set(one.emails).isdisjoint(other.emails):
        return  # the address was counted, and what stands behind its @ is part of it
    mine = {*one.firms, *hosts_of(one.emails)}
    theirs = {*other.firms, *hosts_of(other.emails)}
    common = mine & theirs or _within(mine, theirs)
    if common:
        most = max(holders("firm", each) for each in common)
        rarity = math.log10(holders("", "") / max(1, most) + 1)
        yield Piece("support", min(_MOST_OF_A_FIRM, rarity), SAME_FIRM)
    elif mine and theirs:
        yield Piece("support", -0.6, "different organisations")


_MOST_OF_A_FIRM = 3.0


def _within(mine: set[str], theirs: set[str]) -> set[str]:
    """Organisations one of which begins with the other: Skutt, and Skutt Kilns Oregon."""
    return {
        min(a, b, key=len)
        for a in mine
        for b in theirs
        if min(len(a), len(b)) >= SHORTEST_WITHIN and (a.startswith(b) or b.startswith(a))
    }


def _of_places(one: Traits, other: Traits) -> Iterator[Piece]:
    if one.places and other.places:
        if set(one.places) & set(other.places):
            yield Piece("support", 0.6, "the same town")
        else:
            yield Piece("support", -0.3, "different towns")


def _of_generations(one: Traits, other: Traits) -> Iterator[Piece]:
    if one.generation != other.generation:
        is_said = bool(one.generation and other.generation)
        yield Piece(
            "against", _TELLS_APART if is_said else -1.0, "junior and senior, or two people in one"
        )
