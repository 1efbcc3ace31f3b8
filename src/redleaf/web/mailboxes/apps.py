"""The app `mailboxes`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from redleaf.web.accounts.settings_pages import SettingsPage


class MailboxesConfig(AppConfig):
    name = "redleaf.web.mailboxes"
    label = "mailboxes"
    settings_pages = (SettingsPage(48, _("Mail"), "mail:mail", ("mail:*",)),)
