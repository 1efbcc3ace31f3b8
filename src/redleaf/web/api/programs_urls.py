"""Addresses of the settings about programs."""

from collections.abc import Callable

from django.conf import settings
from django.http.response import HttpResponseBase
from django.urls import path

from redleaf.web.api import programs_page

_View = Callable[..., HttpResponseBase]


def _by_who_it_is(view: _View) -> _View:
    """With accounts, who left a page open must not have a key made that outlasts it."""
    if not settings.TEAM:
        return view
    from allauth.account.decorators import reauthentication_required  # not in a desk of one's own

    guarded: _View = reauthentication_required(view, allow_get=True)
    return guarded


app_name = "programs"
urlpatterns = [
    path("", _by_who_it_is(programs_page.programs), name="programs"),
    path("<uuid:program_id>/revoke/", programs_page.revoke, name="revoke"),
]
