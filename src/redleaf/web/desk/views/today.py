"""The page Today: what matters now, each thing with the one act that settles it."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_safe

from redleaf.web.asking import today as this_day
from redleaf.web.asking import user_of
from redleaf.web.desk.counting import in_words
from redleaf.web.desk.waiting import Thing, minutes_for, what_waits
from redleaf.web.inbox.services.reading import keep_up


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    keep_up(user_of(request), this_day())
    waiting = what_waits(user_of(request), this_day())
    context = {
        "here": "today",
        "day": this_day(),
        "waiting": waiting,
        "headline": _headline(waiting.things),
    }
    return render(request, "desk/today.html", context)


def _headline(things: Sequence[Thing]) -> str:
    """ "Two things, about five minutes."."""
    if not things:
        return ""
    number, minutes = len(things), minutes_for(things)
    told = in_words(number, ngettext("%(n)s thing", "%(n)s things", number))
    lasts = in_words(minutes, ngettext("%(n)s minute", "%(n)s minutes", minutes))
    words = gettext("%(things)s, about %(minutes)s.") % {"things": told, "minutes": lasts}
    return f"{words[:1].upper()}{words[1:]}"
