"""The page Programs of the settings: make a key, see what each may do, take it away."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from redleaf.web.api.access import program_for
from redleaf.web.api.forms import ProgramForm
from redleaf.web.api.models import Program
from redleaf.web.api.services import MOST_PROGRAMS, let_in, shut_out
from redleaf.web.asking import today, user_of
from redleaf.web.inbox.pages import when_in_words


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def programs(request: HttpRequest) -> HttpResponse:
    """All programs, and a new one; its key stands on the page that answers, and nowhere else."""
    user, day = user_of(request), today()
    own = Program.objects.filter(owner=user)
    is_full = own.count() >= MOST_PROGRAMS
    form = ProgramForm(request.POST if request.method == "POST" else None, owner=user)
    made, key = None, ""
    if request.method == "POST" and not is_full and form.is_valid():
        made, key = let_in(user, **form.cleaned_data)
        form = ProgramForm(owner=user)
    context = {
        "here": "settings",
        "programs": [(each, when_in_words(each.last_used_at, day)) for each in own],
        "form": form,
        "is_full": is_full,
        "made": made,
        "key": key,
        "address": request.build_absolute_uri(reverse("api:about")),
    }
    return render(request, "api/programs.html", context)


@require_POST
def revoke(request: HttpRequest, program_id: UUID) -> HttpResponse:
    program = program_for(user_of(request), program_id)
    shut_out(program)
    messages.success(
        request,
        gettext("The key of %(name)s opens nothing any more. What it brought stays.")
        % {"name": program.name},
    )
    return redirect("programs:programs")
