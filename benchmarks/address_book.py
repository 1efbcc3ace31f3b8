"""An invented address book in which it is known who is who, to try matching on.

20,000 contacts as five kinds of programs write them: people of twenty cultures in six scripts, some
of them twice (mistyped, shortened, turned round, in another script, after a change of firm, name or
address), and among them strangers who look alike (father and son, namesakes elsewhere, brothers and
sisters at one address, colleagues with one mailbox, a boss under the assistant's number). What two
records of one person share is left to what each program happens to keep: it may be nothing but the
name. The same seed gives the same book.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from benchmarks.address_book_people import (
    FORMS,
    Job,
    Person,
    family_of,
    firms,
    hers,
    job_of,
    mailboxes,
    person,
)
from redleaf.contacts import identities
from redleaf.contacts.contact import Address, Contact, Identity, Occasion, Role
from redleaf.contacts.names import NameParts, OtherName

SOURCES = ("linkedin", "phone", "google", "outlook", "facebook", "mail")
HOW_OFTEN = (30, 20, 22, 15, 5, 8)


@dataclass
class Book:
    """The contacts by id, which pairs of them are one person, and how each was made."""

    contacts: list[tuple[int, Contact]] = field(default_factory=list)
    same: set[frozenset[int]] = field(default_factory=set)
    made: dict[frozenset[int], str] = field(default_factory=dict)


def address_book(
    seed: int, *, people: int = 16_000, twice: int = 2_000, alike: int = 2_000
) -> Book:
    """A book of `people` + `twice` + `alike` contacts."""
    chance = random.Random(seed)
    places = firms(chance, max(20, people // 8))
    cast = [person(number, chance, places) for number in range(people)]
    book = Book()
    for who in cast:
        _add(book, _written(who, _source(chance), chance))
    for who in chance.sample(cast, twice):
        number, how = _again(book, who, chance, places)
        book.same.add(frozenset((who.number, number)))
        book.made[frozenset((who.number, number))] = how
    for who in chance.sample(cast, alike):
        _stranger(book, who, chance, places)
    chance.shuffle(book.contacts)
    return book


def _add(book: Book, contact: Contact) -> int:
    book.contacts.append((len(book.contacts), contact))
    return len(book.contacts) - 1


def _source(chance: random.Random) -> str:
    return chance.choices(SOURCES, HOW_OFTEN)[0]


def _again(book: Book, who: Person, chance: random.Random, places: list[Job]) -> tuple[int, str]:
    """The same person once more, some years later and by another hand."""
    how = "plain"
    if chance.random() < 0.15:
        who, how = replace(who, before=who.job, job=job_of(places, chance)), "other firm"
    if chance.random() < 0.1:
        who = replace(who, private=mailboxes(who, chance))
    contact = _written(who, _source(chance), chance)
    first = book.contacts[who.number][1]
    for _ in range(_TRIES if chance.random() < 0.93 else 0):
        if _have_something_in_common(first, contact):
            break
        contact = _written(who, _source(chance), chance)
    slips = chance.sample(sorted(SLIPS), 2 if chance.random() < 0.15 else 1)
    for slip in slips if chance.random() < 0.8 else ():
        mine, theirs = ({each.key for each in record.identities} for record in (first, contact))
        if slip == "nameless" and mine.isdisjoint(theirs):
            continue  # nobody could know, not even the user
        if slip == "initial" and not _have_something_in_common(first, contact):
            continue
        changed = SLIPS[slip](contact, who, chance)
        if changed != contact:
            contact, how = changed, f"{how}, {slip}"
    return _add(book, contact), how


_TRIES = 12


def _have_something_in_common(one: Contact, other: Contact) -> bool:
    """An identity, or the organisation."""
    mine, theirs = ({each.key for each in contact.identities} for contact in (one, other))
    firms = ({role.organisation.split(" ")[0] for role in each.roles} for each in (one, other))
    return bool(mine & theirs) or bool(set.intersection(*firms))


def _stranger(book: Book, who: Person, chance: random.Random, places: list[Job]) -> None:
    kind = chance.choice(sorted(STRANGERS))
    other = STRANGERS[kind](who, chance, places)
    number = _add(book, _written(other, _source(chance), chance))
    book.made[frozenset((who.number, number))] = kind


# How one person is written by a program.


def _written(who: Person, source: str, chance: random.Random) -> Contact:
    name, parts = _name(who, chance)
    kept = _kept(who, source, chance)
    found = [each for each in kept if each is not None]
    known = {each.key: each for each in found}
    job = who.job if chance.random() < 0.92 else who.before
    has_firm = {"linkedin": 1.0, "outlook": 0.9, "google": 0.25, "phone": 0.1}.get(source, 0.0)
    address = Address(street=who.street, city=who.city)
    has_address = {"outlook": 0.3, "google": 0.15, "phone": 0.05}.get(source, 0.0)
    is_structured = source in ("outlook", "google") and chance.random() < 0.7
    return Contact(
        name,
        parts=parts if is_structured else NameParts(),
        identities=tuple(known.values()),
        roles=(_role(job, chance),) if chance.random() < has_firm else (),
        addresses=(address,) if chance.random() < has_address else (),
        occasions=_birthday(who, source, chance),
    )


def _name(who: Person, chance: random.Random) -> tuple[str, NameParts]:
    is_native = bool(who.given.native) and chance.random() < 0.3
    given = who.given.native if is_native else who.given.latin[who.latin % len(who.given.latin)]
    family = who.family.native if is_native else who.family.latin[who.latin % len(who.family.latin)]
    if who.second_family and chance.random() < 0.6:
        family = f"{family} {who.second_family.latin[0]}"
    middle = who.middle.latin[0] if who.middle and chance.random() < 0.5 else ""
    if middle and chance.random() < 0.5:
        middle = f"{middle[0]}."
    if who.culture.family_first and (is_native or chance.random() < 0.3):
        whole = f"{family}{given}" if who.culture.code != "kr" or is_native else f"{family} {given}"
        whole = whole if is_native else f"{family} {given}"
    else:
        whole = " ".join(filter(None, (given, middle, family)))
    suffix = who.generation if chance.random() < 0.5 else ""
    whole = f"{whole} {suffix}".strip()
    return whole, NameParts(given, family, middle, suffix=suffix)


def _kept(who: Person, source: str, chance: random.Random) -> list[Identity | None]:
    mail, mobile = chance.choice(who.private), identities.phone(_phone(who.mobile, chance))
    work = identities.email(who.work_mail(who.job))
    if source == "linkedin":
        day = dt.date(2015, 1, 1) + dt.timedelta(days=chance.randrange(4000))
        link = f"https://www.linkedin.com/in/{who.slug}"
        has_mail = chance.random() < 0.1
        return [
            identities.profile(link, connected_on=day),
            identities.email(mail) if has_mail else None,
        ]
    if source == "phone":
        landline = identities.phone(_phone(who.landline, chance)) if chance.random() < 0.3 else None
        number = mobile if chance.random() < 0.85 else None
        has_mail = chance.random() < 0.3
        found = [number, landline, identities.email(mail) if has_mail else None]
        return found if any(found) else [mobile]
    if source == "google":
        household = identities.email(who.household) if who.household else None
        has_mobile = chance.random() < 0.5
        return [identities.email(mail), mobile if has_mobile else None, household]
    if source == "outlook":
        office = f"info@{who.job.domain}" if chance.random() < 0.1 else ""
        board = identities.phone(who.job.switchboard) if chance.random() < 0.3 else None
        has_mobile = chance.random() < 0.3
        return [work, board, mobile if has_mobile else None, identities.email(office)]
    if source == "facebook":
        return []
    shared = who.household if who.household and chance.random() < 0.5 else ""
    is_work = chance.random() < 0.5
    return [identities.email(shared) or (work if is_work else identities.email(mail))]


def _phone(number: str, chance: random.Random) -> str:
    """As it is dialled from abroad, or at home."""
    if chance.random() < 0.75:
        return f"{number[:3]} {number[3:6]} {number[6:]}"
    return f"0{number[3:]}"


def _role(job: Job, chance: random.Random) -> Role:
    firm = job.firm
    for form in FORMS:
        if form and firm.endswith(f" {form}") and chance.random() < 0.4:
            firm = firm.removesuffix(f" {form}")
    return Role(firm, job.title)


def _birthday(who: Person, source: str, chance: random.Random) -> tuple[Occasion, ...]:
    share = {"google": 0.15, "phone": 0.08, "facebook": 0.4, "outlook": 0.04}.get(source, 0.0)
    if chance.random() >= share:
        return ()
    is_full = source != "facebook" and chance.random() < 0.7
    return (Occasion("birthday", str(who.born) if is_full else f"--{who.born:%m-%d}"),)


# What happens to a name between two address books.

Slip = Callable[[Contact, Person, random.Random], Contact]


def _renamed(contact: Contact, name: str) -> Contact:
    return replace(contact, name=name, parts=NameParts()) if name.strip() else contact


def _mistyped(contact: Contact, _who: Person, chance: random.Random) -> Contact:
    words = contact.name.split()
    long = [at for at, word in enumerate(words) if len(word) > 4]
    if not long:
        return contact
    at = chance.choice(long)
    word, place = words[at], chance.randrange(1, len(words[at]) - 1)
    words[at] = chance.choice(
        [
            word[:place] + word[place + 1 :],
            word[:place] + word[place] + word[place:],
            word[:place] + word[place + 1] + word[place] + word[place + 2 :],
            word[:place] + chance.choice("aeionrst") + word[place + 1 :],
        ]
    )
    return _renamed(contact, " ".join(words))


def _shortened(contact: Contact, who: Person, chance: random.Random) -> Contact:
    for written in (who.given.native, *who.given.latin):
        if written in who.culture.short and written in contact.name.split():
            choice = chance.choice(who.culture.short[written])
            return _renamed(contact, contact.name.replace(written, choice, 1))
    return contact


def _turned(contact: Contact, _who: Person, chance: random.Random) -> Contact:
    words = contact.name.split()
    if len(words) < 2:
        return contact
    comma = "," if chance.random() < 0.5 else ""
    return _renamed(contact, f"{words[-1]}{comma} {' '.join(words[:-1])}")


def _rewritten(contact: Contact, who: Person, chance: random.Random) -> Contact:
    """In the other script, or in Latin letters by another country's custom."""
    if not who.given.native:
        return contact
    is_native = not contact.name.isascii() and who.family.native in contact.name
    if is_native or chance.random() < 0.3:
        given, family = chance.choice(who.given.latin), chance.choice(who.family.latin)
        return _renamed(contact, f"{given} {family}")
    if who.culture.family_first:
        return _renamed(contact, who.family.native + who.given.native)
    return _renamed(contact, f"{who.given.native} {who.family.native}")


def _plain(contact: Contact, _who: Person, chance: random.Random) -> Contact:
    """Without the marks that a keyboard lacks."""
    spelt = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "aa", "ø": "oe"}
    bare = {"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "å": "a", "ø": "o"}
    others = str.maketrans(
        "áàâãéèêëíîïóòôõúùûçñćčśšżźžłęąńřěýůøığİşâ", "aaaaeeeeiiioooouuucnccsszzzleanreyuoigIsa"
    )
    marks = str.maketrans({**chance.choice((spelt, bare))})
    return _renamed(contact, contact.name.translate(marks).translate(others))


def _initialled(contact: Contact, _who: Person, _chance: random.Random) -> Contact:
    words = contact.name.split()
    if len(words) < 2 or not words[0].isascii():
        return contact
    return _renamed(contact, " ".join([f"{words[0][0]}.", *words[1:]]))


def _more_or_less(contact: Contact, who: Person, chance: random.Random) -> Contact:
    """A middle name or second family more, or gone."""
    words = contact.name.split()
    if len(words) > 2:
        return _renamed(contact, f"{words[0]} {words[-1 if chance.random() < 0.5 else 1]}")
    extra = who.middle or who.second_family
    if extra is None or len(words) < 2:
        return contact
    return _renamed(contact, f"{words[0]} {extra.latin[0]} {' '.join(words[1:])}")


def _married(contact: Contact, who: Person, chance: random.Random) -> Contact:
    if not who.is_woman or who.given.native or len(contact.name.split()) < 2:
        return contact
    new = hers(who.culture, family_of(who.culture, True, chance)).latin[0]
    given, family = who.given.latin[0], who.family.latin[0]
    form = chance.randrange(3)
    if form == 2:
        changed = _renamed(contact, f"{given} {new}")
        return replace(changed, other_names=(OtherName("maiden", family),))
    name = (f"{given} {new} ({family})", f"{given} {family}-{new}")[form]
    return _renamed(contact, name)


def _dressed(contact: Contact, _who: Person, chance: random.Random) -> Contact:
    forms = ("Dr. {}", "{}, PhD", "{} 🌿", "{} MBA", "Prof. {}", "★ {}", "{}, MSc, PMP")
    return _renamed(contact, chance.choice(forms).format(contact.name))


def _shouted(contact: Contact, _who: Person, chance: random.Random) -> Contact:
    return _renamed(
        contact, contact.name.upper() if chance.random() < 0.5 else contact.name.lower()
    )


def _nameless(contact: Contact, who: Person, chance: random.Random) -> Contact:
    """An address that a mail program remembered; or only the given name."""
    if not contact.identities:
        return contact
    if chance.random() < 0.5:
        return replace(contact, name="", parts=NameParts())
    return _renamed(contact, who.given.latin[0])


SLIPS: dict[str, Slip] = {
    "mistyped": _mistyped,
    "shortened": _shortened,
    "turned round": _turned,
    "other script": _rewritten,
    "without marks": _plain,
    "initial": _initialled,
    "more or less": _more_or_less,
    "married": _married,
    "dressed": _dressed,
    "shouted": _shouted,
    "nameless": _nameless,
}

# Strangers who look like somebody.

Strange = Callable[[Person, random.Random, list[Job]], Person]


def _other(who: Person, chance: random.Random, places: list[Job], **same: object) -> Person:
    """Somebody else, who has the name of `who` and whatever else is given."""
    new = person(chance.randrange(10**6, 10**7), chance, places)
    kept = {
        "culture": who.culture, "is_woman": who.is_woman, "given": who.given, "middle": None,
        "family": who.family, "second_family": who.second_family, "latin": who.latin,
        "mobile": who.culture.mobile + new.mobile[-7:],
        "landline": who.culture.phone + new.landline[-7:], **same,
    }  # fmt: skip
    made = replace(new, **kept)  # type: ignore[arg-type]
    slug = f"{who.slug.rpartition('-')[0]}-{chance.randrange(16**6):06x}"
    return replace(made, private=mailboxes(made, chance), slug=slug)


def _parent(who: Person, chance: random.Random, places: list[Job]) -> Person:
    years = dt.timedelta(days=chance.randrange(8000, 14000))
    older = _other(who, chance, places, city=who.city, street=who.street, landline=who.landline)
    return replace(older, born=who.born - years, generation=chance.choice(["", "Sr.", "Jr."]))


def _namesake(who: Person, chance: random.Random, places: list[Job]) -> Person:
    return _other(who, chance, places)


def _sibling(who: Person, chance: random.Random, places: list[Job]) -> Person:
    is_woman = chance.random() < 0.5
    given = chance.choice(who.culture.women if is_woman else who.culture.men)
    while given == who.given:
        given = chance.choice(who.culture.women)
    home = {"city": who.city, "street": who.street, "landline": who.landline}
    other = _other(who, chance, places, given=given, is_woman=is_woman, **home)
    return replace(other, private=(*other.private, who.private[0]))


def _colleague(who: Person, chance: random.Random, places: list[Job]) -> Person:
    new = person(chance.randrange(10**6, 10**7), chance, places)
    return replace(new, job=who.job, household=f"info@{who.job.domain}")


def _assistant(who: Person, chance: random.Random, places: list[Job]) -> Person:
    new = person(chance.randrange(10**6, 10**7), chance, places)
    return replace(new, job=who.job, mobile=who.mobile)


def _near_name(who: Person, chance: random.Random, places: list[Job]) -> Person:
    """Another given name that looks like the first, at the same firm or another."""
    names = who.culture.women + who.culture.men
    near = [
        each for each in names
        if each != who.given and each.latin[0][:3] == who.given.latin[0][:3]
    ]  # fmt: skip
    given = chance.choice(near or names)
    if given == who.given:
        return _namesake(who, chance, places)
    job = who.job if chance.random() < 0.3 else job_of(places, chance)
    return _other(who, chance, places, given=given, job=job)


STRANGERS: dict[str, Strange] = {
    "parent": _parent,
    "namesake": _namesake,
    "sibling": _sibling,
    "colleague": _colleague,
    "assistant": _assistant,
    "near name": _near_name,
}
