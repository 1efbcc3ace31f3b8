"""The page Mail of the settings: an account, its folders, a look at them, and forgetting it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from redleaf.errors import RedleafError
from redleaf.languagemodel.keyrings import KeyringError
from redleaf.web.asking import is_part, today, user_of
from redleaf.web.keyring_words import keyring_in_language
from redleaf.web.mailboxes.accounts import (
    account_of,
    choose_folders,
    forget_account,
    keep_account,
    keep_renewed,
    refuse_while_looking,
    secret_from,
    secret_of,
    try_account,
)
from redleaf.web.mailboxes.faults import MailServerError
from redleaf.web.mailboxes.forms import AccountForm
from redleaf.web.mailboxes.looking import begin_look, done_of, stop_look
from redleaf.web.mailboxes.models import Account
from redleaf.web.mailboxes.secrets import KINDS, kept_secret

_FIELD_OF = {"address": "address", "token_address": "token_address"}


@require_http_methods(["GET", "HEAD", "POST"])
def mail(request: HttpRequest) -> HttpResponse:
    """What is set and what the last look found; a form to set it, which tries the server."""
    account = account_of(user_of(request))
    if is_part(request):
        return _progress(request, account)
    if request.method != "POST":
        return _page(request, AccountForm(initial=_said(account), kept=account, secrets={}))
    form = AccountForm(request.POST, kept=account, secrets=_secrets(account))
    if form.is_valid() and _keep(request, form):
        return redirect("mail:mail")
    return _page(request, form)


@require_POST
def trial(request: HttpRequest) -> HttpResponse:
    """Try the connection, and ask the server for its folders anew."""
    account = account_of(user_of(request))
    if account is None:
        return redirect("mail:mail")
    try:
        listed = try_account(account, secret_of(account))
    except RedleafError as error:
        messages.error(request, keyring_in_language(error))
        return redirect("mail:mail")
    gone = [each for each in account.folders if each not in listed]
    Account.objects.filter(pk=account.pk).update(listed=listed)
    messages.success(request, _found(listed))
    if gone:
        told = _("There is no such folder any more: %(names)s.") % {"names": ", ".join(gone)}
        messages.error(request, told)
    return redirect("mail:mail")


@require_POST
def folders(request: HttpRequest) -> HttpResponse:
    account = account_of(user_of(request))
    if account is not None:
        choose_folders(account, request.POST.getlist("folder"))
        messages.success(request, _("Kept."))
    return redirect("mail:mail")


@require_POST
def look(request: HttpRequest) -> HttpResponse:
    account = account_of(user_of(request))
    if account is not None and not account.folders:
        messages.error(request, _("Choose a folder first."))
    elif account is not None:
        begin_look(account, today=today(), anew="anew" in request.POST)
    return redirect("mail:mail")


@require_POST
def stop(request: HttpRequest) -> HttpResponse:
    account = account_of(user_of(request))
    if account is not None:
        stop_look(account)
    return redirect("mail:mail")


@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    account = account_of(user_of(request))
    if account is not None:
        try:
            forget_account(account)
        except KeyringError as error:
            messages.error(request, keyring_in_language(error))
        else:
            messages.success(request, _("The account is forgotten. What came in stays."))
    return redirect("mail:mail")


def _progress(request: HttpRequest, account: Account | None) -> HttpResponse:
    if account is not None and account.is_looking:
        return render(request, "incoming/progress.html", {"done": done_of(account)})
    return HttpResponse(status=204, headers={"HX-Refresh": "true"})


def _page(request: HttpRequest, form: AccountForm) -> HttpResponse:
    account = account_of(user_of(request))  # a form that was not kept has changed the other one
    context: dict[str, Any] = {"here": "settings", "form": form, "account": account}
    if account is not None:
        gone = [each for each in account.folders if each not in account.listed]
        context |= {"done": done_of(account), "folders": [*account.listed, *gone]}
    return render(request, "settings/mail.html", context)


def _keep(request: HttpRequest, form: AccountForm) -> bool:
    """Try what a valid form says, and keep it; False, with the fault at its field."""
    account = form.account
    account.owner = user_of(request)

    def take(token: str, refresh: str) -> None:
        form.take_renewed(token, refresh)
        if form.renews_kept:
            # At once: if the trial fails, the former one may be over all the same.
            keep_renewed(account, token, refresh)

    secret = secret_from(account, form.texts, kept=take)
    try:
        refuse_while_looking(account)
        listed = try_account(account, secret)
        keep_account(account, form.texts, listed)
    except MailServerError as error:
        form.add_error(_field_of(error, account), str(error))
        return False
    except KeyringError as error:
        form.add_error("token" if account.uses_token else "password", keyring_in_language(error))
        return False
    messages.success(request, _found(listed))
    return True


def _field_of(error: MailServerError, account: Account) -> str | None:
    if error.at == "secret":
        return "token" if account.uses_token else "password"
    return _FIELD_OF.get(error.at)


def _found(listed: list[str]) -> str:
    told = ngettext(
        "The server lets you in; it has %(n)s folder.",
        "The server lets you in; it has %(n)s folders.",
        len(listed),
    )
    return told % {"n": len(listed)}


def _said(account: Account | None) -> dict[str, Any]:
    if account is None:
        return {}
    names = ("address", "user_name", "token_address", "client_id", "may_be_unencrypted")
    return {name: getattr(account, name) for name in names}


def _secrets(account: Account | None) -> dict[str, str]:
    if account is None:
        return {}
    try:
        found = {kind: kept_secret(account.pk, kind) for kind in KINDS}
    except KeyringError:
        return {}  # told where it is kept anew
    return {kind: text for kind, text in found.items() if text}
