"""One group of the inbox, page by page: choose several, and decide about them at once."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from redleaf.web.asking import today, user_of
from redleaf.web.inbox.groups import TITLES
from redleaf.web.inbox.pages import when_in_words
from redleaf.web.inbox.selectors.inbox import PAGE, waiting
from redleaf.web.inbox.services.reading import keep_up

_LAST_PAGE = 10_000


@require_safe
def group(request: HttpRequest, name: str) -> HttpResponse:
    if name not in TITLES:
        raise Http404("There is no such group.")
    owner, day = user_of(request), today()
    keep_up(owner, day)
    said = request.GET.get("page", "")
    page = min(int(said), _LAST_PAGE) if said.isascii() and said.isdigit() and int(said) else 1
    rows = waiting(owner, day).filter(group=name).select_related("invitation")
    first = (page - 1) * PAGE
    readings = list(rows[first : first + PAGE + 1])
    context = {
        "here": "inbox",
        "name": name,
        "title": TITLES[name],
        "count": rows.order_by().count(),
        "rows": [(each, when_in_words(each.invitation.at, day)) for each in readings[:PAGE]],
        "page": page,
        "more": page + 1 if len(readings) > PAGE else 0,
        "page_size": PAGE,
    }
    return render(request, "inbox/group.html", context)
