"""Tell more of an encounter that is kept already."""

from __future__ import annotations

from django.utils.translation import gettext

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act, Contact, Encounter
from redleaf.web.contacts.services.recording import recorded


def tell_topic(owner: User, contact: Contact, met: Encounter, topic: str) -> Act | None:
    """What the user and `contact` talked about there; None when it is known already."""
    if topic in met.topics:
        return None
    name = contact.name or gettext("somebody without a name")
    what = gettext("Remembered %(name)s") % {"name": name}
    with recorded(owner, Act.Kind.REMEMBER, what, origin="typed") as recorder:
        recorder.change(met, contact.pk, topics=[*met.topics, topic])
    return recorder.act
