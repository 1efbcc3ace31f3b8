"""The desk as a WSGI application."""

import os
import threading

from django.core.wsgi import get_wsgi_application

from redleaf.web.mode import settings_module

os.environ.setdefault("DJANGO_SETTINGS_MODULE", settings_module())
application = get_wsgi_application()


def _warm_up() -> None:
    """Load rules and phrases before the first text comes, while the browser still opens."""
    import redleaf
    from redleaf.notes.brief import Brief, Encounter, Recipient

    redleaf.check("Hello", network="linkedin")
    redleaf.draft(Brief(Recipient("Ana"), encounters=(Encounter(said="the tea is ready"),)))


threading.Thread(target=_warm_up, name="warm-up", daemon=True).start()
