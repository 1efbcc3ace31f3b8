"""axe finds nothing, on any page, by day and by night, wide and narrow."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.languagemodel.servers import model_server, writes

SHAPES: list[dict[str, Any]] = [
    {"color_scheme": scheme, "viewport": {"width": width, "height": 800}}
    for scheme in ("light", "dark")
    for width in (1280, 320)
]
DEMAND = "Hi Mira,\n\nAccept my request. I need you to look at my product this week."

SETTINGS = [
    f"/settings/{each}"
    for each in (
        "",
        "networks/",
        "policy/",
        "rules/",
        "language/",
        "appearance/",
        "model/",
        "mail/",
        "programs/",
        "data/",
        "data/erase/",
    )
]

pytestmark = pytest.mark.parametrize(
    "context",
    SHAPES,
    indirect=True,
    ids=lambda shape: f"{shape['color_scheme']}-{shape['viewport']['width']}",
)  # fmt: skip


def assert_accessible(page: Page) -> None:
    result = Axe().run(page)
    assert result.violations_count == 0, result.generate_report()
    too_wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not too_wide, "the page scrolls sideways"


def test_check(page: Page) -> None:
    page.goto("/check/")
    assert_accessible(page)
    page.locator("#text").fill(DEMAND)
    expect(page.locator(".finding").first).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert_accessible(page)
    page.keyboard.press("?")
    expect(page.locator("#all-keys")).to_be_visible()
    assert_accessible(page)


def test_programs(page: Page) -> None:
    page.goto("/settings/programs/")
    page.get_by_label("Its name").fill(f"The scanner {uuid4().hex[:8]}")
    page.get_by_role("button", name="Make a key").click()
    expect(page.locator("#key")).to_be_visible()
    assert_accessible(page)
    page.goto("/api/")
    assert_accessible(page)


def test_write(page: Page) -> None:
    page.goto("/write/")
    assert_accessible(page)
    page.get_by_role("button", name="Write the note").click()
    expect(page.locator("#name-errors p")).to_be_visible()
    assert_accessible(page)
    page.get_by_label("Name", exact=True).fill("Tomasz")
    page.get_by_label("The event").fill("Museums & Web")
    page.get_by_label("What they said").fill("nobody tests with the rain on")
    expect(page.locator(".draft")).to_have_count(3)
    assert_accessible(page)
    page.keyboard.press("Escape")
    page.keyboard.press("e")
    page.locator("#mirror-1 + textarea").press_sequentially(" See you in Berlin.")
    expect(page.locator("#verified-1 .finding").first).to_be_visible()
    assert_accessible(page)


def test_insights(page: Page, export_file: Path) -> None:
    page.goto("/insights/")
    assert_accessible(page)
    page.set_input_files("#export", export_file)
    page.get_by_role("button", name="Read this export").click()
    expect(page.get_by_role("heading", name="Your invitations so far")).to_be_visible()
    for details in page.locator(".audit summary").all():
        details.click()
    assert_accessible(page)
    page.goto("/insights/")
    assert_accessible(page)


def test_people(page: Page) -> None:
    name = f"Ona{uuid4().hex[:6]}"  # one store serves all shapes
    page.goto("/contacts/")
    page.get_by_label("in one line").fill(f"{name} Berg, potter at Skutt, met in Turku yesterday")
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_role("heading", name="Between you")).to_be_visible()
    assert_accessible(page)
    person = page.url
    for one in ("edit/", "erase/", "introduce/?q=ona"):
        page.goto(f"{person}{one}")
        assert_accessible(page)
    page.goto("/contacts/?q=nobodyatall")
    assert_accessible(page)
    page.goto("/contacts/?known=recent&network=xing")
    assert_accessible(page)
    page.goto("/contacts/?known=recent")
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(page.get_by_role("button", name="Begin a stack")).to_be_visible()
    assert_accessible(page)
    page.goto("/contacts/")
    page.get_by_label("in one line").fill(f"{name}, had coffee in Turku today")
    page.get_by_role("button", name="Keep").click()
    page.goto("/contacts/pairs/")
    expect(page.get_by_role("button", name="One person").first).to_be_visible()
    assert_accessible(page)
    page.goto("/contacts/")
    assert_accessible(page)


def test_inbox(page: Page) -> None:
    name = f"Ewan Brook {uuid4().hex[:6]}"  # one store serves all shapes
    page.goto("/inbox/bring/")
    assert_accessible(page)
    page.get_by_label("Who wants to connect?").fill(name)
    page.get_by_label("What they wrote").fill(
        "We help founders like you. Book a free call. Your walk along the Wandle was loud."
    )
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", name=name)).to_be_visible()
    page.locator("summary", has_text="Put elsewhere").click()
    assert_accessible(page)
    for address in ("/inbox/", "/inbox/?q=zeppelin", "/inbox/group/decline/", "/inbox/group/wait/",
                    "/inbox/policy/?policy=open", "/inbox/policy/?settings=be+nice",
                    "/inbox/decided/", "/inbox/decided/?q=zeppelin", "/inbox/learned/"):  # fmt: skip
        page.goto(address)
        assert_accessible(page)


def test_stack(page: Page) -> None:
    page.goto("/stack/")
    assert_accessible(page)
    page.get_by_label("Whom did you meet?").fill("Ragna Dahl, met at Kiln Days in Turku yesterday")
    page.keyboard.press("Enter")
    page.get_by_label("What do you remember").fill("talked about ash, I promised the wood list")
    expect(page.locator(".draft").first).to_be_visible()
    assert_accessible(page)
    page.locator(".whom .label a").click()
    expect(page.get_by_label("Somebody else you met there")).to_be_visible()
    assert_accessible(page)


def test_pages_for_when_something_is_wrong(page: Page, complaints: list[str]) -> None:
    page.goto("/nowhere/")
    assert_accessible(page)
    page.context.clear_cookies()
    page.goto("/check/")
    assert_accessible(page)
    complaints.clear()  # the browser names the 404 and the 403


@pytest.mark.parametrize("address", SETTINGS)
def test_settings(page: Page, address: str) -> None:
    page.goto(address)
    assert_accessible(page)


def test_a_language_model(page: Page) -> None:
    good = "Mira, our talk at Salt Days and the ferry that never turns round are still with me."
    with model_server(writes([good, "Mira, Berlin was fun. Ines"])) as server:
        page.goto("/settings/model/")
        page.get_by_role("button", name="Keep").click()
        expect(page.get_by_text("Say where the model listens.")).to_be_visible()
        assert_accessible(page)
        page.get_by_label("Where it listens").fill(server.address)
        page.get_by_label("Its name").fill("larch")
        page.get_by_role("button", name="Keep").click()
        page.get_by_role("button", name="Let it write to somebody invented").click()
        expect(page.get_by_text(good)).to_be_visible()
        assert_accessible(page)
        page.get_by_role("button", name="Forget the model").click()
