"""The inbox by keys alone, and an answer that is copied."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

NOTES = {
    "Ewan Brook": "Dear Ana, your walk along the Wandle made me hear the weir behind our house. I "
    "keep a list of weirs that sing, and the seventh is the one you played. May I send it to you?",
    "Runa Falk": "Ana, I mend bells in Uppsala and read your page on the ferry horn. Ours is flat "
    "by a third since the frost. Did yours ever lose its voice in January?",
}


@pytest.fixture
def inbox(page: Page) -> Page:
    """Two who wrote something of their own."""
    for name in NOTES:
        if page.goto(f"/inbox/?q={name.split()[0]}") and page.locator(".came a").count():
            continue
        page.goto("/inbox/bring/")
        page.get_by_label("Who wants to connect?").fill(name)
        page.get_by_label("What they wrote").fill(NOTES[name])
        page.get_by_role("button", name="Read it").click()
        expect(page.get_by_role("heading", name=name)).to_be_visible()
    page.goto("/inbox/")
    return page


def test_one_goes_through_it_by_keys_and_takes_back_what_was_done(inbox: Page) -> None:
    page = inbox
    page.keyboard.press("j")
    page.wait_for_url("**/inbox/*-*/")
    name = page.get_by_role("heading", level=1).inner_text()
    page.keyboard.press("a")
    expect(page.get_by_text(f"Accepted {name}")).to_be_visible()
    page.keyboard.press("u")
    expect(page.get_by_text(f"Undone. Accepted {name}")).to_be_visible()
    page.goto(f"/inbox/?q={name.split()[0]}")
    expect(page.locator(".came a").first).to_have_text(name)


def test_a_copied_answer_counts_as_answered(inbox: Page) -> None:
    page = inbox
    page.locator(".came a").first.click()
    name = page.get_by_role("heading", level=1).inner_text()
    page.keyboard.press("e")
    expect(page.locator("#reply")).to_be_focused()
    page.locator("#reply").fill("Gladly. Send it.")
    page.keyboard.press("Escape")
    page.locator(".answer .act").click()
    expect(page.get_by_text(f"Answered {name}")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "Gladly. Send it."
    page.keyboard.press("u")
    expect(page.get_by_text(f"Undone. Answered {name}")).to_be_visible()


def test_typing_in_the_answer_presses_no_key(inbox: Page) -> None:
    page = inbox
    page.locator(".came a").first.click()
    address = page.url
    page.locator("#reply").press_sequentially("adqw")
    assert page.url == address
