"""Twenty people of one event by keyboard alone: how many keys, what is copied, and back again."""

from __future__ import annotations

import re
from pathlib import Path
from uuid import uuid4

from playwright.sync_api import BrowserContext, Page, expect

from tests.web.browser.keys import leave_the_field
from tests.web.browser.walks import Walker

# A person may take so many keys beside what is typed about them.
MOST_KEYS = 12
GIVEN = (
    "Ada", "Bela", "Carla", "Dina", "Emil", "Fritz", "Gerda", "Hanno", "Ivo", "Jette", "Karim",
    "Lena", "Mira", "Nils", "Oda", "Pavel", "Quirin", "Rosa", "Sven", "Tilda",
)  # fmt: skip
TALKED = (
    "ash glazes", "wood kilns", "slip casting", "salt firing", "raku tongs", "clay recycling",
    "kiln shelves", "porcelain", "brush handles", "throwing lines", "glaze tests", "studio rent",
    "school visits", "tile murals", "teapot lids", "mould makers", "cone packs", "dust masks",
    "night shifts", "market stalls",
)  # fmt: skip


def bring(page: Page, tmp_path: Path) -> str:
    """A table of twenty attendees through the import; gives the event that was named."""
    event = f"Kiln Days {uuid4().hex[:6]}"
    family = uuid4().hex[:6].translate(str.maketrans("0123456789", "ghijklmnop")).title()
    rows = "".join(f"{given},{family}\n" for given in GIVEN)
    file = tmp_path / "attendees.csv"
    file.write_text(f"First Name,Last Name\n{rows}")
    page.goto("/contacts/import/")
    page.get_by_label("A file with people in it").set_input_files(file)
    page.get_by_role("button", name="Look into this file").press("Enter")
    page.get_by_role("button", name="Import", exact=True).press("Enter")
    page.get_by_label("Where you met them").fill(event)
    page.keyboard.press("Enter")
    expect(page.get_by_label("What do you remember")).to_be_focused()
    return event


def test_it_takes_two_keys_a_person_and_each_copied_note_is_the_one_shown(
    page: Page, context: BrowserContext, tmp_path: Path
) -> None:
    event = bring(page, tmp_path)
    walker = Walker(page)
    notes = []
    for given, topic in zip(GIVEN, TALKED, strict=True):
        address = page.url
        expect(page.get_by_label(f"What do you remember about {given}?")).to_be_focused()
        before = walker.pressed
        walker.say(f"talked about {topic}")
        walker.press("Enter")
        expect(page.locator(".draft :checked")).to_be_focused()
        shown = page.locator("#draft-1").get_attribute("data-text") or ""
        assert page.locator("#draft-1").inner_text().replace("\n", "")[:12] in shown
        with context.expect_page() as opened:
            walker.press("Enter")
        opened.value.close()
        expect(page).not_to_have_url(address)
        assert walker.clipboard == shown
        assert topic in shown or event in shown
        assert walker.pressed - before <= MOST_KEYS
        notes.append(shown)
    expect(page.get_by_text("Everybody is written to.")).to_be_visible()
    assert (walker.pressed, walker.clicked) == (2 * len(GIVEN), 0)
    assert len(set(notes)) == len(GIVEN)
    undo_and_erase(page, walker)


def undo_and_erase(page: Page, walker: Walker) -> None:
    """The last note is taken back by one key; a person is gone from the desk by keys, too."""
    leave_the_field(page)
    page.keyboard.press("u")
    expect(page.get_by_role("status")).to_contain_text("Undone")
    expect(page.get_by_text("19 of 20 written")).to_be_visible()
    page.get_by_role("link", name=re.compile(f"^{GIVEN[-1]} ")).press("Enter")
    page.get_by_role("link", name=f"The page of {GIVEN[-1]}").press("Enter")
    page.get_by_role("link", name="Erase for good").press("Enter")
    page.get_by_label("Write “erase”").focus()
    walker.say("erase")
    walker.press("Enter")
    expect(page.locator("#happened")).to_contain_text("is erased.")
