"""`make screenshot`: take the pictures in docs/pictures again.

Starts a desk with a home of its own on a free port, fills it with invented people, and looks at it
with Debian's Chromium. `make screenshot ARGS=check` takes one.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tools.codeblocks import ROOT
from tools.demo.export import Shape, export

PICTURES = ROOT / "docs" / "pictures"
# Without these Chromium looks for updates and services outside at every start.
QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
SIZES = {"write": (1280, 1240)}
NOTE = (
    "Hi Tomasz, I came across your profile and would love to connect. At Museums & Web in Porto "
    "you said nobody tests with the rain on. I can send you our list of microphones."
)


def check(page: Page, _: Path) -> None:
    page.get_by_role("textbox", name="Your text").fill(NOTE)
    page.get_by_label("Name").fill("Tomasz Zieliński")
    page.get_by_label("Findings").get_by_role("listitem").first.wait_for()


def check_dark(page: Page, place: Path) -> None:
    page.emulate_media(color_scheme="dark")
    check(page, place)


def write(page: Page, _: Path) -> None:
    met = dt.datetime.now().astimezone().date() - dt.timedelta(days=7)
    page.goto(_beside(page, "/write/"))
    for name, value in (
        ("name", "Tomasz Zieliński"),
        ("role", "Curator"),
        ("company", "Muzeum Wody"),
        ("event", "Museums & Web"),
        ("place", "Porto"),
        ("on", met.isoformat()),
        ("topic", "sound walks for blind visitors"),
        ("offer", "introduction to Dana Ruiz"),
    ):
        page.locator(f"[name={name}]").fill(value)
    page.locator("[name=kind]").select_option("conference")
    page.locator("#drafts").get_by_role("radio").nth(2).wait_for(state="attached")


def audit(page: Page, place: Path) -> None:
    today = dt.datetime.now().astimezone().date()
    file = place / f"Complete_LinkedInDataExport_{today:%m-%d-%Y}.zip"
    file.write_bytes(export(Shape(until=today)))
    page.goto(_beside(page, "/insights/"))
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Read this export").click()
    page.locator("svg").first.wait_for()


def person(page: Page, place: Path) -> None:
    # In a process of its own: Django refuses its database where Playwright's loop runs.
    memory = [sys.executable, "-m", "tools.demo.memory", str(place / "home")]
    subprocess.run(memory, check=True, cwd=ROOT)
    page.goto(_beside(page, "/contacts/?q=haruka"))
    page.locator("[data-step]").first.click()
    page.get_by_role("heading", name="Between you").wait_for()


SHOTS: dict[str, Callable[[Page, Path], None]] = {
    "check": check,
    "check-dark": check_dark,
    "write": write,
    "audit": audit,
    "person": person,
}


def main(names: Sequence[str]) -> int:
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=[*QUIET, *(["--no-sandbox"] if os.geteuid() == 0 else [])],
        )
        for name in names or SHOTS:
            with desk(Path(folder) / "home") as way_in:
                take(browser, way_in, name, Path(folder))
        browser.close()
    return 0


def take(browser: Browser, way_in: str, name: str, place: Path) -> None:
    width, height = SIZES.get(name, (1280, 860))
    context = browser.new_context(
        viewport={"width": width, "height": height}, reduced_motion="reduce", locale="en-GB"
    )
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.goto(way_in)
    SHOTS[name](page, place)
    # Let the last answer arrive, then nothing that blinks.
    page.wait_for_load_state("networkidle")
    page.screenshot(path=PICTURES / f"{name}.png", caret="hide", animations="disabled")
    context.close()
    print(f"taken: docs/pictures/{name}.png")


@contextmanager
def desk(home: Path) -> Iterator[str]:
    """A running desk; gives the address that lets one browser in."""
    process = subprocess.Popen(
        [sys.executable, "-m", "redleaf", "desk", "--no-browser", "--home", str(home)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        # The last word of the first line: "Redleaf is open at http://...".
        yield process.stdout.readline().split()[-1]
    finally:
        process.terminate()
        process.wait(timeout=20)
        process.stdout.close()


def _beside(page: Page, path: str) -> str:
    scheme, _, rest = page.url.partition("://")
    return f"{scheme}://{rest.partition('/')[0]}{path}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
