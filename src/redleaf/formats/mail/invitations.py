"""Mails in which a network tells of an invitation, or that one of the user's was accepted.

Their links hold tokens that act for the user. None is kept or followed: of a link, only the name
of the profile is taken.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from redleaf.contacts import identities
from redleaf.contacts.contact import Identity
from redleaf.contacts.invitations import Invitation
from redleaf.formats.mail.bodies import Body
from redleaf.formats.mail.headers import Headers
from redleaf.formats.mail.people import cleaned_name
from redleaf.formats.mail.services import Service, name_in_subject
from redleaf.notes.note import Note
from redleaf.rules.known_texts import find_known_text

_LONGEST_NOTE = 3_000
_LONGEST_HEADLINE = 220
_SERVICE_NAME = re.compile(
    r"linkedin|facebook|xing|meetup|instagram|notification|no-?reply", re.IGNORECASE
)
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_GREETING = re.compile(
    r"^(?:hi|hello|hey|dear|hallo|liebe[rs]?|sehr geehrte[rs]?|guten tag|bonjour|salut|cher|chère|"
    r"hola|estimad[oa]|ciao|gentile|caro|cara|olá|oi|prezad[oa]|beste|dag|geachte)\b[^,!:]{0,60}"
    r"[,!:]?\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
# Buttons and what stands below the note; a line that begins so ends it.
_BUTTON_WORDS = r"""
accept ignore decline confirm view see\s(?:all|more|profile|invitation|their|who) reply respond
unsubscribe you\sreceiv you\sare\sreceiving this\s(?:e-?mail|message) this\sis learn\swhy help ©
\(c\) linkedin facebook xing meta mutual annehmen akzeptieren ablehnen bestätigen profil ansehen
zum\sprofil sie\serhalten du\serhältst diese\s(?:e-?mail|nachricht) accepter refuser voir
vous\srecevez cet\se-?mail ce\smessage aceptar ignorar ver\s has\srecibido recibes
este\s(?:correo|mensaje) accetta rifiuta vedi visualizza ricevi questa\se-?mail aceitar recusar
você\s(?:está\s)?receb este\se-?mail accepteren negeren bekijk weigeren u\sontvangt deze\se-?mail
\d+\s(?:mutual|shared|gemeinsame|relations?|contactos?|amici|friends) -{3,} _{3,} ={3,} \*{3,}
""".split()
_BUTTON = re.compile(rf"^\W*(?:{'|'.join(_BUTTON_WORDS)})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Accepted:
    """Somebody accepted the user's own invitation on that day."""

    name: str
    identity: Identity | None
    on: dt.date | None


def read_invitation(
    service: Service, headers: Headers, sender: str, sender_name: str, body: Body
) -> Invitation | Accepted | None:
    """What the mail tells of, or None for the many other mails that networks write."""
    subject = headers.subject
    accepted = name_in_subject(service.accepted, subject)
    invited = None if accepted is not None else name_in_subject(service.invitations, subject)
    if accepted is None and not _is_invitation(service, headers, sender, invited, body.links):
        return None
    name = _name(sender_name, accepted or invited or "")
    identity = _profile(service, body.links)
    at = headers.moment()
    if not name and identity is None:
        return None
    if accepted is not None:
        on = at.date() if at else None
        return Accepted(name, replace(identity, connected_on=on) if identity else None, on)
    lines = _lines(body.text, service)
    return Invitation(
        network=service.network,
        is_incoming=True,
        name=name,
        text=_note(lines, name),
        headline=_headline(lines, name),
        identities=(identity,) if identity else (),
        at=at,
        key=headers.message_id,
    )


def without_tokens(text: str) -> str:
    """`text` with its links cut before their query, where tokens stand."""
    return _LINK.sub(lambda found: re.split(r"[?#]", found[0])[0], text)


def _is_invitation(
    service: Service, headers: Headers, sender: str, invited: str | None, links: Sequence[str]
) -> bool:
    template = (headers.text(b"x-linkedin-template") + headers.text(b"x-linkedin-class")).casefold()
    has_clue = any(word in template for word in service.templates)
    has_clue = has_clue or any(word in link.casefold() for link in links for word in service.links)
    if service.network == "linkedin":
        # Its subjects are of many kinds and languages: the sender or a link has to agree.
        return has_clue or (invited is not None and sender.startswith("invit"))
    return invited is not None or has_clue


def _name(sender_name: str, in_subject: str) -> str:
    """The name of who asks: that of the sender, unless it is the network's own."""
    sender = cleaned_name(sender_name)
    if sender and not _SERVICE_NAME.search(sender):
        return sender
    return cleaned_name(in_subject)


def _profile(service: Service, links: Sequence[str]) -> Identity | None:
    for link in links:
        if found := service.profile.search(link):
            address = _PROFILE_LINKS[service.network].format(found[1])
            return identities.profile(address)
    return None


_PROFILE_LINKS = {
    "linkedin": "https://www.linkedin.com/in/{}",
    "facebook": "https://www.facebook.com/{}",
    "xing": "https://www.xing.com/profile/{}",
    "instagram": "https://www.instagram.com/{}",
    "meetup": "https://www.meetup.com/members/{}",
}


def _lines(text: str, service: Service) -> list[str]:
    """The lines with words in them; a line of the network's own links alone is "".

    Those links are cut out, others are cut before their tokens. Signs of text mark-up around a
    line are no part of it.
    """

    def kept(link: re.Match[str]) -> str:
        is_own = any(sender in link[0].casefold() for sender in service.senders)
        return "" if is_own else without_tokens(link[0])

    lines = []
    for line in text.splitlines():
        bare = " ".join(_LINK.sub(kept, line).split()).strip("*|<>[] ")
        if bare or _LINK.search(line):
            lines.append(bare)
    return lines


def _place_of(name: str, lines: Sequence[str]) -> int:
    """Where the name stands alone in a line, or -1."""
    folded = name.casefold()
    return next((at for at, line in enumerate(lines) if line.casefold() == folded), -1)


def _headline(lines: Sequence[str], name: str) -> str:
    at = _place_of(name, lines) if name else -1
    following = lines[at + 1] if 0 <= at < len(lines) - 1 else ""
    if not following or _BUTTON.match(following) or _GREETING.match(following):
        return ""
    return following if len(following) <= _LONGEST_HEADLINE else ""


def _note(lines: Sequence[str], name: str) -> str:
    """The words of who asks: from the greeting to their name or the first button.

    What the network wrote in their place is no note.
    """
    start = next((at for at, line in enumerate(lines) if _GREETING.match(line)), -1)
    if start < 0:
        return _quoted(lines)
    greeting = _GREETING.match(lines[start])
    own = [greeting["rest"].strip()] if greeting and greeting["rest"].strip() else []
    for line in lines[start + 1 :]:
        if not line or _BUTTON.match(line) or line.casefold() == name.casefold():
            break
        own.append(line)
    return _kept("\n".join(own))


def _quoted(lines: Sequence[str]) -> str:
    """A line in quotation marks, as some networks show the note."""
    for line in lines:
        if len(line) > 12 and line[0] in '"“„«' and line[-1] in '"”“»':
            return _kept(line.strip('"“”„«» '))
    return ""


def _kept(text: str) -> str:
    note = without_tokens(text[:_LONGEST_NOTE]).strip()
    known = find_known_text(Note(note)) if note else None
    return "" if known and known.whole else note
