"""Mails in which a network tells of invitations, or that one of the user's was accepted.

Their links hold tokens that act for the user. None is kept or followed: of a link, only the name
of the profile is taken.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from redleaf.contacts.contact import Identity
from redleaf.contacts.invitations import Invitation
from redleaf.formats.mail.lines import GREETING, Line, before_footer, lines_of
from redleaf.formats.mail.links import LINK
from redleaf.formats.mail.people import cleaned_name
from redleaf.formats.mail.profiles import best_slug, identity_of, is_of, slugs_in, slugs_like
from redleaf.formats.mail.services import Service, name_in_subject
from redleaf.formats.mail.written_notes import headline_in, note_in

_MOST_IN_ONE = 50
_SERVICE_NAME = re.compile(
    r"linkedin|facebook|xing|meetup|instagram|notification|invitation|einladung|no-?reply",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"^\s*(?:\W+(?=\w)|(?:fwd?|wg|tr|rv|re|aw|reminder|erinnerung|rappel|recordatorio|promemoria|"
    r"lembrete|herinnering|linkedin|xing|facebook)\s*:\s*|\[[^\]]{1,30}\]\s*)+",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\s+(?:and|und|et|y|e|en|sowie|plus|&)\s+(?:\d+|one|two|three|another)\b.*$", re.IGNORECASE
)
# A question or a call before the name, and a word after it that is none of the name's.
_BEFORE_NAME = re.compile(r"^.*[?!:]\s+(?=\S)")
_AFTER_NAME = re.compile(r"\s+(?:just|also|still|now|recently|has|hat|gerade|vient)$")
# "An app wants to connect", "Who wants to connect?"; An Peeters is somebody.
_NO_NAME = re.compile(
    r"(?:[Aa]n?|[Tt]he|[Yy]our|[Tt]his|[Oo]ur|[Ee]ine?|[Uu]ne?|[Uu]n[oa]|[Uu]ma?|[Ee]en|[Nn]ew)\s+[^\W\d_A-Z]|"
    r"(?i:who|what|how|why|should|do|does|are|is|wer|was|wie|warum|qui|que|quién|chi|quem)\b(?!\s[A-Z])",
)
_MUTUAL = re.compile(r"\s*[,(]\s*\d+ [^,()]*[,)]?\s*$")
_ACCEPT = re.compile(
    r"^\W*(?:accept|annehmen|akzeptieren|(?:kontakt\w*|einladung|anfrage) (?:annehmen|bestätigen)|"
    r"bestätigen|confirm|accepter|confirmer|aceptar|confirmar|accetta|conferma|aceitar|accepteren)\b",
    re.IGNORECASE,
)
# What subjects of invitations are about, however they put it; only LinkedIn has such a sender.
_ABOUT = re.compile(
    r"\b(?:invit\w*|einladung\w*|connect\w*|conect\w*|vernetz\w*|kontakt\w*|contact\w*|netzwerk|"
    r"network|réseau|rete|rede|red|convite|uitnodiging|waiting|wartet|attend|espera\w*)\b",
    re.IGNORECASE,
)
_NOBODY = frozenset("i ich je yo io eu ik someone jemand quelqu'un alguien sie you vous tú".split())
_NAME = re.compile(r"^(?:[^\W\d_][\w.'’-]*,?(?: |$)){1,6}$|^[a-z0-9_.]{3,40}$")


@dataclass(frozen=True, slots=True)
class Accepted:
    """Somebody accepted the user's own invitation on that day."""

    name: str
    identity: Identity | None
    on: dt.date | None


@dataclass(frozen=True, slots=True)
class NetworkMail:
    """A mail of a network, as it came or as it was passed on. `template` names its kind, if told.

    `texts` are renderings of the same mail; the first in which somebody is found counts.
    """

    service: Service
    sender: str
    sender_name: str
    subject: str
    texts: tuple[str, ...]
    receiver: str = ""
    template: str = ""
    at: dt.datetime | None = None
    key: str = ""

    @property
    def bare_subject(self) -> str:
        return _BEFORE.sub("", self.subject).strip()


def read_invitations(mail: NetworkMail) -> list[Invitation] | Accepted:
    """What the mail tells of; an empty list for the many other mails that networks write."""
    accepted = name_in_subject(mail.service.accepted, mail.bare_subject)
    if accepted is not None:
        return _accepted(mail, accepted)
    invited = name_in_subject(mail.service.invitations, mail.bare_subject)
    if invited and _NO_NAME.match(invited):
        invited = None
    if not _is_invitation(mail, invited):
        return []
    first: list[Invitation] = []
    for text in mail.texts:
        lines = before_footer(lines_of(text, mail.service))
        found = _several(mail, lines) or _one(mail, lines, _lead(mail, invited, lines))
        if any(each.text or each.headline for each in found):
            return found
        first = first or found
    return first


def _is_invitation(mail: NetworkMail, invited: str | None) -> bool:
    service = mail.service
    links = [link.casefold() for text in mail.texts for link in LINK.findall(text)]
    has_link = any(word in link for link in links for word in service.links)
    is_other = name_in_subject(service.others, mail.bare_subject) is not None
    if is_other or invited is not None:
        return invited is not None and (has_link or not is_other)
    lines = [line for text in mail.texts for line in before_footer(lines_of(text, service))]
    has_button = any(_ACCEPT.match(line.text) and len(line.text) < 40 for line in lines)
    if has_link and (has_button or service.network == "linkedin"):
        return True
    if mail.sender.startswith("invitations@") and _ABOUT.search(mail.bare_subject):
        return True
    template = mail.template.casefold()
    if any(each in template for each in service.templates) and "accept" not in template:
        return True
    return has_button and any(_names_who(service, line.text) is not None for line in lines[:30])


def _names_who(service: Service, text: str) -> str | None:
    """The name in a sentence of the network about an invitation, None for other lines."""
    if name_in_subject(service.others, text) is not None:
        return None
    return name_in_subject(service.invitations, text)


def _accepted(mail: NetworkMail, in_subject: str) -> Accepted | list[Invitation]:
    name = _called(mail, in_subject)
    slugs = slugs_in((link for text in mail.texts for link in LINK.findall(text)), mail.service)
    identity = identity_of(best_slug(slugs, name, mail.receiver), mail.service)
    if not name and identity is None:
        return []
    on = mail.at.date() if mail.at else None
    return Accepted(name, replace(identity, connected_on=on) if identity else None, on)


def _called(mail: NetworkMail, written: str) -> str:
    """A name as a subject gives it, or that of the sender where it is not the network's own."""
    sender = cleaned_name(mail.sender_name)
    if sender and not _SERVICE_NAME.search(sender):
        return sender
    return _as_name(written, mail.receiver)


def _as_name(written: str, receiver: str) -> str:
    bare = _AFTER_NAME.sub("", _BEFORE_NAME.sub("", written))
    name = _OTHERS.sub("", _MUTUAL.sub("", cleaned_name(bare)))
    if not name or name[0].isdigit() or _NO_NAME.match(name):
        return ""
    first, comma, rest = name.partition(", ")
    if comma and first.casefold() in receiver.casefold().split():
        name = rest
    name = name.split(", ")[0] if name.count(", ") > 1 else name
    if name.casefold() in _NOBODY or _SERVICE_NAME.search(name):
        return ""
    return "" if GREETING.match(name + ",") and "," in name else name


def _lead(mail: NetworkMail, invited: str | None, lines: Sequence[Line]) -> str:
    """Who asks, in a mail of one: from the sender, the subject, a sentence, or a profile's link."""
    name = _called(mail, invited or "")
    linked = [named for named, _ in _named_links(mail, lines)]
    if name:
        # Some write the given name alone and the whole name at the profile, some more than a name.
        return next((each for each in linked if _is_same(each, name)), name)
    if linked:
        return linked[0]
    for line in lines:
        said = "" if line.is_button else _names_who(mail.service, line.text) or ""
        if len(said) < 80 and (called := _as_name(said, mail.receiver)):
            return called
    return ""


def _is_same(linked: str, name: str) -> bool:
    """Whether one of the two holds the other, by whole words."""
    shorter, longer = sorted((linked, name), key=len)
    return re.search(rf"(?<!\w){re.escape(shorter)}(?!\w)", longer) is not None


def _named_links(mail: NetworkMail, lines: Sequence[Line]) -> Iterator[tuple[str, int]]:
    """Names that stand in, or just around, a line with the link of a profile like them."""
    for at, line in enumerate(lines):
        for slug in slugs_like(line.links, mail.service):
            for near in (at, at + 1, at - 1, at - 2, at - 3):
                text = lines[near].text if 0 <= near < len(lines) else ""
                is_name = _NAME.match(text) and _names_who(mail.service, text) is None
                if is_name and is_of(slug, text) and text not in mail.receiver:
                    yield text, near
                    break


def _one(mail: NetworkMail, lines: Sequence[Line], name: str) -> list[Invitation]:
    shown = (link for line in lines for link in line.links)
    every = (link for text in mail.texts for link in LINK.findall(text))
    slugs = _slugs(mail, shown, name) or _slugs(mail, every, name)
    identity = identity_of(best_slug(slugs, name, mail.receiver), mail.service)
    if not name and identity is None:
        return []
    return [_invitation(mail, name, identity, lines, mail.key)]


def _slugs(mail: NetworkMail, links: Iterable[str], name: str) -> list[str]:
    """The profiles that may be of `name`; without a name, those that are profiles for certain."""
    if name:
        return slugs_like(links, mail.service, name)
    return slugs_in(links, mail.service)


def _invitation(
    mail: NetworkMail, name: str, identity: Identity | None, lines: Sequence[Line], key: str
) -> Invitation:
    return Invitation(
        network=mail.service.network,
        is_incoming=True,
        name=name,
        text=note_in(lines, name, mail.service),
        headline=headline_in(lines, name),
        identities=(identity,) if identity else (),
        at=mail.at,
        key=key,
    )


def _several(mail: NetworkMail, lines: Sequence[Line]) -> list[Invitation]:
    """The invitations of a digest: every named profile with an answer of its own below it."""
    starts: dict[str, int] = {}
    for name, at in _named_links(mail, lines):
        starts.setdefault(name, at)
    places = sorted((at, name) for name, at in starts.items())
    found = []
    for number, (at, name) in enumerate(places[:_MOST_IN_ONE]):
        end = places[number + 1][0] if number + 1 < len(places) else len(lines)
        block = lines[at:end]
        if any(_answers(mail.service, line) for line in block):
            around = [link for line in lines[max(at - 2, 0) : end] for link in line.links]
            slug = best_slug(_slugs(mail, around, name), name, mail.receiver)
            key = f"{mail.key}#{slug}" if mail.key else ""
            found.append(_invitation(mail, name, identity_of(slug, mail.service), block, key))
    return found if len(found) > 1 else []


def _answers(service: Service, line: Line) -> bool:
    is_link = any(word in link.casefold() for link in line.links for word in service.links)
    return is_link or (_ACCEPT.match(line.text) is not None and len(line.text) < 40)
