"""The desk in German, whose words are the longest: nothing overflows, and scripts speak it too."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.test_accessibility import DEMAND, assert_accessible

NARROW = {"locale": "de-DE", "viewport": {"width": 360, "height": 800}}
LINE = "Töpfer bei Skutt, gestern auf der Glasurmesse getroffen, habe das Ascherezept versprochen"
PAGES = {
    "/": "Heute",
    "/stack/": "Stapel",
    "/contacts/": "Personen",
    "/contacts/?known=faded&network=xing": "Personen",
    "/contacts/pairs/": "Eine Person oder zwei?",
    "/contacts/import/": "Importieren",
    "/insights/": "Rückblick",
    "/write/": "Eine Nachricht schreiben",
    "/check/": "Einen Text prüfen",
    "/settings/": "Du · Einstellungen",
    "/settings/networks/": "Netzwerke · Einstellungen",
    "/settings/language/": "Sprache · Einstellungen",
    "/settings/data/": "Daten · Einstellungen",
    "/settings/appearance/": "Aussehen · Einstellungen",
    "/settings/model/": "Sprachmodell · Einstellungen",
    "/settings/rules/": "Regeln · Einstellungen",
    "/settings/policy/": "Haltung · Einstellungen",
    "/settings/doors/": "Türen · Einstellungen",
    "/inbox/": "Eingang",
    "/inbox/bring/": "Eine Einladung hereinholen",
    "/inbox/policy/": "Eine Haltung ausprobieren",
}
# Words of the engine that stand in nearly every reason of its own.
ENGLISH = re.compile(r"\b(the|you|its|that|and)\b(?![^„]*“)")

pytestmark = pytest.mark.parametrize("context", [NARROW], indirect=True, ids=["de-360"])


@pytest.mark.parametrize("address", PAGES)
def test_it_fits_and_says_so_in_german(page: Page, address: str) -> None:
    page.goto(address)
    expect(page).to_have_title(f"{PAGES[address]} · Redleaf")
    assert_accessible(page)


def test_a_person_and_their_card(page: Page) -> None:
    letters = "".join(filter(str.isalpha, uuid4().hex))
    name = f"Ona{letters[:6]}"  # one store serves all tests
    page.goto("/contacts/")
    page.get_by_label("in einer Zeile").fill(f"{name} Berg, {LINE}")
    page.get_by_role("button", name="Speichern").click()
    expect(page.get_by_role("heading", name="Zwischen euch")).to_be_visible()
    assert_accessible(page)
    person = page.url
    for one in ("edit/", f"introduce/?q={name}"):
        page.goto(f"{person}{one}")
        assert_accessible(page)
    page.goto("/stack/")
    page.get_by_label("Wen hast du getroffen?").fill(f"{name} Dahl, {LINE}")
    page.keyboard.press("Enter")
    page.get_by_label("Woran erinnerst du dich").fill("über Asche gesprochen")
    expect(page.locator(".draft").first).to_be_visible()
    assert_accessible(page)


def test_findings_and_what_scripts_say(page: Page) -> None:
    page.goto("/check/")
    page.locator("#text").fill(DEMAND)
    expect(page.locator(".finding").first).to_be_visible()
    assert_accessible(page)
    page.keyboard.press("Escape")
    page.keyboard.press("x")
    expect(page.locator("#happened")).to_contain_text("Es ist in diesem Text erlaubt.")
    expect(page.locator("#happened button")).to_have_text("Rückgängig")
    page.keyboard.press("?")
    expect(page.locator("#all-keys")).to_be_visible()
    assert_accessible(page)


def test_drafts(page: Page) -> None:
    page.goto("/write/")
    page.get_by_role("button", name="Die Nachricht schreiben").click()
    expect(page.locator("#name-errors p")).to_contain_text("Ein Name genügt")
    page.get_by_label("Name", exact=True).fill("Tomasz")
    page.get_by_label("Das Ereignis").fill("Museums & Web")
    page.get_by_label("Was gesagt wurde").fill("nobody tests with the rain on")
    expect(page.locator(".draft")).to_have_count(3)
    assert_accessible(page)


def test_an_invitation_and_why_it_stands_there(page: Page) -> None:
    name = f"Jorun Egge {uuid4().hex[:6]}"
    page.goto("/inbox/bring/")
    page.get_by_label("Wer möchte sich vernetzen?").fill(name)
    page.get_by_label("Was geschrieben wurde").fill(
        "We help founders like you. Book a free call. Your walk along the Wandle was loud."
    )
    page.get_by_role("button", name="Lesen").click()
    expect(page.get_by_role("heading", name=name)).to_be_visible()
    why = page.locator("section", has=page.get_by_role("heading", name="Warum hier"))
    expect(why.locator("li").first).to_be_visible()
    assert not ENGLISH.search(" ".join(why.locator("li").all_inner_texts()))
    assert_accessible(page)
    page.goto("/inbox/group/decline/")
    assert_accessible(page)


def test_a_door_and_what_a_stranger_reads(page: Page) -> None:
    handle = f"tuer-{uuid4().hex[:6]}"
    page.goto("/settings/doors/")
    page.get_by_label("Wovon du gern hörst").fill("Von Öfen und Asche.")
    page.get_by_label("Ihre Adresse endet auf").fill(handle)
    page.get_by_role("button", name="Die Tür einrichten").click()
    expect(page.get_by_role("link", name="Ein Blatt zum Drucken")).to_be_visible()
    assert_accessible(page)
    page.goto(f"/to/{handle}/")
    page.get_by_label("Dein Name").fill("Rashid Karim")
    page.get_by_label("Deine Nachricht").fill("Du sagtest, niemand prüft bei Regen.")
    expect(page.get_by_role("heading", name="Wie es sich bisher liest")).to_be_visible()
    assert_accessible(page)
