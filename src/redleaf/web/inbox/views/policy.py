"""What another policy would have done with the invitations of late, before it is switched on."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from redleaf.triage import read_policy
from redleaf.triage.own_settings import UnreadSetting
from redleaf.triage.policies import POLICIES, Policy
from redleaf.web.accounts.policy_page import POLICY_TITLES
from redleaf.web.asking import today, user_of
from redleaf.web.contacts.rows import writable
from redleaf.web.inbox.mending import mend_of
from redleaf.web.inbox.selectors.known import policy_of
from redleaf.web.inbox.selectors.previewing import preview

_LONGEST = 5_000


@require_http_methods(["GET", "HEAD", "POST"])
def policy(request: HttpRequest) -> HttpResponse:
    """Try one; `policy` is the name of a ready one, `settings` are in words. Kept by a POST."""
    if request.method == "POST":
        return _keep(request)
    owner = user_of(request)
    name, words = request.GET.get("policy", ""), request.GET.get("settings", "")[:_LONGEST]
    context = {
        "here": "inbox",
        "policies": POLICY_TITLES,
        "now": policy_of(owner),
        "asked": name if name in POLICIES else policy_of(owner).name,
        "words": words if "settings" in request.GET else owner.policy_settings,
    }
    if name in POLICIES or words.strip():
        try:
            wanted = _read(name if name in POLICIES else "", words)
        except UnreadSetting as error:
            mend = mend_of(error, lines=len(words.splitlines()))
            return render(request, "inbox/policy.html", {**context, "mend": mend})
        context |= {"preview": preview(owner, wanted, today())}
    return render(request, "inbox/policy.html", context)


def _read(name: str, words: str) -> Policy:
    """Raises UnreadSetting, which counts the lines as the user sees them."""
    read_policy(words)
    return read_policy(f"{name}\n{words}")


def _keep(request: HttpRequest) -> HttpResponse:
    owner = user_of(request)
    name, words = request.POST.get("policy", ""), request.POST.get("settings", "")[:_LONGEST]
    words = writable("\n".join(filter(None, map(str.strip, words.splitlines()))))
    try:
        read_policy(words)
    except UnreadSetting:
        asked = urlencode({"policy": name, "settings": words})
        return HttpResponseRedirect(f"{reverse('inbox:policy')}?{asked}")
    owner.policy = name if name in POLICIES else owner.policy
    owner.policy_settings = words
    owner.save(update_fields=["policy", "policy_settings"])
    messages.success(request, gettext("Kept. The inbox is read anew by it."))
    return redirect("inbox:inbox")
