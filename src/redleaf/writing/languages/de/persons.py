"""Whose it is: the fact says "ihr Vortrag" or "Miras Vortrag", the note says "dein" or "Ihr"."""

from __future__ import annotations

import re

from redleaf.notes.regexes import regex
from redleaf.writing.languages.language import Owners

_THIRD = regex(
    r"\b(?:er|ihm|ihn|ihr|ihre|ihrem|ihren|ihrer|ihres|sein|seine|seinem|seinen|seiner|seines|"
    r"[Ss]ie|Ihr|Ihre[mnrs]?|Ihnen)\b"
)
_POSSESSIVE = regex(r"^(?:ihr|sein|dein)(?P<ending>e|em|en|er|es)?(?=\s)", re.IGNORECASE)
_MINE = {"sein": "mein", "ihr": "mein"}


def is_about_a_third(text: str) -> bool:
    """Whether an er or sie is left in the text, who could be anybody, or an address to the reader.

    "Du" and "Sie" do not stand in a fact that may go into notes of either kind.
    """
    return bool(_THIRD.search(text) or re.search(r"\b[Dd](?:u|ich|ir|ein\w{0,2})\b", text))


def owned(text: str, owners: Owners) -> str:
    """The reader's own thing with "ihr" before it: "Miras Vortrag", "Vortrag von Mira Holt"."""
    for owner in owners:
        name = re.escape(owner)
        text = re.sub(rf"^{name}(?:s|['’]s?)?\s(?=[A-ZÄÖÜ])", "ihr ", text)
        text = re.sub(rf"^(?:der |die |das )?(\w[^,]*?) (?:von|mit|bei) {name}$", _with_ihr, text)
    return text


def is_theirs(text: str) -> bool:
    """Whether the text opens with a possessive that means the reader: "ihr Vortrag"."""
    return bool(_POSSESSIVE.match(text))


def addressed(text: str, pronoun: str) -> str:
    """ "ihre Küche" as "deine Küche" or "Ihre Küche"; `pronoun` is "dein" or "Ihr"."""
    return _POSSESSIVE.sub(lambda found: pronoun + (found["ending"] or ""), text)


def as_mine(text: str) -> str:
    """The writer's own fact in first person: "ihre Preisliste" as "meine Preisliste"."""
    return re.sub(
        r"\b(ihr|sein)(e|em|en|er|es)?(?=\s)",
        lambda found: "mein" + (found[2] or ""),
        text,
    )


def without_my(text: str, owner: str) -> str:
    """The writer named in their own fact: "Ottos Liste" as "meine Liste"."""
    if not owner:
        return text
    return re.sub(rf"\b{re.escape(owner)}(?:s|['’]s?)?\s(?=[A-ZÄÖÜ])", "meine ", text)


def _with_ihr(found: re.Match[str]) -> str:
    return f"ihr {found[1]}"
