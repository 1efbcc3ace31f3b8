"""Names made from names: who imitates somebody known is never let in, who is that person is.

Each name of a cast in several scripts and orders is written anew in many ways, from a profile that
nobody knows, and from the one that is known.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from functools import cache

import pytest

from redleaf.triage import Decision, Invitation, Known, Person, Sender, triage
from redleaf.triage.cases import Case
from redleaf.triage.known import Mail, Owner
from tests.triage.scene import LINKEDIN

CAST = (
    "Ben Oyelaran",
    "Greta Holmqvist-Bauer",
    "María del Carmen García López",
    "Nagy Zsófia",
    "Søren Åkesson",
    "Siobhán O'Rourke",
    "Joachim Pfändler",
    "Aleksandra Wójcik",
    "Nguyễn Thị Hoa",
    "Ana Petrović",
)
TOP = 0.86
_CYRILLIC = str.maketrans("aceopxyiTHKMBCEAO", "асеорхуіТНКМВСЕАО")
_GREEK = str.maketrans("ovABEHKMNOPTX", "ονΑΒΕΗΚΜΝΟΡΤΧ")
_ARMENIAN = str.maketrans("nuho", "ոսհօ")
_DIGITS = str.maketrans("oeil", "0311")


def _one_letter(name: str, table: dict[int, int], chance: random.Random) -> str:
    """One letter changed for its look-alike; the name as it is where it has none."""
    places = [at for at, char in enumerate(name) if ord(char) in table]
    if not places:
        return name
    at = chance.choice(places)
    return name[:at] + chr(table[ord(name[at])]) + name[at + 1 :]


def _in_mathematics(name: str) -> str:
    def bold(char: str) -> str:
        if "a" <= char <= "z":
            return chr(0x1D41A + ord(char) - ord("a"))
        return chr(0x1D400 + ord(char) - ord("A")) if "A" <= char <= "Z" else char

    return "".join(map(bold, name))


def _wide(name: str) -> str:
    return "".join(chr(ord(char) + 0xFEE0) if char.isascii() and char.isalpha() else char
                   for char in name)  # fmt: skip


def _unseen_in(name: str, sign: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(name.split()[0]))
    return name[:at] + sign + name[at:]


DRESSES: dict[str, Callable[[str, random.Random], str]] = {
    "cyrillic": lambda name, chance: _one_letter(name, _CYRILLIC, chance),
    "all cyrillic": lambda name, _: name.translate(_CYRILLIC),
    "greek": lambda name, chance: _one_letter(name, _GREEK, chance),
    "armenian": lambda name, chance: _one_letter(name, _ARMENIAN, chance),
    "digits": lambda name, chance: _one_letter(name, _DIGITS, chance),
    "mathematics": lambda name, _: _in_mathematics(name),
    "wide": lambda name, _: _wide(name),
    "zero width": lambda name, chance: _unseen_in(name, "\u200b", chance),
    "soft hyphen": lambda name, chance: _unseen_in(name, "\u00ad", chance),
    "joiner": lambda name, chance: _unseen_in(name, "\u2060", chance),
    "right to left": lambda name, _: f"\u202e{name[::-1]}\u202c",
    "plain": lambda name, _: name,
    "capitals": lambda name, _: name.upper(),
    "turned": lambda name, _: " ".join(reversed(name.split())),
    "comma": lambda name, _: f"{name.split()[-1]}, {' '.join(name.split()[:-1])}",
    "titled": lambda name, _: f"Dr. {name}, PhD",
}


def known() -> Known:
    return Known(contacts=tuple(map(_person, CAST)))


def _person(name: str) -> Person:
    slug = f"known-{CAST.index(name)}"
    return Person(
        name=name,
        identities=(f"{LINKEDIN}{slug}", f"{slug}@people.example"),
        mail=Mail(3, 3),
    )


def _dressed() -> Iterator[tuple[str, str, str]]:
    chance = random.Random(7)
    for name in CAST:
        for dress, wear in DRESSES.items():
            yield name, dress, wear(name, chance)


ALL = list(_dressed())
TEXT = "Great to be here. The report from last week is attached, have a look when you can."


def decided(name: str, identity: str, text: str = TEXT) -> Decision:
    return triage([_sent("1", name, identity, text)], known())[0]


def _sent(number: str, name: str, identity: str, text: str) -> Invitation:
    return Invitation(number, text, Sender(name, "", (identity,)), network="linkedin")


@cache
def decided_all(text: str, *, is_theirs: bool) -> dict[str, Decision]:
    """By place in ALL, what is decided about each, from the known profile or from another."""
    sent = [
        _sent(
            str(at),
            written,
            f"{LINKEDIN}known-{CAST.index(name)}/?trk=x" if is_theirs else f"{LINKEDIN}nobody-{at}",
            text,
        )
        for at, (name, _, written) in enumerate(ALL)
    ]
    return {each.id: each for each in triage(sent, known(), drafted=0)}


@pytest.mark.parametrize("at", range(len(ALL)), ids=lambda at: " ".join(ALL[at][:2]))
@pytest.mark.parametrize("text", [TEXT, ""], ids=["text", "empty"])
def test_a_known_name_from_an_unknown_profile_is_not_known(at: int, text: str) -> None:
    decision = decided_all(text, is_theirs=False)[str(at)]
    assert not decision.is_known
    assert decision.attention < TOP
    assert decision.decision not in ("accept", "answer")
    assert ALL[at][0] in " ".join(decision.reasons)
    assert decision.reply == ""


@pytest.mark.parametrize("at", range(len(ALL)), ids=lambda at: " ".join(ALL[at][:2]))
def test_the_known_profile_is_known_whatever_the_name(at: int) -> None:
    decision = decided_all(TEXT, is_theirs=True)[str(at)]
    assert decision.is_known
    assert decision.attention >= TOP


@pytest.mark.parametrize("name", CAST)
def test_a_profile_that_differs_by_a_letter_is_not_the_known_one(name: str) -> None:
    number = CAST.index(name)
    for address in (f"known-{number}@peop1e.example", f"known-{number}@реople.example"):
        decision = decided(name, address)
        assert not decision.is_known
        assert decision.decision in ("ask", "decline")


@pytest.mark.parametrize(
    ("known_as", "comes_as"),
    [
        ("Robert Ellwood", "Bob Ellwood"),
        ("Aleksandr Ivanov", "Александр Иванов"),
        ("Александр Иванов", "Aleksandr Ivanov"),
        ("Alexandros Papadopoulos", "Αλέξανδρος Παπαδόπουλος"),
        ("Wang Xiaoming", "Xiaoming Wang"),
        ("Zsófia Nagy", "Nagy Zsófia"),
        ("Joachim Pfändler", "Joachim Pfaendler"),
        ("María del Carmen García López", "Carmen García"),
        ("Greta Holmqvist", "Greta Holmqvist-Bauer"),
        ("Dolores Pacheco Rivas", "Lola Pacheco"),
        ("Ines Duarte", "Inês Duarte"),
    ],
)
def test_other_ways_to_write_a_name_are_the_name(known_as: str, comes_as: str) -> None:
    person = Person(name=known_as, identities=("who@known.example",), mail=Mail(2, 2))
    sent = Invitation("1", "", Sender(comes_as, "", (f"{LINKEDIN}new-profile",)), None, "linkedin")
    decision = triage([sent], Known(contacts=(person,)))[0]
    assert not decision.is_known
    assert known_as in " ".join(decision.reasons)


@pytest.mark.parametrize(
    "name",
    ["Сергей Волков", "Вера Котова", "Νίκος Ρήγας", "Արամ Սարգսյան", "علی‌رضا کریمی", "Işıl Öztürk"],
)
def test_an_honest_name_of_another_script_imitates_nobody(name: str) -> None:
    assert not any("imitates" in each for each in decided(name, f"{LINKEDIN}x-1", "").reasons)


@pytest.mark.parametrize(
    "name", ["Mª José García", "M.ª José García", "Dʳ Ben Oyelaran", "Fcº Mª Ruiz"]
)
def test_the_raised_end_of_a_short_form_imitates_nobody(name: str) -> None:
    people = tuple(
        Person(each, identities=(f"{LINKEDIN}{at}-known",), mail=Mail(sent=3, received=3))
        for at, each in enumerate(("María José García", "Ben Oyelaran", "Francisco María Ruiz"))
    )
    asked = Invitation(id="1", sender=Sender(name, "", (f"{LINKEDIN}somebody-new",)))
    decision = triage([asked], Known(contacts=people))[0]
    assert decision.case is not Case.IMITATION


def test_a_raised_letter_for_a_plain_one_imitates() -> None:
    known = Known(
        contacts=(Person("Paula Ruiz", identities=(f"{LINKEDIN}paula-r",), relation="friend"),)
    )
    asked = Invitation(id="1", sender=Sender("Paulª Ruiz", "", (f"{LINKEDIN}somebody-new",)))
    assert triage([asked], known)[0].case is Case.IMITATION


_NOTE = "Your article on madder helped me finish my first band. I drew the pattern you describe."


@pytest.mark.parametrize(
    ("address", "imitates"),
    [
        ("eva@ubm.example", False),  # beside ubs.example
        ("eva@oyelaran-dyes.test", False),  # another ending
        ("eva@ub5.example", True),
        ("eva@oyelaran-dyess.example", True),
        ("eva@oye1aran-dyes.example", True),
        ("eva@looms.exanple", True),  # the owner's own
        ("ben@ubm.example", True),  # somebody of a known name
    ],
)
def test_a_short_domain_beside_a_known_one_is_a_neighbour(address: str, imitates: bool) -> None:
    known = Known(
        owner=Owner("Ana Lundqvist", domains=("looms.example",)),
        contacts=(
            Person("Ben Oyelaran", identities=("ben@oyelaran-dyes.example",), relation="friend"),
            Person("Tom Ashe", identities=("tom@ubs.example",), relation="friend"),
        ),
    )
    name = "Tom Ashe" if address.startswith("ben@") else "Eva Lund"
    asked = Invitation(id="1", text=_NOTE, sender=Sender(name, "", (address,)), network="email")
    case = triage([asked], known)[0].case
    assert (case in (Case.IMITATION, Case.NAMESAKE)) is imitates
