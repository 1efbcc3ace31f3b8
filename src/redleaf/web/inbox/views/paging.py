"""Which page of a list is asked for, and by which words."""

from __future__ import annotations

from django.http import HttpRequest

_MOST_DIGITS = 5
_LONGEST_QUERY = 200


def page_asked(request: HttpRequest) -> int:
    """The first where none is named, or what is no page."""
    said = request.GET.get("page", "")
    is_number = said.isascii() and said.isdigit() and len(said) <= _MOST_DIGITS
    return max(1, int(said)) if is_number else 1


def query_asked(request: HttpRequest) -> str:
    return request.GET.get("q", "")[:_LONGEST_QUERY].strip()
