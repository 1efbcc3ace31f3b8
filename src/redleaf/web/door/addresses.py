"""Addresses of e-mail as the doors take them: whether one is, and whose mailbox it leads to."""

from __future__ import annotations

import unicodedata

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator

from redleaf.web.door.cleaning import JOINERS

# Their users may write dots anywhere and reach the same mailbox; both names lead to one.
_WITHOUT_DOTS = ("gmail.com", "googlemail.com")
# No name that only this machine knows: a letter there would reach its own accounts.
_validate = EmailValidator(allowlist=[])
# What mail takes (RFC 5321, 4.5.3.1), and what the store holds.
_LONGEST_NAME = 64
_LONGEST = 254


def settled(written: str) -> str:
    """The address in lower case, without what a keyboard or a page adds that no address holds.

    A domain in letters of several scripts may be made to look like another: it stands in the
    letters of the net ("xn--…"), as browsers have it.
    """
    address = unicodedata.normalize("NFKC", written).casefold().translate(JOINERS)
    name, at, domain = address.rpartition("@")
    scripts = {unicodedata.name(sign, "").partition(" ")[0] for sign in domain if sign.isalpha()}
    return address if len(scripts) < 2 else f"{name}{at}{plain_domain(domain)}"


def is_address(text: str) -> bool:
    """Whether a letter can go there: `text` is `settled`.

    Neither a number of the net in brackets, nor a name in quotation marks, which is valid and in
    which more than one recipient can be hidden, nor one that old servers read as a way on. It is
    measured in the letters of the net, in which it is longer, and goes into a letter.
    """
    if text.startswith('"') or text.endswith("]") or any(sign in text for sign in "%!"):
        return False
    try:
        _validate(text)
        name, _, domain = text.rpartition("@")
        in_the_net = _in_the_net(domain)
    except (ValidationError, UnicodeError):
        return False
    longer = max(len(domain), len(in_the_net))
    return len(name) <= _LONGEST_NAME and len(name) + 1 + longer <= _LONGEST


def is_blockable(text: str) -> bool:
    """Whether it is an address, or a domain with all its addresses."""
    return is_address(text if "@" in text else f"anybody@{text}")


def mailbox_of(address: str) -> str:
    """What all spellings of an address share: without what stands behind "+", and more.

    A domain alone is given back in the form in which it stands in an address.
    """
    name, at, domain = address.casefold().rpartition("@")
    domain = plain_domain(domain)
    name = name.partition("+")[0] or name
    if at and domain in _WITHOUT_DOTS:
        name, domain = name.replace(".", "") or name, _WITHOUT_DOTS[0]
    return f"{name}{at}{domain}"


def plain_domain(domain: str) -> str:
    """In the letters of the net: "bücher.example" and "xn--bcher-kva.example" are one."""
    try:
        return _in_the_net(domain)
    except UnicodeError:
        return domain


def _in_the_net(domain: str) -> str:
    return domain.encode("idna").decode("ascii").casefold()
