"""Lists and days as the desk says them, in the language of who asks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext

from redleaf.contacts.days_in_words import whole_span
from redleaf.contacts.encounters import When


def listed(parts: Sequence[str]) -> str:
    """ "ash, moss and rain"."""
    if len(parts) < 2:
        return "".join(parts)
    return gettext("%(first)s and %(last)s") % {"first": ", ".join(parts[:-1]), "last": parts[-1]}


def day_in_words(day: dt.date | None, today: dt.date) -> str:
    """ "19 Nov", with the year where it is another one; "" for no day."""
    if day is None:
        return ""
    return date_format(day, gettext("j M") if day.year == today.year else gettext("j M Y"))


def when_in_words(when: When, today: dt.date) -> str:
    """As `redleaf.contacts.days_in_words` has it, in the language of who asks."""
    if when.words and when.day is None:
        return when.words
    if when.day or when.first is None or when.last is None:
        return day_in_words(when.first or when.last, today)
    span = whole_span(when.first, when.last)
    if span:
        return date_format(when.first, gettext("F Y") if span == "month" else "Y")
    first, last = day_in_words(when.first, today), day_in_words(when.last, today)
    return gettext("%(first)s to %(last)s") % {"first": first, "last": last}
