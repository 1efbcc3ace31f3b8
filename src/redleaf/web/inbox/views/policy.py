"""What another policy would have done with the invitations of late, before it is switched on."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from redleaf.errors import RedleafError
from redleaf.triage import read_policy
from redleaf.triage.policies import POLICIES
from redleaf.web.asking import today, user_of
from redleaf.web.inbox.groups import TITLES
from redleaf.web.inbox.selectors.known import policy_of
from redleaf.web.inbox.selectors.previewing import preview

_LONGEST = 5_000


@require_safe
def policy(request: HttpRequest) -> HttpResponse:
    """`policy` is the name of a ready one; `settings` are settings in words, a line each."""
    owner = user_of(request)
    name, words = request.GET.get("policy", ""), request.GET.get("settings", "")[:_LONGEST]
    context = {
        "here": "inbox",
        "policies": list(POLICIES),
        "now": policy_of(owner),
        "asked": name if name in POLICIES else policy_of(owner).name,
        "words": words,
    }
    if name in POLICIES or words.strip():
        try:
            wanted = read_policy(f"{name if name in POLICIES else ''}\n{words}")
        except RedleafError as error:
            return render(request, "inbox/policy.html", {**context, "mend": str(error)})
        told = preview(owner, wanted, today())
        context |= {"preview": told, "titles": TITLES}
    return render(request, "inbox/policy.html", context)
