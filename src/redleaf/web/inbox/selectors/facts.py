"""What the readings of the inbox rest on, in a digest: as long as it is the same, they are."""

from __future__ import annotations

import datetime as dt
import hashlib
import json

from django.db import connection
from django.db.models import Count, Max

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act

# All that came in, each by its id and how much it says: not by number, for one may come when
# another goes, and not every one comes by an act. Joined in the database: to have 5,000 rows handed
# over takes ten times as long.
_CAME = """
SELECT {join} FROM (
    SELECT i.id AS id, length(i.text) + length(i.headline) AS said, i.contact_id AS who
    FROM contacts_invitation i
    WHERE i.owner_id = %s AND i.is_incoming
    ORDER BY i.id
) came
"""
_JOINS = {
    "sqlite": "group_concat(id || said || coalesce(who, ''))",
    "postgresql": "string_agg(id::text || said || coalesce(who::text, ''), ',' ORDER BY id)",
}


def facts_of(owner: User, today: dt.date, *, came: str | None = None) -> str:
    """A digest of all that the readings rest on; two queries, however much it is.

    `came` is what had come in at another moment, where that is what was read.
    """
    came = came_in(owner) if came is None else came
    acts = Act.objects.filter(owner=owner).aggregate(Max("at"), Max("undone_at"), count=Count("pk"))
    who = (owner.get_full_name(), owner.email, owner.headline, owner.links, owner.offers)
    facts = [str(today), [str(each) for each in acts.values()], came, who,
             owner.policy, owner.policy_settings]  # fmt: skip
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()


def came_in(owner: User) -> str:
    """What tells whether another came in, one went, or one says more; one query."""
    with connection.cursor() as cursor:
        cursor.execute(_CAME.format(join=_JOINS[connection.vendor]), [owner.pk])
        return str(cursor.fetchone()[0] or "")
