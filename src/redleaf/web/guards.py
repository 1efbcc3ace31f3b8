"""What every request passes: the content policy, the size of its body, and who may come in."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from redleaf.web.api.refusals import too_large, unreadable

_Answer = Callable[[HttpRequest], HttpResponseBase]

# Programs are told what is wrong as JSON (`redleaf.web.api`), and not by a page.
API = "/api/"
CONTENT_POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)


class ContentPolicy:
    """Sends the strict Content-Security-Policy with every answer, static files and errors too."""

    def __init__(self, get_response: _Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers["Content-Security-Policy"] = CONTENT_POLICY
        return response


class BodyLimit:
    """Refuses what cannot be taken by its head alone, before a byte of the body is read.

    A body that is too large by its announced length, and one in a code that writes no text, such
    as "hex", which Python knows by the same name.
    """

    def __init__(self, get_response: _Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        limit = settings.UPLOAD_LIMIT_BYTES
        is_api = request.path_info.startswith(API)
        if announced_bytes(request) > limit:
            if is_api:
                return too_large(limit).answer()
            return render(request, "413.html", {"limit_mb": limit >> 20}, status=413)
        if not _is_in_letters(request):
            if is_api:
                return unreadable("its charset writes no text").answer()
            raise BadRequest("The charset writes no text.")
        return self.get_response(request)


class WrongMethod:
    """Gives an address asked in the wrong way a page; without it the browser shows its own."""

    def __init__(self, get_response: _Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED or request.method == "HEAD":
            return response
        if response.headers.get("Content-Type") == "application/json":
            return response  # to a program, in its own shape
        page = render(request, "405.html", status=response.status_code)
        page.headers["Allow"] = response.headers["Allow"]
        return page


class OwnerOnly(LoginRequiredMiddleware):
    """Without a session there is no page to log in to: a plain page says how to get in."""

    def handle_no_permission(  # type: ignore[override]
        self, request: HttpRequest, _view: Callable[..., HttpResponseBase]
    ) -> HttpResponse:
        return render(request, "accounts/closed.html", status=403)


class MembersOnly(LoginRequiredMiddleware):
    """On a team's server who is not in is led to the log-in, by htmx too."""

    def handle_no_permission(  # type: ignore[override]
        self, request: HttpRequest, view: Callable[..., HttpResponseBase]
    ) -> HttpResponseBase:
        answer = super().handle_no_permission(request, view)
        if not request.headers.get("HX-Request"):
            return answer
        # htmx would follow a redirect and swap the log-in into the page.
        return HttpResponse(status=401, headers={"HX-Redirect": settings.LOGIN_REDIRECT_URL})


def announced_bytes(request: HttpRequest) -> int:
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0


def _is_in_letters(request: HttpRequest) -> bool:
    try:
        # Of nothing at all Python does not even ask how it is to be read.
        b"  ".decode(request.encoding or "utf-8", "replace")
    except (LookupError, UnicodeError):
        return False
    return True
