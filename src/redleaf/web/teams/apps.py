"""The app `teams`; only a team's server has it."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from redleaf.web.accounts.settings_pages import SettingsPage


class TeamsConfig(AppConfig):
    name = "redleaf.web.teams"
    settings_pages = (
        SettingsPage(30, _("Team"), "teams:team", ("teams:call",)),
        SettingsPage(90, _("This desk"), "teams:house", is_for_administrators=True),
    )

    def ready(self) -> None:
        from allauth.account.signals import email_changed

        # allauth changes the address by itself and tells of it in no other way.
        email_changed.connect(_rename)

        from redleaf.web.contacts.rows import hang_on_contacts
        from redleaf.web.teams.models import Share

        hang_on_contacts("share", Share)


def _rename(user: Any, to_email_address: Any, **_more: Any) -> None:
    """The address is the username: the one follows the other."""
    user.username = to_email_address.email
    user.save(update_fields=["username"])
