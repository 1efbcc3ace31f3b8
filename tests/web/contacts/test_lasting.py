"""Until when somebody is remembered: the days that are kept agree with recognition itself."""

from __future__ import annotations

import datetime as dt
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from redleaf.contacts.encounters import Encounter, Letter, When
from redleaf.contacts.recognition import TRACES, recognition
from redleaf.web.accounts.models import User
from redleaf.web.contacts.lasting import FOREVER, NOT_MET, MetOn, WroteAt, lasting
from redleaf.web.contacts.models import Act, Contact, Document
from redleaf.web.contacts.search.standing import reckon_due
from redleaf.web.contacts.selectors.overview import fading
from redleaf.web.contacts.services.keeping import keep_encounter, keep_letter
from redleaf.web.contacts.services.recording import recorded
from redleaf.web.contacts.services.remembering import remember_line
from redleaf.web.contacts.services.undoing import undo
from tests.web.contacts.tables import documents

TODAY = dt.date(2026, 11, 23)
# Three lifetimes back, and two years ahead: what is entered by mistake is reckoned too.
_days = st.none() | st.dates(dt.date(1830, 1, 1), dt.date(2028, 12, 31))
_lately = st.integers(-60, 400).map(lambda ago: TODAY - dt.timedelta(days=ago))
_met = st.builds(MetOn, st.sampled_from([*TRACES, "a kind of tomorrow"]), _days | _lately)
_moments = (_days | _lately).map(
    lambda day: dt.datetime.combine(day, dt.time(23, 30), dt.UTC) if day else None
)
_wrote = st.builds(WroteAt, st.booleans(), _moments)


@given(
    st.lists(_met, max_size=12),
    st.lists(_wrote, max_size=12),
    st.lists(st.integers(0, 4_000), max_size=8),
)
def test_it_agrees_with_recognition_on_every_day(
    met: list[MetOn], letters: list[WroteAt], later: list[int]
) -> None:
    lasts = lasting(met, letters, TODAY)
    beside = [lasts.close_until, lasts.close_until + 1, lasts.known_until, lasts.known_until + 1]
    beside += [
        lasts.reckon_on - 1,
        TODAY.toordinal(),
        *(TODAY.toordinal() + each for each in later),
    ]
    for day in beside:
        if TODAY.toordinal() <= day < min(lasts.reckon_on, FOREVER):
            on = dt.date.fromordinal(day)
            assert lasts.on(on) == recognition(met, on, letters)


def test_one_conference_chat_is_remembered_for_weeks() -> None:
    lasts = lasting([MetOn("conference", TODAY)], [], TODAY)
    assert 60 < lasts.known_until - TODAY.toordinal() < 80
    assert (lasts.close_until, lasts.reckon_on) == (0, FOREVER)


def test_what_has_no_day_never_fades() -> None:
    assert lasting([MetOn("work", None)], [], TODAY).known_until == FOREVER


@pytest.mark.parametrize("met", [[], [MetOn("introduction", TODAY)]])
def test_whoever_was_not_met_is_unknown(met: list[MetOn]) -> None:
    assert lasting(met, [], TODAY).known_until == NOT_MET


def document_of(contact: Contact) -> Document:
    return Document.objects.get(contact=contact)


@pytest.fixture
def mira(ana: User) -> Contact:
    return remember_line(ana, "Mira Holt, curator at Muzeum Wody", today=TODAY).contact


def meet(contact: Contact, day: dt.date | None, kind: str = "conference") -> Act:
    with recorded(contact.owner, Act.Kind.EDIT, "Met") as recorder:
        keep_encounter(Encounter((), kind, When(day, day)), [contact.pk], recorder)
    return recorder.act


def test_each_act_brings_the_days_along_and_an_undo_takes_them_back(mira: Contact) -> None:
    before = documents()
    assert document_of(mira).known_until == NOT_MET
    act = meet(mira, timezone.localdate())
    assert document_of(mira).known_until > timezone.localdate().toordinal()
    undo(act)
    assert documents() == before


def test_a_letter_that_went_out_marks_them_as_written_to(mira: Contact) -> None:
    assert not document_of(mira).is_written
    with recorded(mira.owner, Act.Kind.EDIT, "Wrote") as recorder:
        sent = Letter((), "email", is_sent=True, at=dt.datetime.now(dt.UTC), key="a")
        keep_letter(sent, mira.pk, recorder)
    assert document_of(mira).is_written


def test_what_lies_ahead_counts_from_its_day_on(mira: Contact) -> None:
    tomorrow = timezone.localdate() + dt.timedelta(days=1)
    meet(mira, tomorrow)
    assert document_of(mira).known_until == NOT_MET
    reckon_due(mira.owner, timezone.localdate())
    assert document_of(mira).known_until == NOT_MET
    reckon_due(mira.owner, tomorrow)
    assert document_of(mira).known_until > tomorrow.toordinal()
    assert document_of(mira).reckon_on == FOREVER


def test_it_tells_who_is_fading_the_soonest_first(ana: User) -> None:
    today = timezone.localdate()
    names = {"Ada Fog": 45, "Ben Haze": 60, "Cy Clear": 3, "Di Gone": 400, "Ed Soon": 45}
    people = {
        name: remember_line(ana, f"{name}, potter", today=today).contact for name in names
    }  # fmt: skip
    for name, days in names.items():
        meet(people[name], today - dt.timedelta(days=days))
    meet(people["Ed Soon"], today + dt.timedelta(days=7))  # they will see each other again
    assert [each.name for each in fading(ana, today, most=5)] == ["Ben Haze", "Ada Fog"]


def test_who_is_fading_is_asked_in_few_questions_however_many_there_are(
    ana: User,
) -> None:
    today, counts = timezone.localdate(), []
    for start, count in ((0, 1), (1, 12)):
        for number in range(start, start + count):
            one = remember_line(ana, f"Ona{number} Berg, potter", today=today).contact
            meet(one, today - dt.timedelta(days=45))
        with CaptureQueriesContext(connection) as queries:
            fading(ana, today, most=5)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_migration_fills_what_stood_before_it(mira: Contact) -> None:
    meet(mira, timezone.localdate())
    before = documents()
    Document.objects.update(
        sort_name="", close_until=0, known_until=0, reckon_on=0, is_written=False
    )
    migration = import_module("redleaf.web.contacts.migrations.0004_lists")
    with connection.cursor() as cursor:
        migration.fill_columns(apps, cursor)
    assert documents() == before
