"""The way in, the sign of life, and the pages for when something is not as it should be."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_safe

from redleaf.web.accounts.services import use_entry_key
from redleaf.web.home import proof_of


@login_not_required
@never_cache
@require_GET
def enter(request: HttpRequest) -> HttpResponse:
    """Open the desk with a one-time key.

    The answer is a page that moves on by itself, not a redirect: a browser that came here from
    another site or a file would not send the new SameSite=Strict cookie along with a redirect.
    """
    owner = use_entry_key(request.GET.get("key", ""))
    if owner is not None:
        settings.HOME.door.unlink(missing_ok=True)
        login(request, owner, backend="django.contrib.auth.backends.ModelBackend")
        return render(request, "accounts/entered.html")
    if request.user.is_authenticated:
        return redirect("/")
    return render(request, "accounts/closed.html", {"key_is_spent": True}, status=403)


@login_not_required
@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """That the desk lives; and to `ask` what only this desk can answer."""
    proof = proof_of(settings.INSTANCE, request.GET.get("ask", ""))
    return JsonResponse({"status": "ok", "proof": proof})


@login_not_required
@require_safe
def no_account(request: HttpRequest) -> HttpResponse:
    """Nobody joins or logs in to a desk of one's own; the page says how one comes in."""
    return render(request, "accounts/no_account.html")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """Without a session an address that does not exist looks like one that does."""
    if not request.user.is_authenticated:
        if settings.TEAM:
            return redirect_to_login(request.get_full_path())
        return render(request, "accounts/closed.html", status=403)
    return render(request, "404.html", status=404)


def too_many(request: HttpRequest) -> HttpResponse:
    return render(request, "429.html", status=429)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return render(request, "400.html", status=400)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    return render(request, "403_csrf.html", status=403)
