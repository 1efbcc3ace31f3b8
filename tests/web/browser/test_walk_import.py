"""On a team's server: join, log in, bring two thousand connections, watch, and take them back."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.formats.linkedin_export import connections
from tests.web.browser.test_team import base, join, log_in
from tests.web.running import free_port, start

PEOPLE = 2_000
MOST_SECONDS = 60
SYLLABLES = ("ba", "del", "fo", "gin", "hul", "jas", "ker", "lom", "mi", "nur", "pav", "ros", "sti")


@pytest.fixture
def page(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Page]:
    desk = start(tmp_path_factory.mktemp("team"), "--team", "--port", str(free_port()))
    context = browser.new_context(base_url=base(desk), viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()
    desk.end()
    assert desk.process.stdout is not None
    desk.process.stdout.close()


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """Connections.csv of two thousand people, no two with one name."""
    names = (f"{a}{b} {c}{d}".title() for a, b, c, d in product(SYLLABLES, repeat=4))
    people = [(next(names), f"{number % 28 + 1:02} Feb 2026") for number in range(PEOPLE)]
    file = tmp_path / "Connections.csv"
    file.write_text(connections(*people))
    return file


def test_two_thousand_connections_come_in_and_go_again(page: Page, export: Path) -> None:
    log_in(page, join(page, "Walker"))
    expect(page.locator(".me summary")).to_have_text("Walker")
    begun = time.monotonic()
    page.goto("/contacts/import/")
    page.get_by_label("A file with people in it").set_input_files(export)
    page.get_by_role("button", name="Look into this file").click()
    preview = page.get_by_role("heading", name="What would Connections.csv change?")
    expect(page.locator("[role=status]").filter(has_text="It has just begun").or_(preview).or_(
        page.get_by_text("% is done"))).to_be_visible()  # fmt: skip
    expect(preview).to_be_visible(timeout=MOST_SECONDS * 1_000)
    expect(page.get_by_text("New: 2000")).to_be_visible()
    page.get_by_role("button", name="Import", exact=True).click()
    expect(page.get_by_role("heading", name="Imported Connections.csv")).to_be_visible(
        timeout=MOST_SECONDS * 1_000
    )
    assert time.monotonic() - begun < MOST_SECONDS
    page.goto("/contacts/")
    known = page.get_by_text("Curator, Museum Nord")
    expect(known.first).to_be_visible()
    page.goto("/contacts/import/")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#happened")).to_contain_text(
        "Undone. Imported Connections.csv", timeout=MOST_SECONDS * 1_000
    )
    page.goto("/contacts/")
    expect(known).to_have_count(0)
