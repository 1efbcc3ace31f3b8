"""The app `accounts`."""

from django.apps import AppConfig
from django.conf import settings

from redleaf.web.accounts.settings_pages import SettingsPage

_PAGES = [
    SettingsPage(10, "You", "settings:you"),
    SettingsPage(40, "Networks", "settings:networks"),
]
_ACCOUNT = SettingsPage(20, "Account", "account", ("account_*", "mfa_*", "usersessions_*", "leave"))


class AccountsConfig(AppConfig):
    name = "redleaf.web.accounts"

    @property
    def settings_pages(self) -> list[SettingsPage]:
        # A desk of one's own has no account to set.
        return [*_PAGES, *([_ACCOUNT] if settings.TEAM else [])]
