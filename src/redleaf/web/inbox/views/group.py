"""One group of the inbox, page by page: choose several, and decide about them at once."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from redleaf.web.asking import today, user_of
from redleaf.web.inbox.groups import TITLES
from redleaf.web.inbox.pages import when_in_words
from redleaf.web.inbox.reasons import why_here
from redleaf.web.inbox.selectors.inbox import PAGE, readings_of, standing
from redleaf.web.inbox.services.reading import keep_up
from redleaf.web.inbox.views.paging import page_asked


@require_safe
def group(request: HttpRequest, name: str) -> HttpResponse:
    if name not in TITLES:
        raise Http404("There is no such group.")
    owner, day = user_of(request), today()
    keep_up(owner, day)
    page = page_asked(request)
    rows = [each for each in standing(owner, day) if each.group == name]
    last = page * PAGE
    readings = readings_of(rows[last - PAGE : last]).values()
    context = {
        "here": "inbox",
        "name": name,
        "title": TITLES[name],
        "count": len(rows),
        "rows": [
            (each, "".join(map(why_here, each.reasons[:1])), when_in_words(each.invitation.at, day))
            for each in readings
        ],
        "page": page,
        "more": page + 1 if len(rows) > last else 0,
        "page_size": PAGE,
    }
    return render(request, "inbox/group.html", context)
