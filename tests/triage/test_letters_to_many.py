"""One letter that several people sent, told from several people who write of one thing."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from redleaf.triage import Decision, triage
from tests.triage.scene import invitation as came
from tests.triage.scene import known


def from_different_people(letters: Sequence[str]) -> list[Decision]:
    sent = [
        came(text, id=str(at), name=f"Person {at}X", identity=f"p{at}@sender{at}.example")
        for at, text in enumerate(letters)
    ]
    return triage(sent, known())


ONE_LETTER = [
    [
        (
            "Dear Ana, your work on elm pedals is inspiring. I believe our communities could "
            "learn a lot from one another. Would you be open to exchanging ideas?"
        ),
        (
            "Dear Ana, your work on indigo is inspiring. I believe our communities could learn a "
            "lot from each other. Would you be open to exchanging ideas?"
        ),
        (
            "Dear Ana, your talk on warps is inspiring. I believe our communities could learn so "
            "much from one another. Would you be open to exchange ideas?"
        ),
    ],
    [
        (
            "Liebe Ana, bei meiner Recherche zu Webschulen bin ich auf Ihr Profil gestoßen. Viele "
            "Werkstätten verlieren Aufträge, ohne es zu merken. Darf ich Ihnen zeigen, wie es ein "
            "Betrieb in Kassel gelöst hat?"
        ),
        (
            "Liebe Ana, bei meiner Recherche zu Handwebstühlen bin ich auf Ihre Seite gestoßen. "
            "Viele Betriebe verlieren Aufträge, ohne es zu merken. Darf ich Ihnen zeigen, wie es "
            "eine Firma in Plauen gelöst hat?"
        ),
        (
            "Guten Tag Ana, bei der Recherche zu Webstühlen bin ich auf Ihr Profil gestoßen. Viele "
            "Werkstätten verlieren Kunden, ohne es zu merken. Darf ich Ihnen zeigen, wie es ein "
            "Betrieb in Hof gelöst hat?"
        ),
    ],
    [
        (
            "Bonjour Ana, j'admire votre travail sur les lisses. J'accompagne des artisans vers "
            "plus de visibilité. Puis-je vous offrir un diagnostic de 20 minutes ?"
        ),
        (
            "Bonjour Ana, j'admire votre travail sur le chanvre. J'accompagne les artisans vers "
            "plus de visibilité. Puis-je vous offrir un diagnostic de 30 minutes ?"
        ),
        (
            "Bonjour Ana, j'admire vos métiers de Falun. J'accompagne des créateurs vers plus de "
            "visibilité. Puis-je vous offrir un diagnostic gratuit de 20 minutes ?"
        ),
    ],
]
ONE_THING = [
    [
        (
            "Dear Ana, your walk along the canal made me hear the lock behind our house. I keep "
            "the window open now."
        ),
        "Your walk along the canal taught my daughter what a mill race is. She has drawn you one.",
        (
            "Ana, I joined your walk along the canal in the rain. The bit about the snuff mills "
            "stays with me."
        ),
    ],
    [
        "Your article on elm pedals in Loom Quarterly is pinned over my bench.",
        "Dear Ana, I read your article on elm pedals in Loom Quarterly. Have you tried ash?",
        "Thank you for the article on elm pedals in Loom Quarterly, it settled an argument.",
        "Ana, about your article on elm pedals in Loom Quarterly: figure 2 is upside down.",
    ],
    [
        "I was at your keynote in Visby, thank you. I repair spinning wheels in Skye.",
        "I was at your keynote in Visby. It made me ring my old teacher.",
        "I was at your keynote in Visby and loved the slide with the cat.",
    ],
    [
        "Liebe Ana, Ihr Vortrag in Kassel über Schäfte hat mich gefreut. Mein Vater baute welche.",
        "Liebe Ana, Ihr Vortrag in Kassel über Schäfte war klug. Ich lehre an einer Webschule.",
        "Ihr Vortrag in Kassel über Schäfte geht mir nach. Wo bekommt man die Litzen?",
    ],
]


@pytest.mark.parametrize("letters", ONE_LETTER, ids=lambda letters: letters[0][:20])
def test_letters_that_share_their_sentences_are_one(letters: list[str]) -> None:
    found = from_different_people(letters)
    assert {each.campaign for each in found} == {"c1"}
    assert {each.decision for each in found} == {"decline"}


@pytest.mark.parametrize("letters", ONE_THING, ids=lambda letters: letters[0][:20])
def test_people_who_write_of_one_thing_are_no_campaign(letters: list[str]) -> None:
    found = from_different_people(letters)
    assert {each.campaign for each in found} == {""}
    assert {each.decision for each in found} == {"answer"}


def test_two_letters_stay_two_beside_each_other() -> None:
    found = from_different_people([text for letters in ONE_LETTER for text in letters])
    named = {each.id: each.campaign for each in found}
    assert [len({named[str(3 * at + more)] for more in range(3)}) for at in range(3)] == [1, 1, 1]
    assert set(named.values()) == {"c1", "c2", "c3"}


def test_one_who_writes_three_times_is_no_campaign() -> None:
    sent = [came(text, id=str(at)) for at, text in enumerate(ONE_LETTER[0])]
    assert {each.campaign for each in triage(sent, known())} == {""}


def test_a_friend_is_no_sender_of_a_letter_to_many() -> None:
    letters = ONE_LETTER[0]
    friend = came(letters[0], id="ben", name="Ben Oyelaran", identity="ben@oyelaran-dyes.example")
    others = [
        came(text, id=str(at), name=f"Person {at}X", identity=f"p{at}@sender.example")
        for at, text in enumerate((*letters[1:], letters[0]))
    ]
    named = {each.id: each.campaign for each in triage([friend, *others], known())}
    assert named == {"ben": "", "0": "c1", "1": "c1", "2": "c1"}
