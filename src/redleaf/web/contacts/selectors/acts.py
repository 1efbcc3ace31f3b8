"""What an act of the log was about."""

from __future__ import annotations

from redleaf.web.contacts.models import Act, Change, Contact


def people_of_act(act: Act, *, most: int) -> list[Contact]:
    """The people whom the act made or changed and who are still there, in its order.

    Of very many `most` + 1, so that one can tell that there are more.
    """
    changes = Change.objects.filter(act=act, contact_id__isnull=False).order_by("position")
    ids = list(dict.fromkeys(changes.values_list("contact_id", flat=True)))[: most + 1]
    there = Contact.objects.filter(owner=act.owner_id).in_bulk(ids)
    return [there[each] for each in ids if each in there]
