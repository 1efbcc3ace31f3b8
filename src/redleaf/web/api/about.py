"""A page for people: what programs may ask, how, and with which key."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from redleaf.web.api.limits import MOST_BYTES, REQUESTS_A_MINUTE
from redleaf.web.api.shapes import MOST_AT_ONCE


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    path = reverse("api:about")
    context = {
        "here": "settings",
        "path": path,
        "address": request.build_absolute_uri(path),
        "many": MOST_AT_ONCE,
        "requests": REQUESTS_A_MINUTE,
        "kilobytes": MOST_BYTES >> 10,
    }
    return render(request, "api/about.html", context)
