"""A typed line becomes a contact, an encounter and promises; nothing of it is lost or invented."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redleaf.contacts.harvest import Harvest
from redleaf.contacts.plain import from_plain, to_plain
from redleaf.formats.memory_line import PART_KINDS, MemoryLine, read_memory_line
from tests.patience import patience

TODAY = dt.date(2026, 11, 25)  # a Wednesday


def read(text: str, *known: str) -> MemoryLine:
    return read_memory_line(text, today=TODAY, known=known)


def parts(line: MemoryLine) -> list[tuple[str, str]]:
    return [(part.kind, part.text) for part in line.parts if part.kind != "joining"]


def test_it_reads_a_line_with_everything() -> None:
    line = read(
        "met Ana Ruiz (Skutt) at the glaze workshop in Porto on 12 Nov, Dana introduced us; "
        "she said 'nobody tests with the rain on'; owe her the Lisbon dates by Friday"
    )
    assert line.contact is not None
    assert line.contact.name == "Ana Ruiz"
    assert line.contact.role.organisation == "Skutt"
    met = line.encounter
    assert met is not None
    assert (met.kind, met.event, met.place) == ("class", "the glaze workshop", "Porto")
    assert met.when.day == dt.date(2026, 11, 12)
    assert met.introduced_by == "Dana"
    assert met.said == "nobody tests with the rain on"
    [promise] = line.promises
    assert promise.text == "the Lisbon dates"
    assert promise.due.day == dt.date(2026, 11, 27)
    assert promise.made_on == dt.date(2026, 11, 12)
    assert line.notes == ()


def test_an_old_schoolmate_stays_one_and_what_he_is_now_is_his_role() -> None:
    line = read("bumped into old schoolmate Tom Marsh; he's now head of sales at Lumen Air")
    contact = line.contact
    assert contact is not None
    assert (contact.name, contact.relation) == ("Tom Marsh", "old schoolmate")
    assert (contact.role.title, contact.role.organisation) == ("head of sales", "Lumen Air")


@pytest.mark.parametrize(
    ("text", "name", "relation"),
    [
        ("Ben Osei's nephew Sam, very funny", "Sam", "Ben Osei's nephew"),
        ("Alicia (Ben's sister)", "Alicia", "Ben's sister"),
        ("Ingrid (neighbour), no. 14", "Ingrid", "neighbour"),
        ("Sister Agnes, met at the gate", "Sister Agnes", ""),
        ("Joanna Price (dentist)", "Joanna Price", ""),
    ],
)
def test_it_keeps_how_they_stand_to_the_user(text: str, name: str, relation: str) -> None:
    contact = read(text).contact
    assert contact is not None
    assert (contact.name, contact.relation) == (name, relation)


def test_a_handle_with_its_server_is_a_profile() -> None:
    contact = read("met Ana Ruiz @ana@kiln.social at Clay Week").contact
    assert contact is not None
    [found] = contact.identities
    assert (found.kind, found.network, found.value) == ("profile", "mastodon", "ana@kiln.social")


def test_a_german_promise_has_its_verb_at_the_end() -> None:
    line = read("Jan Maier, getroffen auf der Kelim Messe, habe ihm das Datenblatt versprochen")
    assert line.encounter is not None
    assert line.encounter.event == "Kelim Messe"
    assert [each.text for each in line.promises] == ["das Datenblatt"]
    assert line.notes == ()


def test_an_event_after_a_topic_is_an_event() -> None:
    met = read("Wei Zhang, talked about batteries at the glaze conference on Friday").encounter
    assert met is not None
    assert (met.topics, met.event, met.kind) == (
        ("batteries",),
        "the glaze conference",
        "conference",
    )


def test_it_says_that_a_meeting_to_come_is_a_note() -> None:
    line = read("call with Marie Dubois tomorrow")
    assert line.remarks == ("“tomorrow” is still to come; it is kept as a note.",)


@pytest.mark.parametrize("text", ["architect Sofia Lind met at the gate", "met potter Sofia Lind"])
def test_a_job_may_stand_before_the_name(text: str) -> None:
    contact = read(text).contact
    assert contact is not None
    assert contact.name == "Sofia Lind"
    assert contact.role.title in ("architect", "potter")


def test_it_says_what_it_kept() -> None:
    line = read("Mira Holt said that bells are slow clocks, I promised her the list by Friday")
    assert line.kept_as == "Kept as a saying and a promise, due Friday 27 November."


def test_it_tells_what_it_made_of_each_word() -> None:
    line = read("coffee with Jun yesterday about kilns")
    assert parts(line) == [
        ("meeting", "coffee with"),
        ("name", "Jun"),
        ("when", "yesterday"),
        ("topic", "kilns"),
    ]
    for part in line.parts:
        assert part.span.of(line.text) == part.text


def test_it_becomes_a_harvest_that_goes_through_the_guard() -> None:
    harvest = read("lunch with Ben and Cleo, I owe Ben a map").harvest()
    assert from_plain(Harvest, to_plain(harvest)) == harvest
    assert [contact.name for contact in harvest.contacts] == ["Ben", "Cleo"]
    assert harvest.encounters[0].people == ("1", "2")
    assert harvest.promises[0].person == "1"


def test_it_becomes_json() -> None:
    data = read("Mira Holt, potter, met yesterday").to_json()
    assert data["contacts"][0]["name"] == "Mira Holt"
    assert data["encounter"]["when"] == {"first": "2026-11-24", "last": "2026-11-24"}
    assert data["parts"][0] == {"kind": "name", "start": 0, "end": 9}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("mira holt, curator, met yesterday", "mira holt"),
        ("Holt, Mira, met yesterday", "Holt, Mira"),
        ("Jun: met yesterday", "Jun"),
        ("met Dr. Jürgen von der Heide yesterday", "Dr. Jürgen von der Heide"),
        ("met Óscar de la Fuente y Vega in Lima", "Óscar de la Fuente y Vega"),
        ("met Tim O'Shea, PhD, yesterday", "Tim O'Shea, PhD"),
        ("李小龙, met yesterday", "李小龙"),
        ("met 田中 優子 in Kyoto", "田中 優子"),
        ("встреча", ""),
        ("Will Stone, met yesterday", "Will Stone"),
        ("May, met at the pier", "May"),
        ("I met a woman called Zuzana at the hostel", "Zuzana"),
    ],
)
def test_it_finds_names_as_they_are_written(text: str, name: str) -> None:
    contact = read(text).contact
    assert (contact.name if contact else "") == name


def test_it_finds_known_people_in_any_case() -> None:
    line = read("told grace ng about the ferry", "Grace Ng")
    assert line.contact is not None
    assert line.contact.name == "grace ng"
    assert read("told grace ng about the ferry").contact is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("coffee with Jun", "coffee"),
        ("had lunch with Jun", "meal"),
        ("met Jun at the Clay Congress", "conference"),
        ("met Jun after her talk", "talk"),
        ("met Jun at a weaving course", "class"),
        ("phoned Jun", "call"),
        ("emailed Jun", "online"),
        ("my neighbour Jun, met at the gate", "neighbour"),
        ("my aunt Jun, met at the gate", "family"),
        ("worked with Jun in 1994", "work"),
        ("Jun, introduced by Dana", "introduction"),
        ("met Jun at the pier", "other"),
    ],
)
def test_it_knows_the_kind_of_an_encounter(text: str, kind: str) -> None:
    met = read(text).encounter
    assert met is not None
    assert met.kind == kind


@pytest.mark.parametrize(
    ("text", "title", "organisation"),
    [
        ("Mira Holt, head of sound at Muzeum Wody", "head of sound", "Muzeum Wody"),
        ("Mira Holt works for the harbour authority", "", "the harbour authority"),
        ("Mira Holt (curator, Muzeum Wody)", "curator", "Muzeum Wody"),
        ("Mira Holt, CTO Loopwise", "CTO", "Loopwise"),
        ("Mira Holt from Skutt, met yesterday", "", "Skutt"),
    ],
)
def test_it_reads_what_they_do(text: str, title: str, organisation: str) -> None:
    contact = read(text).contact
    assert contact is not None
    assert (contact.role.title, contact.role.organisation) == (title, organisation)


def test_it_keeps_what_is_over_as_past() -> None:
    contact = read("Vera Kim, ex-Northlight, now at Beamish Studio").contact
    assert contact is not None
    assert [(role.organisation, role.is_past) for role in contact.roles] == [
        ("Northlight", True),
        ("Beamish Studio", False),
    ]


def test_it_takes_identities_and_tags() -> None:
    contact = read(
        "Lars Holm #boats lars@holm.example +47 912 34 567 @larsholm on bluesky "
        "https://www.linkedin.com/in/lars-holm"
    ).contact
    assert contact is not None
    assert contact.tags == ("boats",)
    assert {(each.kind, each.network, each.value) for each in contact.identities} == {
        ("email", "", "lars@holm.example"),
        ("phone", "", "+4791234567"),
        ("profile", "bluesky", "larsholm"),
        ("profile", "linkedin", "lars-holm"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Mira Holt, met yesterday, she will send me the plans",
        "Mira Holt, met yesterday, she promised to call back",
        "Mira Holt still owes me a jar",
    ],
)
def test_it_does_not_take_their_promises_for_the_users(text: str) -> None:
    line = read(text)
    assert line.promises == ()
    assert line.notes


def test_it_keeps_what_it_does_not_understand_as_a_note() -> None:
    line = read("Mira Holt, met yesterday, blue coat, three dogs")
    assert line.notes == ("blue coat", "three dogs")
    assert line.contact is not None
    assert line.contact.notes == line.notes


def test_it_asks_for_a_name_where_there_is_none() -> None:
    line = read("blue coat, three dogs")
    assert line.contacts == ()
    assert line.notes == ("blue coat, three dogs",)
    assert line.remarks


def test_it_asks_which_day_when_digits_may_be_two() -> None:
    line = read("met Jun at the fair on 3/4/2026")
    assert line.encounter is not None
    assert (line.encounter.when.first, line.encounter.when.words) == (None, "3/4/2026")
    assert "two different days" in line.remarks[0]


@pytest.mark.parametrize(
    ("text", "name", "kind", "promise"),
    [
        ("Kaffee mit Jürgen Weiß gestern, ich schulde ihm die Liste", "Jürgen Weiß", "coffee",
         "die Liste"),
        ("Déjeuner avec Luc Martin hier, je lui ai promis le plan", "Luc Martin", "meal",
         "le plan"),
        ("Café con Inés Gil ayer, le debo las fechas", "Inés Gil", "coffee", "las fechas"),
    ],
)  # fmt: skip
def test_it_reads_other_languages_too(text: str, name: str, kind: str, promise: str) -> None:
    line = read(text)
    assert line.contact is not None
    assert line.encounter is not None
    assert line.contact.name == name
    assert line.encounter.kind == kind
    assert line.encounter.when.day == dt.date(2026, 11, 24)
    assert line.promises[0].text == promise


def test_it_reads_a_line_however_long() -> None:
    for piece in ("met ", "Ana Ruiz, ", "at the ", "(", "'", "by Friday ", "12/11 ", "@x #y "):
        with patience():
            read(piece * 4_000)


_PIECES = st.sampled_from(
    "Mira Holt|, curator at Muzeum Wody|met|at Museums & Web|last Thursday|talked about|kilns| and "
    "|; |. | - |, |I promised|the list|by Friday|she said|'wet clay'|(Skutt)|from Lisbon|with Dana|"
    "introduced by Nia|#clay|a@b.example|+44 7700 900123|coffee with|ex-Skutt|my cousin|12/11/2026|"
    "when I was at school|gestern|hier|ayer|必|🎨|\n|"
    "Dr.|née|must|will|asked about|on|in|to|the".split("|")
)


@settings(max_examples=120, deadline=None)
@given(st.lists(_PIECES, max_size=14).map(" ".join))
def test_it_loses_no_word(text: str) -> None:
    line = read(text)
    covered = {at for part in line.parts for at in range(*part.span)}
    for word in re.finditer(r"\w+", line.text):
        assert covered >= set(range(*word.span())), (word.group(), line.parts)
    assert {part.kind for part in line.parts} <= set(PART_KINDS)
    if line.contacts:
        kept = " ".join(map(str, (line.contacts, line.encounter, line.promises, line.notes)))
        for part in line.parts:
            if part.kind in ("name", "title", "organisation", "topic", "said", "promise", "note"):
                assert all(word in kept for word in re.findall(r"\w+", part.text)), part


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=60), st.dates())
def test_it_reads_any_text_on_any_day(text: str, today: dt.date) -> None:
    line = read_memory_line(text, today=today)
    for part in line.parts:
        assert part.span.of(line.text) == part.text


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Ana Ruiz, met at Kiln Week last Thursday, laughed about the teapot", "the teapot"),
        ("Ken Abe, joked about umbrellas at Kiln Week", "umbrellas"),
        ("Lea Roth, wir lachten über Ziegen beim Keramikmarkt gestern", "Ziegen"),
        ("Pia Sol, nos reímos de las cabras en la feria ayer", "cabras"),
    ],
)
def test_what_was_laughed_about_was_talked_about(text: str, topic: str) -> None:
    encounter = read(text).encounter
    assert encounter is not None
    assert encounter.topics == (topic,)


def test_last_belongs_to_the_day_behind_it() -> None:
    encounter = read("Ana Ruiz, met at Kiln Week last Thursday").encounter
    assert encounter is not None
    assert (encounter.event, encounter.when.day) == ("Kiln Week", dt.date(2026, 11, 19))


@pytest.mark.parametrize(
    "text",
    [
        "Mira Okafor, worked with her at Skutt from 2016 to 2019",
        "Mira Okafor, colleague 2016-2019 at Skutt",
        "Mira Okafor, wir arbeiteten von 2016 bis 2019 zusammen bei Skutt",
    ],
)
def test_years_that_it_lasted_are_kept_from_the_first_to_the_last(text: str) -> None:
    encounter = read(text).encounter
    assert encounter is not None
    assert encounter.kind == "work"
    assert (encounter.when.first, encounter.when.last) == (
        dt.date(2016, 1, 1),
        dt.date(2019, 12, 31),
    )
    assert encounter.when.words == "2016–2019"


def test_it_knows_a_trade_beside_a_name_by_its_ending() -> None:
    contact = read("Mira Okafor, kiln fitter, met yesterday").contact
    assert contact is not None
    assert [role.title for role in contact.roles] == ["kiln fitter"]
