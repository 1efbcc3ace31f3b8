"""What was decided: to find it again, to copy its answer, or to decide otherwise."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from redleaf.web.asking import today, user_of
from redleaf.web.inbox.groups import TAKEN
from redleaf.web.inbox.pages import when_in_words
from redleaf.web.inbox.selectors.decided import PAGE, decided_by
from redleaf.web.inbox.views.paging import page_asked, query_asked


@require_safe
def decided(request: HttpRequest) -> HttpResponse:
    page, query, day = page_asked(request), query_asked(request), today()
    found = decided_by(user_of(request), page=page, query=query)
    context = {
        "here": "inbox",
        "query": query,
        "count": found.in_all,
        "rows": [
            (each, TAKEN[each.decision], when_in_words(each.decided_at, day))
            for each in found.choices
        ],
        "more": page + 1 if found.in_all > page * PAGE else 0,
        "page_size": PAGE,
    }
    return render(request, "inbox/decided.html", context)
