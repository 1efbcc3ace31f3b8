"""What a first visit weighs, and that nothing moves under the hands of who types."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request, expect

from tests.web.browser.test_stack import begin

MOST_BYTES = 120_000
# As browsers count it, where 1 is a whole window that jumped and 0.1 still counts as calm: the foot
# of a page may give way to the notes above it.
MOST_SHIFT = 0.005
PAGES = ("/", "/contacts/", "/stack/", "/write/", "/check/", "/insights/", "/contacts/import/")
TYPED = {
    "/contacts/": ("#q", "Jun"),
    "/check/": ("#text", "I'd like to add you"),
    "/write/": ("#event", "Museums & Web"),
}
WATCH = """
window.moved = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries())
    for (const source of entry.sources)
      if (source.node && !entry.hadRecentInput)
        window.moved.push([entry.value, source.node.className || source.node.nodeName]);
}).observe({type: "layout-shift"});
"""


@pytest.mark.parametrize("address", PAGES)
def test_a_first_visit_weighs_little(page: Page, address: str) -> None:
    answered: list[Request] = []
    page.on("requestfinished", lambda request: answered.append(request))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    weights = {each.url: _weight(each) for each in answered}
    assert sum(weights.values()) < MOST_BYTES, weights
    assert len(weights) > 2, "the style and the scripts are not counted"


def _weight(request: Request) -> int:
    sizes = request.sizes()
    return sizes["responseBodySize"] + sizes["responseHeadersSize"]


@pytest.mark.parametrize("address", TYPED)
@pytest.mark.parametrize("width", [1280, 360])
def test_nothing_moves_under_the_hands_of_who_types(page: Page, address: str, width: int) -> None:
    field, text = TYPED[address]
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    _assert_it_stays(page, field, text)


def test_the_line_of_a_card_stays_while_its_notes_come(page: Page) -> None:
    begin(page)
    page.reload()
    _assert_it_stays(page, "#line", "talked about ash glazes")


def _assert_it_stays(page: Page, field: str, text: str) -> None:
    """The field and the heading stand where they stood, and nothing else jumps later."""
    place, heading = page.locator(field), page.locator("h1").first
    page.wait_for_load_state("networkidle")
    place.click()
    before = place.bounding_box(), heading.bounding_box()
    page.evaluate(WATCH)
    path = urlsplit(page.url).path
    with page.expect_response(lambda answer: urlsplit(answer.url).path == path):
        place.press_sequentially(text, delay=30)
    page.wait_for_load_state("networkidle")
    # So long a shift is taken for an answer to the last key, and not told.
    page.wait_for_timeout(700)
    expect(place).to_be_focused()
    assert (place.bounding_box(), heading.bounding_box()) == before
    moved = page.evaluate("window.moved")
    assert max((share for share, _ in moved), default=0.0) < MOST_SHIFT, moved
