"""Leaving a field by key, as a person does who sees where the cursor stands."""

from __future__ import annotations

from playwright.sync_api import Page

# A page gives its first field the focus with its first picture, which may come after its load.
_SETTLED = (
    "() => !document.querySelector('[autofocus]') || document.activeElement !== document.body"
)


def leave_the_field(page: Page) -> None:
    """Escape, once the field that the page opens with has the focus."""
    page.wait_for_function(_SETTLED)
    page.keyboard.press("Escape")
