"""Which of the profiles that a mail links to is that of who asks, and not the reader's own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import unquote

from redleaf.contacts import identities
from redleaf.contacts.contact import Identity
from redleaf.formats.mail.services import Service

_LINKS = {
    "linkedin": "https://www.linkedin.com/in/{}",
    "facebook": "https://www.facebook.com/{}",
    "xing": "https://www.xing.com/profile/{}",
    "instagram": "https://www.instagram.com/{}",
    "meetup": "https://www.meetup.com/members/{}",
}
_LETTERS = {"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ı": "i"}
_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})


def slugs_in(links: Iterable[str], service: Service) -> list[str]:
    """The names of profiles that links lead to, each once, in their order."""
    found: dict[str, None] = {}
    for link in links:
        if profile := service.profile.search(link):
            found.setdefault(profile[1])
    return list(found)


def slugs_like(links: Iterable[str], service: Service, name: str = "") -> list[str]:
    """Also of links that lead elsewhere as well, where they hold words of a name; "" is any."""
    held = list(links)
    pattern = service.profile_like_name
    loose = [found[1] for link in held if pattern and (found := pattern.search(link))]
    alike = [slug for slug in loose if not name or is_of(slug, name)]
    return list(dict.fromkeys([*slugs_in(held, service), *alike]))


def best_slug(slugs: Iterable[str], name: str, receiver: str) -> str:
    """The profile of `name` among several, "" where all are rather the receiver's."""
    ranked = [(_likeness(slug, name), -_likeness(slug, receiver), slug) for slug in slugs]
    ranked = [each for each in ranked if each[0] or not each[1]] or [
        each for each in ranked if -each[1] < 2
    ]
    return max(ranked, key=lambda each: each[:2])[2] if ranked else ""


def is_of(slug: str, name: str) -> bool:
    """Whether a profile's name holds words of a person's name."""
    return _likeness(slug, name) > 0


def identity_of(slug: str, service: Service) -> Identity | None:
    return identities.profile(_LINKS[service.network].format(slug)) if slug else None


def _likeness(slug: str, name: str) -> int:
    """How many words of the name stand in the profile's, written either way: Müller, Mueller."""
    folded = _folded(unquote(slug))
    apart = set(re.split(r"[\W_\d]+", folded))
    spellings = {_folded(name), _folded(name.casefold().translate(_TWO_LETTERS))}
    return max(
        sum(
            word in apart or (len(word) > 2 and word in folded) for word in re.findall(r"\w+", each)
        )
        for each in spellings
    )


def _folded(text: str) -> str:
    lower = "".join(_LETTERS.get(sign, sign) for sign in text.casefold())
    apart = unicodedata.normalize("NFKD", lower)
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
