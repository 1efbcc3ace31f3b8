"""Write: three facts in, a note on the clipboard."""

from __future__ import annotations

import re

from playwright.sync_api import BrowserContext, Page, expect


def tell(page: Page) -> None:
    page.goto("/write/")
    page.get_by_label("Name", exact=True).fill("Tomasz Zieliński")
    page.get_by_label("The event").fill("Museums & Web")
    page.get_by_label("What they said").fill("nobody tests with the rain on")
    expect(page.locator(".draft")).to_have_count(3)


def copied(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_three_facts_give_a_note_to_copy(page: Page, context: BrowserContext) -> None:
    tell(page)
    note = page.locator("#draft-1").get_attribute("data-text")
    with context.expect_page() as opened:
        page.get_by_role("link", name="Copy and open LinkedIn").click()
    assert "Tomasz" in copied(page)
    assert copied(page) == note
    opened.value.close()
    expect(page.get_by_role("status")).to_contain_text("Tomasz Zieliński’s note is copied.")


def test_a_person_gets_there_by_keyboard_alone(page: Page, context: BrowserContext) -> None:
    page.goto("/write/")
    page.keyboard.type("Tomasz")
    for field, fact in (("event", "Museums & Web"), ("said", "nobody tests with the rain on")):
        while page.evaluate("document.activeElement.id") != field:
            page.keyboard.press("Tab")
        page.keyboard.type(fact)
    page.keyboard.press("Enter")
    expect(page.locator(".draft").first).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("2")
    expect(page.locator("#choose-2")).to_be_checked()
    page.keyboard.press("Escape")
    with context.expect_page() as opened:
        page.keyboard.press("Enter")
    assert copied(page) == page.locator("#draft-2").get_attribute("data-text")
    opened.value.close()


def test_a_word_and_its_source_light_up_together(page: Page) -> None:
    tell(page)
    page.locator(".fact").first.focus()
    expect(page.locator(".fact").first).to_have_class(re.compile("now"))
    expect(page.locator(".source").first).to_have_class(re.compile("now"))


def test_an_edited_note_is_held_against_the_facts(page: Page) -> None:
    tell(page)
    page.keyboard.press("Escape")
    page.keyboard.press("e")
    field = page.locator("#mirror-1 + textarea")
    expect(field).to_be_focused()
    field.press_sequentially(" See you in Berlin.", delay=1)
    expect(page.locator("#verified-1")).to_contain_text("Berlin")
    expect(page.locator("#mirror-1 mark.untrue")).to_have_text(re.compile("^Berlin"))


def test_new_facts_leave_an_edited_note_alone(page: Page) -> None:
    tell(page)
    page.keyboard.press("Escape")
    page.keyboard.press("e")
    field = page.locator("#mirror-1 + textarea")
    field.press_sequentially(" See you in Porto.", delay=1)
    expect(page.locator("#mirror-1 mark.untrue")).to_have_text(re.compile("^Porto"))
    page.get_by_label("The place").fill("Porto")
    expect(page.locator("#mirror-1 mark.untrue")).to_have_count(0)
    expect(field).to_have_value(re.compile("See you in Porto"))


def test_without_a_name_it_asks_for_one(page: Page) -> None:
    page.goto("/write/")
    page.get_by_role("button", name="Write the note").click()
    expect(page.get_by_label("Name", exact=True)).to_be_focused()
    expect(page.locator("#name-errors")).to_contain_text("Whom is the note for?")
    page.get_by_label("Name", exact=True).fill("Tomasz")
    page.keyboard.press("Tab")
    expect(page.locator("#name-errors")).to_be_empty()


def test_with_nothing_to_build_on_it_asks_one_question(page: Page) -> None:
    page.goto("/write/")
    page.get_by_label("Name", exact=True).fill("Tomasz")
    page.get_by_role("button", name="Write the note").click()
    expect(page.locator(".question")).to_contain_text("?")
    assert page.evaluate("document.activeElement.matches('input, select')")


def edit(page: Page, words: str) -> None:
    page.keyboard.press("Escape")
    page.keyboard.press("e")
    page.locator("#mirror-1 + textarea").press_sequentially(words, delay=1)
    page.keyboard.press("Escape")


def test_an_edited_note_still_stands_there_when_another_is_chosen(page: Page) -> None:
    tell(page)
    edit(page, " See you.")
    page.keyboard.press("2")
    expect(page.locator("#draft-1")).to_be_visible()
    expect(page.locator("#draft-1")).to_have_text(re.compile("See you\\.$"))


def test_an_edited_note_is_not_hidden_behind_the_one_before(page: Page) -> None:
    tell(page)
    edit(page, " See you.")
    page.keyboard.press("e")
    expect(page.locator("#mirror-1 + textarea")).to_be_focused()
    expect(page.locator("#mirror-1 + textarea")).to_have_value(re.compile("See you\\.$"))


def test_an_edited_note_comes_back_after_a_reword(page: Page) -> None:
    tell(page)
    edit(page, " See you.")
    page.keyboard.press("r")
    expect(page.locator("#happened")).to_contain_text("The notes are reworded.")
    expect(page.locator("#mirror-1 + textarea")).not_to_have_value(re.compile("See you"))
    page.keyboard.press("u")
    expect(page.locator("#mirror-1 + textarea")).to_have_value(re.compile("See you\\.$"))
    expect(page.locator("#mirror-1 + textarea")).to_be_visible()


def test_the_chosen_note_comes_into_view(page: Page) -> None:
    tell(page)
    page.keyboard.press("Escape")
    page.keyboard.press("3")
    expect(
        page.locator(".draft").nth(2).get_by_role("link", name="Copy and open")
    ).to_be_in_viewport()
