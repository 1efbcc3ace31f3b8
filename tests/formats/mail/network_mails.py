"""Mails of networks as bytes, in the shapes in which they come; of people who do not exist."""

from __future__ import annotations

import base64
import quopri
from email.header import Header

TOKEN = "AQxSECRETx9"
BEN = "Ben Okafor <ben@example.org>"
DATE = "Mon, 5 Jan 2026 10:00:00 +0100"
SENDERS = {
    "linkedin": "invitations@linkedin.com",
    "facebook": "friendrequest@facebookmail.com",
    "xing": "mailrobot@mail.xing.com",
    "instagram": "no-reply@mail.instagram.com",
    "meetup": "info@meetup.com",
}
TITLES = {
    "linkedin": "LinkedIn",
    "facebook": "Facebook",
    "xing": "XING",
    "instagram": "Instagram",
    "meetup": "Meetup",
}
PROFILES = {
    "linkedin": "https://www.linkedin.com/comm/in/{}?midToken=" + TOKEN,
    "facebook": "https://www.facebook.com/{}?mid=" + TOKEN,
    "xing": "https://www.xing.com/profile/{}?sc_o=" + TOKEN,
    "instagram": "https://www.instagram.com/{}/?e=" + TOKEN,
    "meetup": "https://www.meetup.com/members/{}/?rv=" + TOKEN,
}
ACCEPTS = {
    "linkedin": "https://www.linkedin.com/comm/people/invite-accept?mid=7&sharedKey=" + TOKEN,
    "facebook": "https://www.facebook.com/n/?reqs.php&mid=" + TOKEN,
    "xing": "https://www.xing.com/app/contact?op=contact_requests&t=" + TOKEN,
    "instagram": "https://www.instagram.com/accounts/activity/?t=" + TOKEN,
    "meetup": "https://www.meetup.com/home/?t=" + TOKEN,
}
SMALL_PRINT = {
    "en": "This email was intended for Ben Okafor (Boat builder)\nLearn why we included this.\n"
    "You are receiving Invitation emails.\nUnsubscribe",
    "de": "Diese E-Mail ist für Ben Okafor (Bootsbauer) bestimmt.\nAbmelden",
    "fr": "Cet e-mail est destiné à Ben Okafor (constructeur de bateaux).\nSe désabonner",
    "es": "Este correo es para Ben Okafor (constructor de barcos).\nCancelar la suscripción",
}
BUTTONS = {
    "en": ("Accept", "View profile"),
    "de": ("Annehmen", "Profil ansehen"),
    "fr": ("Accepter", "Voir le profil"),
    "es": ("Aceptar", "Ver perfil"),
}


def message(
    subject: str,
    sender: str,
    *parts: tuple[str, str],
    encoding: str = "quoted-printable",
    to: str = BEN,
    key: str = "n1@example.org",
    headers: tuple[str, ...] = (),
    date: str = DATE,
) -> bytes:
    """One mail; `parts` are (subtype, text), several of them alternatives."""
    head = [
        f"From: {sender}",
        f"To: {to}",
        f"Date: {date}",
        f"Message-ID: <{key}>",
        f"Subject: {subject if subject.isascii() else Header(subject, 'utf-8').encode()}",
        "MIME-Version: 1.0",
        *headers,
    ]
    if len(parts) == 1:
        return "\r\n".join(head).encode() + b"\r\n" + _part(*parts[0], encoding)
    inside = b"".join(b"--edge\r\n" + _part(*each, encoding) + b"\r\n" for each in parts)
    kind = 'Content-Type: multipart/alternative; boundary="edge"'
    return "\r\n".join([*head, kind]).encode() + b"\r\n\r\n" + inside + b"--edge--\r\n"


def _part(subtype: str, text: str, encoding: str) -> bytes:
    data = text.encode()
    if encoding == "base64":
        data = base64.encodebytes(data)
    elif encoding == "quoted-printable":
        data = quopri.encodestring(data)
    head = f"Content-Type: text/{subtype}; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}"
    return head.encode() + b"\r\n\r\n" + data


def plain(
    network: str, name: str, slug: str, *, lead: str = "", headline: str = "", note: str = "",
    language: str = "en",
) -> str:  # fmt: skip
    """The text part of an invitation."""
    accept, view = BUTTONS[language]
    profile = f"{view}: {PROFILES[network].format(slug)}\n" if slug else ""
    return (
        f"{lead}\n\n{name}\n{headline}\n\n{note}\n\n{profile}{accept}: {ACCEPTS[network]}\n\n"
        f"----------------------------------------\n{SMALL_PRINT[language]}: "
        f"https://www.{network}.com/e/{TOKEN}\n"
    )


def marked_up(
    network: str, name: str, slug: str, *, lead: str = "", headline: str = "", note: str = "",
    language: str = "en",
) -> str:  # fmt: skip
    """The marked-up part, with the reader's own picture at the head as networks draw it."""
    accept, view = BUTTONS[language]
    own = PROFILES[network].format("ben-okafor")
    profile = PROFILES[network].format(slug) if slug else ACCEPTS[network]
    quoted = f"<tr><td><p>{note}</p></td></tr>" if note else ""
    return (
        "<html><head><title>Mail</title><style>td { color: red }</style></head><body>"
        f'<div style="display:none">{lead} &#847;&zwnj;&nbsp;&#847;</div><table><tr><td>'
        f'<a href="{own}"><img src="https://media.{network}.com/{TOKEN}.png" alt="Ben"></a></td>'
        f'</tr><tr><td><h2>{lead}</h2></td></tr><tr><td><a href="{profile}">'
        '<img src="x"></a></td>\n<td>'
        f'<a href="{profile}"><span>{name}</span></a><p>{headline}</p></td></tr>{quoted}'
        f'<tr><td><a href="{ACCEPTS[network]}">{accept}</a></td><td><a href="{profile}">{view}</a>'
        f"</td></tr></table><p>{SMALL_PRINT[language]}</p>"
        f'<img src="https://www.{network}.com/emimp/{TOKEN}.gif" width="1"></body></html>'
    )


def in_text(inner: str, head: str, *, above: str = "", prefix: str = "") -> str:
    """A mail that was forwarded inside the text, below the lines a mail program writes."""
    lines = f"{head}\n\n{inner}".splitlines()
    return f"{above}\n\n" + "\n".join(f"{prefix}{line}" for line in lines)


def attached(
    inner: bytes, *, sender: str = BEN, subject: str = "Fwd: see below",
    above: str = "For the inbox.",
) -> bytes:  # fmt: skip
    """A mail that was forwarded as an attachment."""
    return (
        f"From: {sender}\r\nTo: {BEN}\r\nDate: {DATE}\r\nMessage-ID: <f@example.org>\r\n"
        f'Subject: {subject}\r\nContent-Type: multipart/mixed; boundary="rim"\r\n\r\n'
        f"--rim\r\nContent-Type: text/plain\r\n\r\n{above}\r\n"
        "--rim\r\nContent-Type: message/rfc822\r\n\r\n"
    ).encode() + inner + b"\r\n--rim--\r\n"  # fmt: skip
