"""A fresh machine: the desk opens, nothing is read, and a note is in the clipboard soon after."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.browser.walks import Walker
from tests.web.running import Desk, free_port, start

MOST_SECONDS = 120
# What somebody types in a minute who types slowly.
KEYS_A_SECOND = 3


@pytest.fixture
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = start(tmp_path_factory.mktemp("fresh") / "home", "--port", str(free_port()))
    yield desk
    desk.end()
    assert desk.process.stdout is not None
    desk.process.stdout.close()


@pytest.fixture
def page(fresh: Desk, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=fresh.base)
    context.route(re.compile(rf"^(?!{re.escape(fresh.base)}).*"), lambda route: route.abort())
    yield context.new_page()
    context.close()


def test_the_first_note_is_copied_with_three_keys_and_a_line(fresh: Desk, page: Page) -> None:
    begun = time.monotonic()
    walker = Walker(page)
    page.goto(fresh.address)
    expect(page.get_by_label("A name, where you met, what you talked about")).to_be_focused()
    walker.say("Haruka Ono, met at Museums & Web in Porto yesterday, talked about sound walks")
    walker.press("Enter")
    expect(page.get_by_label("What do you remember about Haruka?")).to_be_focused()
    walker.press("Enter")
    expect(page.locator(".draft :checked")).to_be_focused()
    shown = page.locator("#draft-1").get_attribute("data-text") or ""
    with page.context.expect_page() as opened:
        walker.press("Enter")
    opened.value.close()
    page.wait_for_url("**/people/")
    assert walker.clipboard == shown
    assert "Haruka" in shown
    assert "sound walks" in shown
    assert (walker.pressed, walker.clicked) == (3, 0)
    spent = time.monotonic() - begun + walker.typed / KEYS_A_SECOND
    assert spent < MOST_SECONDS


def test_every_empty_page_has_one_place_that_leads_on(fresh: Desk, page: Page) -> None:
    """A field to type into or a filled button stands on each page of the menu."""
    page.goto(fresh.address)
    for name in ("Today", "Stack", "People", "Check", "Write", "Insights"):
        page.get_by_role("navigation").get_by_role("link", name=name, exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        leads = page.locator("main :is(.act, input.line, textarea, input[type=file])")
        assert leads.count(), name
