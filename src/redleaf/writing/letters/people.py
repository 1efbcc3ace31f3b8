"""People in a line: who somebody is, as one says it to a third person."""

from __future__ import annotations

import re

from redleaf.notes.brief import Recipient
from redleaf.writing.languages import Language
from redleaf.writing.names import bare_name
from redleaf.writing.soundness import LONGEST, sound


def who_in_short(who: Recipient) -> str:
    """ "Mira Holt, curator at Muzeum Wody": the name, and the work as far as it is known."""
    name, work = _name(who), work_of(who)
    if not work:
        return name
    return f"{name}, {work}" if sound(who.role, longest=LONGEST["company"]) else f"{name} at {work}"


def who_is(who: Recipient, tongue: Language) -> str:
    """ "Mira Holt is a curator at Muzeum Wody." where the language can say it so; else in short."""
    shape = tongue.read_role(work_of(who), False) if tongue.read_role else None
    said = shape.slots if shape else {}
    if "as_you" in said:
        return f"{_name(who)} is {said['as_you'][0].text}."
    # "Binds books by hand" was said of a third person as it was.
    is_deed = "about_you" in said and not re.match(r"you(?:'re| are)\b", said["about_you"][0].text)
    return f"{_name(who)} {work_of(who)}." if is_deed else f"{who_in_short(who)}."


def work_of(who: Recipient) -> str:
    """ "curator at Muzeum Wody", "curator", "Muzeum Wody"; "" when nothing is known."""
    role = sound(who.role, longest=LONGEST["company"])
    company = sound(who.company, longest=LONGEST["company"])
    between = ", " if who.language[:2] not in ("en", "") else " at "
    return between.join(part for part in (role, company) if part)


def _name(who: Recipient) -> str:
    name = sound(who.name, longest=LONGEST["name"], lines=True)
    return bare_name(name) if who.register != "formal" else name
