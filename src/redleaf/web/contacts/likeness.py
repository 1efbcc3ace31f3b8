"""Why two contacts may be one person, in the language of who asks."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_noop

from redleaf.web.retelling import retold

# As redleaf.contacts.matching says them; what is not here stays English.
_REASONS = (
    gettext_noop("the same name before the @"),
    gettext_noop("the same name"),
    gettext_noop("the same card of another program"),
    gettext_noop("the same {network} profile"),
    gettext_noop("different {network} profiles"),
    gettext_noop("the same mailbox {address}"),
    gettext_noop("an e-mail address of several: {address}"),
    gettext_noop("the same e-mail address {address}"),
    gettext_noop("different e-mail addresses at one organisation"),
    gettext_noop("different e-mail addresses"),
    gettext_noop("the same mobile number {number}"),
    gettext_noop("the same phone number {number}"),
    gettext_noop("phone numbers that end alike: {number}"),
    gettext_noop("different phone numbers"),
    gettext_noop("the same birthday"),
    gettext_noop("different birthdays"),
    gettext_noop("the same organisation"),
    gettext_noop("different organisations"),
    gettext_noop("the same town"),
    gettext_noop("different towns"),
    gettext_noop("{one} and {other} can be one name"),
    gettext_noop("{one} and {other} differ by little"),
    gettext_noop("{one} and {other} differ"),
    gettext_noop("{one} in another script"),
    gettext_noop("{one} may stand for {other}"),
)


def likeness_in_words(reasons: Iterable[str]) -> str:
    """ "The same name, different organisations."; "" for no reason."""
    told = ", ".join(map(reason_in_words, reasons))
    return f"{told[:1].upper()}{told[1:]}." if told else ""


def reason_in_words(reason: str) -> str:
    """One of them, to stand within a list."""
    told = retold(reason, _REASONS)
    return f"{told[:1].lower()}{told[1:]}" if reason[:1].islower() else told
