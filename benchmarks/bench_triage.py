"""Triage: a pile of 5,000 invitations to somebody with 500 contacts, and how it grows."""

from __future__ import annotations

import datetime as dt
import random
import time
from collections.abc import Sequence

from benchmarks.measure import Measure
from redleaf.triage import Invitation, Known, Person, Sender, triage
from redleaf.triage.known import Mail, Owner

_PILE, _CONTACTS = 5_000, 500
_LINK = "https://www.linkedin.com/in/"
_NAMES = "Ada Bo Cleo Dagny Emil Freya Goran Hedda Idris Jule Kofi Lotte Maud Nils".split()
_FAMILIES = "Aas Berg Cato Dahl Ek Falk Grip Holm Ibsen Juul Krog Lind Moe Nyberg".split()
_THINGS = "loom reed shuttle pedal selvedge warp beam treadle heddle bobbin".split()
# As an inbox has them: mostly nobody's words, some offers, a few notes to one person.
_TEXTS = (
    "I'd like to add you to my professional network on LinkedIn.",
    "",
    "",
    "Hi Ana, I saw your profile and would love to connect and exchange ideas on the {thing} trade.",
    "Hello Ana, we help workshops with a {thing} like yours win {n} clients a month. A call?",
    "Your way of mending a {thing} saved ours, number {n}. I kept the broken end for you.",
    "Liebe Ana, Ihr Aufsatz über den {thing} hat uns {n} Stunden Arbeit erspart. Danke.",
    "Great meeting you {n} years ago at the {thing} fair. Shall we stay in touch?",
)


def main() -> None:
    known = _known()
    triage(_pile(50), known)
    small, large = (min(_seconds(_pile(size), known) for _ in range(3)) for size in (1_250, _PILE))
    Measure(f"triage of {_PILE:,} invitations", large, "s", 10.0).say()
    Measure("triage, four times the pile", large / small, "times as long", 5.0).say()
    plain = _seconds(_pile(_PILE), Known())
    Measure(f"triage, {_CONTACTS} contacts beside none", large / plain, "times as long", 2.0).say()


def _seconds(pile: Sequence[Invitation], known: Known) -> float:
    begun = time.process_time()
    triage(pile, known)
    return time.process_time() - begun


def _known() -> Known:
    contacts = tuple(
        Person(
            name=f"{_NAMES[at % 14]} {_FAMILIES[at // 14 % 14]}son{at}",
            identities=(f"{_LINK}known-{at}", f"known-{at}@cloth.example"),
            mail=Mail(2, 2),
        )
        for at in range(_CONTACTS)
    )
    owner = Owner("Ana Lundqvist", "Ana", "Lundqvist Looms", "repairs hand looms")
    return Known(today=dt.date(2026, 5, 20), owner=owner, contacts=contacts)


def _pile(size: int) -> list[Invitation]:
    chance = random.Random(7)
    return [_invitation(at, chance) for at in range(size)]


def _invitation(at: int, chance: random.Random) -> Invitation:
    text = chance.choice(_TEXTS).replace("{thing}", chance.choice(_THINGS))
    is_known = chance.random() < 0.1
    number = chance.randrange(_CONTACTS) if is_known else at
    name = f"{chance.choice(_NAMES)} {chance.choice(_FAMILIES)}"
    return Invitation(
        id=str(at),
        text=text.replace("{n}", str(chance.randrange(2, 900))),
        sender=Sender(name, "Weaver", (f"{_LINK}{'known' if is_known else 'nobody'}-{number}",)),
        received=dt.datetime(2026, 5, 1 + at % 19, 9, tzinfo=dt.UTC),
        network="linkedin",
    )


if __name__ == "__main__":
    main()
