"""Edit who somebody is: a plain form, kept as one act."""

from __future__ import annotations

from dataclasses import asdict
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from redleaf.web.asking import user_of
from redleaf.web.contacts.access import contact_for
from redleaf.web.contacts.forms import LANGUAGES, EditForm
from redleaf.web.contacts.models import Contact
from redleaf.web.contacts.records import record_of
from redleaf.web.contacts.services.editing import CannotEdit, as_edited, edit_contact


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """The form; and back to the person when it is kept."""
    owner = user_of(request)
    contact = contact_for(owner, contact_id)
    if request.method != "POST":
        return _page(request, contact, EditForm(asdict(as_edited(record_of(contact)))))
    form = EditForm(request.POST)
    if not form.is_valid():
        return _page(request, contact, form)
    try:
        act = edit_contact(owner, contact, form.edited)
    except CannotEdit as error:
        return _page(request, contact, form, mend=str(error))
    if act:
        messages.success(request, act.what, extra_tags=str(act.pk))
    return redirect("contacts:person", contact.pk)


def _page(
    request: HttpRequest, contact: Contact, form: EditForm, *, mend: str = ""
) -> HttpResponse:
    of = record_of(contact)
    known = [value for value, _ in LANGUAGES]
    tongue = form["language"].value() or ""
    # A card may tell a language that Redleaf does not write.
    languages = LANGUAGES if tongue in known else [*LANGUAGES, (tongue, tongue)]
    context = {
        "here": "people", "of": of, "contact": contact, "form": form, "mend": mend,
        "languages": languages,
    }  # fmt: skip
    return render(request, "contacts/edit.html", context)
