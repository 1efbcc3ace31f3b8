"""Acquaintance: does the receiver know who asks? Asked before a word of the note is weighed.

Somebody is known by an identity, by mail from the receiver's own organisation, by the calendar, by
what only the two can tell, or through somebody known. A known name alone is nobody known.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import NamedTuple

from redleaf.notes.rough_days import is_rough
from redleaf.triage.days import in_words
from redleaf.triage.directory import Directory, Namesake
from redleaf.triage.disguises import is_disguised
from redleaf.triage.encounters_told import encounters_told
from redleaf.triage.former_names import former_names
from redleaf.triage.introducers import Introducer, introducer_in
from redleaf.triage.invitation import Invitation, Sender
from redleaf.triage.known import Appointment, Person
from redleaf.triage.memories import PRIVATE, Memory, Words, memories_in
from redleaf.triage.names import name_words
from redleaf.triage.proxies import proxy_in
from redleaf.triage.signs import sign


class How(StrEnum):
    """In which way somebody is known, or not."""

    IDENTITY = "identity"
    COLLEAGUE = "colleague"
    CALENDAR = "calendar"
    MEMORY = "memory"
    INTRODUCED = "introduced"
    WRITER = "writer"  # in the book for letters alone that nobody answered
    NAMESAKE = "namesake"
    IMITATION = "imitation"
    OWN_NAME = "own name"
    STRANGER = "stranger"


KNOWN = frozenset((How.IDENTITY, How.COLLEAGUE, How.CALENDAR, How.MEMORY, How.INTRODUCED))

# Of one given name there are many; who shares it may have been at the same place in the same year.
_MOST_BY_CHANCE = 2
# Fewer words name nothing that only two people know.
_FEWEST_WORDS = 6


class Acquaintance(NamedTuple):
    """How somebody is known, who it is in the address book, and why that is so, a line each.

    `memories` are recorded facts that their text names; `introducer` who is said to have sent
    them.
    """

    how: How
    reasons: tuple[str, ...] = ()
    person: Person | None = None
    memories: tuple[Memory, ...] = ()
    introducer: Introducer | None = None

    @property
    def is_known(self) -> bool:
        return self.how in KNOWN


def acquaintance_with(invitation: Invitation, directory: Directory) -> Acquaintance:
    """Who asks, as far as the receiver can know."""
    sender = invitation.sender
    person = directory.person(sender)
    if person:
        return _in_the_book(invitation, person, directory.known.today)
    if directory.is_own(sender):
        return Acquaintance(How.OWN_NAME, ("It comes from an address of your own.",))
    for ask in (_by_domain, _by_calendar, _by_name, _by_imitation, _by_proxy, _by_introduction):
        found = ask(invitation, directory)
        if found:
            return found
    return Acquaintance(How.STRANGER)


def _in_the_book(invitation: Invitation, person: Person, today: dt.date | None) -> Acquaintance:
    memories = tuple(memories_in(Words(invitation.all_words), person))
    if not person.is_known and not person.verdict:
        mail = person.mail
        answered = f"answered {_times(mail.sent)}" if mail.sent else "never answered"
        reason = f"{person.called} wrote to you {_times(mail.received)}; you {answered}."
        return Acquaintance(How.WRITER, (reason,), person)
    return Acquaintance(How.IDENTITY, (_how_known(person, today or dt.date.max),), person, memories)


def _by_domain(invitation: Invitation, directory: Directory) -> Acquaintance | None:
    domain = directory.own_domain(invitation.sender)
    if not domain:
        return None
    return Acquaintance(How.COLLEAGUE, (f"Writes from {domain}, as you do.",))


def _by_calendar(invitation: Invitation, directory: Directory) -> Acquaintance | None:
    sender = invitation.sender
    met = directory.met_by_identity(sender)
    if met is None:
        met = directory.met_by_name(sender)
        if met is None or directory.namesakes(sender):
            return None
    return Acquaintance(How.CALENDAR, (_in_calendar(met),))


def _in_calendar(met: Appointment) -> str:
    title = f"“{met.title}”" if met.title else "an entry"
    when = f" on {in_words(met.on)}" if met.on else ""
    return f"Your calendar has them in {title}{when}."


def _by_name(invitation: Invitation, directory: Directory) -> Acquaintance | None:
    """Somebody of a known name: known only if the text tells what the two have between them."""
    sender = invitation.sender
    words = Words(invitation.all_words)
    namesakes = directory.namesakes(
        sender, called=former_names(invitation), by_given_name=words.count >= _FEWEST_WORDS
    )
    if not namesakes:
        return None
    told = [(each, _memories(invitation, words, each.person, directory)) for each in namesakes]
    namesake, memories = max(told, key=lambda each: len(each[1]))
    if _proves(namesake, memories, invitation, directory):
        return _by_memory(namesake, memories, sender, directory)
    if namesakes[0].way in ("part", "given"):
        return None
    namesake, memories = next(each for each in told if each[0] is namesakes[0])
    return _only_a_name(namesake, memories, sender, directory)


def _memories(
    invitation: Invitation, words: Words, person: Person, directory: Directory
) -> list[Memory]:
    today = invitation.day or directory.known.today
    more = encounters_told(invitation.all_words, person, today)
    return [*memories_in(words, person), *more]


def _proves(
    namesake: Namesake, memories: list[Memory], invitation: Invitation, directory: Directory
) -> bool:
    sender, person = invitation.sender, namesake.person
    if sign("fraud", invitation.all_words) or is_disguised(sender.name) or namesake.way == "looks":
        return False
    if directory.imitated_identity(sender)[0]:
        return False
    if directory.imitated_domain(sender, is_namesake=True)[0]:
        return False
    kinds = {each.kind for each in memories}
    if namesake.way not in ("equal", "former"):
        # Of a name that is only alike, what is told in other words proves nothing.
        kinds -= {"day", "promised"}
    is_private = not kinds.isdisjoint(PRIVATE)
    if directory.shares_domain(person, sender) and namesake.way in ("equal", "former"):
        return True
    if directory.has_other_identity(person, sender) and namesake.way != "former":
        return False
    if namesake.way == "given":
        return is_private and len(kinds) > _MOST_BY_CHANCE
    if namesake.way in ("equal", "former"):
        return is_private or len(kinds) > 1
    return len(kinds) > 1


def _by_memory(
    namesake: Namesake, memories: list[Memory], sender: Sender, directory: Directory
) -> Acquaintance:
    person = namesake.person
    domain = directory.shares_domain(person, sender)
    if domain:
        reason = f"{person.name} is in your address book, and writes from {domain} too."
    else:
        known_by = {
            "former": f"New here, says to have been called {person.name}",
            "given": f"New here, but the given name is that of {person.name}",
        }.get(namesake.way, f"New here, but the name is that of {person.name}")
        reason = f"{known_by}, and the note names {_listed(memories)}."
    return Acquaintance(How.MEMORY, (reason,), person, tuple(memories))


def _only_a_name(
    namesake: Namesake, memories: list[Memory], sender: Sender, directory: Directory
) -> Acquaintance:
    person = namesake.person
    what = "address" if any("@" in each for each in sender.identities) else "profile"
    imitated = directory.imitated_identity(sender)
    if namesake.way == "looks" or (is_disguised(sender.name) and namesake.way == "equal"):
        reason = f"The name imitates {person.name} with other signs; it is another {what}."
        return Acquaintance(How.IMITATION, (reason,), person)
    if imitated[0]:
        reason = f"{imitated[0]} is almost {imitated[1]}, which you know; it is another {what}."
        return Acquaintance(How.IMITATION, (reason,), person)
    reason = {
        "near": f"Almost the name of {person.name}, whom you know, from another {what}.",
        "former": f"Says to have been called {person.name}, whom you know; it is another {what}.",
    }.get(
        namesake.way,
        f"{_alike(person, sender)}, other {what}: {person.name} is not known to you by this one.",
    )
    return Acquaintance(How.NAMESAKE, (reason,), person, tuple(memories))


def _alike(person: Person, sender: Sender) -> str:
    same = name_words(person.name) == name_words(sender.name)
    return "Same name" if same else "Much the same name"


def _by_imitation(invitation: Invitation, directory: Directory) -> Acquaintance | None:
    sender = invitation.sender
    domain, imitated = directory.imitated_domain(sender)
    if domain:
        return Acquaintance(How.IMITATION, (f"Writes from {domain}, which is almost {imitated}.",))
    own = name_words(directory.known.owner.name)
    if len(own) > 1 and name_words(sender.name) == own:
        return Acquaintance(How.OWN_NAME, ("It bears your own name, from another profile.",))
    return None


def _by_proxy(invitation: Invitation, directory: Directory) -> Acquaintance | None:
    today = invitation.day or directory.known.today
    found = proxy_in(invitation, directory, today)
    if found is None or is_disguised(invitation.sender.name):
        return None
    introducer = found.introducer
    name = introducer.person.name if introducer.person else introducer.name
    reason = f"Writes for {name}, whom you know, and names {_listed(list(found.memories))}."
    return Acquaintance(How.INTRODUCED, (reason,), introducer=introducer)


def _by_introduction(invitation: Invitation, directory: Directory) -> Acquaintance | None:
    owner = directory.known.owner
    own = (*name_words(invitation.sender.name), *name_words(owner.name))
    found = introducer_in(invitation.all_words, directory, but=own)
    if found is None:
        return None
    if found.person is None:
        reason = f"Says that {found.name} sent them; you know nobody of that name for certain."
        return Acquaintance(How.STRANGER, (reason,), introducer=found)
    person = found.person
    if found.is_brought_up:
        reason = f"Brings up {person.name}, whom you know."
    elif found.is_sure:
        reason = f"Names {person.name}, whom you know, as the one who sent them."
    else:
        reason = f"Names {found.name} as the one who sent them; you know one {found.name}"
        reason += f", {person.name}."
    return Acquaintance(How.INTRODUCED, (reason,), introducer=found)


def _how_known(person: Person, today: dt.date) -> str:
    """What stands between the two in one line, the most telling first."""
    name = person.called
    mail = person.mail
    if person.relation:
        return f"You know {name}: {person.relation}{_last_met(person, today)}."
    if person.encounters:
        return f"You know {name}{_last_met(person, today)}."
    if mail.sent:
        return f"You know {name}: {_letters(mail.sent)} from you, {mail.received} from them."
    if person.promises:
        return f"You know {name}, and promised them something."
    return f"{name} is in your address book."


def _last_met(person: Person, today: dt.date) -> str:
    """Of the last meeting and the last letter the later one; a day to come is neither."""
    days = (each.on for each in person.encounters if each.on)
    met = max((day for day in days if day <= today), default=None)
    wrote = person.mail.last
    if wrote and wrote <= today and (met is None or wrote > met):
        return f", last letter on {in_words(wrote)}"
    return f", last met {'in' if is_rough(met) else 'on'} {in_words(met)}" if met else ""


def _letters(count: int) -> str:
    return "one letter" if count == 1 else f"{count} letters"


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _listed(memories: list[Memory]) -> str:
    texts = [f"“{each.text}”" for each in memories if each.kind != "occasion"][:3]
    return " and ".join([", ".join(texts[:-1]), texts[-1]]) if len(texts) > 1 else "".join(texts)
