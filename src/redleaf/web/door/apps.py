"""The app `door`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from redleaf.web.accounts.settings_pages import SettingsPage


class DoorConfig(AppConfig):
    name = "redleaf.web.door"
    settings_pages = (SettingsPage(47, _("Doors"), "doors:doors", ("doors:*",)),)
