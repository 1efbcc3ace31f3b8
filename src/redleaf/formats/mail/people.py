"""People behind addresses: which addresses are nobody's, and the contacts made from the others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from redleaf.contacts.contact import Contact, Identity
from redleaf.notes.folding import INVISIBLE

_LONGEST_NAME = 200
# Written by programs, whatever name stands before them.
_MACHINE = re.compile(
    r"no[-_.]?reply|do[-_.]?not[-_.]?reply|nicht[-_.]?antworten|mailer-daemon|"
    r"(?:^|[-_.+])(?:bounces?|notify|notifications?|unsubscribe|listserv|majordomo|auto|automailer|"
    r"robot|daemon|digest|mailrobot|prvs|srs[01])(?:$|[-_.+=\d])|^(?:reply|conv|c|m|r|fb)\+|"
    r"^(?:owner|request)-|-(?:owner|request|subscribe|bounces|return|admin|leave|join)$|"
    r"^[0-9a-f]{16,}$|^undisclosed|^unknownorganizer$|^newsletters?$|^news$|^postmaster$|^invitations?$|"
    r"^alerts?$|^updates?$|^hit-reply|^messages-|^jobs-|^job-?alerts|^learning$|^notification|^friendupdates|^mailings?$"
)
_MACHINE_DOMAINS = (
    "facebookmail.com",
    "calendar.google.com",
    "docs.google.com",
    "bounces.google.com",
    "mail.instagram.com",
    "reply.github.com",
    "noreply.github.com",
    "reply.linkedin.com",
    "bounce.linkedin.com",
    "e.linkedin.com",
    "mail.xing.com",
    "news.xing.com",
    "mailgun.org",
    "amazonses.com",
    "sendgrid.net",
)
# Meetup writes from here in the name of its members.
_MACHINES = frozenset({"info@meetup.com", "linkedin@linkedin.com", "member@linkedin.com"})
# Several people's, or an office's; a person who writes with their name from one is a person.
_SHARED = frozenset(
    "abo abuse account accounting accounts admin administration administrator all anfrage antwort "
    "assistance atencion ayuda billing bookings booking buchhaltung buero buero buro careers "
    "catering club commercial company contact contacto contatti contato customerservice "
    "dispatch donations editor editorial einkauf email empfang events everyone facturacion "
    "feedback finance ftp hallo hello help helpdesk hostmaster hr info informacion informatie "
    "information informations inquiries inquiry invoice invoices it jobs kontakt kundenservice "
    "legal list mail mailbox marketing members membership news office order orders partner "
    "payments poststelle presse press privacy redaktion reception recruiting registration "
    "rechnung reservations root sales secretariat security sekretariat service services shop "
    "staff studio subscribe subscriptions suporte support survey team tech ticket tickets "
    "vendas ventas verkauf vertrieb verwaltung webmaster welcome".split()
)
_NO_PERSONS_WORDS = re.compile(
    r"\b(?:team|support|service|newsletter|news|notifications?|office|info|sales|customer|"
    r"kundenservice|redaktion|redaction|rédaction|group|gmbh|inc|ltd|llc|list|mailing|admin|"
    r"billing|shop|store|marketing|updates?|help|helpdesk|no-?reply)\b",
    re.IGNORECASE,
)
# What services add to a name: via LinkedIn, (via Google Docs), (LinkedIn).
_VIA = re.compile(
    r"\s*(?:\(\s*via\s[^)]*\)|\((?:linkedin|facebook|xing|google [a-z]+|meetup|slack|trello|asana|"
    r"jira|github|dropbox|notion|figma)\)|\s(?:via|über|par|tramite|través de)\s[^<>]{1,60})\s*$",
    re.IGNORECASE,
)
_ADDRESS_BEHIND = re.compile(r"\s*[<(\[]\s*(?:mailto:)?[^\s<>()\[\]]+@[^\s<>()\[\]]+\s*[>)\]]\s*$")
_QUOTES = "\"'`´‘’“”„«»‹› "


@lru_cache(maxsize=50_000)
def cleaned_name(name: str, address: str = "") -> str:
    """The name as written, without what is none: quotes, "via …", the address itself."""
    text = INVISIBLE.sub("", name) if not name.isascii() else name
    text = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    text = _VIA.sub("", _ADDRESS_BEHIND.sub("", text[:1_000]))
    if text[:1] in _QUOTES or text[-1:] in _QUOTES:
        text = text.strip(_QUOTES)
    if not text or "@" in text or not any(map(str.isalpha, text)):
        return ""
    if address and text.casefold() == address.casefold():
        return ""
    return text[:_LONGEST_NAME].strip()


def is_through_a_service(name: str) -> bool:
    """Whether the name says that a service wrote for that person."""
    return _VIA.search(name[:1_000]) is not None


@lru_cache(maxsize=50_000)
def is_nobodys(address: str, name: str = "") -> bool:
    """Whether no one person is behind an address: a program, a list, an office without a name."""
    local, _, domain = address.casefold().partition("@")
    if _MACHINE.search(local) or domain.endswith(_MACHINE_DOMAINS):
        return True
    if address.casefold() in _MACHINES:
        return True
    if domain.startswith(("lists.", "list.", "listserv.", "googlegroups.com", "groups.", "bounce")):
        return True
    if local.partition("+")[0] not in _SHARED:
        return False
    return len(name.split()) < 2 or _NO_PERSONS_WORDS.search(name) is not None


class Roster:
    """Contacts by address, each called by the name that is written with it most often."""

    def __init__(self) -> None:
        self._names: dict[str, Counter[str]] = {}
        self._addresses: dict[str, str] = {}

    def add(self, address: str, name: str, key: str = "") -> str:
        """The key of the person; the address itself, or the name of somebody without one."""
        who = key or address or f"name:{name.casefold()}"
        self._addresses.setdefault(who, address)
        names = self._names.setdefault(who, Counter())
        if name:
            names[name] += 1
        return who

    def contacts(self, *, but: Iterable[str] = ()) -> list[Contact]:
        left_out = set(but)
        return [
            Contact(name=_best(self._names[key]), key=key, identities=_identities(address))
            for key, address in self._addresses.items()
            if key not in left_out
        ]


def _identities(address: str) -> tuple[Identity, ...]:
    return (Identity("email", address, address),) if address else ()


def _best(names: Counter[str]) -> str:
    """The most frequent one; of equals, the one with more words, then the first."""
    ordered = sorted(names.items(), key=lambda each: (-each[1], -len(each[0].split())))
    return ordered[0][0] if ordered else ""
