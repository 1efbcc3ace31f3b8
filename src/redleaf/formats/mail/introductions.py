"""A person's own mail that the user brings as an invitation: who writes, and what they wrote.

Taken by hand alone: of a mailbox nobody's letters are read.
"""

from __future__ import annotations

import re
from dataclasses import replace

from redleaf.contacts import identities
from redleaf.contacts.invitations import Invitation
from redleaf.formats.mail.addresses import Mailbox
from redleaf.formats.mail.bodies import Body, BodyError, read_body
from redleaf.formats.mail.correspondence import bulk_of
from redleaf.formats.mail.forwarded import Forwarded, above_heads, letters_in, may_forward
from redleaf.formats.mail.headers import Headers, read_headers
from redleaf.formats.mail.links import without_tokens
from redleaf.formats.mail.people import cleaned_name, is_nobodys
from redleaf.formats.mail.services import service_of
from redleaf.notes.answered_mail import unquoted
from redleaf.notes.folding import INVISIBLE

_LONGEST_NOTE = 3_000
_DEEPEST = 3
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_BLANKS = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def introduction_in(mail: bytes, own: frozenset[str], *, depth: int = 0) -> Invitation | None:
    """The invitation that a person's mail is; of one that was passed on, that of who wrote first.

    None where a network, a program, a list or the user wrote it, or where it says nothing.
    """
    headers = read_headers(mail)
    try:
        body = read_body(mail)
    except BodyError:
        return None
    if body.mails and depth < _DEEPEST and _passes_on(headers, body, own):
        return introduction_in(body.mails[0], own, depth=depth + 1)
    for text in (body.text, body.marked_up) if may_forward(headers, b"") else ():
        if passed_on := next(letters_in(text), None):
            return _of_forwarded(passed_on, headers, own)
    return _of_letter(headers, body, own)


def _passes_on(headers: Headers, body: Body, own: frozenset[str]) -> bool:
    """Whether the mail that is attached is what they bring, and not something beside a letter."""
    sender = next(iter(headers.mailboxes(b"from")), None)
    is_users = sender is not None and sender.address.casefold() in own
    return is_users or may_forward(headers, b"") or not _own_words(body.text)


def _of_letter(headers: Headers, body: Body, own: frozenset[str]) -> Invitation | None:
    sender = next(iter(headers.mailboxes(b"from")), None)
    if sender is None or bulk_of(headers):
        return None
    return _invitation(sender, body.text, own, headers, headers.message_id)


def _of_forwarded(passed_on: Forwarded, headers: Headers, own: frozenset[str]) -> Invitation | None:
    found = _invitation(passed_on.sender, passed_on.text, own, headers, headers.message_id)
    if found is None or passed_on.at is None:
        return found
    return replace(found, at=passed_on.at)


def _invitation(
    sender: Mailbox, text: str, own: frozenset[str], headers: Headers, key: str
) -> Invitation | None:
    address = identities.email(sender.address)
    name = cleaned_name(sender.name, sender.address)
    note = _own_words(text)
    if address is None or address.value in own or not note:
        return None
    if is_nobodys(address.value, name) or service_of(address.value) is not None:
        return None
    return Invitation(
        network="email",
        is_incoming=True,
        name=name or address.value.partition("@")[0],
        text=note,
        identities=(address,),
        at=headers.moment(),
        key=key,
    )


def _own_words(text: str) -> str:
    """What they wrote themselves, without the mail that they answered and without tokens."""
    bare = above_heads(INVISIBLE.sub("", text).strip())
    own = _SIGNATURE.split(unquoted(bare), maxsplit=1)[0]
    lines = "\n".join(line.strip() for line in own.splitlines())
    return without_tokens(_BLANKS.sub("\n\n", lines)[:_LONGEST_NOTE]).strip()
