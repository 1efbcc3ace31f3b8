"""Delete a contact: an act like others, which can be undone. To erase is `services.erasing`."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act, Contact, Encounter, Invitation, Pair
from redleaf.web.contacts.records import record_of
from redleaf.web.contacts.services.merging import remove_parts
from redleaf.web.contacts.services.recording import Recorder, recorded


def delete_contact(owner: User, contact: Contact) -> Act:
    """Take a contact away with all that was between it and the user; gives the act.

    An encounter at which others were stays theirs. An invitation stays as that of a stranger.
    """
    what = gettext("Deleted %(called)s") % {
        "called": record_of(contact).called or gettext("a contact without a name")
    }
    with recorded(owner, Act.Kind.DELETE, what) as recorder:
        remove_contact(contact, recorder)
    return recorder.act


def remove_contact(contact: Contact, recorder: Recorder) -> None:
    """Take the rows of a contact away, in an order in which none points at one that is gone."""
    _leave_encounters(contact, recorder)
    for row in (*contact.letters.all(), *contact.promises.all(), *contact.cards.all()):
        recorder.remove(row, contact.pk)
    for pair in Pair.objects.filter(Q(first=contact) | Q(second=contact)):
        recorder.remove(pair, contact.pk)
    for invitation in Invitation.objects.filter(contact=contact):
        recorder.change(invitation, contact.pk, contact_id=None)
    remove_parts(contact, recorder)
    recorder.remove(contact, contact.pk)


def _leave_encounters(contact: Contact, recorder: Recorder) -> None:
    for encounter in Encounter.objects.filter(people=contact).prefetch_related("presences"):
        presences = list(encounter.presences.all())
        for presence in presences:
            if presence.contact_id == contact.pk:
                recorder.remove(presence, contact.pk)
        if len(presences) == 1:
            recorder.remove(encounter, contact.pk)
