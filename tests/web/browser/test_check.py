"""Check, as somebody types."""

from __future__ import annotations

import re

from playwright.sync_api import Page, Request, Route, expect

from tests.web.browser.keys import leave_the_field

DEFAULT_TEXT = "I'd like to add you to my professional network on LinkedIn."
# Three findings of three rules; each stays when another is allowed.
DEMAND = "Hi Mira,\n\nAccept my request. You never answer, shame on you. This offer ends today."


def type_in(page: Page, text: str) -> None:
    page.goto("/check/")
    page.locator("#text").press_sequentially(text, delay=1)


def test_it_names_the_default_text_while_one_types(page: Page) -> None:
    type_in(page, DEFAULT_TEXT)
    expect(page.get_by_role("heading", level=1)).to_have_text("A default text.")
    expect(page.locator("#length")).to_contain_text("59 of 200")
    expect(page.locator("#findings")).to_contain_text("LinkedIn writes by itself")


def test_its_marks_lie_under_the_very_words(page: Page) -> None:
    type_in(page, DEMAND)
    expect(page.locator(".mirror mark").first).to_have_text(re.compile("^Accept my request"))
    field, copy = page.locator("#text").bounding_box(), page.locator(".mirror").bounding_box()
    assert field == copy


def test_its_marks_follow_what_is_typed_before_them(page: Page) -> None:
    type_in(page, DEMAND)
    expect(page.locator(".mirror mark").first).to_be_attached()
    page.route("**/check/", lambda route: route.abort())
    page.locator("#text").press("Control+Home")
    page.locator("#text").press_sequentially("Dear friend. ", delay=1)
    assert page.locator(".mirror").text_content() is not None
    assert str(page.locator(".mirror mark").first.text_content()).startswith("Accept my request")


def test_a_person_walks_through_it_by_keyboard_alone(page: Page) -> None:
    type_in(page, DEMAND)
    findings = page.locator(".finding")
    expect(findings.first).to_be_visible()
    before = findings.count()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(findings.nth(1)).to_have_class(re.compile("now"))
    page.keyboard.press("k")
    expect(findings.nth(0)).to_have_class(re.compile("now"))
    page.keyboard.press("x")
    expect(findings).to_have_count(before - 1)
    page.keyboard.press("u")
    expect(findings).to_have_count(before)
    page.keyboard.press("Enter")
    assert page.evaluate("navigator.clipboard.readText()") == DEMAND
    page.keyboard.press("e")
    expect(page.locator("#text")).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    expect(page.locator("#text")).to_have_value("")
    page.keyboard.press("Escape")
    page.keyboard.press("u")
    expect(page.locator("#text")).to_have_value(DEMAND)


def test_letters_are_letters_inside_a_field(page: Page) -> None:
    type_in(page, "jkfxen?g")
    expect(page.locator("#text")).to_have_value("jkfxen?g")
    expect(page.locator("#all-keys")).to_be_hidden()


def test_letters_can_be_switched_off(page: Page) -> None:
    type_in(page, DEMAND)
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    with page.expect_response("**/settings/appearance/letters/"):
        page.get_by_label("Single letters are keys").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    leave_the_field(page)
    page.keyboard.press("n")
    page.keyboard.press("?")
    expect(page.locator("#all-keys")).to_be_hidden()
    # It goes with the person to every page and browser, so the other tests would lose their keys.
    page.goto("/settings/appearance/")
    page.get_by_label("Single letters are keys").first.check()
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_text("Kept.")).to_be_visible()
    page.keyboard.press("?")
    expect(page.locator("#all-keys")).to_be_visible()


def test_letters_lead_to_the_other_pages(page: Page) -> None:
    page.goto("/insights/")
    page.keyboard.press("g")
    page.keyboard.press("w")
    page.wait_for_url("**/write/")


def test_it_does_not_jump_while_one_types(page: Page) -> None:
    type_in(page, "We talked about river ice in Porto")
    expect(page.locator("#length")).to_contain_text("34 of 200")
    before = page.locator(".editor").bounding_box()
    page.locator("#text").press_sequentially(", and you lent me a pencil.", delay=1)
    expect(page.locator("#length")).to_contain_text("61 of 200")
    after = page.locator(".editor").bounding_box()
    assert before is not None
    assert after is not None
    assert before["x"] == after["x"]
    assert abs(before["y"] - after["y"]) < 60


def test_what_is_unfolded_stays_unfolded_while_one_types(page: Page) -> None:
    type_in(page, DEFAULT_TEXT)
    page.get_by_text("Notes on LinkedIn").click()
    page.get_by_text("How these are counted").click()
    page.locator("#text").press_sequentially(" Hello", delay=1)
    expect(page.locator("#length")).to_contain_text("65 of 200")
    expect(page.locator("details[open]")).to_have_count(2)


def test_it_stands_at_the_next_finding_when_one_is_allowed(page: Page) -> None:
    type_in(page, DEMAND)
    findings = page.locator(".finding")
    expect(findings.nth(2)).to_be_visible()
    before = findings.count()
    third = findings.nth(2).get_attribute("data-end")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(findings).to_have_count(before - 1)
    expect(findings.nth(1)).to_be_focused()
    expect(findings.nth(1)).to_have_attribute("data-end", str(third))


def test_it_says_that_there_is_nothing_to_copy(page: Page) -> None:
    page.goto("/check/")
    leave_the_field(page)
    page.keyboard.press("Enter")
    expect(page.locator("#happened")).to_have_text("There is nothing to copy yet.")


def test_it_shows_one_red_thing_when_a_text_is_too_long(page: Page) -> None:
    type_in(page, "")
    leaf = page.locator(".wordmark .leaf")
    red = leaf.evaluate("each => getComputedStyle(each).fill")
    page.locator("#text").fill("We talked about river ice. " * 10)
    expect(page.locator(".length")).to_contain_text("too many")
    expect(leaf).not_to_have_css("fill", red)
    page.locator("#text").fill("x" * 20_001)
    expect(page.get_by_role("heading", level=1)).to_have_text("This is too long to check at once.")
    expect(page.locator(".length")).to_have_count(0)
    expect(leaf).not_to_have_css("fill", red)


def test_it_says_when_the_desk_does_not_answer(page: Page, complaints: list[str]) -> None:
    type_in(page, "We talked about river ice.")
    expect(page.locator("#length")).to_contain_text("26 of 200")
    page.route("**/check/", lambda route: route.abort())
    page.locator("#text").press_sequentially(" It", delay=1)
    expect(page.locator("#happened")).to_contain_text("The desk does not answer.")
    page.unroute("**/check/")
    page.locator("#text").press_sequentially(" melts.", delay=1)
    expect(page.locator("#length")).to_contain_text("36 of 200")
    expect(page.locator("#happened")).to_be_empty()
    complaints.clear()  # the browser names the request that was cut off


def test_it_says_when_the_page_is_from_an_earlier_visit(page: Page, complaints: list[str]) -> None:
    page.goto("/check/")
    page.locator("#check [name=csrfmiddlewaretoken]").evaluate("each => { each.value = 'stale' }")
    page.locator("#text").press_sequentially("We talked.", delay=1)
    expect(page.locator("#happened")).to_contain_text("from an earlier visit")
    complaints.clear()  # the browser names the 403


def test_an_older_text_does_not_answer_after_a_newer_one(page: Page, complaints: list[str]) -> None:
    """The first request is held back until another text is typed; then it is given up."""
    asked: list[Request] = []
    given_up: list[Request] = []

    def hold_the_first(route: Route) -> None:
        if route.request.method == "POST":
            asked.append(route.request)
        if len(asked) != 1:
            route.continue_()

    page.goto("/check/")
    page.on("requestfailed", lambda request: given_up.append(request))
    page.route("**/check/", hold_the_first)
    page.locator("#text").press_sequentially(DEFAULT_TEXT, delay=1)
    page.wait_for_timeout(600)
    page.locator("#text").fill(DEMAND)
    expect(page.locator(".mirror mark").first).to_have_text(re.compile("^Accept my request"))
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("default")
    assert given_up == asked[:1]
    complaints.clear()  # the browser tells of a request that was given up
