"""Sixty invented invitations in the shapes in which networks mail them; all are found, no token is."""

from __future__ import annotations

import json
from dataclasses import dataclass

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
    for line in SUBJECTS.strip().splitlines():
        network, language, name, slug, subject = (each.strip() for each in line.split("|"))
        found.append(Case(network, subject.replace("NAME", name), name, slug, language))
    return found


SUBJECTS = """
linkedin | en | Ulla Fenn | ulla-fenn-3b21 | NAME wants to connect
linkedin | en | Jürgen Öller | j%C3%BCrgen-%C3%B6ller | Ben, NAME would like to connect on LinkedIn
linkedin | en | Rosa del Mar | rosadelmar | I want to connect
linkedin | en | Ifeanyi Obi | ifeanyi-obi | NAME sent you an invitation to connect
linkedin | en | Tess O'Hare | tess-o-hare | Ben, please add me to your LinkedIn network
linkedin | en | Ana Prado | ana-prado-77 | NAME is still waiting for your response
linkedin | en | Piet Vos | pietvos | NAME's invitation is waiting for your response
linkedin | en | Mei Lin | mei-lin-c1 | Reminder: NAME wants to join your network
linkedin | en | Sam Ade | sam-ade | You have an invitation
linkedin | en | Lou Kerr | lou-kerr | Join my network on LinkedIn
linkedin | en | Noor Haddad | noor-haddad | I'd like to add you to my professional network on LinkedIn
linkedin | de | Heike Brandt | heike-brandt | NAME möchte sich mit Ihnen vernetzen
linkedin | de | Jörg Maß | joerg-mass | NAME möchte dich zu seinem Netzwerk hinzufügen
linkedin | de | Anke Roth | anke-roth | Ich möchte Sie gerne zu meinem beruflichen Netzwerk hinzufügen
linkedin | de | Till Voss | till-voss | Einladung von NAME
linkedin | de | Grit Lang | grit-lang | NAME wartet noch auf Ihre Antwort
linkedin | de | Ole Hansen | ole-hansen | NAME hat Ihnen eine Einladung zum Vernetzen gesendet
linkedin | fr | Maëlle Guérin | ma%C3%ABlle-gu%C3%A9rin | NAME souhaite rejoindre votre réseau
linkedin | fr | Luc Petit | luc-petit | J'aimerais vous inviter à rejoindre mon réseau professionnel
linkedin | fr | Zoé Morel | zoe-morel | Invitation de NAME
linkedin | fr | Yann Kergoat | yann-kergoat | NAME attend toujours votre réponse
linkedin | fr | Inès Faure | ines-faure | NAME souhaite entrer en contact avec vous
linkedin | es | Íñigo Sáez | inigo-saez | NAME quiere conectar contigo
linkedin | es | Pilar Cano | pilar-cano | NAME te ha enviado una invitación para conectar
linkedin | es | Marta Gil | marta-gil | Me gustaría añadirte a mi red profesional
linkedin | es | Teo Rivas | teo-rivas | NAME sigue esperando tu respuesta
linkedin | es | Lola Paz | lola-paz | Tienes una invitación de NAME
facebook | en | Greta Holm | greta.holm | NAME wants to be friends on Facebook
facebook | en | Dele Ojo | dele.ojo.7 | NAME sent you a friend request
facebook | en | Ivy Marsh | ivy.marsh | You have a new friend request from NAME
facebook | en | Hugo Lind | hugo.lind | NAME is waiting for your response
facebook | en | Bea Stone | | NAME added you as a friend on Facebook
facebook | de | Karla Busch | karla.busch | NAME möchte mit dir auf Facebook befreundet sein
facebook | de | Nils Ahlers | nils.ahlers | NAME hat dir eine Freundschaftsanfrage gesendet
facebook | de | Uwe Kern | uwe.kern | Freundschaftsanfrage von NAME
facebook | fr | Léa Blanc | lea.blanc | NAME souhaite devenir votre ami(e) sur Facebook
facebook | fr | Paul Roy | paul.roy.9 | NAME vous a envoyé une invitation
facebook | es | Elena Ríos | elena.rios | NAME quiere ser tu amiga en Facebook
facebook | es | Raúl Vega | raul.vega | NAME te ha enviado una solicitud de amistad
facebook | en | Kofi Mensah | | NAME would like to be your friend
xing | de | Silke Baum | Silke_Baum4 | Kontaktanfrage von NAME
xing | de | Jens Wulf | Jens_Wulf | NAME möchte Sie als Kontakt hinzufügen
xing | de | Ruth Adler | Ruth_Adler | Neue Kontaktanfrage: NAME
xing | de | Kai Storm | Kai_Storm2 | NAME möchte sich mit dir vernetzen
xing | de | Vera Hahn | Vera_Hahn | Erinnerung: NAME wartet auf deine Antwort
xing | en | Otto Klee | Otto_Klee | New contact request from NAME
xing | en | Lina Pohl | Lina_Pohl | NAME would like to add you as a contact
xing | es | Nuria Mas | Nuria_Mas | Solicitud de contacto de NAME
xing | fr | Odile Roux | Odile_Roux | Demande de contact de NAME
instagram | en | Wren Hale | wren_hale | NAME has requested to follow you
instagram | en | wrenandoak | wrenandoak | NAME wants to follow you
instagram | de | Mia Thal | mia.thal | NAME möchte dir folgen
instagram | fr | Eloi Marin | eloimarin | NAME souhaite vous suivre
instagram | es | Sol Prieto | sol_prieto | NAME quiere seguirte
meetup | en | Ada Quill | 4410021 | NAME invited you to Tide Clock Walks
meetup | en | Finn Reed | 4410022 | NAME wants to connect
meetup | de | Lotte Sand | 4410023 | NAME hat dich zu Gezeitenuhren am Abend eingeladen
meetup | fr | Jean Sel | 4410024 | NAME vous a invité à rejoindre Horloges du port
meetup | es | Rita Sol | 4410025 | NAME te ha invitado a Paseos con reloj
xing | de | Bernd Ufer | Bernd_Ufer | Sie haben eine neue Kontaktanfrage
"""
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
    wrong = []
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
