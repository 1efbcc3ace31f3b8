"""The pages of the settings. An app adds its own in `settings_pages` of its AppConfig."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.apps import apps

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@dataclass(frozen=True, slots=True, order=True)
class SettingsPage:
    """A line in the list at the left: where it stands, its words, the name of its address.

    `opens` are the names of further addresses where the line is the current one; a name that ends
    in "*" stands for all that begin with it. Some are for those who keep the installation.
    """

    place: int
    title: str | _StrPromise
    url_name: str
    opens: tuple[str, ...] = ()
    is_for_administrators: bool = False

    def is_at(self, url_name: str) -> bool:
        return any(
            url_name.startswith(each[:-1]) if each.endswith("*") else url_name == each
            for each in (self.url_name, *self.opens)
        )


def settings_pages() -> list[SettingsPage]:
    """All pages, in their order."""
    found = (getattr(config, "settings_pages", ()) for config in apps.get_app_configs())
    return sorted(page for pages in found for page in pages)
