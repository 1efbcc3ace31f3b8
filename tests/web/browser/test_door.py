"""The front door with a real browser: a stranger who writes, and the owner who makes the door."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.browser.test_accessibility import SHAPES, assert_accessible
from tests.web.browser.test_weight import WATCH
from tests.web.running import Desk

NOTE = (
    "Last Thursday you said nobody tests with the rain on. I have a shed with a tin roof for that."
)
DOORS = "/settings/doors/"


@pytest.fixture(scope="module")
def handle(desk: Desk, browser: Browser, let_in: Any) -> str:
    """A door that is open, made by its owner."""
    name = f"door-{uuid4().hex[:6]}"
    context = browser.new_context(base_url=desk.base, storage_state=let_in)
    page = context.new_page()
    page.goto(DOORS)
    page.get_by_label("What you are glad to hear about").fill("Tell me where we met.")
    page.get_by_label("Where you use it").fill("my talk in Turku")
    page.get_by_label("Its address ends in").fill(name)
    page.get_by_role("button", name="Make the door").click()
    expect(page.get_by_role("heading", name="my talk in Turku")).to_be_visible()
    context.close()
    return name


@pytest.fixture
def stranger(
    request: pytest.FixtureRequest, desk: Desk, browser: Browser, complaints: list[str]
) -> Iterator[Page]:
    """Somebody without a session; parametrise indirectly with options of `new_context`."""
    options = {"viewport": {"width": 1280, "height": 900}, **getattr(request, "param", {})}
    context = browser.new_context(base_url=desk.base, **options)
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    yield page
    assert context.cookies() == [], "nobody is followed"
    context.close()
    assert complaints == []


def fill_in(page: Page, note: str) -> None:
    page.get_by_label("Your name").fill("Rashid Karim")
    page.get_by_label("E-mail").fill(f"{uuid4().hex[:6]}@oud.example")
    page.get_by_label("Your note").fill(note)


def test_the_note_is_read_half_a_second_after_the_last_key(stranger: Page, handle: str) -> None:
    stranger.goto(f"/to/{handle}/")
    reads = stranger.locator("#reads")
    expect(reads).to_contain_text("what made you write")
    stranger.get_by_label("Your note").press_sequentially(NOTE)
    expect(reads).to_contain_text("Only you could have written")
    expect(reads).to_have_attribute("aria-live", "polite")
    assert 1 <= reads.locator("li").count() <= 3
    stranger.get_by_label("Your note").fill("<img src=x onerror=alert(1)> you said so on Thursday")
    expect(reads.locator("img")).to_have_count(0)


@pytest.mark.parametrize(
    "stranger",
    [{"viewport": {"width": width, "height": 740}} for width in (1280, 360)],
    indirect=True,
    ids=["1280", "360"],
)
@pytest.mark.parametrize("language", ["en", "de"])
def test_nothing_moves_while_the_note_is_read(stranger: Page, handle: str, language: str) -> None:
    stranger.set_extra_http_headers({"Accept-Language": language})
    stranger.goto(f"/to/{handle}/")
    stranger.evaluate(WATCH)
    button = stranger.locator("form .act")
    for note in ("", NOTE[:60], f"I'd like to add you to my professional network. {NOTE[:90]}"):
        stranger.locator("[name=text]").fill(note)
        at = button.bounding_box()
        stranger.wait_for_timeout(1_200)
        assert button.bounding_box() == at
    assert stranger.evaluate("window.moved") == []


def test_a_note_is_sent_by_keyboard_alone(stranger: Page, handle: str) -> None:
    stranger.goto(f"/to/{handle}/")
    stranger.get_by_label("Your name").focus()
    for typed in ("Keys Karim", "keys@oud.example", "https://oud.example", "We met.", NOTE):
        stranger.keyboard.type(typed)
        stranger.keyboard.press("Tab")
    expect(stranger.get_by_role("button", name="Send to")).to_be_focused()
    stranger.keyboard.press("Enter")
    expect(stranger.get_by_role("heading", name="Your note is there")).to_be_visible()


def test_a_default_text_is_asked_once_for_one_sentence_more(stranger: Page, handle: str) -> None:
    stranger.goto(f"/to/{handle}/")
    fill_in(stranger, "I'd like to add you to my professional network on LinkedIn.")
    stranger.get_by_role("button", name="Send to").click()
    expect(stranger.locator("#trouble")).to_contain_text("One sentence more would help")
    expect(stranger.get_by_label("Your note")).to_be_focused()
    stranger.get_by_role("button", name="Send to").click()
    expect(stranger.get_by_role("heading", name="Your note is there")).to_be_visible()


def test_the_first_fault_has_the_focus(stranger: Page, handle: str) -> None:
    stranger.goto(f"/to/{handle}/")
    stranger.get_by_label("Your note").fill(NOTE)
    stranger.get_by_role("button", name="Send to").click()
    expect(stranger.get_by_label("Your name")).to_be_focused()
    expect(stranger.get_by_label("Your note")).to_have_value(NOTE)


def test_the_trap_lies_off_the_page(stranger: Page, handle: str) -> None:
    stranger.goto(f"/to/{handle}/")
    box = stranger.locator("[name=website]").bounding_box()
    assert box is not None
    assert box["x"] + box["width"] < 0


@pytest.mark.parametrize("stranger", [{"java_script_enabled": False}], indirect=True)
def test_without_script_a_button_reads_the_note(stranger: Page, handle: str) -> None:
    stranger.goto(f"/to/{handle}/")
    fill_in(stranger, NOTE)
    stranger.get_by_role("button", name="How does it read?").click()
    expect(stranger.locator("#reads")).to_contain_text("Only you could have written")
    stranger.get_by_role("button", name="Send to").click()
    expect(stranger.get_by_role("heading", name="Your note is there")).to_be_visible()


@pytest.mark.parametrize(
    "stranger",
    SHAPES,
    indirect=True,
    ids=lambda shape: f"{shape['color_scheme']}-{shape['viewport']['width']}",
)
def test_axe_finds_nothing_at_the_door(stranger: Page, handle: str, complaints: list[str]) -> None:
    stranger.goto(f"/to/{handle}/")
    assert_accessible(stranger)
    stranger.get_by_label("Your note").fill(NOTE)
    expect(stranger.locator("#reads li").first).to_be_visible()
    assert_accessible(stranger)
    stranger.get_by_role("button", name="Send to").click()
    expect(stranger.locator(".mend").first).to_be_visible()
    assert_accessible(stranger)
    fill_in(stranger, NOTE)
    stranger.get_by_role("button", name="Send to").click()
    expect(stranger.get_by_role("heading", name="Your note is there")).to_be_visible()
    assert_accessible(stranger)
    for address in ("/to/nobody-here/", f"/to/{handle}/confirm/abc/"):
        stranger.goto(address)
        assert_accessible(stranger)
    complaints.clear()  # the browser names the 404 and the 410


@pytest.mark.parametrize(
    "context",
    SHAPES,
    indirect=True,
    ids=lambda shape: f"{shape['color_scheme']}-{shape['viewport']['width']}",
)
def test_axe_finds_nothing_in_the_settings_of_doors(page: Page, handle: str) -> None:
    page.goto(DOORS)
    assert_accessible(page)
    page.get_by_role("link", name="my talk in Turku").first.click()
    picture = page.get_by_role("img", name="QR code")
    expect(picture).to_be_visible()
    expect(picture).not_to_have_js_property("naturalWidth", 0)
    assert_accessible(page)
    page.get_by_role("link", name="A sheet to print").click()
    expect(page.get_by_role("heading", name="Write to")).to_be_visible()
    assert_accessible(page)


def test_a_door_is_closed_and_opened_again(
    page: Page, stranger: Page, complaints: list[str]
) -> None:
    name = f"door-{uuid4().hex[:6]}"
    page.goto(DOORS)
    page.get_by_label("Its address ends in").fill(name)
    page.get_by_role("button", name="Make the door").click()
    page.get_by_role("button", name="Close the door").click()
    expect(page.get_by_text("no note comes in.")).to_be_visible()
    stranger.goto(f"/to/{name}/")
    expect(stranger.get_by_role("heading", name="This door is closed")).to_be_visible()
    page.get_by_role("button", name="Open the door").click()
    expect(page.get_by_text("can write to you.")).to_be_visible()
    stranger.goto(f"/to/{name}/")
    expect(stranger.get_by_role("button", name="Send to")).to_be_visible()
    complaints.clear()  # the browser names the 410
