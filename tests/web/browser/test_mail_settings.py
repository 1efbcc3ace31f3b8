"""The page Mail in a browser: kept, looked, stopped and forgotten; with script and without."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.cli.test_sync_mail import invitation
from tests.web.browser.test_accessibility import assert_accessible
from tests.web.mailboxes.desk_of_its_own import desk_with_a_keyring
from tests.web.mailboxes.dovecot import PASSWORD, USER, Dovecot, dovecot
from tests.web.running import Desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk_with_a_keyring(tmp_path_factory.mktemp("desk")) as desk:
        yield desk


@pytest.fixture(scope="module")
def let_in(desk: Desk, browser: Browser) -> Any:
    context = browser.new_context()
    page = context.new_page()
    page.goto(desk.address)
    page.wait_for_url(f"{desk.base}/")
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture(scope="module")
def server() -> Iterator[Dovecot]:
    with dovecot() as server:
        server.make("Netz")
        server.put(*map(invitation, range(3)))
        yield server


@pytest.mark.parametrize(
    "context",
    [
        {"color_scheme": "light", "viewport": {"width": 1280, "height": 800}},
        {"color_scheme": "dark", "viewport": {"width": 320, "height": 800}},
        {"java_script_enabled": False},
    ],
    indirect=True,
    ids=["light-1280", "dark-320", "without script"],
)
def test_it_is_kept_looks_and_is_forgotten(
    page: Page, server: Dovecot, request: pytest.FixtureRequest
) -> None:
    has_script = "without script" not in request.node.name
    page.goto("/settings/mail/")
    page.get_by_label("Its server").fill(server.address)
    page.get_by_label("Your name there").fill(USER)
    page.get_by_label("Password", exact=False).first.fill("wrong-9-Word")
    page.get_by_role("button", name="Try it and keep it").click()
    expect(page.get_by_text("does not take this user name and password")).to_be_visible()
    if has_script:
        page.get_by_text("A token in place of the password").click()
        assert_accessible(page)
    page.get_by_label("Password", exact=False).first.fill(PASSWORD)
    page.get_by_role("button", name="Try it and keep it").click()
    expect(page.get_by_text("The server lets you in; it has 2 folders.")).to_be_visible()
    page.get_by_label("Netz").check()
    page.get_by_role("button", name="Read these").click()
    page.get_by_role("button", name="Look now").click()
    expect(page.get_by_text("3 mails were new.")).to_be_visible(timeout=20_000)
    if has_script:
        assert_accessible(page)
    page.get_by_role("button", name="Test the connection").click()
    expect(page.get_by_text("The server lets you in")).to_be_visible()
    assert PASSWORD not in page.content()
    page.get_by_role("button", name="Forget the account").click()
    expect(page.get_by_text("The account is forgotten.")).to_be_visible()
