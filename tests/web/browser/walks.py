"""A walk through the desk as a stranger takes it: every key and click is counted."""

from __future__ import annotations

from playwright.sync_api import Locator, Page


class Walker:
    """Hands on a page that count: `pressed` keys and `clicked` places; what is `typed` is apart."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.pressed = 0
        self.clicked = 0
        self.typed = 0

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.pressed += 1

    def click(self, place: Locator) -> None:
        place.click()
        self.clicked += 1

    def say(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.typed += len(text)

    @property
    def clipboard(self) -> str:
        return str(self.page.evaluate("navigator.clipboard.readText()"))
