"""The app `api`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from redleaf.web.accounts.settings_pages import SettingsPage


class ApiConfig(AppConfig):
    name = "redleaf.web.api"
    settings_pages = (SettingsPage(58, _("Programs"), "programs:programs", ("programs:*",)),)
