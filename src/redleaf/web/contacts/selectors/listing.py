"""People as a list, narrowed by filters and a search, a page at a time, each as quick as the first.

A set of few (an event, most tags) is read and the rest is asked about them; of the largest ones
the list is gone through by name, and each is asked whether it belongs, until the page is full.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, Q, QuerySet

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Contact, Document
from redleaf.web.contacts.rows import listed
from redleaf.web.contacts.search.finding import search_ids
from redleaf.web.contacts.search.standing import reckon_due
from redleaf.web.contacts.selectors.filters import Filters
from redleaf.web.contacts.selectors.lines import TOLD_IN_LINES

PAGE_SIZE = 50
# So many people are counted, and chosen for one act, at most.
MOST_CHOSEN = 2_000
# A set of no more is where a list begins; of a larger one each person is asked about it.
FEW = 10_000


@dataclass(frozen=True, slots=True)
class Page:
    """One page: the contacts in order, how many are found in all, and where the next one begins.

    `is_more` says that more than `count` are found; `after` is "" on the last page.
    """

    contacts: list[Contact]
    count: int
    is_more: bool
    after: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose list it is, and what is asked for."""

    owner: User
    filters: Filters
    query: str
    today: dt.date

    @property
    def is_everybody(self) -> bool:
        return not (self.query or self.filters.asked())


def page_of(asked: Asked, after: str) -> Page:
    """The page behind `after`, as the page before it said; the first one for anything else."""
    reckon_due(asked.owner, asked.today)
    if asked.query:
        return _page_of_search(asked, after)
    documents = _documents(asked)
    if documents.is_few:
        first = list(documents.rows.values_list("contact_id", flat=True)[: MOST_CHOSEN + 1])
        if (page := _page_of_few(first, after)) is not None:
            return page
    following = documents.rows
    last = _last_of_page(asked.owner, after)
    if last is not None:
        later = Q(sort_name__gt=last.sort_name)
        later |= Q(sort_name=last.sort_name, contact_id__gt=last.contact_id)
        # The first condition is all that an index can begin with.
        following = following.filter(sort_name__gte=last.sort_name).filter(later)
    ids = list(following.values_list("contact_id", flat=True)[: PAGE_SIZE + 1])
    shown = ids[:PAGE_SIZE]
    count, is_more = _count(asked, documents)
    return Page(_in_order(shown), count, is_more, str(shown[-1]) if len(ids) > PAGE_SIZE else "")


def chosen_ids(asked: Asked) -> list[UUID]:
    """All that are found, in the order of the list; `MOST_CHOSEN` and one more at most."""
    reckon_due(asked.owner, asked.today)
    if asked.query:
        return _found(asked, MOST_CHOSEN + 1)
    return list(_documents(asked).rows.values_list("contact_id", flat=True)[: MOST_CHOSEN + 1])


@dataclass(frozen=True, slots=True)
class _Documents:
    """The documents of those who belong to a list, by name; `is_few` where a small set begins it.

    Then all have to be read to put them by name.
    """

    rows: QuerySet[Document]
    is_few: bool


def _documents(asked: Asked, among: Sequence[UUID] | None = None) -> _Documents:
    """Of everybody, or `among` so many."""
    found = Document.objects.filter(asked.filters.of_documents(asked.today))
    least = FEW + 1
    if among is not None:
        least = len(among)
        found = found.filter(contact_id__in=listed(among))
    for named in asked.filters.sets(asked.today):
        ids = named.of(asked.owner)
        size = ids[: FEW + 1].count()
        least = min(least, size)
        found = found.filter(contact_id__in=ids) if size <= FEW else found.filter(named.of_each())
    if least > FEW:
        found = found.filter(owner=asked.owner)
    else:
        # By an index that begins with the owner SQLite would go through all of theirs.
        found = found.alias(whose=F("owner_id") + 0).filter(whose=asked.owner.pk)
    return _Documents(found.order_by("sort_name", "contact_id"), least <= FEW)


def _page_of_few(first: Sequence[UUID], after: str) -> Page | None:
    """Of the first so many, which counts them, too; None for a page that lies behind them."""
    places = {str(each): place for place, each in enumerate(first, 1)}
    start = places.get(after, 0)
    end = start + PAGE_SIZE
    is_more = len(first) > MOST_CHOSEN
    if is_more and (end >= len(first) or (after and not start)):
        return None
    following = str(first[end - 1]) if end < len(first) else ""
    count = min(len(first), MOST_CHOSEN)
    return Page(_in_order(first[start:end]), count, is_more, following)


def _count(asked: Asked, documents: _Documents) -> tuple[int, bool]:
    """How many there are; where each has to be asked, no more than anybody chooses at once."""
    if asked.is_everybody:
        return Document.objects.filter(owner=asked.owner).count(), False
    count = documents.rows.order_by()[: MOST_CHOSEN + 1].count()
    return min(count, MOST_CHOSEN), count > MOST_CHOSEN


def _page_of_search(asked: Asked, after: str) -> Page:
    """Of a search alone no more is read than the page shows: that is what makes typing quick."""
    start = int(after) if after.isascii() and after.isdigit() and len(after) < 7 else 0
    end = start + PAGE_SIZE
    found = _found(asked, MOST_CHOSEN + 1 if asked.filters.asked() else end + 1)
    most = MOST_CHOSEN if asked.filters.asked() else end
    following = str(end) if len(found) > end else ""
    return Page(
        _in_order(found[start:end]), min(len(found), most), len(found) > most, following
    )  # fmt: skip


def _found(asked: Asked, most: int) -> list[UUID]:
    """Whom the search finds, best first, of those who belong to the list."""
    found = search_ids(asked.owner, asked.query, limit=most)
    if not asked.filters.asked():
        return found
    belong = _documents(asked, found).rows.order_by()
    there = set(belong.values_list("contact_id", flat=True))
    return [each for each in found if each in there]


def _in_order(ids: Sequence[UUID]) -> list[Contact]:
    rows = {
        each.pk: each for each in Contact.objects.filter(pk__in=ids).order_by().only(*TOLD_IN_LINES)
    }
    return [rows[each] for each in ids if each in rows]


def _last_of_page(owner: User, after: str) -> Document | None:
    """After whom a page begins; None for the first page, or where they are gone."""
    try:
        wanted = UUID(after)
    except ValueError:
        return None
    return Document.objects.filter(owner=owner, contact_id=wanted).first()
