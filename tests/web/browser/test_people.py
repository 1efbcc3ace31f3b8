"""People by keyboard alone: find somebody, write one down, tell one person from two."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.web.browser.keys import leave_the_field


def remember(page: Page, line: str) -> None:
    """By keys alone, from any page."""
    leave_the_field(page)
    page.keyboard.press("g")
    page.keyboard.press("p")
    page.wait_for_url("**/contacts/")
    leave_the_field(page)  # where nobody is known yet, it has the focus already
    page.keyboard.press("m")
    page.keyboard.type(line)
    page.keyboard.press("Enter")
    expect(page.locator("#happened")).to_contain_text("Remembered")


def test_somebody_is_written_down_and_found_while_one_types(page: Page) -> None:
    page.goto("/check/")
    remember(page, "Ilse Aichner, bookbinder at Papiermühle, met at Bok in Graz yesterday")
    expect(page.get_by_role("heading", name="Ilse Aichner")).to_be_visible()
    page.keyboard.press("/")
    page.wait_for_url("**/contacts/#q")
    expect(page.get_by_label("Find", exact=True)).to_be_focused()
    page.keyboard.type("papierm")
    expect(page.locator("[data-step]")).to_have_text(["Ilse Aichner"])
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Met at Bok in Graz.")).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/write/?to=*")
    expect(page.get_by_label("The event")).to_have_value("Bok")


def test_they_met_again(page: Page) -> None:
    page.goto("/check/")
    remember(page, "Pavel Dvořák, luthier, met in Brno last Monday")
    page.keyboard.press("m")
    page.keyboard.type("coffee today, talked about spruce, I promised the strings by Friday")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Had coffee. Talked about spruce.")).to_be_visible()
    page.get_by_role("button", name="Kept").click()
    expect(page.get_by_text("(kept)")).to_be_visible()
    page.keyboard.press("u")
    expect(page.get_by_text("(kept)")).to_be_hidden()


def test_one_person_or_two_by_single_keys(page: Page) -> None:
    page.goto("/check/")
    remember(page, "Noor Haddad, surveyor, met in Lille last Monday")
    remember(page, "Noor, lunch in Lille today")
    page.goto("/contacts/pairs/")
    pair = page.locator(".beside thead")
    while "Noor" not in pair.inner_text():  # other tests may have left pairs of their own
        page.keyboard.press("l")
        page.wait_for_load_state()
    page.keyboard.press("s")
    expect(page.locator("#happened")).to_contain_text("Merged")
    page.keyboard.press("u")
    expect(page.locator("#happened")).to_contain_text("Undone")
