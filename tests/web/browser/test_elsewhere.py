"""The other networks of a card's person, opened by one key."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from tests.web.browser.keys import leave_the_field


@pytest.mark.parametrize(
    "context",
    [{"viewport": {"width": 1280, "height": 900}},
     {"viewport": {"width": 360, "height": 740}, "color_scheme": "dark"}],
    indirect=True,
    ids=["wide", "narrow-dark"],
)  # fmt: skip
def test_a_note_for_another_network_is_copied_kept_and_taken_back(
    page: Page, context: BrowserContext, tmp_path: Path
) -> None:
    name = f"Jun Sato{uuid4().hex[:5].translate(str.maketrans('0123456789', 'ghijklmnop'))}"
    card = tmp_path / "jun.vcf"
    link = f"https://www.xing.com/profile/{name.replace(' ', '_')}"
    card.write_text(
        f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nURL:{link}\n"
        f"URL:https://www.linkedin.com/in/{name.lower().replace(' ', '-')}\nEND:VCARD\n"
    )
    page.goto("/contacts/import/")
    page.get_by_label("A file with people in it").set_input_files(card)
    page.get_by_role("button", name="Look into this file").press("Enter")
    page.get_by_role("button", name="Import", exact=True).press("Enter")
    page.get_by_label("Where you met them").fill("the glaze fair")
    page.keyboard.press("Enter")
    line = page.get_by_label("What do you remember")
    expect(line).to_be_focused()
    page.keyboard.type("talked about ash glazes")
    page.keyboard.press("Enter")
    expect(page.locator(".draft :checked")).to_be_focused()
    leave_the_field(page)
    page.keyboard.press("o")
    note = page.locator("#note-xing")
    expect(note).to_contain_text("Jun")
    shown = note.get_attribute("data-text")
    result = Axe().run(page)
    assert result.violations_count == 0, result.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    with context.expect_page() as opened:
        page.get_by_role("link", name="Copy and open XING").press("Enter")
    opened.value.close()
    assert page.evaluate("navigator.clipboard.readText()") == shown
    expect(page.locator("#elsewhere")).to_contain_text("Invited there on")
    expect(page.locator("#happened")).to_contain_text("The note for XING is copied.")
    page.screenshot(path=str(tmp_path / "elsewhere.png"), full_page=True)
    page.get_by_role("button", name="Undo").press("Enter")
    expect(page.locator("#happened")).to_contain_text("Undone")
    expect(line).to_have_value("talked about ash glazes")
