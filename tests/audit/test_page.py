"""The report as HTML: everything from the export is escaped, nothing runs, nothing loads."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

from redleaf.audit import AuditReport, OwnCampaign, audit_export
from redleaf.audit.html import report_css, report_fragment, report_page
from tests.audit.test_counting import DEFAULT, PEOPLE, PERSONAL
from tests.formats.linkedin_export import connections, got, invitations, read, sent

TODAY = dt.date(2026, 11, 16)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
NASTY = "<script>alert(1)</script>"


def report(today: dt.date = TODAY, *, name: str = "Tove Lind") -> AuditReport:
    form = "Hi {}, we met at the Soil Week lecture. Shall we connect?"
    rows = [
        sent(name, "7/6/26, 1:00 PM"),
        sent("Zora Weiss", "3/6/26, 1:00 PM", PERSONAL),
        sent("Quirin Abel", "5/6/26, 1:00 PM", DEFAULT),
        *(sent(who, "8/6/26, 1:00 PM", form.format(who.split()[0])) for who in PEOPLE),
        got("Oona Petrov", "9/6/26, 1:00 PM", DEFAULT),
    ]
    files = {
        "Invitations.csv": invitations(*rows) + "broken,row\n",
        "Connections.csv": connections((name, "09 Jul 2026"), ("Zora Weiss", "01 Apr 2026")),
    }
    return audit_export(read(files), today=today)


class Tags(HTMLParser):
    """All tags with their attributes, and whether each is closed in order."""

    EMPTY = frozenset({"meta", "line", "circle", "rect", "path"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_it_has_every_part_of_the_report() -> None:
    page = report_page(report())
    for heading in (
        "Your invitations so far",
        "Who accepted, by kind of note",
        "Month by month",
        "The numbers as a table",
        "Your own campaigns",
        "What reached you",
        "Whom to write to now",
        "One row could not be read in full: see which and why",
        "Counted on your machine; nothing left it.",
    ):
        assert heading in page


def test_every_tag_is_closed_in_order() -> None:
    assert Tags(report_page(report())).open == []


def test_nothing_runs_and_nothing_loads() -> None:
    page = report_page(report())
    tags = Tags(page).tags
    assert not {"script", "img", "link", "iframe", "object"} & {tag for tag, _ in tags}
    for _, attributes in tags:
        assert "style" not in attributes
        assert not [name for name in attributes if name.startswith("on")]
    assert not re.search(r"@import|url\(|@font-face", page)
    hrefs = [attributes["href"] for tag, attributes in tags if tag == "a"]
    assert hrefs
    assert all(href and href.startswith("https://www.linkedin.com/in/") for href in hrefs)


@pytest.mark.parametrize("name", [f"Tove {NASTY}", 'Tove "><img src=x onerror=alert(1)>'])
def test_markup_in_a_name_is_shown_and_does_nothing(name: str) -> None:
    page = report_page(report(name=name))
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;" in page
    assert Tags(page).open == []


def test_the_fragment_takes_the_links_of_the_page_around_it() -> None:
    fragment = report_fragment(report(), write_link=lambda person: f"/write/?to={person.name}&a=1")
    assert 'href="/write/?to=Tove Lind&amp;a=1"' in fragment
    assert "<html" not in fragment


def test_one_person_is_marked_red_and_one_link_is_filled() -> None:
    fragment = report_fragment(report())
    assert fragment.count('class="leaf now"') == 1
    assert fragment.count('class="act"') == 1


def test_all_classes_of_the_style_are_used_or_belong_to_the_page() -> None:
    used = set(re.findall(r'class="([^"]+)"', report_fragment(report())))
    used = {name for names in used for name in names.split()}
    styled = set(re.findall(r"\.([a-z][a-z-]*)", report_css()))
    assert styled <= used | {"of", "quiet-act"}


def test_it_is_drawn_for_an_export_without_anything() -> None:
    nothing = {"Connections.csv": connections(("Tove Lind", "09 Jul 2026"))}
    page = report_page(audit_export(read(nothing), today=TODAY))
    assert "This export holds no invitation that you sent." in page
    assert Tags(page).open == []


@pytest.mark.parametrize("years", [1, 4, 9, 30, 150, 1_900])
def test_the_bars_stay_few_over_any_time(years: int) -> None:
    rows = [sent("Tove Lind", f"{2026 - years:04}-06-01 10:00:00 UTC"), sent("Ugo Rao")]
    page = report_fragment(audit_export(read(invitations(*rows)), today=TODAY))
    bars = page[page.index('class="bars"') : page.index('class="numbers"')]
    assert 2 <= bars.count("<rect") <= 36
    assert "nan" not in bars


def test_it_shows_in_a_browser_by_day_and_night_on_a_phone_and_a_desk(
    browser: Browser, tmp_path: Path
) -> None:
    path = tmp_path / "report.html"
    path.write_text(report_page(report(name=f"Tove {NASTY}")), encoding="utf-8")
    said: list[str] = []
    for width in (1280, 360):
        for scheme in SCHEMES:
            page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
            page.on("console", lambda message: said.append(message.text))
            page.on("dialog", lambda dialog: said.append(dialog.message))
            page.goto(path.as_uri())
            page.get_by_text("The numbers as a table").click()
            assert page.get_by_role("columnheader", name="Without").is_visible()
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            page.close()
    assert not said


def test_a_skeleton_ends_in_three_dots() -> None:
    campaign = OwnCampaign("Your talk about ⟨…⟩, ⟨name⟩.", 4, 1, 0.9)
    page = report_fragment(dataclasses.replace(report(), campaigns=(campaign,)))
    assert ">Your talk about …, …<" in page
