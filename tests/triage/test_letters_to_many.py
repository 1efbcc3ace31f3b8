"""One letter that several people sent, told from several people who write of one thing."""

from __future__ import annotations

import datetime as dt
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


OFFER = (
    "I noticed your profile and was impressed. We help workshops like yours win more customers "
    "with our proven outreach platform. Are you free for a short call next week?"
)


def _on(*days: str) -> list[Decision]:
    sent = [
        came(
            OFFER,
            id=str(at),
            name=f"Person {at}X",
            identity=f"p{at}@sender{at}.example",
            received=dt.datetime.fromisoformat(f"{day}T10:00:00+00:00"),
        )
        for at, day in enumerate(days)
    ]
    return sorted(triage(sent, known()), key=lambda each: each.id)


def test_a_month_is_measured_across_the_letters_not_from_one_to_the_next() -> None:
    first, second, third, fourth = _on("2026-08-01", "2026-08-30", "2026-09-28", "2026-10-27")
    assert first.campaign == second.campaign != ""
    assert third.campaign == fourth.campaign not in ("", first.campaign)


def test_the_month_is_that_in_which_most_of_them_came() -> None:
    stray, *many = _on("2026-08-01", "2026-08-25", "2026-09-02", "2026-09-10", "2026-09-20")
    assert stray.campaign == ""
    assert len({each.campaign for each in many}) == 1
    assert many[0].campaign


def test_word_for_word_the_same_is_not_worded_anew() -> None:
    for decision in _on("2026-08-01", "2026-08-02", "2026-08-03"):
        assert "The same letter as 2 others that came." in decision.reasons


def test_it_counts_people_and_not_their_letters() -> None:
    sent = [
        came(OFFER, id=str(at), name="Ida Grau", identity="ida@grau.example") for at in range(3)
    ]
    sent.append(came(OFFER, id="3", name="Odd Lie", identity="odd@lie.example"))
    for decision in triage(sent, known()):
        assert "The same letter as one other that came." in decision.reasons
