"""A plan as JSON data, in the shape of docs/schemas/import.json."""

from __future__ import annotations

from typing import Any

from redleaf.contacts.contact import Contact, Identity
from redleaf.contacts.encounters import When
from redleaf.web.contacts.services.importing.plan import Between, Entry, ImportPlan


def plan_to_json(plan: ImportPlan) -> dict[str, Any]:
    """All that the plan holds. Whoever prints it adds what was done with it."""
    return {
        "schema": 1,
        "counts": plan.counts,
        "contacts": [_contact(entry) for entry in plan.entries],
        "encounters": [
            {
                "kind": each.record.kind,
                "when": _when(each.record.when),
                "event": each.record.event,
                "place": each.record.place,
                "people": _names(each, plan),
                "change": each.change,
            }
            for each in plan.encounters
        ],
        "letters": [
            {
                "network": each.record.network,
                "is_sent": each.record.is_sent,
                "at": each.record.at.isoformat() if each.record.at else None,
                "subject": each.record.subject,
                "person": "".join(_names(each, plan)),
                "change": each.change,
            }
            for each in plan.letters
        ],
        "promises": [
            {
                "text": each.record.text,
                "due": _when(each.record.due),
                "person": "".join(_names(each, plan)),
                "change": each.change,
            }
            for each in plan.promises
        ],
        "invitations": [
            {
                "network": each.record.network,
                "is_incoming": each.record.is_incoming,
                "name": each.record.name,
                "text": each.record.text,
                "at": each.record.at.isoformat() if each.record.at else None,
                "change": each.change,
            }
            for each in plan.invitations
        ],
        "problems": [
            {"file": each.file, "line": each.line, "what": each.what, "is_loss": each.is_loss}
            for each in plan.harvest.problems
        ],
        "remarks": list(plan.harvest.remarks),
    }


def _contact(entry: Entry) -> dict[str, Any]:
    of = entry.contact
    return {
        "name": of.called,
        "kind": of.kind,
        "organisation": of.role.organisation,
        "role": of.role.title,
        "identities": [_identity(each) for each in of.identities],
        "from": list(entry.keys),
        "change": entry.change,
        "changes": list(entry.changes),
        "meets": {"id": _met(entry), "name": entry.meets} if _met(entry) else None,
        "reasons": list(entry.reasons) if entry.change == "doubtful" or entry.answer else [],
        "answer": entry.answer or None,
    }


def _identity(each: Identity) -> dict[str, str]:
    return {"kind": each.kind, "network": each.network, "value": each.value, "shown": each.shown}


def _met(entry: Entry) -> str:
    if entry.contact_id:
        return str(entry.contact_id)
    return str(entry.near[0].contact_id) if entry.near else ""


def _when(when: When) -> dict[str, str | None]:
    return {
        "first": when.first.isoformat() if when.first else None,
        "last": when.last.isoformat() if when.last else None,
        "words": when.words,
    }


def _names(each: Between[Any], plan: ImportPlan) -> list[str]:
    return [plan.entries[place].contact.called for place in each.people]


def line_of(contact: Contact) -> str:
    """A person in a line: name, what they do, and how they are reached."""
    role = " at ".join(filter(None, (contact.role.title, contact.role.organisation)))
    shown = [each.shown for each in contact.identities if each.kind != "uid"][:2]
    called = [contact.called] if contact.called not in (role, *shown) else []
    return ", ".join(filter(None, (*called, role or contact.headline, *shown)))
