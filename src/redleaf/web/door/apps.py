"""The app `door`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from redleaf.web.accounts.settings_pages import SettingsPage


class DoorConfig(AppConfig):
    name = "redleaf.web.door"
    settings_pages = (SettingsPage(47, _("Doors"), "doors:doors", ("doors:*",)),)

    def ready(self) -> None:
        from redleaf.web.contacts.services.brought_along import bring_along
        from redleaf.web.door.taking_along import BLOCKED, DOORS

        bring_along("doors", DOORS)
        bring_along("blocked", BLOCKED)
