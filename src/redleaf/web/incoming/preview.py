"""What the page shows of a plan: every group with its entries, the first of them where many."""

from __future__ import annotations

from itertools import islice
from typing import Any

from redleaf.contacts.contact import Contact as Record
from redleaf.web.accounts.models import User
from redleaf.web.contacts.likeness import reason_in_words
from redleaf.web.contacts.models import Contact
from redleaf.web.contacts.records import record_of, whole
from redleaf.web.contacts.services.importing import CHANGES, Entry, ImportPlan
from redleaf.web.contacts.services.importing.telling import line_of

MOST_SHOWN = 200
_BETWEEN = ("encounters", "letters", "promises", "invitations")


def preview_of(owner: User, plan: ImportPlan) -> dict[str, Any]:
    """JSON data: `groups` by change with `count` and `entries`, `questions`, `also`, and of the
    problems `unread` (what they cost) and `borne` (all was read) with `count` and `entries`.
    """
    counts = plan.counts
    return {
        "groups": {
            change: {"count": counts[change], "entries": _entries(change, plan)}
            for change in CHANGES
        },
        "questions": _questions(owner, plan),
        "unread": _problems(plan, is_loss=True),
        "borne": _problems(plan, is_loss=False),
        "remarks": plan.harvest.remarks,
        "also": {
            kind: sum(each.change == "new" for each in getattr(plan, kind)) for kind in _BETWEEN
        },
        "changes_nothing": plan.changes_nothing,
    }


def _entries(change: str, plan: ImportPlan) -> list[dict[str, Any]]:
    first = islice(plan.entries_that_are(change), MOST_SHOWN)
    return [{"name": entry.contact.called, "told": _told(entry)} for entry in first]


def _problems(plan: ImportPlan, *, is_loss: bool) -> dict[str, Any]:
    found = [each for each in plan.harvest.problems if each.is_loss == is_loss]
    entries = [
        {"place": f"{each.file}:{each.line}" if each.line else each.file, "what": each.what}
        for each in found[:MOST_SHOWN]
    ]
    return {"count": len(found), "entries": entries}


def _told(entry: Entry) -> str:
    if entry.change == "changed":
        return "; ".join(entry.changes)
    return line_of(entry.contact).removeprefix(entry.contact.called).lstrip(", ")


def _questions(owner: User, plan: ImportPlan) -> list[dict[str, Any]]:
    doubtful = list(islice(plan.entries_that_are("doubtful"), MOST_SHOWN))
    ids = [entry.near[0].contact_id for entry in doubtful]
    known: dict[Any, Record] = {
        each.pk: record_of(each) for each in whole(Contact.objects.filter(owner=owner, pk__in=ids))
    }
    asked = sorted((e for e in doubtful if e.near[0].contact_id in known), key=lambda e: e.key)
    return [
        {
            "number": number,
            "key": entry.key,
            "said": line_of(entry.contact),
            "known": line_of(known[entry.near[0].contact_id]),
            "reasons": [reason_in_words(each) for each in entry.reasons],
        }
        for number, entry in enumerate(asked)
    ]
