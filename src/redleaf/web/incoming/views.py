"""The pages of an import: bring a file, see what it would change, answer, import, take back."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from redleaf.web.asking import is_part, today, user_of
from redleaf.web.contacts.models import Act
from redleaf.web.contacts.selectors.acts import people_of_act
from redleaf.web.contacts.services.importing import ANSWERS
from redleaf.web.contacts.services.stacking import MOST_PEOPLE
from redleaf.web.incoming.access import incoming_for
from redleaf.web.incoming.forms import FileForm
from redleaf.web.incoming.models import Incoming, State
from redleaf.web.incoming.services import begin_import, begin_incoming, done_of, leave, stop

_LOG = 20


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """Bring a file; what was imported before stands below."""
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["export"]
        return redirect("incoming:file", begin_incoming(user_of(request), file, today=today()).pk)
    waiting = Incoming.objects.filter(owner=user_of(request), state=State.READY).first()
    context = {
        "here": "people",
        "form": form,
        "waiting": waiting,
        "acts": Act.objects.filter(owner=user_of(request), kind=Act.Kind.IMPORT)[:_LOG],
        "limit_bytes": settings.UPLOAD_LIMIT_BYTES,
    }
    return render(request, "incoming/begin.html", context)


@require_safe
def file(request: HttpRequest, incoming_id: UUID) -> HttpResponse:
    """One file: being read, to be looked through, coming in, or done. htmx asks for progress."""
    found = incoming_for(user_of(request), incoming_id)
    context = {"here": "people", "incoming": found, "done": done_of(found)}
    if is_part(request):
        if found.is_busy:
            return render(request, "incoming/progress.html", context)
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    if found.act and not found.act.undone_at:
        context["people"] = len(people_of_act(found.act, most=MOST_PEOPLE))
        context["most_people"] = MOST_PEOPLE
    return render(request, "incoming/file.html", context)


@require_POST
def bring_in(request: HttpRequest, incoming_id: UUID) -> HttpResponse:
    """Import it, with what was said about each who may be known."""
    found = incoming_for(user_of(request), incoming_id)
    answers = {
        each["key"]: answer
        for each in (found.preview or {}).get("questions", [])
        if (answer := request.POST.get(f"answer-{each['number']}", "")) in ANSWERS
    }
    begin_import(found, answers, today=today())
    return redirect("incoming:file", incoming_id)


@require_POST
def stop_it(request: HttpRequest, incoming_id: UUID) -> HttpResponse:
    stop(incoming_for(user_of(request), incoming_id))
    return redirect("incoming:file", incoming_id)


@require_POST
def leave_it(request: HttpRequest, incoming_id: UUID) -> HttpResponse:
    found = incoming_for(user_of(request), incoming_id)
    if found.state in (State.IMPORTING, State.DONE):
        # Another page of the same file was quicker: what came in is not left by saying so.
        return redirect("incoming:file", incoming_id)
    leave(found)
    messages.success(
        request,
        gettext("%(file_name)s was left; nothing of it was imported.")
        % {"file_name": found.file_name},
    )
    return redirect("incoming:begin")
