"""What a line of a card shows by its form: e-mail addresses, numbers, links, profiles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from redleaf.contacts import identities
from redleaf.contacts.contact import Identity
from redleaf.formats.card.words import Line


class Item(NamedTuple):
    """An identity on a line: from `start` to `end` of its text, label included."""

    identity: Identity
    start: int
    end: int


_EMAIL = re.compile(
    r"(?:\|(?=[\w.]))?[\w.+%'-]+\s?[@©®]\s?[\w-]+(?:\s?[.,]\s?[\w-]+)*\s?[.,]\s?[^\W\d_]{2,}"
)
_LABEL_EMAIL = re.compile(
    r"(?i)(?:e-?\s?mail|mail|correo(?: electrónico)?|courriel|email|e)\s?[:.|=]?\s*$"
)
_WEB = re.compile(
    r"(?i)(?:https?\s?:\s?//\s?|www\s?[.,]\s?)[\w-]+(?:\s?\.\s?[\w-]+)+(?:/[\w./@~%-]*)?"
    r"|\b(?:[\w-]+\.)+(?:com|org|net|de|fr|es|it|pt|nl|eu|io|uk|ch|at|be|pl|dev|app|info|social|me|"
    r"studio|museum|art|design|edu|gov|co|us|ca|au|ie|se|no|dk|fi|cat|xyz|online|tech|example|test|"
    r"biz|name|berlin|wien|paris|koeln|hamburg|shop|gmbh|coop|mx|ar|cl|lu|li|cz|hu|ro|gr|in|jp|cn)"
    r"(?:/[\w./@~%-]*)?(?![\w@])"
)
_LABEL_WEB = re.compile(
    r"(?i)(?:web(?:site|seite)?|internet|url|site|página|w|home(?:page)?)\s?[:.|]?\s*$"
)
_NUMBER = re.compile(
    r"(?<![\w@])(?:\+\s?|00\s?)?\(?\s?\d(?:[\s./()|:–—·•-]{0,3}\d){5,26}"
    r"(?:\s?(?:ext\.?|x|-|poste|Durchwahl)\s?\d{1,5})?(?![\w@])"
)
_LABELS = {
    "mobile": "m mob mobil mobile mobilé cell cellular cellulare handy mobiltelefon mobiltel móvil "
    "movil port portable gsm cel celular",
    "fax": "f fax telefax télécopie telecopie fx",
    "work": "t tel tél teléfono telefono téléphone telephone telefon fon phone ph p office büro "
    "direct direkt durchwahl d o zentrale oficina bureau standard switchboard main tlf tfno tlfno",
}
_KINDS = "|".join(f"(?P<{name}>{words.replace(' ', '|')})" for name, words in _LABELS.items())
_LABEL = re.compile(rf"(?i)(?<![^\W\d_])(?:{_KINDS})\b\s?[.:|)/»>-]*\s*(?:n[°ºo]\.?\s*)?\(?$")
# What else has many digits: tax and bank numbers, registers, postal codes with a box.
_NO_PHONE = re.compile(
    r"(?i)\b(?:ust|vat|tva|n\.?i\.?f|c\.?i\.?f|siret|siren|iban|bic|hrb|hra|rcs|steuer\w*|konto|"
    r"company no|ean|isbn|b\.?p|postfach|p\.?o\.? ?box|apartado)\b(?:\W*[\w-]+){0,2}\W*$"
)
_HANDLE = re.compile(r"(?<![\w.])@[\w.]{2,}\w")
_FEWEST_DIGITS, _MOST_DIGITS = 7, 15


def items_of(line: Line) -> list[Item]:
    """The identities on a line, in its order, none of them overlapping another."""
    found: list[Item] = []
    for find in (_emails, _links, _numbers, _handles):
        for item in find(line.text):
            if all(item.end <= other.start or other.end <= item.start for other in found):
                found.append(item)
    return sorted(found, key=lambda item: item.start)


def phone_label(text: str) -> str:
    """What a short text beside a number says of it: "mobile", "fax", "work", or ""."""
    found = _LABEL.search(text.strip())
    return str(found.lastgroup) if found else ""


def is_label(text: str) -> bool:
    """Whether all of a short text is a label: "Tel.:", "E-Mail", "Web"."""
    bare = text.strip(" .:|-")
    return len(bare) <= 16 and any(
        pattern.fullmatch(bare) for pattern in (_LABEL, _LABEL_EMAIL, _LABEL_WEB)
    )


def _emails(text: str) -> Iterator[Item]:
    for match in _EMAIL.finditer(text):
        written = re.sub(r"\s", "", match.group()).replace(",", ".")
        written = re.sub("[©®]", "@", written).replace("|", "l")
        found = identities.email(written)
        if found:
            yield Item(found, _start(_LABEL_EMAIL, text, match.start()), match.end())


def _links(text: str) -> Iterator[Item]:
    for match in _WEB.finditer(text):
        written = re.sub(r"\s", "", match.group()).replace("www,", "www.").rstrip(".,;")
        if _AFTER_AT.search(text, 0, match.start()):
            continue
        found = identities.website(written)
        if found:
            yield Item(found, _start(_LABEL_WEB, text, match.start()), match.end())


# What follows an @, with a gap that Tesseract saw, is no web address.
_AFTER_AT = re.compile(r"[@©®]\s?[\w-]{0,4}\s?$")
_BROKEN_EMAIL = re.compile(r"(?P<box>[\w.+-]+)\s?[@©®]\s?(?P<host>[\w.,\s-]+)$")


def email_by_host(text: str, hosts: Sequence[str]) -> Identity | None:
    """An address whose host was misread, where the card's web address has the same letters."""
    found = _BROKEN_EMAIL.search(text)
    letters = re.sub(r"[^a-z0-9]", "", found["host"].casefold()) if found else ""
    for host in hosts:
        if found and letters and letters == re.sub(r"[^a-z0-9]", "", host):
            return identities.email(f"{found['box']}@{host}")
    return None


def _numbers(text: str) -> Iterator[Item]:
    text = _MISREAD.sub(lambda match: match.group().translate(_DIGITS), text)
    for match in _NUMBER.finditer(text):
        for start, end in _single(text, match.start(), match.end()):
            digits = sum(char.isdigit() for char in text[start:end])
            if not _FEWEST_DIGITS <= digits <= _MOST_DIGITS or _NO_PHONE.search(text, 0, start):
                continue
            label = _LABEL.search(text, 0, start)
            written = re.sub(r"\s+", " ", text[start:end].replace("|", "")).strip()
            found = identities.phone(written, label=str(label.lastgroup) if label else "")
            if found:
                yield Item(found, label.start() if label else start, end)


# "(S03)" and "O4O" among digits.
_MISREAD = re.compile(r"(?<![^\W\d_])(?=[SOolIB\d]*\d)[SOolIB\d]{3,}(?![^\W\d_])")
_DIGITS = str.maketrans("SOolIB", "500118")
_BETWEEN_NUMBERS = re.compile(r"\s+[-–—·•|:;]\s+")


def _single(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Two numbers on one line, with a dot or dash between them; an area code alone is no number."""
    between = [match.span() for match in _BETWEEN_NUMBERS.finditer(text, start, end)]
    starts, ends = [start, *(after for _, after in between)], [*(at for at, _ in between), end]
    parts = list(zip(starts, ends, strict=True))
    if all(sum(char.isdigit() for char in text[one:other]) >= 6 for one, other in parts):
        return parts
    return [(start, end)]


_NETWORKS = ("linkedin", "xing", "instagram", "twitter", "facebook", "bluesky", "mastodon")


def _handles(text: str) -> Iterator[Item]:
    for match in _HANDLE.finditer(text):
        named = next((each for each in _NETWORKS if each in text.casefold()), "")
        network = "x" if named == "twitter" else named
        found = identities.profile(match.group().lstrip("@"), network=network) if network else None
        found = found or identities.messenger(match.group(), "handle")
        if found:
            yield Item(found, 0 if network else match.start(), match.end())


def _start(label: re.Pattern[str], text: str, at: int) -> int:
    found = label.search(text, 0, at)
    is_apart = found is not None and (found.start() == 0 or not text[found.start() - 1].isalnum())
    return found.start() if found is not None and is_apart else at
