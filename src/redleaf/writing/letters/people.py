"""People in a line: who somebody is, as one says it to a third person."""

from __future__ import annotations

from redleaf.notes.brief import Recipient
from redleaf.writing.names import bare_name
from redleaf.writing.soundness import LONGEST, sound


def who_in_short(who: Recipient) -> str:
    """ "Mira Holt, curator at Muzeum Wody": the name, and the work as far as it is known."""
    name, work = _name(who), work_of(who)
    if not work:
        return name
    return f"{name}, {work}" if sound(who.role, longest=LONGEST["company"]) else f"{name} at {work}"


def work_of(who: Recipient) -> str:
    """ "curator at Muzeum Wody", "curator", "Muzeum Wody"; "" when nothing is known."""
    role = sound(who.role, longest=LONGEST["company"])
    company = sound(who.company, longest=LONGEST["company"])
    between = ", " if who.language[:2] not in ("en", "") else " at "
    return between.join(part for part in (role, company) if part)


def _name(who: Recipient) -> str:
    name = sound(who.name, longest=LONGEST["name"], lines=True)
    return bare_name(name) if who.register != "formal" else name
