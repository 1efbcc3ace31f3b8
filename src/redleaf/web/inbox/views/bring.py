"""Bring an invitation in by hand: paste it, or drop the mail that told of it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from redleaf.errors import RedleafError
from redleaf.web.accounts.models import User
from redleaf.web.asking import today, user_of
from redleaf.web.contacts.models import Act, Change
from redleaf.web.contacts.rows import id_in
from redleaf.web.inbox.forms import PasteForm
from redleaf.web.inbox.services.bringing import (
    bring_mail,
    bring_pasted_mail,
    bring_text,
    is_pasted_mail,
)


@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: HttpRequest) -> HttpResponse:
    owner = user_of(request)
    if request.method != "POST":
        form = PasteForm(owner=owner)
        return render(request, "inbox/bring.html", {"here": "inbox", "form": form})
    form = PasteForm(request.POST, request.FILES, owner=owner)
    if form.is_valid():
        try:
            act = _brought(owner, form)
        except RedleafError as error:
            form.add_error("mail" if form.cleaned_data["mail"] else "text", str(error))
        else:
            messages.success(request, act.what, extra_tags=str(act.pk))
            return _to_it(act)
    return render(request, "inbox/bring.html", {"here": "inbox", "form": form})


def _brought(owner: User, form: PasteForm) -> Act:
    said = form.cleaned_data
    if said["mail"]:
        return bring_mail(owner, said["mail"], today=today())
    if is_pasted_mail(said["text"]):
        return bring_pasted_mail(owner, said["text"].replace("\r\n", "\n"), today=today())
    return bring_text(
        owner,
        said["text"].replace("\r\n", "\n"),
        name=said["name"],
        headline=said["headline"],
        link=said["link"],
        network=said["network"],
        at=timezone.now(),
    )


def _to_it(act: Act) -> HttpResponse:
    """To the invitation where it was one, else to all."""
    made = [
        row[1]
        for rows in Change.objects.filter(act=act).values_list("rows", flat=True)
        for row in rows
        if row[0] == "invitation" and len(row) == 2
    ]
    if len(made) == 1:
        return redirect("inbox:invitation", id_in(made[0]))
    return redirect("inbox:inbox")
