"""People by keyboard alone: find somebody, write one down, tell one person from two."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.web.browser.keys import leave_the_field


def remember(page: Page, line: str) -> None:
    """By keys alone, from any page."""
    leave_the_field(page)
    page.keyboard.press("g")
    page.keyboard.press("p")
    page.wait_for_url("**/contacts/")
    leave_the_field(page)  # where nobody is known yet, it has the focus already
    page.keyboard.press("m")
    page.keyboard.type(line)
    page.keyboard.press("Enter")
    expect(page.locator("#happened")).to_contain_text("Remembered")


def test_somebody_is_written_down_and_found_while_one_types(page: Page) -> None:
    page.goto("/check/")
    remember(page, "Ilse Aichner, bookbinder at Papiermühle, met at Bok in Graz yesterday")
    expect(page.get_by_role("heading", name="Ilse Aichner")).to_be_visible()
    page.keyboard.press("/")
    page.wait_for_url("**/contacts/#q")
    expect(page.get_by_label("Find", exact=True)).to_be_focused()
    page.keyboard.type("papierm")
    expect(page.locator("[data-step]")).to_have_text(["Ilse Aichner"])
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Met at Bok in Graz.")).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/write/?to=*")
    expect(page.get_by_label("The event")).to_have_value("Bok")


def test_they_met_again(page: Page) -> None:
    page.goto("/check/")
    remember(page, "Pavel Dvořák, luthier, met in Brno last Monday")
    page.keyboard.press("m")
    page.keyboard.type("coffee today, talked about spruce, I promised the strings by Friday")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Had coffee. Talked about spruce.")).to_be_visible()
    page.get_by_role("button", name="Kept").click()
    expect(page.get_by_text("(kept)")).to_be_visible()
    page.keyboard.press("u")
    expect(page.get_by_text("(kept)")).to_be_hidden()


def test_one_person_or_two_by_single_keys(page: Page) -> None:
    page.goto("/check/")
    remember(page, "Noor Haddad, surveyor, met in Lille last Monday")
    remember(page, "Noor, lunch in Lille today")
    page.goto("/contacts/pairs/")
    pair = page.locator(".beside thead")
    while "Noor" not in pair.inner_text():  # other tests may have left pairs of their own
        page.keyboard.press("l")
        page.wait_for_load_state()
    page.keyboard.press("s")
    expect(page.locator("#happened")).to_contain_text("Merged")
    page.keyboard.press("u")
    expect(page.locator("#happened")).to_contain_text("Undone")


def test_several_are_chosen_by_keys_and_taken_along(page: Page) -> None:
    page.goto("/check/")
    for name in ("Ada", "Ben", "Cy"):
        remember(page, f"{name} Zwingli, potter, met at Kiln Nights in Basel yesterday")
    page.goto("/contacts/?event=Kiln+Nights")
    expect(page.get_by_text("Met at: Kiln Nights")).to_be_visible()
    expect(page.get_by_role("button", name="Begin a stack")).to_be_hidden()
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("X")
    expect(page.get_by_text("3 chosen.")).to_be_visible()
    page.get_by_label("Tag", exact=True).last.fill("clay")
    page.get_by_role("button", name="Put on").click()
    expect(page.locator("#happened")).to_contain_text("Tagged 3 people: clay")
    page.wait_for_url("**/contacts/?event=Kiln+Nights")
    page.keyboard.press("f")
    page.keyboard.press("f")
    page.get_by_label("Tag", exact=True).first.select_option("clay")
    page.wait_for_url("**event=Kiln+Nights&tag=clay")
    expect(page.locator("[data-step]")).to_have_count(3)
    page.keyboard.press("Escape")
    page.keyboard.press("u")
    expect(page.locator("#happened")).to_contain_text("Undone")
    page.goto("/contacts/?event=Kiln+Nights")
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.press("Enter")  # on a link it opens the person
    expect(page.get_by_role("heading", name="Zwingli")).to_be_visible()


def test_a_person_is_edited_promised_and_introduced_by_keys(page: Page) -> None:
    page.goto("/check/")
    remember(page, "Ottla Weiss, binder at Bok, met in Graz yesterday")
    remember(page, "Ruth Amsel, printer at Bok, met in Graz yesterday")
    page.keyboard.press("p")
    page.keyboard.type("the paper samples by Friday")
    page.keyboard.press("Enter")
    expect(page.locator("#happened")).to_contain_text("Promised: the paper samples")
    page.keyboard.press("e")
    page.wait_for_url("**/edit/")
    page.get_by_label("What they do").fill("master printer")
    page.keyboard.press("Enter")
    expect(page.locator("#happened")).to_contain_text("Changed Ruth Amsel")
    expect(page.get_by_text("master printer, Bok")).to_be_visible()
    page.keyboard.press("i")
    page.wait_for_url("**/introduce/")
    page.keyboard.type("ottla")
    expect(page.locator("[data-step]")).to_have_text(["Ottla Weiss"])
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.locator("#about").fill("paper that lasts")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="To Ruth Amsel, first")).to_be_visible()
