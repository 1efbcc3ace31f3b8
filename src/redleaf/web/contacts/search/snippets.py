"""Where a contact answers a query: the field, and the piece of its text that shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from redleaf.web.contacts.models import Contact
from redleaf.web.contacts.search.folding import name_words_of, words_of

_SNIPPET_CHARS = 80
_TEXT_CHARS = 20_000
_SHOWN_IDENTITIES = {"email": "e-mail", "phone": "phone", "profile": "profile"}


@dataclass(frozen=True, slots=True)
class Place:
    """The field and the piece of text in which so many of the words stand; "" where none does."""

    field: str = ""
    snippet: str = ""
    words: int = 0


def found_in(texts: Iterable[tuple[str, str]], words: Sequence[str]) -> Place:
    """The first of the texts in which most of the words stand."""
    best = Place()
    for field, text in texts:
        there = _count(field, text, words)
        if there > best.words:
            best = Place(field, _around(text, words), there)
        if best.words == len(words):
            break
    return best


def own_texts(contact: Contact) -> Iterator[tuple[str, str]]:
    """What is searched of a contact's own rows, in the order in which a person would name it."""
    yield "name", contact.name
    for other in contact.details.get("other_names", ()):
        yield "other name", other["text"]
    for role in contact.role_rows.all():
        yield "organisation", role.organisation
        yield "title", role.title
        yield "department", role.department
    yield "headline", contact.headline
    for tag in contact.tag_rows.all():
        yield "tag", tag.name
    for note in contact.note_rows.all():
        yield "note", note.text
    for identity in contact.identity_rows.all():
        yield _SHOWN_IDENTITIES.get(identity.kind, "link"), identity.written or identity.value
        yield _SHOWN_IDENTITIES.get(identity.kind, "link"), identity.value
    yield "name", " ".join(contact.details.get("parts", {}).values())


def texts_of_encounters(contact: Contact) -> Iterator[tuple[str, str]]:
    """The same of the encounters at which they were."""
    for encounter in contact.encounters.all():
        yield "event", encounter.event
        yield "place", encounter.place
        for topic in encounter.topics:
            yield "topic", topic
        yield "said", encounter.said
        yield "introduced by", encounter.introduced_by
        yield "encounter", encounter.notes


def _count(field: str, text: str, words: Sequence[str]) -> int:
    if not text:
        return 0
    there = name_words_of(text) if "name" in field else words_of(text[:_TEXT_CHARS])
    return sum(any(each.startswith(word) for each in there) for word in words)


def _around(text: str, words: Sequence[str]) -> str:
    """The piece of a long text that holds the first word found, cut between words."""
    flat = " ".join(text[:_TEXT_CHARS].split())
    if len(flat) <= _SNIPPET_CHARS:
        return flat
    pieces = flat.split(" ")
    if len(pieces) == 1:
        return f"{flat[:_SNIPPET_CHARS]}…"
    at = next((at for at, piece in enumerate(pieces) if _count("", piece, words)), 0)
    first = max(0, at - 4)
    shown = " ".join(pieces[first:])[:_SNIPPET_CHARS]
    return f"{'… ' if first else ''}{shown}{'…' if len(shown) == _SNIPPET_CHARS else ''}"
