"""Whoever is erased is gone from every byte of the live files, and from nobody else's."""

from __future__ import annotations

import datetime as dt

import pytest
from django.conf import settings
from django.db import connection

from redleaf.contacts.contact import Contact, Identity, Photo, Relation, Role
from redleaf.contacts.encounters import Encounter, Letter, Promise, When
from redleaf.contacts.names import OtherName
from redleaf.web.accounts.models import User
from redleaf.web.contacts import models
from redleaf.web.contacts.search.finding import search_contacts
from redleaf.web.contacts.services.erasing import CannotErase, erase_account, erase_contact
from redleaf.web.contacts.services.keeping import (
    keep_changed_contact,
    keep_encounter,
    keep_letter,
    keep_new_contact,
    keep_promise,
)
from redleaf.web.contacts.services.merging import ask_pair, merge_contacts
from redleaf.web.contacts.services.recording import recorded
from redleaf.web.contacts.services.undoing import last_act, undo
from redleaf.web.insights.models import Audit, State
from tests.web.contacts.tables import tables

# No text of the tests or of Django holds these by chance.
NAME, FORMER, MAIL, SECRET = (
    "Qvistina Zzcanary",
    "Qvistina Kkcanary",
    "qv@canary.example",
    "plays-the-canary-flute",
)
CANARIES = ("Zzcanary", "zzcanary", "Kkcanary", "kkcanary", "qv@canary", "canary-flute")
CANARY = Contact(
    NAME,
    other_names=(OtherName("nickname", "Qvist Kkcanary"),),
    identities=(Identity("email", MAIL, MAIL.title()), Identity("profile", "zzcanary", "", "x")),
    roles=(Role("Zzcanary & Daughters", "Zzcanary in chief"),),
    notes=(SECRET,),
    tags=(SECRET,),
    photos=(Photo("image/png", "canary-flute"),),
    headline=SECRET,
)
TOMASZ = Contact(
    "Tomasz",
    introduced_by=NAME,
    relations=(Relation("spouse", NAME),),
    notes=(f"Met through {NAME}; her address is {MAIL}.",),
)
DAY = When(dt.date(2026, 5, 1), dt.date(2026, 5, 1))


@pytest.fixture
def canary(transactional_db: None, ana: User) -> models.Contact:
    """A person of whom something stands in every table, in the log, and with others."""
    with recorded(ana, models.Act.Kind.IMPORT, f"Imported {NAME}.vcf", origin=NAME) as recorder:
        tomasz = keep_new_contact(TOMASZ, recorder)
        canary = keep_new_contact(CANARY, recorder)
        both = Encounter((), event="Both", said=f"{NAME} sang", introduced_by=NAME, when=DAY)
        keep_encounter(both, [tomasz.pk, canary.pk], recorder)
        keep_encounter(Encounter((), event=SECRET, notes=SECRET), [canary.pk], recorder)
        keep_letter(Letter((), "email", True, None, SECRET, MAIL), canary.pk, recorder)
        keep_letter(Letter((), "email", True, None, f"About {NAME}", "1"), tomasz.pk, recorder)
        keep_promise(Promise("", SECRET), canary.pk, recorder)
        asked = models.Invitation(
            contact=canary, network="x", is_incoming=True, name=NAME, text=SECRET, key=MAIL
        )
        recorder.make(asked, canary.pk)
    twin = keep_twin(ana)
    with recorded(ana, models.Act.Kind.EDIT, f"Changed {NAME}") as recorder:
        keep_changed_contact(tomasz, Contact("Tomasz", notes=(f"Knows {NAME}.",)), recorder)
    ask_pair(ana, tomasz.pk, canary.pk, reasons=[NAME])
    merge_contacts(ana, canary, twin)
    Audit.objects.create(
        owner=ana, file_name=f"{NAME}.zip", made_at=recorder.now, state=State.DONE,
        report={"write_to": [{"name": NAME}]},
    )  # fmt: skip
    return canary


def keep_twin(owner: User) -> models.Contact:
    with recorded(owner, models.Act.Kind.REMEMBER, "Remembered her") as recorder:
        return keep_new_contact(Contact(FORMER, notes=(SECRET,)), recorder)


def bytes_of_the_store() -> bytes:
    """All bytes of all files of the home; in PostgreSQL, where a test reads no files, all rows."""
    if connection.vendor == "sqlite":
        files = [path for path in settings.HOME.path.rglob("*") if path.is_file()]
        return b"".join(path.read_bytes() for path in files)
    with connection.cursor() as cursor:
        names = connection.introspection.table_names(cursor)
        rows = []
        for name in names:
            cursor.execute(f'SELECT * FROM "{name}"')  # noqa: S608 -- our own tables
            rows += cursor.fetchall()
    return repr(rows).encode()


def canaries() -> list[str]:
    there = bytes_of_the_store()
    return [each for each in CANARIES if each.encode() in there]


def test_no_byte_of_an_erased_person_is_left(ana: User, canary: models.Contact) -> None:
    assert canaries() == list(CANARIES)
    erase_contact(ana, canary)
    assert canaries() == []
    assert search_contacts(ana, "canary") == []


def test_what_others_said_of_them_stays_without_their_name(
    ana: User, canary: models.Contact
) -> None:
    erased = erase_contact(ana, canary)
    assert erased.mentions > 0
    assert models.Note.objects.get().text == "Knows [erased]."
    assert models.Encounter.objects.get().said == "[erased] sang"
    assert [each.contact.name for each in search_contacts(ana, "sang")] == ["Tomasz"]


def test_other_acts_can_still_be_undone(ana: User, canary: models.Contact) -> None:
    erase_contact(ana, canary)
    for _ in range(5):
        act = last_act(ana)
        if act is None:
            break
        undo(act)
    assert {name for name, rows in tables().items() if rows} == set()
    assert canaries() == []


def test_a_namesake_and_a_shared_address_stay(ana: User, canary: models.Contact) -> None:
    with recorded(ana, models.Act.Kind.REMEMBER, "Remembered her daughter") as recorder:
        same = Contact(NAME, identities=(Identity("email", MAIL),), notes=("Younger.",))
        keep_new_contact(same, recorder)
    erase_contact(ana, canary)
    [found] = search_contacts(ana, "zzcanary")
    assert found.contact.note_rows.get().text == "Younger."
    assert found.contact.identity_rows.get().value == MAIL


def test_nobody_elses_store_is_touched(ana: User, ben: User, canary: models.Contact) -> None:
    with recorded(ben, models.Act.Kind.REMEMBER, f"Remembered {NAME}") as recorder:
        keep_new_contact(CANARY, recorder)
    with pytest.raises(models.Contact.DoesNotExist):
        erase_contact(ben, canary)
    erase_contact(ana, canary)
    assert [each.contact.name for each in search_contacts(ben, "zzcanary")] == [NAME]


def test_it_is_refused_within_a_transaction(ana: User, db: None) -> None:
    with recorded(ana, models.Act.Kind.REMEMBER, "Remembered her") as recorder:
        contact = keep_new_contact(CANARY, recorder)
    with pytest.raises(CannotErase):
        erase_contact(ana, contact)
    with pytest.raises(CannotErase):
        erase_account(ana)
    assert models.Contact.objects.count() == 1


def test_an_erased_account_leaves_nothing(ana: User, canary: models.Contact) -> None:
    (settings.HOME.uploads / "left.zip").write_text(NAME)
    erase_account(ana)
    assert canaries() == []
    assert {name for name, rows in tables().items() if rows} == set()
    assert not User.objects.filter(username="ana").exists()


def test_an_erased_account_leaves_the_others(ana: User, ben: User, canary: models.Contact) -> None:
    with recorded(ben, models.Act.Kind.REMEMBER, "Remembered Tomasz") as recorder:
        keep_new_contact(TOMASZ, recorder)
    erase_account(ana)
    assert [each.contact.name for each in search_contacts(ben, "tomasz")] == ["Tomasz"]
