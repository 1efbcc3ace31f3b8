"""The list at the left of every page of the settings."""

from __future__ import annotations

from typing import Any

from django import template

from redleaf.web.accounts.settings_pages import settings_pages

register = template.Library()


@register.inclusion_tag("settings/list.html", takes_context=True)
def settings_list(context: dict[str, Any]) -> dict[str, Any]:
    request = context["request"]
    here = request.resolver_match.view_name if request.resolver_match else ""
    pages = settings_pages()
    shown = [each for each in pages if request.user.is_staff or not each.is_for_administrators]
    return {"pages": [(page, page.is_at(here)) for page in shown]}
