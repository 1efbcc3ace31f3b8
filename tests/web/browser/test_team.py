"""Join and log in with a real browser: each rule of the password, the trap, a passkey, axe."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.web.running import Desk, free_port, start

PASSWORD = "Kiln-7-and-a-half"
STEP = "/settings/account/second-step"


@pytest.fixture(scope="module")
def team_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = start(tmp_path_factory.mktemp("team"), "--team", "--port", str(free_port()))
    yield desk
    desk.end()
    assert desk.process.stdout is not None
    desk.process.stdout.close()


def base(desk: Desk) -> str:
    # A passkey belongs to a name, and an address of numbers is none.
    return desk.address.rstrip("/").replace("127.0.0.1", "localhost")


@pytest.fixture
def context(
    request: pytest.FixtureRequest, team_desk: Desk, browser: Browser
) -> Iterator[BrowserContext]:
    options: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}}
    options |= getattr(request, "param", {})
    context = browser.new_context(base_url=base(team_desk), **options)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    yield page
    assert complaints == []


def fill_in(page: Page, name: str) -> str:
    """Everything but the password; gives the address."""
    email = f"{name}@harbour.example".lower()
    page.goto("/join/")
    page.get_by_label("First name").fill(name)
    page.get_by_label("Last name").fill("Nguyễn Flores")
    page.get_by_label("E-mail").fill(email)
    return email


def join(page: Page, name: str) -> str:
    email = fill_in(page, name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Join").click()
    return email


def log_in(page: Page, email: str) -> None:
    page.goto("/login/")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in", exact=True).click()


def test_each_condition_is_ticked_while_typing(page: Page) -> None:
    fill_in(page, "Ticks")
    password = page.get_by_label("Password")
    met = page.locator(".conditions .met")
    steps = [
        ("K", "upper"),
        ("Ki", "upper lower"),
        ("Ki7", "number upper lower"),
        ("Ki7Ki7K", "number upper lower"),
    ]
    for typed, names in steps:
        password.fill(typed)
        expect(met).to_have_count(len(names.split()))
        for name in names.split():
            expect(page.locator(f'[data-condition="{name}"]')).to_have_class("met")
    expect(page.locator('[data-condition="length-8"]')).to_contain_text("8 characters (7 so far)")
    password.fill("Ki7Ki7Ki")
    expect(met).to_have_count(4)
    password.fill("")
    expect(met).to_have_count(0)


@pytest.mark.parametrize(
    ("password", "lacks"),
    [
        ("Kiln-7", "8 characters"),
        ("Kiln-kiln", "a number"),
        ("kiln-7-half", "an upper case letter"),
        ("KILN-7-HALF", "a lower case letter"),
    ],
)
def test_it_does_not_let_in_what_lacks_one(page: Page, password: str, lacks: str) -> None:
    fill_in(page, "Lacks")
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Join").click()
    expect(page.locator("#id_password1-mend")).to_contain_text(f"still needs {lacks}.")
    expect(page.get_by_label("Password")).to_be_focused()
    expect(page.get_by_label("Password")).to_have_attribute("aria-invalid", "true")


def test_the_first_fault_has_the_focus(page: Page) -> None:
    page.goto("/join/")
    page.get_by_label("Last name").fill("Flores")
    page.get_by_role("button", name="Join").click()
    expect(page.get_by_label("First name")).to_be_focused()


def test_a_filled_trap_makes_nothing_and_says_nothing(page: Page) -> None:
    email = fill_in(page, "Trapped")
    trap = page.locator("input[tabindex='-1']")
    box = trap.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] < 0
    page.get_by_label("Password").fill(PASSWORD)
    trap.evaluate("each => { each.value = 'https://spam.example' }")
    page.get_by_role("button", name="Join").click()
    expect(page.get_by_text("your account is ready")).to_be_visible()
    log_in(page, email)
    expect(page.get_by_text("do not belong together")).to_be_visible()


def test_the_password_can_be_shown(page: Page) -> None:
    page.goto("/join/")
    page.get_by_label("Show it").check()
    expect(page.get_by_label("Password")).to_have_attribute("type", "text")


def test_one_joins_and_logs_in_and_out_by_keyboard_alone(page: Page) -> None:
    page.goto("/join/")
    page.get_by_label("First name").focus()
    for typed in ("Keys", "Berg", "keys@harbour.example", PASSWORD):
        page.keyboard.type(typed)
        page.keyboard.press("Tab")
    page.keyboard.press("Tab")  # past "Show it"
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()
    page.get_by_label("E-mail").focus()
    page.keyboard.type("keys@harbour.example")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    menu = page.locator(".me summary")
    expect(menu).to_have_text("Keys")
    menu.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("You are logged out.")).to_be_visible()


@pytest.mark.parametrize(
    "context", [{"java_script_enabled": False}], indirect=True, ids=["no-script"]
)
def test_one_joins_and_logs_in_without_script(page: Page) -> None:
    email = join(page, "Scriptless")
    log_in(page, email)
    expect(page.locator(".me summary")).to_have_text("Scriptless")


def test_a_passkey_lets_in(page: Page, context: BrowserContext) -> None:
    email = join(page, "Passkey")
    log_in(page, email)
    devices = context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    key = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
    }
    ready = {"isUserVerified": True, "automaticPresenceSimulation": True}
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": {**key, **ready}})
    page.goto(f"{STEP}/webauthn/add/")
    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Log in with it alone").check()
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    page.goto("/logout/")
    page.get_by_role("button", name="Log out").last.click()
    page.get_by_role("button", name="Log in with a passkey").click()
    expect(page.locator(".me summary")).to_have_text("Passkey")


SHAPES: list[dict[str, Any]] = [
    {"color_scheme": scheme, "viewport": {"width": width, "height": 800}}
    for scheme in ("light", "dark")
    for width in (1280, 360)
]
MEMBERS = [
    "/settings/", "/settings/account/", "/settings/account/e-mail/", "/settings/account/password/",
    "/settings/account/sessions/", "/settings/account/leave/", f"{STEP}/", f"{STEP}/totp/activate/",
    f"{STEP}/webauthn/add/", "/settings/team/", "/again/",
]  # fmt: skip


def shaped(*shapes: dict[str, Any]) -> pytest.MarkDecorator:
    ids = [f"{each['color_scheme']}-{each['viewport']['width']}" for each in shapes]
    return pytest.mark.parametrize("context", shapes, indirect=True, ids=ids)


@shaped(*SHAPES)
def test_axe_finds_nothing_before_the_log_in(page: Page) -> None:
    for address in ("/login/", "/forgotten/", "/confirm/", "/confirm/abc/"):
        page.goto(address)
        assert_accessible(page)
    fill_in(page, "Axe")
    page.get_by_label("Password").fill("Kiln-7")
    assert_accessible(page)
    page.get_by_role("button", name="Join").click()
    assert_accessible(page)


# By day and wide, by night and narrow: every colour and every width, and half of the time.
@shaped(SHAPES[0], SHAPES[3])
def test_axe_finds_nothing_in_the_settings(page: Page) -> None:
    log_in(page, join(page, f"Axe{time.monotonic_ns()}"))
    page.goto("/again/")
    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    for address in MEMBERS:
        page.goto(address)
        assert_accessible(page)


def assert_accessible(page: Page) -> None:
    result = Axe().run(page)
    assert result.violations_count == 0, f"{page.url}\n{result.generate_report()}"
    too_wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not too_wide, f"{page.url} scrolls sideways"
