"""One thing done to many people at once: a single act, and so taken back by one undo."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Max, QuerySet
from django.utils.formats import number_format
from django.utils.translation import gettext, ngettext

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act, Contact, Tag
from redleaf.web.contacts.records import kept_key
from redleaf.web.contacts.services.deleting import remove_contact
from redleaf.web.contacts.services.recording import recorded


def tag_people(owner: User, people: Sequence[Contact], name: str) -> Act | None:
    """Put a tag to all of them; None where all have it already, or the tag is empty."""
    name = kept_key(" ".join(name.split()))
    there = set(_tags(people, name).values_list("contact_id", flat=True))
    new = [each for each in people if each.pk not in there]
    if not (name and new):
        return None
    ends = Tag.objects.filter(contact__in=new).order_by().values_list("contact_id")
    last = dict(ends.annotate(Max("position")))
    with recorded(
        owner, Act.Kind.EDIT, gettext("Tagged %(new)s: %(name)s") % {"new": told(new), "name": name}
    ) as recorder:
        for each in new:
            columns = {"contact_id": each.pk, "name": name, "position": last.get(each.pk, -1) + 1}
            recorder.make_row("tag", columns, each.pk)
            recorder.change(each, each.pk, changed_at=recorder.now)
    return recorder.act


def untag_people(owner: User, people: Sequence[Contact], name: str) -> Act | None:
    """Take a tag from all of them; None where nobody has it."""
    name = kept_key(" ".join(name.split()))
    by_id = {each.pk: each for each in people}
    rows = list(_tags(people, name))
    if not rows:
        return None
    having = [by_id[row.contact_id] for row in rows]
    what = gettext("Took the tag %(name)s from %(having)s") % {"name": name, "having": told(having)}
    with recorded(owner, Act.Kind.EDIT, what) as recorder:
        for row in rows:
            recorder.remove(row, row.contact_id)
            recorder.change(by_id[row.contact_id], row.contact_id, changed_at=recorder.now)
    return recorder.act


def delete_people(owner: User, people: Sequence[Contact]) -> Act | None:
    """Take them all away, as `delete_contact` does with one; None for nobody."""
    if not people:
        return None
    with recorded(
        owner, Act.Kind.DELETE, gettext("Deleted %(people)s") % {"people": told(people)}
    ) as recorder:
        for each in people:
            remove_contact(each, recorder)
    return recorder.act


def told(people: Sequence[Contact]) -> str:
    """ "Mira Holt", "12 people"."""
    if len(people) == 1:
        return people[0].name or gettext("somebody without a name")
    return ngettext("%(n)s person", "%(n)s people", len(people)) % {
        "n": number_format(len(people), force_grouping=True)
    }


def _tags(people: Sequence[Contact], name: str) -> QuerySet[Tag]:
    return Tag.objects.filter(contact__in=[each.pk for each in people], name=name)
