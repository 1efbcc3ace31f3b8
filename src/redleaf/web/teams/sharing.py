"""Show the card of a contact to one's team, or no longer; both are acts, which can be undone."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act, Contact, Identity
from redleaf.web.contacts.services.recording import recorded
from redleaf.web.teams.models import Share, Team


def share(owner: User, contact: Contact, team: Team, identities: Sequence[Identity]) -> Act:
    """Show name, roles and the chosen identities of a contact; gives the act."""
    chosen = [[each.kind, each.network, each.value] for each in identities]
    kept = Share.objects.filter(contact=contact, owner=owner).first()
    what = gettext("Shared %(name)s with %(name2)s.") % {
        "name": contact.name or gettext("somebody"),
        "name2": team.name,
    }
    with recorded(owner, Act.Kind.EDIT, what) as recorder:
        if kept is None:
            recorder.make(Share(contact=contact, identities=chosen), contact.pk)
        else:
            recorder.change(kept, contact.pk, identities=chosen)
    return recorder.act


def stop_sharing(owner: User, contact: Contact) -> Act:
    with recorded(
        owner,
        Act.Kind.EDIT,
        gettext("Shared %(name)s no more.") % {"name": contact.name or gettext("somebody")},
    ) as recorder:
        for kept in Share.objects.filter(contact=contact, owner=owner):
            recorder.remove(kept, contact.pk)
    return recorder.act
