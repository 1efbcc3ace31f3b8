"""Sixty invented invitations, as networks mail them: all are found, and no token is kept."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from redleaf.contacts.plain import to_plain
from tests.formats.mail.mails import read
from tests.formats.mail.network_mails import (
    SENDERS,
    TITLES,
    TOKEN,
    marked_up,
    message,
    plain,
)

EN = "Your talk on tide clocks stayed with me; could I see the drawings you showed in Porto?"
DE = "Ihr Vortrag über Gezeitenuhren hat mich begeistert. Dürfte ich die Zeichnungen sehen?"
FR = "Votre exposé sur les horloges de marée m'a beaucoup plu ; puis-je voir vos dessins ?"
ES = "Tu charla sobre relojes de marea me encantó. ¿Podría ver los dibujos que enseñaste?"
# network | language | name | profile | subject
TABLE = Path(__file__).with_name("many_invitations.txt")
NOTES = {"en": EN, "de": DE, "fr": FR, "es": ES}
GREETINGS = {"en": "Hi Ben,", "de": "Hallo Ben,", "fr": "Bonjour Ben,", "es": "Hola, Ben:"}
HEADLINES = {
    "en": "Clock maker at the tide museum",
    "de": "Uhrmacherin im Gezeitenmuseum",
    "fr": "Horlogère au musée des marées",
    "es": "Relojera en el museo de las mareas",
}


@dataclass(frozen=True)
class Case:
    network: str
    subject: str
    name: str
    slug: str = ""
    language: str = "en"


def _cases() -> list[Case]:
    found = []
    for line in TABLE.read_text("utf-8").strip().splitlines():
        network, language, name, slug, subject = (each.strip() for each in line.split("|"))
        found.append(Case(network, subject.replace("NAME", name), name, slug, language))
    return found


CASES = _cases()
LEADS = {
    "en": "{} wants to connect with you",
    "de": "{} möchte sich mit Ihnen vernetzen",
    "fr": "{} souhaite rejoindre votre réseau",
    "es": "{} quiere conectar contigo",
}
SHAPES = ("both", "plain", "marked-up", "bare text", "greeted", "through", "nested")


def made(case: Case, shape: str, number: int) -> tuple[bytes, str]:
    """The mail in that shape, and the note in it."""
    said = NOTES[case.language] if number % 3 or shape == "greeted" else ""
    note = said if shape in ("greeted", "plain") else f"“{said}”" if said else ""
    lead = LEADS[case.language].format(case.name)
    if shape == "greeted":
        lead, note = f"{GREETINGS[case.language]}\n\n{said}", ""
    told = {"lead": lead, "headline": HEADLINES[case.language], "note": note}
    text = plain(case.network, case.name, case.slug, language=case.language, **told)
    html = marked_up(case.network, case.name, case.slug, language=case.language, **told)
    parts = {"marked-up": [("html", html)], "both": [("plain", text), ("html", html)]}
    if shape == "nested":
        parts["nested"] = [("plain", "View this mail in a browser."), ("html", html)]
    called = case.name if shape in ("plain", "greeted") else TITLES[case.network]
    if shape == "through":
        called = f"{case.name} via {TITLES[case.network]}"
    sender = f"=?utf-8?Q?{_q(called)}?= <{SENDERS[case.network]}>"
    encoding = ("quoted-printable", "base64", "8bit")[number % 3]
    mail = message(case.subject, sender, *parts.get(shape, [("plain", text)]), encoding=encoding)
    return mail, said


def _q(text: str) -> str:
    return "".join(f"={byte:02X}" for byte in text.encode())


@pytest.mark.parametrize("shape", SHAPES)
def test_it_finds_each_invitation_in_each_shape(shape: str) -> None:
    assert len(CASES) == 60
    wrong: list[object] = []
    for number, case in enumerate(CASES):
        mail, note = made(case, shape, number)
        found = read(mail)
        kept = json.dumps(to_plain(found))
        got = [(each.network, each.name, each.text) for each in found.invitations]
        profiles = [i.value for each in found.invitations for i in each.identities]
        if got != [(case.network, case.name, note)] or TOKEN in kept or found.contacts:
            wrong.append((case.subject, got))
        elif len(profiles) != bool(case.slug) or "ben-okafor" in profiles:
            wrong.append((case.subject, profiles))
    assert not wrong, "\n".join(map(str, wrong))
