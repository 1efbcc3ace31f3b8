"""Erase one person for good, once a word is typed: nothing brings them back."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods

from redleaf.web.accounts.data.views import WORD, EraseForm
from redleaf.web.asking import user_of
from redleaf.web.contacts.access import contact_for
from redleaf.web.contacts.records import record_of
from redleaf.web.contacts.services.erasing import erase_contact


@require_http_methods(["GET", "HEAD", "POST"])
def erase_person(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    owner = user_of(request)
    contact = contact_for(owner, contact_id)
    called = record_of(contact).called or gettext("Somebody without a name")
    form = EraseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        erased = erase_contact(owner, contact)
        told = gettext("%(name)s is erased.") % {"name": called}
        if erased.mentions:
            told += " " + ngettext(
                "%(n)s other record named them, and no longer does.",
                "%(n)s other records named them, and no longer do.",
                erased.mentions,
            ) % {"n": erased.mentions}
        messages.success(request, told)
        return redirect("contacts:people")
    context = {"here": "people", "contact": contact, "called": called, "form": form, "word": WORD}
    return render(request, "contacts/erase.html", context)
