"""The inbox by keys alone, and an answer that is copied."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, Route, expect

NOTES = {
    "Ewan Brook": "Dear Ana, your walk along the Wandle made me hear the weir behind our house. I "
    "keep a list of weirs that sing, and the seventh is the one you played. May I send it to you?",
    "Runa Falk": "Ana, I mend bells in Uppsala and read your page on the ferry horn. Ours is flat "
    "by a third since the frost. Did yours ever lose its voice in January?",
    "Nils Dahl": "I'd like to add you to my professional network on LinkedIn.",
}
# The first address of one invitation; behind it may stand where an undo leads.
OPENED = re.compile(r"/inbox/[0-9a-f]+-[0-9a-f-]+/")
# What a key begins has begun by then.
SETTLED_MS = 300


@pytest.fixture
def inbox(page: Page) -> Page:
    """Two who wrote something of their own, and one who did not."""
    for name in NOTES:
        page.goto(f"/inbox/?q={name.split()[0]}")
        if page.locator(".came a").count():
            continue
        page.goto("/inbox/bring/")
        page.get_by_label("Who wants to connect?").fill(name)
        page.get_by_label("What they wrote").fill(NOTES[name])
        page.get_by_role("button", name="Read it").click()
        assert name_on(page) == name
    page.goto("/inbox/")
    return page


@pytest.fixture
def opened(inbox: Page) -> Page:
    """The first of them on a page of its own."""
    inbox.locator(".came a").first.click()
    name_on(inbox)
    return inbox


@pytest.fixture
def held(opened: Page) -> Iterator[list[Route]]:
    """What is asked from now on, and gets no answer while the test runs."""
    asked: list[Route] = []

    def hold(route: Route) -> None:
        asked.append(route)

    opened.route("**/inbox/**", hold)
    yield asked
    for route in asked:
        route.fulfill(status=204)
    opened.unroute_all(behavior="wait")


def title(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def name_on(page: Page) -> str:
    """Whose invitation is open, once its page is there."""
    page.wait_for_url(OPENED)
    expect(title(page)).to_be_focused()
    return title(page).inner_text()


def test_one_goes_through_it_by_keys_and_takes_back_what_was_done(inbox: Page) -> None:
    page = inbox
    page.keyboard.press("j")
    name = name_on(page)
    page.keyboard.press("a")
    expect(page.get_by_text(f"Accepted {name}")).to_be_visible()
    expect(title(page)).not_to_have_text(name)
    page.keyboard.press("u")
    expect(page.get_by_text(f"Undone. Accepted {name}")).to_be_visible()
    assert name_on(page) == name
    page.goto(f"/inbox/?q={name.split()[0]}")
    expect(page.locator(".came a").first).to_have_text(name)


def test_after_the_last_one_stands_the_list(inbox: Page) -> None:
    page = inbox
    page.locator(".came a").last.click()
    name = name_on(page)
    page.keyboard.press("w")
    expect(page.get_by_text(f"{name} waits")).to_be_visible()
    expect(title(page)).to_have_text("Inbox")
    page.keyboard.press("u")
    expect(page.get_by_text(f"Undone. {name} waits")).to_be_visible()
    assert name_on(page) == name


def test_keys_pressed_while_the_next_one_comes_do_nothing_to_this_one(
    opened: Page, held: list[Route]
) -> None:
    opened.keyboard.press("j")
    for letter in "aqwd":
        opened.keyboard.press(letter)
    opened.keyboard.press("Enter")
    opened.wait_for_timeout(SETTLED_MS)
    assert [each.request.method for each in held] == ["GET"]


def test_a_key_pressed_twice_decides_once(opened: Page, held: list[Route]) -> None:
    for letter in "aaw":
        opened.keyboard.press(letter)
    opened.wait_for_timeout(SETTLED_MS)
    assert [each.request.method for each in held] == ["POST"]


def test_a_key_held_down_decides_about_one(opened: Page) -> None:
    page = opened
    name = name_on(page)
    page.keyboard.down("a")
    expect(page.get_by_text(f"Accepted {name}")).to_be_visible()
    following = name_on(page)
    page.keyboard.down("a")
    page.wait_for_timeout(SETTLED_MS)
    page.keyboard.up("a")
    assert name_on(page) == following
    page.keyboard.press("u")
    expect(page.get_by_text(f"Undone. Accepted {name}")).to_be_visible()


def test_it_is_put_elsewhere_by_keys(opened: Page) -> None:
    page = opened
    name = name_on(page)
    page.keyboard.press("v")
    expect(page.locator(".elsewhere form button").first).to_be_focused()
    place = page.locator(".elsewhere form button").first.inner_text()
    page.keyboard.press("Enter")
    expect(page.get_by_text(f"Put {name} under {place}")).to_be_visible()
    assert name_on(page) == name
    page.keyboard.press("u")
    expect(page.get_by_text(f"Undone. Put {name}")).to_be_visible()


def test_a_copied_answer_counts_as_answered(opened: Page) -> None:
    page = opened
    name = name_on(page)
    page.keyboard.press("e")
    expect(page.locator("#reply")).to_be_focused()
    page.locator("#reply").fill("Gladly. Send it.")
    page.keyboard.press("Escape")
    page.locator(".answer .act").click()
    expect(page.get_by_text(re.compile(f"(Answered|Asked) {name}"))).to_be_visible()
    # Its network has come to the front, and only the page in front may read the clipboard.
    page.bring_to_front()
    assert page.evaluate("navigator.clipboard.readText()") == "Gladly. Send it."
    page.keyboard.press("u")
    expect(page.get_by_text(re.compile(f"Undone. (Answered|Asked) {name}"))).to_be_visible()


def test_typing_in_the_answer_presses_no_key(opened: Page) -> None:
    page = opened
    name = name_on(page)
    address = page.url
    page.locator("#reply").press_sequentially("adqw")
    page.wait_for_timeout(SETTLED_MS)
    assert (page.url, title(page).inner_text()) == (address, name)
