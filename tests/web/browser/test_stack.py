"""The stack in a real browser, by keyboard alone."""

from __future__ import annotations

from uuid import uuid4

from playwright.sync_api import BrowserContext, Page, expect

from tests.web.browser.keys import leave_the_field

PEOPLE = 3


def begin(page: Page) -> None:
    """A stack of people met at one event, begun as a user would: one line after another."""
    event = f"Kiln Days {uuid4().hex[:6]}"  # one store serves all tests
    page.goto("/stack/")
    for number, name in enumerate(("Oda Lind", "Mira Holt", "Jun Sato")[:PEOPLE]):
        page.get_by_label("Whom did you meet?" if number == 0 else "Somebody else you met").fill(
            f"{name}, met at {event} yesterday"
        )
        page.keyboard.press("Enter")
        if number == 0:
            expect(page.get_by_label("What do you remember")).to_be_visible()
            page.get_by_role("link", name=event).click()
        expect(page.get_by_text(f"0 of {number + 1} written")).to_be_visible()
    page.get_by_role("link", name="Go on").click()
    expect(page.get_by_label("What do you remember")).to_be_focused()


def gone_from(page: Page, address: str) -> None:
    expect(page).not_to_have_url(address)


def copied(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_each_person_takes_two_keys_and_what_is_typed_about_them(
    page: Page, context: BrowserContext
) -> None:
    begin(page)
    notes = []
    for number in range(PEOPLE):
        address = page.url
        page.keyboard.type("talked about ash glazes, I promised the wood list")
        page.keyboard.press("Enter")
        expect(page.locator(".draft :checked")).to_be_focused()
        shown = page.locator("#draft-1").get_attribute("data-text")
        with context.expect_page() as opened:
            page.keyboard.press("Enter")
        opened.value.close()
        gone_from(page, address)
        assert copied(page) == shown
        notes.append(shown)
        expect(page.get_by_text(f"{number + 1} of {PEOPLE} written")).to_be_visible()
    expect(page.get_by_text("Everybody is written to.")).to_be_visible()
    assert len(set(notes)) == PEOPLE


def test_keys_choose_put_off_go_back_and_undo(page: Page, context: BrowserContext) -> None:
    begin(page)
    first = page.url
    page.keyboard.type("talked about ash glazes")
    page.keyboard.press("Enter")
    expect(page.locator(".draft :checked")).to_be_focused()
    page.keyboard.press("2")
    expect(page.locator("#choose-2")).to_be_checked()
    shown = page.locator("#draft-2").get_attribute("data-text")
    with context.expect_page() as opened:
        page.keyboard.press("Enter")
    opened.value.close()
    gone_from(page, first)
    assert copied(page) == shown
    leave_the_field(page)
    page.keyboard.press("u")
    page.wait_for_url(f"**{page.url.rsplit('/card/', 1)[1]}")
    expect(page.get_by_role("status")).to_contain_text("Undone")
    expect(page.get_by_text("0 of 3 written")).to_be_visible()
    page.goto(first)
    expect(page.get_by_label("What do you remember")).to_have_value("talked about ash glazes")
    page.keyboard.press("l")
    gone_from(page, first)
    expect(page.get_by_role("status")).to_contain_text("comes later")
    leave_the_field(page)
    page.keyboard.press("k")
    page.wait_for_url(first)


def test_the_field_keeps_what_is_typed_while_answers_come(page: Page) -> None:
    begin(page)
    line = "talked about ash glazes, then about wood, then about nothing in particular"
    page.keyboard.type(line, delay=20)
    expect(page.locator("#line-told")).to_contain_text("Will be kept as")
    expect(page.get_by_label("What do you remember")).to_have_value(line)


def test_an_enter_before_the_page_listens_leads_to_the_notes_all_the_same(
    page: Page, context: BrowserContext
) -> None:
    begin(page)
    context.route("**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.reload(wait_until="domcontentloaded")
    page.get_by_label("What do you remember").focus()
    page.keyboard.type("talked about ash glazes")
    page.keyboard.press("Enter")
    expect(page.locator(".draft :checked")).to_be_focused()
