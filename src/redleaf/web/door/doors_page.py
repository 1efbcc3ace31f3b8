"""The page Doors of the settings: make, name and close them, print their codes, block senders."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from redleaf.web.accounts.models import User
from redleaf.web.asking import user_of
from redleaf.web.contacts.services.erasing import ERASED
from redleaf.web.door.access import blocked_for, door_for, knock_for
from redleaf.web.door.blocking import block as block_for
from redleaf.web.door.blocking import report
from redleaf.web.door.codes import code_of
from redleaf.web.door.forms import BlockForm, DoorForm
from redleaf.web.door.greeting import Greeting
from redleaf.web.door.letters import proves_by_letter
from redleaf.web.door.models import Blocked, Door, Knock
from redleaf.web.door.selectors import who_came

_MOST_DOORS = 50
_SHOWN_KNOCKS = 20


@require_http_methods(["GET", "HEAD", "POST"])
def doors(request: HttpRequest) -> HttpResponse:
    """All doors, and a new one."""
    user = user_of(request)
    form = _new_door(user, request.POST if request.method == "POST" else None)
    is_full = Door.objects.filter(owner=user).count() >= _MOST_DOORS
    if request.method == "POST" and not is_full and form.is_valid() and form.is_kept():
        messages.success(request, gettext("The door is open."))
        return redirect("doors:door", door_id=form.instance.pk)
    return _all_doors(request, form, BlockForm())


@require_http_methods(["GET", "HEAD", "POST"])
def door(request: HttpRequest, door_id: UUID) -> HttpResponse:
    found = door_for(user_of(request), door_id)
    form = DoorForm(request.POST if request.method == "POST" else None, instance=found)
    if request.method == "POST" and form.is_valid() and form.is_kept():
        messages.success(request, gettext("Kept."))
        return redirect("doors:door", door_id=door_id)
    # A form that is not valid has written into its instance all the same.
    found = door_for(user_of(request), door_id)
    context = {
        "here": "settings",
        "door": found,
        "to": Greeting(found),
        "form": form,
        "address": _address(request, found),
        "came": who_came(found, _SHOWN_KNOCKS),
        "can_report": proves_by_letter(),
        "is_alone": not settings.TEAM,
    }
    return render(request, "door/settings.html", context)


@require_POST
def set_open(request: HttpRequest, door_id: UUID) -> HttpResponse:
    """Open or close a door, as `state` says. What is confirmed later still comes in."""
    found = door_for(user_of(request), door_id)
    found.is_open = request.POST.get("state") == "open"
    found.save(update_fields=["is_open"])
    said = gettext("The door is open.") if found.is_open else gettext("The door is closed.")
    messages.success(request, said)
    return redirect("doors:door", door_id=door_id)


@require_safe
def code(request: HttpRequest, door_id: UUID) -> HttpResponse:
    found = door_for(user_of(request), door_id)
    answer = HttpResponse(code_of(_address(request, found)), content_type="image/svg+xml")
    if "save" in request.GET:
        answer.headers["Content-Disposition"] = f'attachment; filename="{found.handle}.svg"'
    return answer


@require_safe
def sheet(request: HttpRequest, door_id: UUID) -> HttpResponse:
    """A page to print: the code, whom one writes to, and the address in letters."""
    found = door_for(user_of(request), door_id)
    context = {"door": found, "to": Greeting(found), "address": _address(request, found)}
    return render(request, "door/sheet.html", context)


@require_POST
def block(request: HttpRequest) -> HttpResponse:
    form = BlockForm(request.POST)
    if not form.is_valid():
        return _all_doors(request, _new_door(user_of(request)), form)
    _block(request, form.cleaned_data["value"])
    return redirect("doors:doors")


@require_POST
def unblock(request: HttpRequest, blocked_id: UUID) -> HttpResponse:
    found = blocked_for(user_of(request), blocked_id)
    found.delete()
    messages.success(request, gettext("%(sender)s may write again.") % {"sender": found.value})
    return redirect("doors:doors")


@require_POST
def block_sender(request: HttpRequest, knock_id: UUID) -> HttpResponse:
    knock: Knock = knock_for(user_of(request), knock_id)
    _block(request, knock.email)
    return redirect("doors:door", door_id=knock.door_id)


@require_POST
def report_sender(request: HttpRequest, knock_id: UUID) -> HttpResponse:
    """Block, and tell who keeps the desk."""
    knock = knock_for(user_of(request), knock_id)
    if report(knock):
        words = gettext(
            "Reported to who keeps this desk. Nothing from %(sender)s comes in any more."
        )
    else:
        words = gettext(
            "No letter could be sent just now. Nothing from %(sender)s comes in any more."
        )
    messages.success(request, words % {"sender": knock.email})
    return redirect("doors:door", door_id=knock.door_id)


def _new_door(user: User, said: QueryDict | None = None) -> DoorForm:
    """What the newest door is glad to hear about, the next one is too, until it says otherwise."""
    newest = Door.objects.filter(owner=user).last()
    glad = newest.glad if newest else ""
    return DoorForm(said, instance=Door(owner=user), initial={"glad": glad})


def _all_doors(request: HttpRequest, form: DoorForm, block_form: BlockForm) -> HttpResponse:
    user = user_of(request)
    own = list(Door.objects.filter(owner=user))
    context = {
        "here": "settings",
        "doors": [(each, _address(request, each)) for each in own],
        "form": form,
        "is_full": len(own) >= _MOST_DOORS,
        "blocked": Blocked.objects.filter(owner=user).exclude(value__startswith=ERASED),
        "block_form": block_form,
        "lacks_name": not user.get_full_name(),
        "is_alone": not settings.TEAM,
    }
    return render(request, "door/doors.html", context)


def _block(request: HttpRequest, value: str) -> None:
    block_for(user_of(request), value)
    words = gettext("Nothing from %(sender)s comes through your doors from now on.")
    messages.success(request, words % {"sender": value})


def _address(request: HttpRequest, found: Door) -> str:
    return request.build_absolute_uri(reverse("door:door", args=[found.handle]))
