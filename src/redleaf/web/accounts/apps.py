"""The app `accounts`."""

from dataclasses import replace

from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from redleaf.web.accounts.settings_pages import SettingsPage

_PAGES = [
    SettingsPage(10, _("You"), "settings:you"),
    SettingsPage(40, _("Networks"), "settings:networks"),
    SettingsPage(45, _("Policy"), "settings:policy"),
    SettingsPage(50, _("Rules"), "settings:rules"),
    SettingsPage(60, _("Language"), "settings:language"),
    SettingsPage(65, _("Appearance"), "settings:appearance"),
    SettingsPage(80, _("Data"), "settings:data", ("settings:erase",)),
]
_MODEL = SettingsPage(55, _("Language model"), "settings:model", ("settings:model_*",))
_ACCOUNT = SettingsPage(
    20, _("Account"), "account", ("account_*", "mfa_*", "usersessions_*", "leave")
)


class AccountsConfig(AppConfig):
    name = "redleaf.web.accounts"

    @property
    def settings_pages(self) -> list[SettingsPage]:
        # A desk of one's own has no account to set.
        model = replace(_MODEL, is_for_administrators=settings.TEAM)
        return [*_PAGES, model, *([_ACCOUNT] if settings.TEAM else [])]
