"""Directory: everybody the receiver knows, found by identity, by name, or by what looks like it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from redleaf.contacts import identities
from redleaf.contacts.matching.name_forms import given_lines
from redleaf.notes.spelling import edits
from redleaf.triage.invitation import Sender
from redleaf.triage.known import Appointment, Known, Person
from redleaf.triage.names import looks, name_words, readings
from redleaf.triage.nearness import NearTexts, is_deceiving

Key = tuple[str, str, str]

# Domains where anybody can have an address: sharing one says nothing.
_PUBLIC = frozenset(
    "gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.de "
    "yahoo.fr yahoo.es yahoo.co.uk icloud.com me.com mac.com aol.com gmx.de gmx.net gmx.at gmx.ch "
    "web.de t-online.de posteo.de mailbox.org proton.me protonmail.com pm.me orange.fr wanadoo.fr "
    "free.fr laposte.net sfr.fr hotmail.fr hotmail.es fastmail.com zoho.com mail.com mail.ru "
    "yandex.ru qq.com 163.com bluewin.ch libero.it hey.com tutanota.com linkedin.com xing.com "
    "facebookmail.com".split()
)
_MOST_UNDER_A_WORD = 200
_SHORT_WORD, _LONG_WORD = 3, 8
_FEWEST_WORDS = 2


_WAYS = ("equal", "former", "looks", "near", "part", "given")


class Namesake(NamedTuple):
    """Somebody known whose name it is; `way` is one of _WAYS, the surest first: the name, one that
    they say to have had, one that looks like it, one that a letter differs, a part of it, and the
    given name alone.
    """

    person: Person
    way: str


class Directory:
    """Built once from what is known; asked for every invitation."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.contacts = tuple(each for each in known.contacts if not self._is_own(each))
        self._by_key: dict[Key, Person] = {}
        self._by_word: dict[str, list[Person]] = {}
        self._names: dict[int, list[frozenset[str]]] = {}
        self._near = NearTexts()
        self._near_domains = NearTexts()
        self.own_keys = frozenset(keys_of(known.owner.identities))
        self.domains = frozenset(known.owner.domains)
        for person in self.contacts:
            self._add(person)
        for domain in self.domains:
            self._near_domains.add(domain)
        self._met = dict(_addresses_met(known.calendar))
        self._met_names = dict(_names_met(known.calendar))

    def person(self, sender: Sender) -> Person | None:
        """Who has one of the identities of `sender`; one with a verdict of the user before."""
        keys = keys_of(sender.identities)
        found = [self._by_key[key] for key in keys if key in self._by_key]
        return next((each for each in found if each.verdict), next(iter(found), None))

    def is_own(self, sender: Sender) -> bool:
        """Whether it comes from the owner's own address or profile."""
        return any(key in self.own_keys for key in keys_of(sender.identities))

    def own_domain(self, sender: Sender) -> str:
        """The owner's domain that `sender` writes from; "" where it is another."""
        return next((each for each in domains_of(sender) if each in self.domains), "")

    def imitated_domain(self, sender: Sender, *, is_namesake: bool = False) -> tuple[str, str]:
        """A domain that is almost the owner's or a known one's, and the one it imitates.

        Beside someone else's domain a stranger's may stand by chance: it has to look the same, or
        be a long one. For an `is_namesake`, who has a name that is known, one letter is enough.
        """
        for domain in domains_of(sender):
            for near in self._near_domains.all_near(domain):
                if is_namesake or near in self.domains or is_deceiving(domain, near):
                    return domain, near
        return "", ""

    def met_by_identity(self, sender: Sender) -> Appointment | None:
        """The entry of the calendar that one of their addresses stands in, the latest."""
        found = (self._met[key] for key in keys_of(sender.identities) if key in self._met)
        return max(found, key=_when, default=None)

    def met_by_name(self, sender: Sender) -> Appointment | None:
        """The latest entry that names them without an address."""
        return self._met_names.get(" ".join(sorted(name_words(sender.name))))

    def namesakes(
        self, sender: Sender, *, called: Iterable[str] = (), by_given_name: bool = False
    ) -> list[Namesake]:
        """People of the same or nearly the same name, the surest first.

        `called` are other names that the sender says to have had. `by_given_name` adds those who
        share that alone.
        """
        found: dict[int, Namesake] = {}
        for words, wears in self._names_of(sender, called):
            for person in self._sharing(words):
                way = self._way(words, person, sender)
                # A name that only looks like it in another script is never the name.
                if wears:
                    way = wears if way == "equal" else ""
                if way == "given" and not (by_given_name and words & _given_words(person)):
                    continue
                before = found.get(id(person))
                if way and (before is None or _WAYS.index(way) < _WAYS.index(before.way)):
                    found[id(person)] = Namesake(person, way)
        return sorted(found.values(), key=lambda each: _WAYS.index(each.way))

    def _names_of(
        self, sender: Sender, called: Iterable[str]
    ) -> Iterator[tuple[frozenset[str], str]]:
        for name in readings(sender.name):
            yield frozenset(name.split()), ""
        for name in looks(sender.name):
            yield frozenset(name.split()), "looks"
        for name in called:
            yield name_words(name), "former"

    def has_other_identity(self, person: Person, sender: Sender) -> bool:
        """Whether the person has another profile on the same network, or another address."""
        theirs = {(kind, network) for kind, network, _ in keys_of(sender.identities)}
        return any((kind, network) in theirs for kind, network, _ in keys_of(person.identities))

    def shares_domain(self, person: Person, sender: Sender) -> str:
        """The domain of an organisation from which both the person and `sender` write."""
        theirs = set(domains_of(sender))
        known = (key[2].rpartition("@")[2] for key in keys_of(person.identities) if "@" in key[2])
        return next((each for each in known if each in theirs and each not in _PUBLIC), "")

    def imitated_identity(self, sender: Sender) -> tuple[str, str]:
        """An identity of `sender` that is almost one that is known, and that one."""
        near = ((key[2], self._near.near(key[2])) for key in keys_of(sender.identities))
        return next((each for each in near if each[1]), ("", ""))

    def people_named(self, word: str) -> list[Person]:
        """Who has this word in the name; `word` is folded and romanised."""
        return self._by_word.get(word, [])

    def _is_own(self, person: Person) -> bool:
        own = frozenset(keys_of(self.known.owner.identities))
        return any(key in own for key in keys_of(person.identities))

    def _add(self, person: Person) -> None:
        for key in keys_of(person.identities):
            # Of two cards with one address the one with a verdict counts.
            if key not in self._by_key or person.verdict:
                self._by_key[key] = person
            self._near.add(key[2])
            if "@" in key[2] and (domain := key[2].rpartition("@")[2]) not in _PUBLIC:
                self._near_domains.add(domain)
        names = [frozenset(each.split()) for each in _all_readings(person)]
        self._names[id(person)] = names
        for word in frozenset().union(*names):
            self._by_word.setdefault(word, []).append(person)

    def _sharing(self, words: frozenset[str]) -> Iterable[Person]:
        found: dict[int, Person] = {}
        for word in words:
            some = self._by_word.get(word, ())
            if len(some) <= _MOST_UNDER_A_WORD:
                found.update((id(each), each) for each in some)
        return found.values()

    def _way(self, words: frozenset[str], person: Person, sender: Sender) -> str:
        ways = {_way(words, name) for name in self._names[id(person)]}
        if "part" in ways and not _tells_the_rest(person, sender, words):
            ways.discard("part")
        return next((way for way in _WAYS if way in ways), "")


@lru_cache(maxsize=65536)
def key_of(written: str) -> Key | None:
    """What two spellings of one identity share; None for what is no identity."""
    text = written.strip()
    handle = text.startswith("@") and text.count("@") == 2
    found = (
        identities.profile(text, network="mastodon" if handle else "")
        or (identities.email(text) if "@" in text else None)
        or identities.website(text)
        or (identities.phone(text) if any(map(str.isdigit, text)) else None)
    )
    return found.key if found else None


def is_public(domain: str) -> bool:
    """Whether anybody can have an address there."""
    return domain in _PUBLIC


def keys_of(written: Iterable[str]) -> list[Key]:
    return [key for each in written if (key := key_of(each))]


def domains_of(sender: Sender) -> list[str]:
    """The domains of their e-mail addresses."""
    values = (key[2] for key in keys_of(sender.identities) if key[0] == "email")
    return [value.rpartition("@")[2] for value in values]


def _all_readings(person: Person) -> set[str]:
    """The ways to read the name, and with the given name they go by in place of the first."""
    names = set(readings(person.name))
    for name in tuple(names):
        first, _, rest = name.partition(" ")
        called = next(iter(readings(person.given_name)), first)
        if rest and called.split()[0] not in name.split():
            names.add(f"{called} {rest}")
    return names


def _way(words: frozenset[str], name: frozenset[str]) -> str:
    if words == name and len(words) >= _FEWEST_WORDS:
        return "equal"
    shared = words & name
    ours, theirs = words - shared, name - shared
    if not shared:
        return ""
    if len(shared) >= _FEWEST_WORDS and not (ours and theirs):
        return "equal"
    if len(ours) == len(theirs) == 1:
        one, other = next(iter(ours)), next(iter(theirs))
        if not given_lines(one).isdisjoint(given_lines(other)):
            return "equal"
        if _is_near(one, other):
            return "near"
        if len(one) == 1 and other.startswith(one):
            return "part"
    # A pet name, and of two family names only one.
    if len(ours) == 1 and any(given_lines(*ours) & given_lines(other) for other in theirs):
        return "equal"
    return "given" if ours else "part"


def _given_words(person: Person) -> frozenset[str]:
    return name_words(person.given_name or next(iter(person.name.split()), ""))


def _is_near(one: str, other: str) -> bool:
    """Whether one of two longer words is the other but for a letter, or two in a long one."""
    most = 2 if len(other) >= _LONG_WORD else 1
    if len(one) <= _SHORT_WORD or abs(len(one) - len(other)) > most:
        return False
    # Each edit changes two letters of the set at most: most pairs of names go no further.
    return len(set(one) ^ set(other)) <= 2 * most and edits(one, other) <= most


def _tells_the_rest(person: Person, sender: Sender, words: frozenset[str]) -> bool:
    """Whether initials, or their profile's address, speak for the rest of the name."""
    if any(len(word) == 1 for word in words):
        return True
    slugs = {part for key in keys_of(sender.identities) for part in _parts(key[2])}
    return name_words(person.name) <= slugs | words


def _parts(value: str) -> Iterator[str]:
    for part in value.partition("@")[0].replace("_", "-").replace(".", "-").split("-"):
        yield from readings(part)


def _addresses_met(calendar: Iterable[Appointment]) -> Iterator[tuple[Key, Appointment]]:
    """Attendees by their addresses; the latest entry wins."""
    for each in sorted(calendar, key=_when):
        yield from ((key, each) for key in keys_of(each.attendees))


def _names_met(calendar: Iterable[Appointment]) -> Iterator[tuple[str, Appointment]]:
    """Attendees without an address, by the words of their names; the latest entry wins."""
    for each in sorted(calendar, key=_when):
        for attendee in each.attendees:
            words = name_words(attendee) if "@" not in attendee else ()
            if len(words) >= _FEWEST_WORDS:
                yield " ".join(sorted(words)), each


def _when(appointment: Appointment) -> str:
    return appointment.on.isoformat() if appointment.on else ""
