"""`make screenshots`: every page of the desk, wide and narrow, by day and by night.

Starts a desk with a home of its own on a free port, fills it with the invented memory of the demo,
and looks at it with Debian's Chromium. The pictures lie in .screenshots/, PAGE-WIDTH-light.png and
PAGE-WIDTH-dark.png; `ARGS="today stack"` takes those pages alone. `ARGS=--docs` takes again the few
that the README and the docs show, into docs/pictures.
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

from playwright.sync_api import Browser, Page, StorageState, sync_playwright

from tools.codeblocks import ROOT
from tools.demo.export import Shape, export
from tools.demo.memory import address_book

FOLDER = ROOT / ".screenshots"
PICTURES = ROOT / "docs" / "pictures"
# Without these Chromium looks for updates and services outside at every start.
QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
WIDTHS = (1280, 360)
SCHEMES = ("light", "dark")
NOTE = (
    "Hi Tomasz, I came across your profile and would love to connect. At Museums & Web in Porto "
    "you said nobody tests with the rain on. I can send you our list of microphones."
)
GLAD = "I read every note myself. Tell me where we met or who sent you. A line is plenty."
AT_THE_DOOR = (
    "I'd like to add you to my professional network. I restore ouds in Muscat, and your guide to "
    "the sound of wood is the only one my apprentices ask for twice."
)
LINE = "talked about rivers that sound dry, I promised the hydrophone list by Friday"

Shot = Callable[[Page, Path], None]


def today(page: Page, _: Path) -> None:
    page.goto("/")


def stack_begin(page: Page, _: Path) -> None:
    page.goto("/stack/")


def stack(page: Page, _: Path) -> None:
    page.goto("/stack/")
    begin = page.get_by_role("button", name="Begin a stack of Museums & Web")
    if begin.count():
        begin.click()
    else:
        page.locator(".rows a", has_text="Go on").first.click()
    page.get_by_label("What do you remember").fill(LINE)
    page.locator(".draft").first.wait_for()
    page.get_by_text("Will be kept as").wait_for()


def stack_people(page: Page, place: Path) -> None:
    stack(page, place)
    page.locator(".whom .label a").click()
    page.get_by_label("Somebody else you met there").wait_for()


def inbox(page: Page, _: Path) -> None:
    page.goto("/inbox/")
    page.locator(".came a").first.wait_for()


def inbox_one(page: Page, _: Path) -> None:
    inbox(page, _)
    page.goto(page.locator(".came a").first.get_attribute("href") or "/inbox/")


def inbox_campaign(page: Page, _: Path) -> None:
    inbox(page, _)
    link = page.locator(".came li", has_text="times").locator("a").first
    page.goto(link.get_attribute("href") or "/inbox/")


def inbox_group(page: Page, _: Path) -> None:
    inbox(page, _)
    page.goto("/inbox/group/ask/")


def inbox_decided(page: Page, _: Path) -> None:
    page.goto("/inbox/decided/")


def inbox_learned(page: Page, _: Path) -> None:
    page.goto("/inbox/learned/")


def inbox_policy(page: Page, _: Path) -> None:
    page.goto("/inbox/policy/?policy=open")


def inbox_bring(page: Page, _: Path) -> None:
    page.goto("/inbox/bring/")


def people(page: Page, _: Path) -> None:
    page.goto("/contacts/")


def people_none_found(page: Page, _: Path) -> None:
    page.goto("/contacts/?q=nobody+of+that+name")


def person(page: Page, _: Path) -> None:
    page.goto("/contacts/?q=haruka")
    page.locator("[data-step]").first.click()
    page.get_by_role("heading", name="Between you").wait_for()


def bring(page: Page, _: Path) -> None:
    page.goto("/contacts/import/")


def bring_preview(page: Page, place: Path) -> None:
    cards = place / "phone.vcf"
    cards.write_text(address_book(), encoding="utf-8")
    page.goto("/contacts/import/")
    page.locator("input[type=file]").set_input_files(cards)
    page.locator("form button.act").click()
    page.get_by_role("heading", level=1).wait_for()
    page.wait_for_load_state("networkidle")


def check_empty(page: Page, _: Path) -> None:
    page.goto("/check/")


def check(page: Page, _: Path) -> None:
    page.goto("/check/")
    page.get_by_role("textbox", name="Your text").fill(NOTE)
    page.get_by_label("Name").fill("Tomasz Zieliński")
    page.get_by_label("Findings").get_by_role("listitem").first.wait_for()


def too_long(page: Page, _: Path) -> None:
    page.goto("/check/")
    page.get_by_role("textbox", name="Your text").fill(f"{NOTE} {NOTE}")
    page.get_by_text("too many").first.wait_for()


def write_empty(page: Page, _: Path) -> None:
    page.goto("/write/")


def write(page: Page, _: Path) -> None:
    met = dt.datetime.now().astimezone().date() - dt.timedelta(days=7)
    page.goto("/write/")
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


def insights(page: Page, _: Path) -> None:
    page.goto("/insights/")


def audit(page: Page, place: Path) -> None:
    day = dt.datetime.now().astimezone().date()
    file = place / f"Complete_LinkedInDataExport_{day:%m-%d-%Y}.zip"
    file.write_bytes(export(Shape(until=day)))
    page.goto("/insights/")
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Read this export").click()
    page.locator("svg.plot, .audit svg").first.wait_for()


def all_keys(page: Page, _: Path) -> None:
    page.goto("/")
    page.evaluate("document.getElementById('all-keys').showPopover()")


def menu(page: Page, _: Path) -> None:
    page.goto("/")
    if page.get_by_role("button", name="Menu").is_visible():
        page.get_by_role("button", name="Menu").click()


def settings(page: Page, _: Path) -> None:
    page.goto("/settings/")


def of_settings(name: str) -> Shot:
    """A further page of the settings."""

    def shot(page: Page, _: Path) -> None:
        page.goto(f"/settings/{name}/")

    return shot


def doors(page: Page, _: Path) -> None:
    """The page of all doors, with one in it."""
    page.goto("/settings/doors/")
    if page.get_by_role("link", name="my talk in Porto").count():
        return
    page.get_by_label("What you are glad to hear about").fill(GLAD)
    page.get_by_label("Where you use it").fill("my talk in Porto")
    page.get_by_label("Its address ends in").fill("porto")
    page.get_by_label("The event").fill("Museums & Web")
    page.get_by_role("button", name="Make the door").click()
    page.goto("/settings/doors/")


def door_settings(page: Page, place: Path) -> None:
    doors(page, place)
    page.get_by_role("link", name="my talk in Porto").click()
    page.get_by_role("heading", name="What it says").wait_for()


def front_door(page: Page, place: Path) -> None:
    doors(page, place)
    page.goto("/to/porto/")
    page.get_by_label("Your name").fill("Rashid al-Karim")
    page.get_by_label("E-mail").fill("rashid@oudworkshop.example")
    page.get_by_label("Your note").fill(AT_THE_DOOR)
    page.locator("#reads li").first.wait_for()


def for_programs(page: Page, _: Path) -> None:
    page.goto("/api/")


def not_found(page: Page, _: Path) -> None:
    page.goto("/nowhere/")


SHOTS: dict[str, Shot] = {
    "today": today,
    "stack-begin": stack_begin,
    "stack": stack,
    "stack-people": stack_people,
    "inbox": inbox,
    "inbox-one": inbox_one,
    "inbox-campaign": inbox_campaign,
    "inbox-group": inbox_group,
    "inbox-decided": inbox_decided,
    "inbox-learned": inbox_learned,
    "inbox-policy": inbox_policy,
    "inbox-bring": inbox_bring,
    "people": people,
    "people-none-found": people_none_found,
    "person": person,
    "import": bring,
    "import-preview": bring_preview,
    "check-empty": check_empty,
    "check": check,
    "check-too-long": too_long,
    "write-empty": write_empty,
    "write": write,
    "insights": insights,
    "audit": audit,
    "all-keys": all_keys,
    "menu": menu,
    "settings": settings,
    **{
        f"settings-{name}": of_settings(name)
        for name in "networks policy rules model mail programs language appearance data".split()
    },
    "settings-doors": doors,
    "settings-door": door_settings,
    "front-door": front_door,
    "for-programs": for_programs,
    "not-found": not_found,
}
# What the README and the docs show: the picture's name, the page, by day or by night, how high.
SHOWN = {
    "today": ("today", "light", 860),
    "stack": ("stack", "light", 900),
    "check": ("check", "light", 860),
    "check-dark": ("check", "dark", 860),
    "write": ("write", "light", 1240),
    "audit": ("audit", "light", 860),
    "person": ("person", "light", 860),
}


def main(asked: Sequence[str]) -> int:
    unknown = {*asked} - {*SHOTS, "--docs"}
    if unknown:
        print(f"no such page: {', '.join(sorted(unknown))}. There are: {', '.join(SHOTS)}.")
        return 2
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=[*QUIET, *(["--no-sandbox"] if os.geteuid() == 0 else [])],
        )
        place = Path(folder)
        with desk(place / "home") as way_in:
            session = _let_in(browser, way_in)
            if "--docs" in asked:
                _take_shown(browser, way_in, session, place)
            else:
                _take_all(browser, way_in, session, place, asked or list(SHOTS))
        browser.close()
    return 0


@contextmanager
def desk(home: Path) -> Iterator[str]:
    """A running desk with the memory of the demo; gives the address that lets one browser in."""
    # In a process of its own: Django refuses its database where Playwright's loop runs.
    remember = [sys.executable, "-m", "tools.demo.memory", str(home)]
    subprocess.run(remember, check=True, cwd=ROOT)
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


def _let_in(browser: Browser, way_in: str) -> StorageState:
    context = browser.new_context()
    page = context.new_page()
    page.goto(way_in)
    page.wait_for_url("**/")
    session = context.storage_state()
    context.close()
    return session


def _take_all(
    browser: Browser, way_in: str, session: StorageState, place: Path, names: Sequence[str]
) -> None:
    FOLDER.mkdir(exist_ok=True)
    for name in names:
        for width in WIDTHS:
            for scheme in SCHEMES:
                file = FOLDER / f"{name}-{width}-{scheme}.png"
                look = (width, 900, scheme)
                _take(browser, way_in, session, SHOTS[name], look, place, file)
        print(f"taken: {name}")
    print(f"{len(names) * len(WIDTHS) * len(SCHEMES)} pictures in {FOLDER.relative_to(ROOT)}/")


def _take_shown(browser: Browser, way_in: str, session: StorageState, place: Path) -> None:
    PICTURES.mkdir(exist_ok=True)
    for name, (shot, scheme, height) in SHOWN.items():
        file = PICTURES / f"{name}.png"
        look = (1280, height, scheme)
        _take(browser, way_in, session, SHOTS[shot], look, place, file, whole=False)
        print(f"taken: docs/pictures/{name}.png")


def _take(
    browser: Browser,
    way_in: str,
    session: StorageState,
    shot: Shot,
    look: tuple[int, int, str],
    place: Path,
    file: Path,
    *,
    whole: bool = True,
) -> None:
    width, height, scheme = look
    context = browser.new_context(
        base_url=way_in.partition("/enter")[0],
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
        locale="en-GB",
        storage_state=session,
    )
    page = context.new_page()
    page.set_default_timeout(15_000)
    shot(page, place)
    # Let the last answer arrive, then nothing that blinks.
    page.wait_for_load_state("networkidle")
    page.screenshot(path=file, full_page=whole, caret="hide", animations="disabled")
    context.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
