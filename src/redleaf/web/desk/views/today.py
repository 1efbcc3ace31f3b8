"""The page Today: what matters now, each thing with the one act that settles it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from redleaf.web.asking import today as this_day
from redleaf.web.asking import user_of
from redleaf.web.desk.counting import in_words
from redleaf.web.desk.waiting import minutes_for, what_waits


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    waiting = what_waits(user_of(request), this_day())
    things = waiting.things
    told = in_words(len(things), "thing", "things").capitalize()
    minutes = minutes_for(things)
    context = {
        "here": "today",
        "day": this_day(),
        "waiting": waiting,
        "headline": f"{told}, about {in_words(minutes, 'minute', 'minutes')}." if things else "",
    }
    return render(request, "desk/today.html", context)
