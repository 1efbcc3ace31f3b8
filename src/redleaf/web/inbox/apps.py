"""The app `inbox`."""

from django.apps import AppConfig


class InboxConfig(AppConfig):
    name = "redleaf.web.inbox"

    def ready(self) -> None:
        from redleaf.web.contacts.rows import hang_on_memory
        from redleaf.web.contacts.services.brought_along import bring_along
        from redleaf.web.inbox.models import Choice, Forgotten
        from redleaf.web.inbox.taking_along import FORGOTTEN

        hang_on_memory("choice", Choice)
        hang_on_memory("forgotten", Forgotten)
        bring_along("forgotten", FORGOTTEN)
