"""Invitations in layouts of fourteen years, and mails that are nearly one."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from redleaf.contacts.plain import to_plain
from tests.formats.mail import layouts
from tests.formats.mail.layouts import TOKEN, Asks
from tests.formats.mail.mails import read
from tests.formats.mail.network_mails import BEN, attached, in_text, message

HERE = Path(__file__).parent
HEADLINE = "Keeper of the slate yard"
# (yes, see, small print) by language.
WORDS = {
    "en": ("Accept", "View profile", "You are receiving this email at ben@example.org."),
    "de": ("Annehmen", "Profil ansehen", "Sie erhalten diese E-Mail an ben@example.org."),
    "fr": ("Accepter", "Voir le profil", "Vous recevez cet e-mail sur ben@example.org."),
    "es": ("Aceptar", "Ver perfil", "Recibes este correo en ben@example.org."),
    "nl": ("Accepteren", "Profiel bekijken", "U ontvangt deze e-mail op ben@example.org."),
    "it": ("Accetta", "Vedi profilo", "Ricevi questa e-mail su ben@example.org."),
    "pt": ("Aceitar", "Ver perfil", "Você recebe este e-mail em ben@example.org."),
}


@dataclass(frozen=True)
class Case:
    layout: str
    network: str
    language: str
    sender: str
    subject: str
    name: str
    slug: str
    note: str
    says: str
    shape: str

    @property
    def parts(self) -> tuple[str, str]:
        yes, see, small = WORDS[self.language]
        headline = HEADLINE if self.network in ("linkedin", "xing") else ""
        asks = Asks(self.name, self.slug, headline, self.note, self.says, yes, see, small)
        draw: layouts.Layout = getattr(layouts, self.layout)
        return draw(asks)

    @property
    def mail(self) -> bytes:
        text, html = self.parts
        if self.shape == "related":
            whole = message(self.subject, self.sender, ("html", html), encoding="base64")
            head, _, body = whole.partition(b"Content-Type")
            inner = b"Content-Type" + body
            kind = b'Content-Type: multipart/related; boundary="rel"\r\n\r\n--rel\r\n'
            picture = b"\r\n--rel\r\nContent-Type: image/png\r\nContent-ID: <logo>\r\n\r\nx\r\n"
            return head + kind + inner + picture + b"--rel--\r\n"
        both = [("plain", text), ("html", html)]
        kept = [each for each in both if each[1] and (self.shape == "both" or each[0] != "plain")]
        encoding = "base64" if self.shape == "base64" else "quoted-printable"
        return message(self.subject, self.sender, *(kept or both[:1]), encoding=encoding)


CASES = [
    Case(*(each.strip() for each in line.split("|")))
    for line in HERE.joinpath("layouts.txt").read_text("utf-8").strip().splitlines()
]


def wrong_with(case: Case, mail: bytes, **options: object) -> str:
    found = read(mail, **options)
    if TOKEN in json.dumps(to_plain(found)):
        return "a token is kept"
    got = [(each.network, each.name, each.text) for each in found.invitations]
    if got != [(case.network, case.name, case.note)]:
        return str(got)
    values = [identity.value for each in found.invitations for identity in each.identities]
    return "" if len(values) == bool(case.slug) and "ben-okafor" not in values else str(values)


def test_it_finds_each_invitation() -> None:
    assert len(CASES) == 86
    wrong = [(case.subject, told) for case in CASES if (told := wrong_with(case, case.mail))]
    assert not wrong, "\n".join(map(str, wrong))


def ordinary(line: str, number: int) -> bytes:
    """As networks write: somebody's profile, a button to connect with them, links of theirs."""
    sender, subject = (each.strip() for each in line.split(" | "))
    domain = sender.rpartition("@")[2].rstrip(">")
    network = "linkedin"
    for each in ("facebook", "xing", "instagram", "meetup"):
        network = each if each in domain else network
    yes = ("Connect", "Invite", "See more", "Add friend", "Reply")[number % 5]
    asks = Asks("Orla Quist", "orla-quist", HEADLINE, "", subject, yes, "See all invitations", "")
    text, html = layouts.linkedin_today(asks)
    for gone in ("/mynetwork/invite-accept/7/", "invite-accept"):
        text, html = text.replace(gone, "/feed/"), html.replace(gone, "/feed/")
    text, html = (each.replace("linkedin.com", f"{network}.com") for each in (text, html))
    parts = [("plain", text), ("html", html)][number % 2 :]
    return message(subject, sender, *parts)


@pytest.mark.parametrize("turn", [0, 1])
def test_it_takes_none_of_170_ordinary_mails_for_one(turn: int) -> None:
    lines = HERE.joinpath("hard_ordinary.txt").read_text("utf-8").strip().splitlines()
    assert len(lines) == 170
    found = [(line, read(ordinary(line, at + turn)).invitations) for at, line in enumerate(lines)]
    wrong = [(line, [each.name for each in got]) for line, got in found if got]
    assert not wrong, "\n".join(map(str, wrong))


USER, COLLEAGUE = BEN, "Ana Ruiz <ana@example.org>"
# How programs write the head above what they pass on.
HEADS = {
    "gmail": "<div class='gmail_quote'>---------- Forwarded message ---------<br>From: <strong>{0}"
    "</strong> <span dir='auto'>&lt;<a href='mailto:{1}'>{1}</a>&gt;</span><br>Date: Sat, Jan 3, "
    "2026 at 9:15 AM<br>Subject: {2}<br>To: Ben Okafor &lt;<a href='mailto:ben@example.org'>"
    "ben@example.org</a>&gt;<br></div><br><br>{3}",
    "outlook": "<div style='border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal><b><span lang=EN-US>"
    "From:</span></b><span lang=EN-US> {0} &lt;{1}&gt; <br><b>Sent:</b> Saturday, January 3, 2026 "
    "9:15 AM<br><b>To:</b> Ben Okafor &lt;ben@example.org&gt;<br><b>Subject:</b> {2}<o:p></o:p>"
    "</span></p></div>{3}",
    "apple": "<br><div><br><blockquote type='cite'><div>Begin forwarded message:</div><br><div>"
    "<span><b>From: </b></span><span>{0} &lt;<a href='mailto:{1}'>{1}</a>&gt;<br></span></div>"
    "<div><span>"
    "<b>Subject: </b></span><span><b>{2}</b><br></span></div><div><span><b>Date: </b></span><span>"
    "January 3, 2026 at 9:15:00 AM GMT+1<br></span></div><div><span><b>To: </b></span><span>Ben "
    "Okafor &lt;ben@example.org&gt;<br></span></div><br><div>{3}</div></blockquote></div>",
}


def passed_on(case: Case, way: str, by: str) -> bytes:
    name, _, address = case.sender.rstrip(">").partition(" <")
    text, html = case.parts
    if way == "attached":
        return attached(case.mail, sender=by)
    if way == "text" or not html:
        lines = [
            "---------- Forwarded message ---------",
            f"From: {name} <{address}>",
            "Date: Sat, Jan 3, 2026 at 9:15 AM",
            f"Subject: {case.subject}",
            f"To: {BEN}",
        ]
        inner = in_text(text, "\n".join(lines), above="See below.") if text else ""
        parts = [("plain", inner)] if inner else [("html", HEADS["gmail"].format(
            name, address, case.subject, html))]  # fmt: skip
        return message(f"Fwd: {case.subject}", by, *parts, key="fwd@example.org")
    whole = "<html><body><p>See below.</p>" + HEADS[way].format(name, address, case.subject, html)
    return message(f"Fwd: {case.subject}", by, ("html", whole), key="fwd@example.org")


@pytest.mark.parametrize("by", [USER, COLLEAGUE], ids=["the user", "a colleague"])
@pytest.mark.parametrize("way", ["gmail", "outlook", "apple", "text", "attached"])
def test_who_passes_it_on_is_not_who_asks(way: str, by: str) -> None:
    mine = ["ben@example.org"]
    told = {
        case.subject: wrong_with(case, passed_on(case, way, by), mine=mine) for case in CASES[:40]
    }
    wrong = [each for each in told.items() if each[1]]
    assert not wrong, "\n".join(map(str, wrong))


@pytest.mark.parametrize("way", ["gmail", "outlook", "apple", "text"])
def test_what_a_colleague_got_is_theirs(way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind, head in HEADS.items():
        monkeypatch.setitem(HEADS, kind, _to_ana(head))
    monkeypatch.setattr("tests.formats.mail.test_layouts.BEN", COLLEAGUE)
    for case in CASES[:40:3]:
        mail = passed_on(case, way, COLLEAGUE)
        assert read(mail, mine=["ben@example.org"]).invitations == [], case.subject


def _to_ana(head: str) -> str:
    return head.replace("Ben Okafor", "Ana Ruiz").replace("ben@example.org", "ana@example.org")


DIGESTS = {
    "You have 3 friend requests": "Confirm",
    "Du hast 3 Freundschaftsanfragen": "Bestätigen",
    "Tienes 3 solicitudes de amistad pendientes": "Confirmar",
}


@pytest.mark.parametrize("subject", DIGESTS)
def test_a_digest_of_facebook_tells_each_with_their_profile(subject: str) -> None:
    people = {"Tove Lund": "tove.lund", "Koen Vos": "koenvos", "Anouk Sel": "anouk.sel"}
    way = f"https://www.facebook.com/n/?{{}}&mid={TOKEN}"
    rows = "".join(
        f"<tr><td><a href='{way.format(slug)}'><img></a></td><td><a href='{way.format(slug)}'>"
        f"{name}</a></td><td><a href='{way.format('confirm_friend_request')}'>{DIGESTS[subject]}"
        "</a></td></tr>"
        for name, slug in people.items()
    )
    all_of_them = f"<a href='{way.format('friends')}'>See all</a>"
    html = f"<html><body><p>{subject}</p><table>{rows}</table>{all_of_them}</body></html>"
    sender = "Facebook <friendrequest@facebookmail.com>"
    found = read(message(subject, sender, ("html", html))).invitations
    assert {each.name: each.identities[0].value for each in found} == people


COPY = [
    "We noticed you have an invitation that is waiting for your answer.",
    "Our members with 50 connections get five times more views of your profile.",
    "Hi Ben, we found an invitation that may interest you.",
    "Wir haben bemerkt, dass eine Einladung auf Ihre Antwort wartet.",
    "Nous avons remarqué que votre réseau peut grandir avec nous.",
    "Hemos visto que tu red puede crecer con nosotros.",
    "Hi Ben, I'd like to join your LinkedIn network.",
]
WORDS_OF_ONE = [
    "I came across your profile and your slate yard made me laugh.",
    "Hi Ben, I came across your profile and your slate yard made me laugh.",
]


@pytest.mark.parametrize("said", [*COPY, *WORDS_OF_ONE])
def test_what_the_network_says_itself_is_no_note(said: str) -> None:
    asks = Asks("Tove Lund", "tove-lund", HEADLINE, said, "", *WORDS["en"])
    text, html = layouts.linkedin_2015(asks)
    for part in (("plain", text), ("html", html)):
        mail = message("Tove Lund wants to connect", "LinkedIn <invitations@linkedin.com>", part)
        (found,) = read(mail).invitations
        assert found.text == (said.removeprefix("Hi Ben, ") if said in WORDS_OF_ONE else "")
