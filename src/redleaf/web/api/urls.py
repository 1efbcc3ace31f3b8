"""Addresses for programs: a page for people, the OpenAPI, and what it describes."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, wraps
from http import HTTPStatus
from typing import Any, cast

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.urls import URLPattern, re_path, reverse
from django.urls import path as path_to
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

import redleaf.web.api.operations  # noqa: F401 -- its operations put themselves into `api`
from redleaf.web.api.about import about
from redleaf.web.api.interface import api
from redleaf.web.api.refusals import not_now, not_there, wrong_method
from redleaf.web.store import StoreError, speaking_plainly

_View = Callable[..., HttpResponseBase]
app_name = "api"


def _for_programs(view: _View) -> _View:
    """No session is asked for, nor counts; and what is refused is refused as JSON."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            with speaking_plainly():
                response = view(request, *args, **kwargs)
        except StoreError as error:
            response = not_now(str(error)).answer()
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            response = wrong_method(response.headers["Allow"]).answer()
        # People's names and notes stay in no cache on the way.
        response.headers["Cache-Control"] = "no-store"
        return response

    return csrf_exempt(login_not_required(answer))


@require_safe
def _openapi(_request: HttpRequest) -> HttpResponseBase:
    return JsonResponse(_described())


@cache
def _described() -> dict[str, Any]:
    return dict(api.get_openapi_schema(path_prefix=reverse("api:about")))


def _nowhere(_request: HttpRequest, **_path: str) -> HttpResponseBase:
    return not_there().answer()


def _served() -> list[URLPattern]:
    # Ninja's root is a page of nothing; ours stands there.
    patterns = [each for each in api.urls[0] if isinstance(each, URLPattern)]
    found = [each for each in patterns if each.name != "api-root"]
    for each in found:
        each.callback = _for_programs(cast(_View, each.callback))
    return found


urlpatterns = [
    path_to("", about, name="about"),
    path_to("openapi.json", _for_programs(_openapi), name="openapi"),
    *_served(),
    re_path(r"^(?P<rest>.+)$", _for_programs(_nowhere), name="nowhere"),
]
