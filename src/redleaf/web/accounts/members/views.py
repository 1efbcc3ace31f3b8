"""Views of the accounts where allauth's own answer would not do."""

from __future__ import annotations

from typing import Any

from allauth.account import views as allauth
from allauth.mfa.utils import is_mfa_enabled
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from redleaf.web.accounts.passwords import conditions
from redleaf.web.asking import user_of
from redleaf.web.teams.services import called_by

_JOINED = _("If this address was new here, your account is ready. Log in with it.")


class JoinView(allauth.SignupView):  # type: ignore[misc]
    """Join. Whatever the address, the answer is the same, and comes as soon."""

    def form_valid(self, form: Any) -> HttpResponse:
        if settings.EMAIL_HOST:
            answer: HttpResponse = super().form_valid(form)
            return answer
        # Nobody can be written to: who joined proves by logging in that the account is theirs.
        if form.is_for_nothing:
            make_password(form.cleaned_data["password1"])
        else:
            form.save(self.request)
        messages.success(self.request, _JOINED)
        return redirect("account_login")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {**context, "conditions": conditions(), "called": called_by(self.request)}


join = JoinView.as_view()


class NewPasswordView(allauth.PasswordResetFromKeyView):  # type: ignore[misc]
    """A new password by the link of a letter, with the conditions beside it."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "conditions": conditions()}


new_password = NewPasswordView.as_view()


class ChangePasswordView(allauth.PasswordChangeView):  # type: ignore[misc]
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "conditions": conditions()}


change_password = ChangePasswordView.as_view()


@require_safe
def account(request: HttpRequest) -> HttpResponse:
    """What there is to set about one's account, each with how it stands."""
    user = user_of(request)
    context = {
        "here": "settings",
        "has_second_step": is_mfa_enabled(user),
        "sessions": UserSession.objects.filter(user=user).count(),
    }
    return render(request, "accounts/account.html", context)
