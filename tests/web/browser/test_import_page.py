"""The import page in a real browser: keyboard, narrow, dark, without script."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.cli.address_files import CARDS
from tests.web.running import Desk


@pytest.fixture
def phone(tmp_path: Path) -> Path:
    path = tmp_path / "phone.vcf"
    path.write_text(CARDS)
    return path


def bring(page: Page, file: Path) -> None:
    page.goto("/contacts/import/")
    page.get_by_label("A file with people in it").set_input_files(file)
    page.get_by_role("button", name="Look into this file").press("Enter")


def undo_all(page: Page) -> None:
    page.goto("/contacts/import/")
    for _ in range(5):
        buttons = page.get_by_role("button", name="Undo")
        if not buttons.count():
            return
        buttons.first.press("Enter")
        page.wait_for_load_state()


def test_a_file_comes_in_by_keyboard_and_is_taken_back(page: Page, phone: Path) -> None:
    bring(page, phone)
    expect(page.get_by_role("heading", name="What would phone.vcf change?")).to_be_visible()
    page.get_by_text("New: 2").press("Enter")
    expect(page.get_by_text("Bo Lind")).to_be_visible()
    page.get_by_role("button", name="Import").press("Enter")
    expect(page.get_by_role("heading", name="Imported phone.vcf")).to_be_visible()
    page.get_by_role("button", name="Undo").press("Enter")
    expect(page.locator("#happened")).to_contain_text("Undone. Imported phone.vcf")


@pytest.mark.parametrize(
    "context",
    [{"viewport": {"width": 360, "height": 740}}, {"color_scheme": "dark"}],
    indirect=True,
    ids=["narrow", "dark"],
)
def test_axe_finds_nothing_and_nothing_hangs_over(page: Page, phone: Path) -> None:
    bring(page, phone)
    expect(page.get_by_role("button", name="Import", exact=True)).to_be_visible()
    page.get_by_text("New: 2").click()
    for _ in range(2):
        assert Axe().run(page).violations_count == 0
        width = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert width <= 0
        page.goto("/contacts/import/")


def test_it_works_without_script(desk: Desk, browser: Browser, let_in: Any, phone: Path) -> None:
    context = browser.new_context(
        base_url=desk.base,
        storage_state=let_in,
        java_script_enabled=False,
    )
    page = context.new_page()
    bring(page, phone)
    for _ in range(30):
        if page.get_by_role("button", name="Import", exact=True).count():
            break
        page.wait_for_timeout(300)
        page.reload()
    page.get_by_role("button", name="Import", exact=True).click()
    for _ in range(30):
        if page.get_by_role("heading", name="Imported phone.vcf").count():
            break
        page.wait_for_timeout(300)
        page.reload()
    expect(page.get_by_role("heading", name="Imported phone.vcf")).to_be_visible()
    undo_all(page)
    context.close()
