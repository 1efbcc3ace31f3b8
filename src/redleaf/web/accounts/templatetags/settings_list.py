"""The list at the left of every page of the settings."""

from __future__ import annotations

from typing import Any

from django import template

from redleaf.web.accounts.settings_pages import settings_pages

register = template.Library()


@register.inclusion_tag("settings/list.html", takes_context=True)
def settings_list(context: dict[str, Any]) -> dict[str, Any]:
    match = context["request"].resolver_match
    here = match.view_name if match else ""
    return {"pages": [(page, page.is_at(here)) for page in settings_pages()]}
