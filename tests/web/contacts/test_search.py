"""People are found as one types: by any of their names, where they work, what was talked about."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from redleaf.contacts.contact import Contact, Identity, Role
from redleaf.contacts.encounters import Encounter, When
from redleaf.contacts.names import NameParts, OtherName
from redleaf.web.accounts.models import User
from redleaf.web.contacts import models
from redleaf.web.contacts.search.documents import index_all
from redleaf.web.contacts.search.finding import search_contacts
from redleaf.web.contacts.services.keeping import (
    keep_changed_contact,
    keep_encounter,
    keep_new_contact,
)
from redleaf.web.contacts.services.recording import recorded
from redleaf.web.contacts.services.undoing import last_act, undo
from tests.web.contacts.tables import documents

PEOPLE = (
    Contact(
        "Tomasz Zieliński",
        identities=(Identity("email", "tomasz.z@muzeum.example"),),
        roles=(Role("Muzeum Wody", "Curator of sound"),),
        notes=("His daughter plays the oboe.",),
        tags=("porto",),
    ),
    Contact("Mira Østergård", other_names=(OtherName("maiden", "Mira Løvgren"),)),
    Contact("Jürgen Müller", headline="Straßenmusiker"),
    Contact("山田 太郎", roles=(Role("東京都水道局", ""),)),
    Contact("김민수"),
    Contact("Αλέξανδρος Παππάς"),
    Contact("Işıl Yılmaz", parts=NameParts(given="Işıl", family="Yılmaz")),
    Contact("Łukasz O’Brien"),
    Contact("Ana-Sofia Prado"),
)


@pytest.fixture
def people(ana: User) -> dict[str, models.Contact]:
    with recorded(ana, models.Act.Kind.IMPORT, "Imported phone.vcf") as recorder:
        kept = {each.name: keep_new_contact(each, recorder) for each in PEOPLE}
        met = Encounter(
            (),
            "conference",
            When(dt.date(2026, 5, 1), dt.date(2026, 5, 1)),
            place="Porto",
            event="Museums & Web",
            topics=("sound walks for blind visitors",),
        )
        both = [kept["Tomasz Zieliński"].pk, kept["Mira Østergård"].pk]
        keep_encounter(met, both, recorder)
    return kept


def names(owner: User, query: str) -> list[str]:
    return [found.contact.name for found in search_contacts(owner, query)]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("tomasz", "Tomasz Zieliński"),
        ("TOM", "Tomasz Zieliński"),
        ("zielinski t", "Tomasz Zieliński"),
        ("Zielin\u0301ski", "Tomasz Zieliński"),
        ("ostergard", "Mira Østergård"),
        ("oestergaard", "Mira Østergård"),
        ("løvgren", "Mira Østergård"),
        ("mueller", "Jürgen Müller"),
        ("strassen", "Jürgen Müller"),
        ("isil yilmaz", "Işıl Yılmaz"),
        ("lukasz obrien", "Łukasz O’Brien"),
        ("o'brien", "Łukasz O’Brien"),
        ("sofia", "Ana-Sofia Prado"),
        ("山田", "山田 太郎"),
        ("太", "山田 太郎"),
        ("水道局", "山田 太郎"),
        ("都", "山田 太郎"),
        ("민수", "김민수"),
        ("수", "김민수"),
        ("αλεξανδρος", "Αλέξανδρος Παππάς"),
        ("alexandros", "Αλέξανδρος Παππάς"),
        ("muzeum wody", "Tomasz Zieliński"),
        ("curator", "Tomasz Zieliński"),
        ("oboe", "Tomasz Zieliński"),
        ("tomasz.z@muzeum.example", "Tomasz Zieliński"),
    ],
)
def test_it_finds(ana: User, people: object, query: str, name: str) -> None:
    assert names(ana, query) == [name]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("zelinski", "Tomasz Zieliński"),
        ("tomazs zielinsky", "Tomasz Zieliński"),
        ("mria", "Mira Østergård"),
        ("ostergrad", "Mira Østergård"),
        ("yurgen muler", "Jürgen Müller"),
    ],
)
def test_it_finds_a_name_with_a_slip_in_it(
    ana: User, people: object, query: str, name: str
) -> None:
    assert name in names(ana, query)


@pytest.mark.parametrize("query", ["xylophone", "tomasz oboist", "水田", "zzz", "noboe"])
def test_it_does_not_find(ana: User, people: object, query: str) -> None:
    assert names(ana, query) == []


def test_it_finds_all_who_were_there(ana: User, people: object) -> None:
    for query in ("museums web", "blind vis", "porto"):
        assert set(names(ana, query)) == {"Tomasz Zieliński", "Mira Østergård"} or query == "porto"


def test_a_name_comes_before_another_text_and_a_whole_word_before_its_beginning(ana: User) -> None:
    said = (
        Contact("Carla Prado", notes=("Met through Ann.",)),
        Contact("Anna Prado"),
        Contact("Ann Prado"),
    )
    with recorded(ana, models.Act.Kind.IMPORT, "Imported") as recorder:
        for each in said:
            keep_new_contact(each, recorder)
    assert names(ana, "ann") == ["Ann Prado", "Anna Prado", "Carla Prado"]


def test_among_equals_whoever_was_met_last_comes_first(ana: User) -> None:
    with recorded(ana, models.Act.Kind.IMPORT, "Imported") as recorder:
        for year in (2024, 2026, 2025):
            contact = keep_new_contact(Contact(f"Jo Met{year}"), recorder)
            day = When(dt.date(year, 1, 1), dt.date(year, 1, 1))
            keep_encounter(Encounter((), when=day), [contact.pk], recorder)
    assert names(ana, "jo") == ["Jo Met2026", "Jo Met2025", "Jo Met2024"]


def test_it_says_where_and_shows_the_text_as_written(ana: User, people: object) -> None:
    told = {
        query: [(found.field, found.snippet) for found in search_contacts(ana, query)]
        for query in ("zielinski", "lovgren", "wody", "blind", "oboe", "muzeum.example", "太")
    }
    assert told["zielinski"] == [("name", "Tomasz Zieliński")]
    assert told["lovgren"] == [("other name", "Mira Løvgren")]
    assert told["wody"] == [("organisation", "Muzeum Wody")]
    assert set(told["blind"]) == {("topic", "sound walks for blind visitors")}
    assert told["oboe"] == [("note", "His daughter plays the oboe.")]
    assert told["muzeum.example"] == [("e-mail", "tomasz.z@muzeum.example")]
    assert told["太"] == [("name", "山田 太郎")]


def test_a_long_note_is_shown_around_the_word(ana: User) -> None:
    with recorded(ana, models.Act.Kind.IMPORT, "Imported") as recorder:
        note = "rain " * 200 + "on the oboe " + "and wind " * 200
        keep_new_contact(Contact("Mira", notes=(note,)), recorder)
    [found] = search_contacts(ana, "oboe")
    assert "oboe" in found.snippet
    assert len(found.snippet) < 100


def test_pages_follow_one_another_without_a_gap(ana: User) -> None:
    with recorded(ana, models.Act.Kind.IMPORT, "Imported") as recorder:
        for number in range(45):
            keep_new_contact(Contact(f"Jo {number:02}"), recorder)
    pages = [search_contacts(ana, "j", limit=20, offset=at) for at in (0, 20, 40, 60)]
    assert [len(page) for page in pages] == [20, 20, 5, 0]
    assert len({found.contact.pk for page in pages for found in page}) == 45


def test_nobody_elses_people_are_found(ana: User, ben: User, people: object) -> None:
    assert names(ben, "tomasz") == names(ben, "t") == names(ben, "tomazs") == []
    assert names(ana, "tomasz") == ["Tomasz Zieliński"]


def test_what_changes_is_found_anew(ana: User, people: dict[str, models.Contact]) -> None:
    tomasz = models.Contact.objects.get(pk=people["Tomasz Zieliński"].pk)
    with recorded(ana, models.Act.Kind.EDIT, "Changed Tomasz") as recorder:
        keep_changed_contact(tomasz, Contact("Tomasz Holm"), recorder)
        recorder.change(models.Encounter.objects.get(), tomasz.pk, event="River Days")
    assert names(ana, "zielinski") == names(ana, "oboe") == []
    assert names(ana, "holm") == ["Tomasz Holm"]
    assert set(names(ana, "river days")) == {"Tomasz Holm", "Mira Østergård"}


def test_an_undo_brings_the_index_back(ana: User, people: dict[str, models.Contact]) -> None:
    before = documents()
    test_what_changes_is_found_anew(ana, people)
    act = last_act(ana)
    assert act is not None
    undo(act)
    assert documents() == before
    assert names(ana, "zielinski") == ["Tomasz Zieliński"]
    assert set(names(ana, "museums")) == {"Tomasz Zieliński", "Mira Østergård"}


def test_the_index_can_be_made_anew(ana: User, people: object) -> None:
    before = documents()
    index_all(ana)
    assert documents() == before
    assert names(ana, "tomasz") == ["Tomasz Zieliński"]


@pytest.mark.parametrize(
    "query",
    ["", " ", "\0", '"', "a OR b", "NEAR(a b)", "names:", "*", "a* b*", "' & !a", "%", "_", "😀",
     "x" * 10_000, "a " * 5_000, "\ud800", "名" * 10_000, "{a}:b", "^a", "-a", "a\\"],
)  # fmt: skip
def test_no_query_breaks_it(ana: User, people: object, query: str) -> None:
    assert isinstance(search_contacts(ana, query), list)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(query=st.text(max_size=60))
def test_any_text_can_be_asked(ana: User, people: object, query: str) -> None:
    assert isinstance(search_contacts(ana, query), list)
