"""Two browsers: one with the key, one without."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.web.running import Desk, run


def test_a_second_person_stays_outside(desk: Desk, browser: Browser) -> None:
    page = browser.new_context().new_page()
    for path in ("/", "/check/", "/write/", "/insights/"):
        answer = page.goto(f"{desk.base}{path}")
        assert answer is not None
        assert answer.status == 403
        expect(page.get_by_role("heading", level=1)).to_have_text("This desk opens with a key.")
        expect(page.locator("code")).to_have_text(["make start", "redleaf desk"])
    page.context.close()


def test_a_key_lets_one_browser_in(desk: Desk, browser: Browser) -> None:
    address = run(desk.home).stdout.split()[-1]
    first, second = browser.new_context().new_page(), browser.new_context().new_page()
    first.goto(address)
    first.wait_for_url(f"{desk.base}/")
    answer = second.goto(address)
    assert answer is not None
    assert answer.status == 403
    first.context.close()
    second.context.close()


def test_the_page_that_hands_over_the_key_works(desk: Desk, browser: Browser) -> None:
    """The browser is given a file, and a file is another site: the strict cookie must hold."""
    address = run(desk.home).stdout.split()[-1]
    door = desk.home / "door.html"
    door.write_text(f'<meta http-equiv="refresh" content="0; url={address}">')
    page = browser.new_context().new_page()
    page.goto(door.as_uri())
    page.wait_for_url(f"{desk.base}/")
    page.context.close()
