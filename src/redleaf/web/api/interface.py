"""The interface for programs: its addresses, what each takes and gives, and its OpenAPI.

Swagger's page is left out: it brings scripts from elsewhere. `/api/` is a page of our own.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NoReturn

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.parser import Parser

import redleaf
from redleaf.web.api.refusals import (
    Fault,
    Refusal,
    faulty,
    not_json,
    not_there,
    unreadable,
)
from redleaf.web.api.shapes import MARKS

_WORDS = {
    "missing": "this is missing.",
    "extra_forbidden": "there is no such field.",
    "string_type": "this must be a text in quotes.",
    "string_unicode": "this text holds half a character.",
    "string_too_long": "this is longer than {max_length:,} characters.",
    "list_type": "this must be a list.",
    "too_short": "this must not be empty.",
    "too_long": "this holds {max_length:,} at most.",
    "model_type": "this must be an object in braces.",
    "model_attributes_type": "this must be an object in braces.",
    "literal_error": "this must be one of {expected}.",
    "int_parsing": "this must be a whole number.",
    "greater_than_equal": "this must be {ge:,} or more.",
    "less_than_equal": "this must be {le:,} or less.",
}
_MOST_FAULTS = 20
_LONGEST_PATH = 120


class _Json(Parser):
    """JSON in UTF-8 and nothing else."""

    def parse_body(self, request: HttpRequest) -> Any:
        if request.content_type != "application/json":
            raise not_json()
        return json.loads(request.body.decode("utf-8"), parse_constant=_refuse_constant)


api = NinjaAPI(
    title="Redleaf",
    version=redleaf.__version__,
    description=(
        "Bring invitations into your inbox, and read what Redleaf makes of them. Each program has "
        "a key of its own: Settings, Programs makes it. Nothing is ever sent to anybody."
    ),
    docs_url=None,
    openapi_url=None,
    parser=_Json(),
)


@api.exception_handler(Refusal)
def _refused(_request: HttpRequest, refusal: Refusal) -> HttpResponse:
    return refusal.answer()


@api.exception_handler(ValidationError)
def _faulty(_request: HttpRequest, error: ValidationError) -> HttpResponse:
    return faulty([_fault(each) for each in error.errors[:_MOST_FAULTS]]).answer()


@api.exception_handler(HttpError)
def _unreadable(_request: HttpRequest, error: HttpError) -> HttpResponse:
    # The parser's alone: whatever else is refused is a Refusal.
    cause = error.__cause__
    return cause.answer() if isinstance(cause, Refusal) else unreadable(_why(cause)).answer()


@api.exception_handler(Http404)
def _not_there(_request: HttpRequest, _error: Http404) -> HttpResponse:
    return not_there().answer()


def _fault(error: Mapping[str, Any]) -> Fault:
    """What pydantic found, as a path and a sentence of ours."""
    # In front stands where the value came from, and what our own function calls a body.
    source, *path = error["loc"]
    place = [str(each) for each in (path[1:] if source == "body" else path)]
    if place and place[0] in MARKS:
        place = place[1:]
    words = _WORDS.get(error["type"])
    told = words.format_map(error.get("ctx", {})) if words else f"{error['msg']}."
    return Fault(".".join(place)[:_LONGEST_PATH], told)


def _why(cause: BaseException | None) -> str:
    if isinstance(cause, json.JSONDecodeError):
        return f"line {cause.lineno}, sign {cause.colno}: {cause.msg}"
    if isinstance(cause, RecursionError):
        return "it is nested too deeply"
    return "it holds bytes or numbers that cannot be read"


def _refuse_constant(_name: str) -> NoReturn:
    raise ValueError("NaN and Infinity are no JSON")
