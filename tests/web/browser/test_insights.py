"""Insights: drop an export and see the plots."""

from __future__ import annotations

import base64
from pathlib import Path

from playwright.sync_api import Page, expect

DROP = """([zone, name, content]) => {
    const bytes = Uint8Array.from(atob(content), (each) => each.charCodeAt(0));
    const carried = new DataTransfer();
    carried.items.add(new File([bytes], name, { type: "application/zip" }));
    for (const kind of ["dragenter", "dragover", "drop"])
        zone.dispatchEvent(new DragEvent(kind,
            { bubbles: true, cancelable: true, dataTransfer: carried }));
}"""


def drop(page: Page, file: Path) -> None:
    page.goto("/insights/")
    zone = page.locator(".drop").element_handle()
    page.evaluate(DROP, [zone, file.name, base64.b64encode(file.read_bytes()).decode()])


def test_dropping_an_export_shows_the_plots(page: Page, export_file: Path) -> None:
    drop(page, export_file)
    expect(page.get_by_role("heading", name="Your invitations so far")).to_be_visible()
    expect(page.locator(".audit svg circle").first).to_be_visible()
    expect(page.locator(".audit svg rect").first).to_be_visible()


def test_the_report_can_be_saved(page: Page, export_file: Path) -> None:
    drop(page, export_file)
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save this report as one file").click()
    assert saved.value.suggested_filename.endswith(".html")
    assert "Your invitations so far" in saved.value.path().read_text("utf-8")


def test_a_person_to_write_to_leads_to_write(page: Page, export_file: Path) -> None:
    drop(page, export_file)
    name = page.locator(".worth h3").first.text_content()
    page.locator(".worth a").first.click()
    page.wait_for_url("**/write/**")
    expect(page.get_by_label("Name", exact=True)).to_have_value(name or "")


def test_what_is_deleted_comes_back(page: Page, export_file: Path) -> None:
    drop(page, export_file)
    page.get_by_role("button", name="Delete this audit").click()
    expect(page.locator("#happened")).to_contain_text("is deleted")
    page.keyboard.press("u")
    expect(page.get_by_role("heading", name="Your invitations so far")).to_be_visible()


def test_a_file_that_is_too_large_does_not_travel(page: Page, tmp_path: Path) -> None:
    page.goto("/insights/")
    page.evaluate("document.getElementById('bring').dataset.limit = 10")
    large = tmp_path / "large.zip"
    large.write_bytes(b"x" * 11)
    page.set_input_files("#export", large)
    page.get_by_role("button", name="Read this export").click()
    expect(page.locator("#export-errors")).to_contain_text("larger than")
