"""Set a language model, try it, and let nothing leave any more."""

from __future__ import annotations

import os
from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from redleaf.errors import ConfigError
from redleaf.languagemodel import Address
from redleaf.languagemodel.keyrings import KeyringError
from redleaf.languagemodel.keys import VARIABLE, forget_key, forget_model
from redleaf.languagemodel.trial import Trial, try_out
from redleaf.web.accounts.model.forms import ModelForm
from redleaf.web.accounts.model.keeping import is_unreadable, keep_model, kept_model
from redleaf.web.accounts.model.users import keeps_the_machine
from redleaf.web.asking import user_of
from redleaf.web.keyring_words import keyring_in_language


@require_http_methods(["GET", "HEAD", "POST"])
def model(request: HttpRequest) -> HttpResponse:
    """What is set and what would leave; a form to set it. Nothing is sent."""
    keeps_the_machine(user_of(request))
    form = ModelForm(request.POST if request.method == "POST" else None, initial=_kept())
    if request.method == "POST" and form.is_valid() and _keep(request, form):
        messages.success(request, _("Kept. Nothing is sent until somebody asks it to write."))
        return redirect("settings:model")
    return _page(request, form)


@require_POST
def trial(request: HttpRequest) -> HttpResponse:
    """Let it write to somebody invented; what it writes is judged and shown."""
    keeps_the_machine(user_of(request))
    chosen = kept_model()
    if chosen is None:
        return redirect("settings:model")
    return _page(request, ModelForm(initial=_kept()), try_out(chosen))


@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    keeps_the_machine(user_of(request))
    try:
        forget_model(settings.HOME.path)
    except (ConfigError, KeyringError) as error:
        messages.error(request, keyring_in_language(error))
    else:
        messages.success(request, _("No language model is set any more; nothing leaves."))
    return redirect("settings:model")


def _page(request: HttpRequest, form: ModelForm, told: Trial | None = None) -> HttpResponse:
    context = {
        "here": "settings",
        "form": form,
        "model": kept_model(),
        "is_broken": is_unreadable(),
        "key_is_in_environment": bool(os.environ.get(VARIABLE, "").strip()),
        "variable": VARIABLE,
        "trial": told,
    }
    return render(request, "settings/model.html", context)


def _keep(request: HttpRequest, form: ModelForm) -> bool:
    """Keep what a valid form says; False, with the fault at its field, where that may not be."""
    said = form.cleaned_data
    try:
        former = keep_model(form.chosen, key=said["key"], without_key=said["without_key"])
    except KeyringError as error:
        form.add_error("key", keyring_in_language(error))
        return False
    except ConfigError as error:
        form.add_error(None, str(error))
        return False
    if former is not None:
        _take_out(request, former)
    if settings.TEAM:
        _let_ask(said["is_for_all"])
    return True


def _take_out(request: HttpRequest, former: Address) -> None:
    try:
        forget_key(former)
    except KeyringError as error:
        messages.error(request, keyring_in_language(error))
    else:
        told = _("The key for %(place)s is out of the keyring.") % {"place": former.place}
        messages.success(request, told)


def _let_ask(is_for_all: bool) -> None:
    from redleaf.web.teams.services import house  # a desk of one's own has no such table

    kept = house()
    kept.model_is_for_all = is_for_all
    kept.save(update_fields=["model_is_for_all"])


def _kept() -> dict[str, Any]:
    chosen = kept_model()
    kept: dict[str, Any] = {"candidates": 5, "timeout_seconds": 30}
    if chosen is not None:
        kept = {**asdict(chosen), "address": str(chosen.address)}
    if settings.TEAM:
        from redleaf.web.teams.services import house

        kept["is_for_all"] = house().model_is_for_all
    return kept
