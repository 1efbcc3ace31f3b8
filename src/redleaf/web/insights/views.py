"""The pages of Insights: bring an export, watch it being read, see what it says."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from redleaf.web.asking import is_part, today, user_of
from redleaf.web.insights.access import audit_for, deleted_audit_for
from redleaf.web.insights.forms import ExportForm
from redleaf.web.insights.models import State
from redleaf.web.insights.own_history import is_kept
from redleaf.web.insights.pages import as_file, as_fragment
from redleaf.web.insights.selectors import audits_of
from redleaf.web.insights.services import (
    begin_audit,
    begin_own_audit,
    delete_audit,
    restore_audit,
    stop_audit,
)


@require_http_methods(["GET", "HEAD", "POST"])
def audits(request: HttpRequest) -> HttpResponse:
    """Bring an export; the earlier audits below."""
    form = ExportForm(request.POST, request.FILES) if request.method == "POST" else ExportForm()
    if request.method == "POST" and form.is_valid():
        audit = begin_audit(user_of(request), form.cleaned_data["export"], today=today())
        return redirect("insights:audit", audit.pk)
    context = {
        "here": "insights",
        "form": form,
        "audits": audits_of(user_of(request)),
        "is_kept": is_kept(user_of(request)),
        "limit_bytes": settings.UPLOAD_LIMIT_BYTES,
    }
    return render(request, "insights/audits.html", context)


@require_POST
def own(request: HttpRequest) -> HttpResponse:
    """Count what is kept here already, where there is anything to count."""
    owner = user_of(request)
    if not is_kept(owner):
        return redirect("insights:audits")
    return redirect("insights:audit", begin_own_audit(owner, today=today()).pk)


@require_safe
def audit(request: HttpRequest, audit_id: UUID) -> HttpResponse:
    """One audit: being read, read, or failed. While it is read, htmx asks for progress alone."""
    found = audit_for(user_of(request), audit_id)
    context = {"here": "insights", "audit": found}
    if is_part(request):
        if found.is_reading:
            return render(request, "insights/progress.html", context)
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    if found.is_done:
        context["fragment"] = as_fragment(found)
    return render(request, "insights/audit.html", context)


@require_safe
def report(request: HttpRequest, audit_id: UUID) -> HttpResponse:
    """The report as one file that needs neither Redleaf nor the network."""
    found = audit_for(user_of(request), audit_id)
    if not found.is_done:
        return redirect("insights:audit", audit_id)
    name = f"redleaf-audit-{found.made_at.astimezone():%Y-%m-%d}.html"
    return HttpResponse(
        as_file(found), headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


@require_POST
def stop(request: HttpRequest, audit_id: UUID) -> HttpResponse:
    stop_audit(audit_for(user_of(request), audit_id))
    return redirect("insights:audit", audit_id)


@require_POST
def delete(request: HttpRequest, audit_id: UUID) -> HttpResponse:
    found = audit_for(user_of(request), audit_id)
    if found.state == State.READING:
        stop_audit(found)
    delete_audit(found)
    messages.success(
        request,
        gettext("The audit of %(file_name)s is deleted.") % {"file_name": found.file_name},
        extra_tags=str(found.pk),
    )
    return redirect("insights:audits")


@require_POST
def restore(request: HttpRequest, audit_id: UUID) -> HttpResponse:
    found = deleted_audit_for(user_of(request), audit_id)
    restore_audit(found)
    messages.success(
        request, gettext("The audit of %(file_name)s is back.") % {"file_name": found.file_name}
    )
    return redirect("insights:audit", audit_id)
