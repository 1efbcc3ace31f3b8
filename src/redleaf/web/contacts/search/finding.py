"""Find contacts by what somebody types: beginnings, without accents, with a slip in a name.

Those whose names answer come first, the whole word before its beginning; then those of whom
anything else does; last, names that are spelt nearly so. Among equals whoever was seen last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import prefetch_related_objects

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Contact
from redleaf.web.contacts.records import whole
from redleaf.web.contacts.search.asking import (
    MANY,
    Hit,
    all_of,
    count_of,
    lately_seen,
    misspelt_like,
)
from redleaf.web.contacts.search.folding import words_of
from redleaf.web.contacts.search.snippets import found_in, own_texts, texts_of_encounters

# What is longer than a line is a text that was pasted by mistake: its beginning is looked for.
_QUERY_CHARS = 200
_QUERY_WORDS = 8


@dataclass(frozen=True, slots=True)
class Found:
    """A contact that answers a query, with the rows of its own already read.

    `field` says in a word where ("name", "organisation", "event" …); `snippet` is the piece of
    text that matched, as written; both are "" where only a spelling comes near.
    """

    contact: Contact
    field: str
    snippet: str


def search_contacts(owner: User, query: str, *, limit: int = 20, offset: int = 0) -> list[Found]:
    """The contacts of `owner` that answer `query`, best first; none for a query without a word."""
    ids = search_ids(owner, query, limit=limit, offset=offset)
    return _found(ids, query_words(query)) if ids else []


def search_ids(owner: User, query: str, *, limit: int, offset: int = 0) -> list[UUID]:
    """As `search_contacts`, their ids alone."""
    words = query_words(query)
    if not words or limit <= 0:
        return []
    wanted = max(offset, 0) + limit
    hits: dict[UUID, None] = {}
    for of, is_prefix in (("names", False), ("names", True), ("all", True)):
        # Whoever is found already may be found again.
        most = wanted + len(hits)
        tier = _answers(owner, words, of, most, is_prefix=is_prefix)
        hits.update(dict.fromkeys(hit.contact_id for hit in tier))
        if len(hits) >= wanted:
            break
    else:
        hits.update(dict.fromkeys(hit.contact_id for hit in _misspelt(owner, words)))
    return list(hits)[wanted - limit : wanted]


def query_words(query: str) -> list[str]:
    """The words of a query, folded; the last one may be a beginning."""
    return list(dict.fromkeys(words_of(query[:_QUERY_CHARS])))[:_QUERY_WORDS]


def _answers(
    owner: User, words: Sequence[str], of: str, most: int, *, is_prefix: bool
) -> list[Hit]:
    """Those who answer. Where thousands do, those seen lately, if they fill the page."""
    count = count_of(words, of=of, is_prefix=is_prefix)
    if not count:
        return []
    if count == MANY:
        lately = lately_seen(owner, words, most, of=of, is_prefix=is_prefix)
        if len(lately) == most:
            return lately
    return all_of(owner, words, most, of=of, is_prefix=is_prefix)


def _misspelt(owner: User, words: Sequence[str]) -> list[Hit]:
    near = misspelt_like(owner, words)
    return sorted(near, key=lambda hit: (-hit.likeness, -hit.seen, hit.names))


def _found(contact_ids: Sequence[UUID], words: Sequence[str]) -> list[Found]:
    by_id = {each.pk: each for each in whole(Contact.objects.filter(pk__in=contact_ids))}
    contacts = [by_id[contact_id] for contact_id in contact_ids if contact_id in by_id]
    places = {each.pk: found_in(own_texts(each), words) for each in contacts}
    # Most answer by their name: encounters are read of those alone of whom something is missing.
    missing = [each for each in contacts if places[each.pk].words < len(words)]
    prefetch_related_objects(missing, "encounters")
    for each in missing:
        place = found_in(texts_of_encounters(each), words)
        if place.words > places[each.pk].words:
            places[each.pk] = place
    return [Found(each, places[each.pk].field, places[each.pk].snippet) for each in contacts]
