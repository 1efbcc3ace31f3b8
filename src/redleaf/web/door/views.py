"""The front door: its page, how a note reads, and the link of the letter. For anybody.

No cookie is set and no session begun, so that nobody is followed and any cache may hold a page.
There is no token against forged forms either: a stranger has no right that another site could
borrow. A form that comes from another site is shown filled in, and is sent from here or not at all.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import TooManyFieldsSent
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers, patch_cache_control
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from redleaf.web.door.access import door_called, knock_with
from redleaf.web.door.forms import NOTE_CHARS, KnockForm
from redleaf.web.door.greeting import Greeting
from redleaf.web.door.knocking import ClosedError, Words, deliver, is_over, knock_at
from redleaf.web.door.letters import LetterError, NoMailboxError, proves_by_letter
from redleaf.web.door.limits import DAY, HOUR, TooMuchError, origin_of, reads_too_often
from redleaf.web.door.models import Door
from redleaf.web.door.reading import Impression, impression_of

# Five fields of text, each sign written in up to twelve bytes.
_MOST_BYTES = 64 * 1024
_SECONDS_IN_A_CACHE = 60
_ONE_MORE = "one more"
_TOO_MUCH = {HOUR: "many", DAY: "many of one"}


@login_not_required
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def door(request: HttpRequest, handle: str) -> HttpResponse:
    found = door_called(handle)
    if found is None or not found.is_open:
        return _shut(request, found)
    if _is_too_large(request):
        heard = _of_nothing_yet(found)
        return _page(request, found, KnockForm(), heard=heard, trouble="large", status=413)
    if request.method != "POST":
        answer = _page(request, found, KnockForm(), heard=_of_nothing_yet(found))
        patch_cache_control(answer, max_age=_SECONDS_IN_A_CACHE)
        return answer
    return _hear(request, found)


@login_not_required
@require_safe
def nowhere(request: HttpRequest) -> HttpResponse:
    """The address of a door without its end."""
    return _shut(request, None)


@login_not_required
@csrf_exempt
@require_POST
def reads(request: HttpRequest, handle: str) -> HttpResponse:
    """How the note reads so far, while it is written. Nothing of it is kept."""
    found = door_called(handle)
    if found is None or not found.is_open or _is_too_large(request):
        return JsonResponse({"sentences": []}, status=400)
    if reads_too_often(origin_of(request)):
        return JsonResponse({"sentences": []}, status=429)
    form = KnockForm(request.POST)
    form.is_valid()
    heard = _impression(form, Greeting(found))
    said = [[each.words, each.is_good] for each in heard.sentences] if heard else []
    too_long = [[str(each), False] for each in form.errors.get("text", ())]
    return JsonResponse({"sentences": too_long or said})


@login_not_required
@require_safe
def thanks(request: HttpRequest, handle: str) -> HttpResponse:
    found = door_called(handle)
    if found is None:
        return _shut(request, found)
    context = {
        "to": Greeting(found),
        "by_letter": proves_by_letter() and "there" not in request.GET,
    }
    return render(request, "door/thanks.html", context)


@login_not_required
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, handle: str, key: str) -> HttpResponse:
    """The link of the letter. It delivers by a button: programs that look into mail open links."""
    found = door_called(handle)
    knock = None if found is None else knock_with(found, key)
    if found is None or knock is None or is_over(knock):
        return render(request, "door/over.html", {"door": found}, status=410)
    if request.method == "POST":
        deliver(knock, is_proven=True)
        knock.refresh_from_db()
    context = {"to": Greeting(found), "is_delivered": knock.delivered_at is not None}
    return render(request, "door/confirm.html", context)


def _hear(request: HttpRequest, found: Door) -> HttpResponse:
    form, to = KnockForm(request.POST), Greeting(found)
    is_valid = form.is_valid()
    heard = _impression(form, to)
    if "read" in request.POST or _is_from_elsewhere(request):
        # The button for a browser without script: nothing is asked of the other fields yet.
        return _page(request, found, KnockForm(initial=request.POST.dict()), heard=heard)
    if not is_valid:
        return _page(request, found, form, heard=heard)
    if heard and heard.says_nothing and not form.cleaned_data["asked"]:
        return _page(request, found, form, heard=heard, trouble=_ONE_MORE)
    return _take(request, found, form, heard)


def _take(
    request: HttpRequest, found: Door, form: KnockForm, heard: Impression | None
) -> HttpResponse:
    said, is_there = form.cleaned_data, False
    if not said["website"]:
        words = Words(**{name: said[name] for name in ("name", "email", "page", "how", "text")})
        try:
            is_there = knock_at(
                found, words, origin=origin_of(request),
                link_of=lambda key: request.build_absolute_uri(
                    reverse("door:confirm", args=[found.handle, key])
                ),
            )  # fmt: skip
        except ClosedError:
            found.is_open = False
            return _shut(request, found)
        except TooMuchError as error:
            trouble, status = _TOO_MUCH[error.within], HTTPStatus.TOO_MANY_REQUESTS
            return _page(request, found, form, heard=heard, trouble=trouble, status=status)
        except NoMailboxError:
            mend = gettext("No letter reaches this address. Look at it once more.")
            form.add_error("email", mend)
            return _page(request, found, form, heard=heard)
        except LetterError:
            status = HTTPStatus.SERVICE_UNAVAILABLE
            return _page(request, found, form, heard=heard, trouble="letter", status=status)
    thanks_to = reverse("door:thanks", args=[found.handle])
    return redirect(f"{thanks_to}?there" if is_there and proves_by_letter() else thanks_to)


def _page(
    request: HttpRequest,
    found: Door,
    form: KnockForm,
    *,
    heard: Impression | None = None,
    trouble: str = "",
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    context: dict[str, Any] = {
        "door": found,
        "to": Greeting(found),
        "form": form,
        "heard": heard,
        "trouble": trouble,
        "is_asked_now": trouble == _ONE_MORE,
        "is_asked": trouble == _ONE_MORE or bool(form["asked"].value()),
        "most_chars": NOTE_CHARS,
    }
    return render(request, "door/door.html", context, status=status)


def _shut(request: HttpRequest, found: Door | None) -> HttpResponse:
    """A door that is closed, and one that never was, each in kind words."""
    status = HTTPStatus.NOT_FOUND if found is None else HTTPStatus.GONE
    answer = render(request, "door/shut.html", {"door": found}, status=status)
    # A browser that is told nothing else keeps what is gone for good, and the door may open again.
    add_never_cache_headers(answer)
    return answer


def _impression(form: KnockForm, to: Greeting) -> Impression | None:
    """None where the note is too long to be read."""
    said = form.cleaned_data
    if "text" not in said:
        return None
    return impression_of(said["text"], said.get("how", ""), to=to.given)


def _of_nothing_yet(found: Door) -> Impression:
    return impression_of("", "", to=Greeting(found).given)


def _is_too_large(request: HttpRequest) -> bool:
    """By the announced length, before a byte of the body is read; then by the number of fields."""
    try:
        if not 0 <= int(request.META.get("CONTENT_LENGTH") or 0) <= _MOST_BYTES:
            return True
        _ = request.POST
    except (ValueError, TooManyFieldsSent):
        return True
    return False


def _is_from_elsewhere(request: HttpRequest) -> bool:
    site = request.headers.get("Sec-Fetch-Site", "")
    origin = request.headers.get("Origin", "")
    if site:
        return site not in ("same-origin", "none")
    return bool(origin) and urlsplit(origin).netloc != request.get_host()
