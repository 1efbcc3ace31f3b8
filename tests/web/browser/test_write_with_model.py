"""Write with a language model: its notes join those that are there, and take nothing away."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from redleaf.languagemodel import Address, ModelSettings
from redleaf.languagemodel.settings import forget_settings, write_settings
from tests.languagemodel.servers import ModelServer, after, model_server, writes
from tests.web.running import Desk

GOOD = "Hi Mira, our talk at Salt Days and the ferry that never turns round are still with me."


@pytest.fixture
def server(desk: Desk) -> Iterator[ModelServer]:
    with model_server(writes([GOOD])) as server:
        write_settings(desk.home, ModelSettings(Address.read(server.address), "larch"))
        yield server
    forget_settings(desk.home)


def tell(page: Page) -> None:
    page.goto("/write/")
    page.get_by_label("Name", exact=True).fill("Mira Holt")
    page.get_by_label("The event").fill("Salt Days")
    page.get_by_label("What you talked about").fill("the ferry that never turns round")
    expect(page.locator(".draft")).to_have_count(3)


def test_its_notes_join_those_that_are_there(page: Page, server: ModelServer) -> None:
    tell(page)
    for key in ("Escape", "2", "e"):
        page.keyboard.press(key)
    page.locator("textarea[name=text-2]").fill("Mira, my own words.")
    page.keyboard.press("Escape")
    server.behaviour = after(0.5, server.behaviour)
    page.keyboard.press("m")
    expect(page.get_by_text("larch is writing")).to_be_visible()
    expect(page.locator(".draft")).to_have_count(4)
    expect(page.locator("#draft-4")).to_have_attribute("data-text", GOOD)
    expect(page.get_by_text(f"By larch at {server.place}")).to_be_visible()
    expect(page.locator("textarea[name=text-2]")).to_have_value("Mira, my own words.")
    page.keyboard.press("4")
    expect(page.locator("#choose-4")).to_be_checked()


def test_typing_goes_on_while_it_writes(page: Page, server: ModelServer) -> None:
    tell(page)
    server.behaviour = after(4.0, server.behaviour)
    before = page.locator("#draft-1").get_attribute("data-text")
    page.get_by_role("button", name="Let larch write, too").click()
    page.get_by_label("The place").fill("Turku")
    expect(page.locator("#draft-1")).not_to_have_attribute("data-text", before or "", timeout=3_500)
