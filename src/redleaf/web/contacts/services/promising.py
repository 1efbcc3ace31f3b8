"""Keep a promise that was made, from one line: what, and by when."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from django.utils.translation import gettext

from redleaf.contacts.encounters import Promise
from redleaf.formats.memory_line import read_memory_line
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act, Contact
from redleaf.web.contacts.records import record_of
from redleaf.web.contacts.services.keeping import keep_promise
from redleaf.web.contacts.services.recording import recorded
from redleaf.web.contacts.services.remembering import NothingToKeep

_LONGEST = 500
_MOST_WORDS_OF_A_DAY = 4
# A line of the memory, in each language of the desk: days are read in the language around them.
_FRAMES = ("I promised …", "ich habe … versprochen", "promis …", "prometí …")


def promise_in_line(owner: User, contact: Contact, line: str, *, today: dt.date) -> Act:
    """What the user promised `contact`: "the Lisbon dates by Friday".

    Raises NothingToKeep for a line that says nothing, or too much.
    """
    text = " ".join(line.split())
    if not text:
        raise NothingToKeep(
            gettext("This names nothing yet. Write what you promised, and by when.")
        )
    if len(text) > _LONGEST:
        raise NothingToKeep(
            gettext("This is longer than %(longest)s characters. Tell it shorter.")
            % {"longest": _LONGEST}
        )
    promise = _read(record_of(contact).called or "Somebody", text, today)
    what = gettext("Promised: %(text)s") % {"text": promise.text}
    with recorded(owner, Act.Kind.REMEMBER, what, origin="typed") as recorder:
        keep_promise(promise, contact.pk, recorder)
    return recorder.act


def _read(name: str, text: str, today: dt.date) -> Promise:
    """The day as the line of a memory is read; the words as they stand, without a day at their end.

    Where more would be lost than a day, nothing is.
    """
    for frame in _FRAMES:
        line = read_memory_line(f"{name}, {frame.replace('…', text)}", today=today)
        said = line.promises[0] if len(line.promises) == 1 else None
        if said and said.due:
            _, found, day = text.partition(said.text)
            is_a_day = found and len(day.split()) <= _MOST_WORDS_OF_A_DAY
            return replace(said, text=said.text if is_a_day else text, made_on=today)
    return Promise("", text.removeprefix("to "), made_on=today)
