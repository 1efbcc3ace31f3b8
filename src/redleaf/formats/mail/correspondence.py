"""Letters and contacts out of many mails: who wrote to whom, and which address is the user's.

Mails of programs, lists and newsletters are counted and left out: nobody in particular wrote them.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from sys import intern

from redleaf.contacts import identities
from redleaf.contacts.contact import Identity
from redleaf.contacts.encounters import Letter
from redleaf.contacts.harvest import Harvest
from redleaf.formats.mail.addresses import Mailbox
from redleaf.formats.mail.headers import Headers
from redleaf.formats.mail.people import Roster, cleaned_name, is_nobodys, is_through_a_service

_SELDOM = 3  # among fewer mails, an address that is in all of them may be anybody's
_OWN_SHARE = 0.6
_DELIVERED_SHARE = 0.2
_LONGEST_ADDRESS = 320
_BULK = ("bulk", "list", "junk", "auto_reply")


@dataclass(frozen=True, slots=True)
class Mail:
    """What is kept of one mail until all are read. Addresses are in their one spelling.

    `bulk` says why it is no letter ("list", "newsletter", "program"), "" when it may be one.
    """

    writers: tuple[Mailbox, ...]
    readers: tuple[Mailbox, ...]
    answers_to: tuple[Mailbox, ...]
    at: dt.datetime | None
    subject: str
    key: str
    bulk: str
    is_in_sent: bool


class Correspondence:
    """All mails of one source."""

    def __init__(self) -> None:
        self._mails: list[Mail] = []
        self._delivered: Counter[str] = Counter()
        self._sent_from: Counter[str] = Counter()
        self._named: Counter[str] = Counter()
        self._counts: Counter[str] = Counter()

    def __len__(self) -> int:
        return len(self._mails)

    def add(self, headers: Headers, *, is_in_sent: bool) -> bool:
        """Take a mail; False when it names nobody at all."""
        writers = _mailboxes(headers, b"from") or _mailboxes(headers, b"sender")
        readers = (*_mailboxes(headers, b"to"), *_mailboxes(headers, b"cc"))
        readers += _mailboxes(headers, b"bcc")
        if not writers and not readers:
            return False
        is_in_sent = is_in_sent or "sent" in headers.text(b"x-gmail-labels").casefold().split(",")
        mail = Mail(
            writers,
            readers,
            _mailboxes(headers, b"reply-to"),
            headers.moment(),
            headers.subject,
            headers.message_id,
            bulk_of(headers),
            is_in_sent,
        )
        self._mails.append(mail)
        self._count(headers, mail)
        return True

    def harvest(self, mine: Sequence[str]) -> Harvest:
        """Contacts and letters; `mine` are the user's own addresses, guessed where empty."""
        found = Harvest("mail")
        own = frozenset(mine) or self._own_addresses()
        found.owner = [Identity("email", each, each) for each in sorted(own)]
        roster = Roster()
        for mail in self._mails:
            letter = self._letter(mail, own, roster)
            if letter:
                found.letters.append(letter)
        found.contacts = roster.contacts()
        found.remarks = [*self._remarks(own, is_guessed=not mine)]
        return found

    def _count(self, headers: Headers, mail: Mail) -> None:
        """Whose mails these may be: to whom they were delivered, who wrote those in "Sent"."""
        for name in (b"delivered-to", b"x-original-to"):
            self._delivered.update({each.address for each in _mailboxes(headers, name)})
        writers = {each.address for each in mail.writers}
        if mail.is_in_sent:
            self._sent_from.update(writers)
        if not mail.bulk:
            self._named.update(writers | {each.address for each in mail.readers})

    def _own_addresses(self) -> frozenset[str]:
        for counts in (self._sent_from, self._delivered):
            enough = max(counts.values(), default=0) * _DELIVERED_SHARE
            found = {address for address, count in counts.items() if count >= enough and address}
            if found:
                return frozenset(found)
        ranked = [*self._named.most_common(2), ("", 0)]
        address, count = ranked[0]
        letters = sum(not mail.bulk for mail in self._mails)
        is_clear = count >= max(_SELDOM, letters * _OWN_SHARE) and count > ranked[1][1]
        return frozenset({address}) if is_clear and address else frozenset()

    def _letter(self, mail: Mail, own: frozenset[str], roster: Roster) -> Letter | None:
        """The letter that a mail is; its people become contacts."""
        is_sent = mail.is_in_sent or any(each.address in own for each in mail.writers)
        if mail.bulk and not is_sent:
            self._counts[mail.bulk] += 1
            return None
        readers = _added(roster, mail.readers, own)
        writers = () if is_sent else self._writers(mail, own, roster)
        people = readers if is_sent else writers
        if not people:
            self._counts["nobody"] += 1
            return None
        key = mail.key or _made_key(mail)
        return Letter(people, "email", is_sent, mail.at, mail.subject, key)

    def _writers(self, mail: Mail, own: frozenset[str], roster: Roster) -> tuple[str, ...]:
        """Who wrote: of a mail through a service, the one to whom the answer goes."""
        is_through = any(is_through_a_service(each.name) for each in mail.writers)
        people = () if is_through and mail.answers_to else _added(roster, mail.writers, own)
        if people:
            named = [each for each in mail.answers_to if cleaned_name(each.name, each.address)]
            _added(roster, named, own)
            return people
        name = next((cleaned_name(each.name) for each in mail.writers), "")
        answers = [Mailbox(each.name or name, each.address) for each in mail.answers_to]
        return _added(roster, answers, own)

    def _remarks(self, own: frozenset[str], *, is_guessed: bool) -> Iterable[str]:
        for reason, (one, many) in _LEFT_OUT.items():
            count = self._counts[reason]
            if count:
                yield one if count == 1 else many.format(f"{count:,}")
        if own and is_guessed:
            listed = ", ".join(sorted(own))
            yield f"{listed} was taken for your own address, because most mails name it."
        elif not own and self._mails:
            yield (
                "Which address is yours could not be told; all mails were taken as received. "
                "Import them with more of your mail, or say which address is yours."
            )


_LEFT_OUT = {
    "list": ("1 mail of a mailing list was left out.", "{} mails of mailing lists were left out."),
    "newsletter": ("1 newsletter was left out.", "{} newsletters were left out."),
    "program": (
        "1 mail that a program wrote was left out.",
        "{} mails that programs wrote were left out.",
    ),
    "nobody": (
        "1 mail with no person on its other side was left out.",
        "{} mails with no person on their other side were left out.",
    ),
}


def _mailboxes(headers: Headers, name: bytes) -> tuple[Mailbox, ...]:
    """The mailboxes with addresses in their one spelling; what is no address is no mailbox."""
    found = []
    for each in headers.mailboxes(name):
        is_one = "@" in each.address and len(each.address) <= _LONGEST_ADDRESS
        identity = identities.email(each.address) if is_one else None
        if identity:
            found.append(Mailbox(intern(each.name), intern(identity.value)))
    return tuple(found)


def _added(roster: Roster, boxes: Iterable[Mailbox], own: frozenset[str]) -> tuple[str, ...]:
    """The keys of the persons among the mailboxes, each once."""
    keys: dict[str, None] = {}
    for each in boxes:
        name = cleaned_name(each.name, each.address)
        if each.address not in own and not is_nobodys(each.address, name):
            keys[roster.add(each.address, name)] = None
    return tuple(keys)


def bulk_of(headers: Headers) -> str:
    """Why a mail is no letter of a person: "list", "newsletter", "program"; "" when it may be."""
    raw = headers.raw
    kind = headers.text(b"content-type").casefold()
    if b"list-id" in raw or b"list-post" in raw or b"mailing-list" in raw:
        return "newsletter" if b"list-unsubscribe" in raw and b"list-post" not in raw else "list"
    if b"list-unsubscribe" in raw:
        return "newsletter"
    answered = headers.text(b"auto-submitted").casefold()
    if (answered and answered != "no") or kind.startswith("multipart/report"):
        return "program"
    if raw.get(b"return-path", b"").strip() == b"<>" or b"x-autoreply" in raw:
        return "program"
    if headers.text(b"x-spam-flag").casefold() == "yes":
        return "newsletter"
    return "newsletter" if headers.text(b"precedence").casefold() in _BULK else ""


def _made_key(mail: Mail) -> str:
    """A lasting name for a mail without Message-ID, so that it is known when it is read again."""
    told = "\n".join((str(mail.at), mail.subject, *(each.address for each in mail.writers)))
    return "made:" + hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:32]
