"""Every page asks the store no more often for many people than for few."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from redleaf.contacts.contact import Contact as ContactRecord
from redleaf.contacts.contact import Identity, Role
from redleaf.contacts.encounters import Encounter, Promise, When
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act, Card, Contact, Stack
from redleaf.web.contacts.services.keeping import keep_encounter, keep_new_contact, keep_promise
from redleaf.web.contacts.services.recording import recorded
from redleaf.web.contacts.services.sending import keep_sent_invitation
from redleaf.web.contacts.services.stacking import begin_stack

FEW, MANY = 3, 40
MOST = 32


def the_first(contacts: str) -> str:
    return str(Contact.objects.filter(name__startswith=contacts).order_by("pk")[0].pk)


PAGES: dict[str, Callable[[], str]] = {
    "Today": lambda: "/",
    "people": lambda: "/contacts/",
    "search": lambda: "/contacts/?q=ona",
    "search, narrowed": lambda: "/contacts/?q=ona&tag=odd&known=recent",
    "narrowed": lambda: "/contacts/?known=recent&tag=odd&event=Fair&network=linkedin&promise=open",
    "person": lambda: f"/contacts/{the_first('Ona')}/",
    "person, all": lambda: f"/contacts/{the_first('Ona')}/?all",
    "edit": lambda: f"/contacts/{the_first('Ona')}/edit/",
    "pairs": lambda: "/contacts/pairs/",
    "stacks": lambda: "/stack/",
    "stack": lambda: f"/stack/{Stack.objects.order_by('-pk')[0].pk}/people/",
    "card": lambda: f"/stack/card/{Card.objects.order_by('pk')[0].pk}/",
    "write": lambda: f"/write/?to={the_first('Ona')}",
    "imports": lambda: "/contacts/import/",
    "insights": lambda: "/insights/",
}


def fill(owner: User, name: str, count: int) -> None:
    """So many people, all met at one fair and each `count` times more, with all that hangs on."""
    today = timezone.localdate()
    met = []
    for number in range(count):
        with recorded(owner, Act.Kind.IMPORT, "Imported") as recorder:
            contact = keep_new_contact(
                ContactRecord(
                    f"{name} {number} Berg",
                    tags=("odd",),
                    roles=(Role("Weir Trust", "warden"),),
                    identities=(Identity("profile", f"{name}-{number}", network="linkedin"),),
                ),
                recorder,
            )
            at_fair = Encounter((), "talk", When(today, today), event="Fair")
            keep_encounter(at_fair, [contact.pk], recorder)
            keep_promise(Promise(str(contact.pk), "the list"), contact.pk, recorder)
            met.append(contact)
        keep_sent_invitation(owner, contact, "Hello", network="linkedin", at=timezone.now())
    with recorded(owner, Act.Kind.IMPORT, "Imported") as recorder:
        for number in range(count):
            day = today - dt.timedelta(days=number)
            keep_encounter(Encounter((), "coffee", When(day, day)), [met[0].pk], recorder)
    everybody = list(Contact.objects.filter(owner=owner))
    for number in range(min(count, 12)):
        begin_stack(owner, f"Fair {number}", everybody)


@pytest.mark.parametrize("page", PAGES)
def test_it_asks_no_more_often_for_many_people_than_for_few(
    ana: User, ana_asks: Client, page: str
) -> None:
    def queries() -> int:
        address = PAGES[page]()
        with CaptureQueriesContext(connection) as asked:
            assert ana_asks.get(address).status_code == 200, address
        return len(asked)

    fill(ana, "Ona", FEW)
    queries()  # what stays known afterwards is asked for once
    few = queries()
    fill(ana, "Ona", MANY)
    assert queries() <= few <= MOST
