"""The desk without JavaScript."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.languagemodel.servers import model_server, writes

pytestmark = pytest.mark.parametrize("context", [{"java_script_enabled": False}], indirect=True)


def test_check(page: Page) -> None:
    page.goto("/check/")
    page.get_by_label("Your text").fill("Accept my request. I need you to call me back.")
    page.get_by_role("button", name="Check the text").click()
    marks = page.locator(".marked mark")
    expect(marks.first).to_be_visible()
    before = page.locator(".finding").count()
    page.locator(".allow").first.click()
    expect(page.locator(".finding")).to_have_count(before - 1)
    expect(page.locator("kbd").first).to_be_hidden()


def test_write(page: Page) -> None:
    page.goto("/write/")
    page.get_by_label("Name", exact=True).fill("Tomasz")
    page.get_by_label("The event").fill("Museums & Web")
    page.get_by_label("What they said").fill("nobody tests with the rain on")
    page.get_by_role("button", name="Write the note").click()
    expect(page.locator(".draft")).to_have_count(3)
    expect(page.get_by_role("link", name="Open LinkedIn")).to_be_visible()
    page.get_by_text("Edit, or select to copy").first.click()
    page.locator("[name=text-1]").fill("Tomasz, see you in Berlin.")
    page.get_by_role("button", name="Hold it against the facts").first.click()
    expect(page.locator(".marked mark.untrue")).to_have_text(re.compile("^Berlin"))
    page.get_by_role("button", name="Back to the facts").click()
    expect(page.get_by_label("What they said")).to_have_value("nobody tests with the rain on")


def test_insights(page: Page, export_file: Path) -> None:
    page.goto("/insights/")
    page.set_input_files("#export", export_file)
    page.get_by_role("button", name="Read this export").click()
    page.get_by_role("heading", name="Your invitations so far").wait_for()
    page.get_by_role("button", name="Delete this audit").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", name="Your invitations so far")).to_be_visible()


def test_people(page: Page) -> None:
    page.goto("/contacts/")
    page.get_by_label("in one line").fill("Kaisa Lind, printer, met at Bok in Umeå yesterday")
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_text("Met at Bok in Umeå.")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    page.get_by_label("Find").fill("Kaisa")
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_text("Nobody is found for “Kaisa”.")).to_be_visible()


def test_stack(page: Page) -> None:
    page.goto("/stack/")
    page.get_by_label("Whom did you meet?").fill("Ragna Dahl, met at the fair in Turku yesterday")
    page.get_by_role("button", name="Begin a stack", exact=True).click()
    page.get_by_label("What do you remember").fill("talked about ash glazes")
    page.get_by_role("button", name="Write the note").last.click()
    expect(page.locator(".draft")).to_have_count(3)
    expect(page.get_by_role("link", name="Open LinkedIn").first).to_be_visible()
    page.get_by_role("button", name="It is sent: next person").first.click()
    expect(page.get_by_text("Everybody is written to.")).to_be_visible()


def test_a_narrowed_list_and_several_people(page: Page) -> None:
    page.goto("/contacts/")
    page.get_by_label("in one line").fill("Vilja Aho, weaver, met at Loom Days in Oulu yesterday")
    page.get_by_role("button", name="Keep").click()
    page.goto("/contacts/")
    page.locator("summary").click()
    page.get_by_label("Met at").fill("Loom Days")
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_text("1 person.")).to_be_visible()
    page.get_by_label("Choose Vilja Aho").check()
    page.get_by_label("Tag", exact=True).last.fill("linen")
    page.get_by_role("button", name="Put on").click()
    expect(page.get_by_text("Tagged Vilja Aho: linen")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("link", name=re.compile("Take off ?: Met at: Loom Days")).click()
    expect(page.get_by_text("The list is narrowed to")).to_have_count(0)


def test_edit_and_introduce(page: Page) -> None:
    for name in ("Aino Salo", "Eero Salo"):
        page.goto("/contacts/")
        page.get_by_label("in one line").fill(f"{name}, weaver at Loom, met in Oulu yesterday")
        page.get_by_role("button", name="Keep").click()
    page.get_by_role("link", name="Edit").click()
    page.get_by_label("Who introduced you").fill("Dana Ruiz")
    page.get_by_role("button", name="Keep the changes").click()
    expect(page.get_by_text("Dana Ruiz")).to_be_visible()
    page.get_by_role("link", name="Introduce").click()
    page.get_by_label("Find").fill("aino")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name="Aino Salo").click()
    page.get_by_label("talk about").fill("flax")
    page.get_by_role("button", name="Word the letters").click()
    expect(page.get_by_role("heading", name="To Aino Salo, first")).to_be_visible()


def test_networks(page: Page) -> None:
    page.goto("/settings/networks/")
    page.get_by_label("LinkedIn", exact=True).select_option("Free account")
    page.get_by_label("The usual one").select_option("XING")
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_text("You say below that you are not on XING.")).to_be_visible()
    page.get_by_label("The usual one").select_option("LinkedIn")
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_text("Kept. Write, Check and Stack begin with these.")).to_be_visible()


def test_data(page: Page) -> None:
    page.goto("/contacts/")
    page.get_by_label("in one line").fill("Sanna Koski, binder, met at Bok in Umeå yesterday")
    page.get_by_role("button", name="Keep").click()
    page.goto("/settings/data/")
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save everything as a file").click()
    page.get_by_role("button", name=re.compile("^Undo Remembered Sanna Koski")).click()
    expect(page.get_by_text("Undone. Remembered Sanna Koski")).to_be_visible()
    page.get_by_label("A file that Redleaf wrote").set_input_files(saved.value.path())
    page.get_by_role("button", name="Look into this file").click()
    page.get_by_role("button", name="Import").wait_for()
    page.goto("/settings/data/erase/")
    page.get_by_label("Write “erase”").fill("no")
    page.get_by_role("button", name="Erase everything").click()
    expect(page.get_by_text("Nothing is erased so far.")).to_be_visible()


def test_appearance(page: Page) -> None:
    page.goto("/settings/appearance/")
    page.get_by_label("By night").check()
    page.get_by_role("button", name="Keep").click()
    expect(page.locator("html")).to_have_css("color-scheme", "dark")
    page.get_by_label("As your machine has it").check()
    page.get_by_role("button", name="Keep").click()
    expect(page.locator("html")).to_have_css("color-scheme", "light dark")


def test_language_model(page: Page) -> None:
    good = "Mira, our talk at Salt Days and the ferry that never turns round are still with me."
    page.goto("/settings/model/")
    page.get_by_label("Where it listens").fill("ftp://models.example")
    page.get_by_label("Its name").fill("larch")
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_text("ftp:// is none that Redleaf speaks")).to_be_visible()
    with model_server(writes([good])) as server:
        page.get_by_label("Where it listens").fill(server.address)
        page.get_by_role("button", name="Keep").click()
        page.get_by_role("button", name="Let it write to somebody invented").click()
        expect(page.get_by_text(good)).to_be_visible()
    page.get_by_role("button", name="Forget the model").click()
    expect(page.get_by_text("No language model is set any more; nothing leaves.")).to_be_visible()


def test_programs(page: Page) -> None:
    page.goto("/settings/programs/")
    page.get_by_label("Its name").fill("The till")
    page.get_by_label("It may bring invitations").check()
    page.get_by_role("button", name="Make a key").click()
    expect(page.locator("#key")).to_have_text(re.compile(r"^redleaf_[\w-]{43}$"))
    page.get_by_role("button", name=re.compile("Take the key away.*The till")).click()
    expect(page.get_by_text("The key of The till opens nothing any more.")).to_be_visible()


def test_rules(page: Page) -> None:
    page.goto("/settings/rules/")
    page.get_by_label(re.compile("boring/buzzwords$")).uncheck()
    page.get_by_role("button", name="Keep").click()
    page.goto("/check/")
    page.get_by_label("Your text").fill("Hi Mira, let us leverage our synergy.")
    page.get_by_role("button", name="Check the text").click()
    page.get_by_role("link", name="1 rule is off").click()
    page.get_by_role("button", name="All on again").click()
    expect(page.get_by_text("All rules are on.")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="All on again").click()


def test_policy(page: Page) -> None:
    page.goto("/settings/policy/")
    expect(page.get_by_label("Choosy")).to_be_checked()
    page.get_by_label("Strict").check()
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_text("Kept: Strict. You let in who says why.")).to_be_visible()
    expect(page.get_by_label("Strict")).to_be_checked()


def test_inbox(page: Page) -> None:
    page.goto("/inbox/bring/")
    page.get_by_label("Who wants to connect?").fill("Thora Lind")
    page.get_by_label("What they wrote").fill("Nobody lights the ferry steps. Whom do I ask?")
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", name="Thora Lind")).to_be_visible()
    page.get_by_role("button", name="Accepted").click()
    expect(page.get_by_text("Accepted Thora Lind")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    page.goto("/inbox/?q=thora")
    page.get_by_role("link", name="Thora Lind").first.click()
    page.locator("summary", has_text="Put elsewhere").click()
    page.get_by_role("button", name="Accept", exact=True).click()
    expect(page.get_by_text("Put Thora Lind under Accept")).to_be_visible()
    page.goto("/inbox/group/accept/")
    page.get_by_label("Choose Thora Lind").check()
    page.get_by_role("button", name="Declined").click()
    expect(page.get_by_text("Declined Thora Lind")).to_be_visible()
