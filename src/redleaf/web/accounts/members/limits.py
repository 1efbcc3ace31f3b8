"""How often strangers may send a form, whatever form it is."""

from __future__ import annotations

from collections.abc import Callable

from allauth.core.internal import ratelimit
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

_Answer = Callable[[HttpRequest], HttpResponseBase]
# What counts by itself: doors and programs.
_APART = ("/to/", "/api/")


class StrangersLimit:
    """Counts the forms of who is not in by their address: no such form is without a limit.

    Single pages count more strictly by themselves (log in, join, reset). The doors count apart:
    a hall full of people who heard a talk shares one address (`redleaf.web.door.limits`). Programs
    count by their keys, and those without one by their address (`redleaf.web.api.limits`).
    """

    def __init__(self, get_response: _Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        is_apart = request.path_info.startswith(_APART)
        is_stranger = not is_apart and not request.user.is_authenticated
        if request.method == "POST" and is_stranger and _is_over(request):
            answer: HttpResponseBase = ratelimit.respond_429(request)
            return answer
        return self.get_response(request)


def _is_over(request: HttpRequest) -> bool:
    config = {"strangers": settings.STRANGERS_RATE}
    return not ratelimit.consume(request, app="redleaf", action="strangers", config=config)
