"""Addresses of e-mail as the doors take them: whether one is, and whose mailbox it leads to."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator

# Their users may write dots anywhere and reach the same mailbox; both names lead to one.
_WITHOUT_DOTS = ("gmail.com", "googlemail.com")
# No name that only this machine knows: a letter there would reach its own accounts.
_validate = EmailValidator(allowlist=[])


def is_address(text: str) -> bool:
    """Whether a letter can go there: `text` is in lower case.

    Neither a number of the net in brackets nor a name in quotation marks, which is valid and in
    which more than one recipient can be hidden.
    """
    if text.startswith('"') or text.endswith("]"):
        return False
    try:
        _validate(text)
    except ValidationError:
        return False
    return True


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
        return domain.encode("idna").decode("ascii").casefold()
    except UnicodeError:
        return domain
