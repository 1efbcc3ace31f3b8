"""What a line shows by its form alone: links, addresses, numbers, @handles, #tags, quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redleaf.contacts import identities
from redleaf.contacts.contact import Identity
from redleaf.formats.memory_line.sheet import Sheet
from redleaf.notes.spans import Span

_EMAIL = re.compile(r"(?i)(?:mailto:)?[\w.+%'-]+@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}")
_LINK = re.compile(
    r"(?i)\bhttps?://[^\s<>\"']+|\bwww\.[^\s<>\"']+"
    r"|\b(?:[\w-]+\.)+(?:com|org|net|de|fr|es|it|pt|nl|eu|io|uk|ch|at|be|pl|dev|app|info|social|me|"
    r"studio|museum|art|design|edu|gov|co|us|ca|au|ie|se|no|dk|fi|cat|xyz|club|online|tech)"
    r"(?:/[^\s<>\"',;]*)?(?![\w@])"
)
_HANDLE = re.compile(r"(?<![\w@./])@[\w.]+(?:-\w+)*(?:@[\w-]+(?:\.[\w-]+)+)?")
_PHONE = re.compile(
    r"(?<![\w.,/-])(?:\+|00)?\(?\d(?:[\s./()\u00a0–-]{0,3}\d){6,14}(?:\s?(?:ext\.?|x)\s?\d{1,5})?"
    r"(?![\w-])"
)
_DATE = re.compile(r"\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}")
_FEWEST_DIGITS = 7
_TAG = re.compile(r"(?<![\w#&])#([^\W\d_][\w-]*|\d*[^\W\d_][\w-]*)")
_QUOTE = re.compile(
    r"“[^”\n]{2,}”|„[^“”\n]{2,}[“”]|«[^»\n]{2,}»|»[^«\n]{2,}«|\"[^\"\n]{2,}\"|‘[^\n]{2,}?’(?!\w)"
    r"|(?<!\w)'[^\n]{2,}?'(?!\w)"
)
_NETWORKS = {
    "linkedin": "linkedin", "xing": "xing", "facebook": "facebook", "fb": "facebook",
    "instagram": "instagram", "insta": "instagram", "ig": "instagram", "twitter": "x", "x": "x",
    "bluesky": "bluesky", "bsky": "bluesky", "mastodon": "mastodon", "meetup": "meetup",
}  # fmt: skip
_ON_NETWORK = r"\b(" + "|".join(_NETWORKS) + r")"
_NETWORK_BEFORE = re.compile(
    _ON_NETWORK + r"\s*(?:handle|profile)?\s*(?:is|:|=|-)?\s*$", re.IGNORECASE
)
_NETWORK_AFTER = re.compile(
    r"\s*(?:\(\s*)?(?:on|at|auf|sur|en|@|/)?\s*" + _ON_NETWORK + r"\b\s*\)?", re.IGNORECASE
)
_LABEL = re.compile(
    r"(?i)(?:\b(?:e-?mail|mail|tel|telephone|phone|mobile|mob|cell|fon|telefon|handy|mobil|fax|"
    r"téléphone|portable|teléfono|móvil|correo|web|website|site|link|t|m|p)"
    r"(?: (?:is|number|address|ist|est|es))?)\s*[:.=]?\s*$"
)
_LABELS = {
    "mobile": "mobile", "mob": "mobile", "cell": "mobile", "handy": "mobile", "mobil": "mobile",
    "portable": "mobile", "móvil": "mobile", "m": "mobile", "fax": "fax",
}  # fmt: skip


def claim_marks(sheet: Sheet) -> None:
    """Write identities and tags on the sheet, with the words that label them."""
    for find in (_emails, _handles, _links, _phones):  # a handle may end as a link does
        for span, identity in find(sheet):
            if sheet.is_free(span):
                sheet.claim("identity", span)
                sheet.identities.append(identity)
    for match in _TAG.finditer(sheet.text):
        if sheet.is_free(Span(*match.span())):
            sheet.claim("tag", Span(*match.span()))
            sheet.tags.append(match[1])


def quotations(sheet: Sheet) -> list[Span]:
    """Where somebody's words stand between quotation marks, marks included."""
    return [Span(*match.span()) for match in _QUOTE.finditer(sheet.text)]


def _emails(sheet: Sheet) -> Iterator[tuple[Span, Identity]]:
    for match in _EMAIL.finditer(sheet.text):
        found = identities.email(match.group())
        if found and not sheet.text[: match.start()].endswith("@"):
            yield _labelled(sheet, match)[0], found


def _links(sheet: Sheet) -> Iterator[tuple[Span, Identity]]:
    for match in _LINK.finditer(sheet.text):
        written = match.group().rstrip(".,;:!?)")
        found = identities.website(written)
        if found:
            span, _ = _labelled(sheet, match)
            yield Span(span.start, match.start() + len(written)), found


def _handles(sheet: Sheet) -> Iterator[tuple[Span, Identity]]:
    for match in _HANDLE.finditer(sheet.text):
        written = match.group().rstrip(".")
        if len(written) < 3:
            continue
        before = _NETWORK_BEFORE.search(sheet.text, 0, match.start())
        after = _NETWORK_AFTER.match(sheet.text, match.start() + len(written))
        named = before or after
        network = _NETWORKS[named[1].lower()] if named else _network_of(written)
        start = before.start() if before else match.start()
        end = after.end() if after and not before else match.start() + len(written)
        found = identities.profile(written.lstrip("@"), network=network) if network else None
        found = found or identities.messenger(written, "handle")
        if found:
            yield Span(start, end), found


def _network_of(handle: str) -> str:
    if "@" in handle[1:]:
        return "mastodon"
    return "bluesky" if "." in handle and handle.lower().endswith((".social", ".app")) else ""


def _phones(sheet: Sheet) -> Iterator[tuple[Span, Identity]]:
    for match in _PHONE.finditer(sheet.text):
        span, label = _labelled(sheet, match)
        digits = sum(char.isdigit() for char in match.group())
        is_day = any(day.span.overlaps(Span(*match.span())) for day in sheet.days)
        is_day = is_day or _DATE.fullmatch(match.group().strip()) is not None
        found = identities.phone(match.group(), label=label)
        if found and not is_day and digits >= _FEWEST_DIGITS:
            yield span, found


def _labelled(sheet: Sheet, match: re.Match[str]) -> tuple[Span, str]:
    """The span with the label before it ("Tel.:"), and what the label says of a number."""
    label = _LABEL.search(sheet.text, 0, match.start())
    if label is None:
        return Span(*match.span()), ""
    word = label.group().split()[0].strip(".:=").lower()
    return Span(label.start(), match.end()), _LABELS.get(word, "")
