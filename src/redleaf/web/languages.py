"""The language that the desk speaks to somebody: the one they chose, else that of their browser."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import ParamSpec

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import DjangoTranslation
from django.views.i18n import JavaScriptCatalog

from redleaf.web.accounts.models import User

_Args = ParamSpec("_Args")
_Answer = Callable[[HttpRequest], HttpResponseBase]


class Language:
    """Answers every request in the language of who asks.

    It ends with the answer: the thread serves somebody else next.
    """

    def __init__(self, get_response: _Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        chosen = _chosen(request)
        language = chosen or translation.get_language_from_request(request)
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        if not chosen:
            patch_vary_headers(response, ("Accept-Language",))
        return response


def in_this_language(work: Callable[_Args, None]) -> Callable[_Args, None]:
    """The same work, for a thread of its own: it goes on in the language of who began it."""
    language = translation.get_language()

    def speaking(*args: _Args.args, **kwargs: _Args.kwargs) -> None:
        with translation.override(language):
            work(*args, **kwargs)

    return speaking


@cache
def words_of_scripts(language: str) -> Mapping[str, str]:
    """What scripts say in English, with its translation; empty for English itself."""
    if language not in dict(settings.LANGUAGES) or language == settings.LANGUAGE_CODE:
        return {}
    catalogue = JavaScriptCatalog()
    catalogue.translation = DjangoTranslation(
        language, domain="djangojs", localedirs=[str(each) for each in settings.LOCALE_PATHS]
    )
    return {said: str(words) for said, words in catalogue.get_catalog().items()}


def _chosen(request: HttpRequest) -> str:
    """ "" where nobody is in, where nothing was chosen, or where it is spoken no longer."""
    user = request.user
    language = user.language if isinstance(user, User) else ""
    return language if language in dict(settings.LANGUAGES) else ""
