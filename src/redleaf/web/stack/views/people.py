"""The people of one stack: who is written to, who waits; more of them; and its end."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from redleaf.errors import RedleafError
from redleaf.web.asking import today, user_of
from redleaf.web.contacts.access import stack_for
from redleaf.web.contacts.models import Card, Stack
from redleaf.web.contacts.selectors.lines import lines_of
from redleaf.web.contacts.selectors.notes_sent import budget_of
from redleaf.web.contacts.selectors.stacks import progress_of
from redleaf.web.contacts.services.stacking import add_to_stack, end_stack, person_of
from redleaf.web.stack.needs import needs_on
from redleaf.web.stack.pages import tally_of

_STATES = {
    Card.State.WAITING: "waits",
    Card.State.LATER: "later",
    Card.State.WRITTEN: "written",
}


@require_safe
def people(request: HttpRequest, stack_id: UUID) -> HttpResponse:
    return _page(request, stack_for(user_of(request), stack_id), {})


@require_POST
def add(request: HttpRequest, stack_id: UUID) -> HttpResponse:
    """One more person, in one line."""
    owner = user_of(request)
    stack = stack_for(owner, stack_id)
    line = request.POST.get("line", "")
    try:
        contact = person_of(owner, line, today=today())
        act = add_to_stack(owner, stack, [contact])
    except RedleafError as error:
        return _page(request, stack, {"line": line, "mend": str(error)})
    if act is None:
        messages.info(
            request, gettext("%(name)s is on this stack already.") % {"name": contact.name}
        )
    else:
        messages.success(request, act.what, extra_tags=str(act.pk))
    return redirect("stack:people", stack.pk)


@require_POST
def end(request: HttpRequest, stack_id: UUID) -> HttpResponse:
    owner = user_of(request)
    act = end_stack(owner, stack_for(owner, stack_id))
    messages.success(request, act.what, extra_tags=str(act.pk))
    return redirect("stack:stacks")


def _page(request: HttpRequest, stack: Stack, more: dict[str, Any]) -> HttpResponse:
    progress = progress_of(stack)
    budget = budget_of(stack.owner, stack.network, today())
    lines = lines_of([each.contact for each in progress.cards], today())
    context = {
        "here": "stack",
        "stack": stack,
        "progress": progress,
        "tally": tally_of(progress, None),
        "needs": needs_on(progress, budget, today()),
        "rows": [
            (card, line, _STATES[Card.State(card.state)])
            for card, line in zip(progress.cards, lines, strict=True)
        ],
        **more,
    }
    return render(request, "stack/people.html", context)
