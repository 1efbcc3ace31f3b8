"""A real desk and a real browser. One desk for all; every test has a browser context of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.web.running import Desk, free_port, start

# How long a page may take is measured elsewhere; here a loaded machine must not fail a test.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = start(tmp_path_factory.mktemp("desk"), "--port", str(free_port()))
    yield desk
    desk.end()
    assert desk.process.stdout is not None
    desk.process.stdout.close()


@pytest.fixture(scope="session")
def let_in(desk: Desk, browser: Browser) -> Any:
    """The session of a browser that came in with the key."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(desk.address)
    page.wait_for_url(f"{desk.base}/")
    state = context.storage_state()
    context.close()
    return state


class Complaints(list[str]):
    """What the browser complained of: policy violations, errors of scripts, requests elsewhere."""


@pytest.fixture
def complaints() -> Complaints:
    return Complaints()


@pytest.fixture
def context(
    request: pytest.FixtureRequest,
    desk: Desk,
    browser: Browser,
    let_in: Any,
    complaints: Complaints,
) -> Iterator[BrowserContext]:
    """A context of the owner; parametrise indirectly with options of `new_context`."""
    options: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}}
    options |= getattr(request, "param", {})
    context = browser.new_context(base_url=desk.base, storage_state=let_in, **options)
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=desk.base)
    outside = re.compile(rf"^(?!{re.escape(desk.base)}).*")
    context.route(outside, lambda route: route.abort())
    yield context
    context.close()
    assert complaints == []


@pytest.fixture
def page(context: BrowserContext, complaints: Complaints) -> Page:
    page = context.new_page()
    page.on(
        "console",
        lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None,
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return page


@pytest.fixture
def export_file(tmp_path: Path, demo_export: bytes) -> Path:
    file = tmp_path / "Basic_LinkedInDataExport_11-20-2026.zip"
    file.write_bytes(demo_export)
    return file
