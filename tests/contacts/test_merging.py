"""Merging: one record of two, in which nothing of either is lost."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from redleaf.contacts.contact import (
    Address,
    Contact,
    Extra,
    Identity,
    Occasion,
    Photo,
    Relation,
    Role,
)
from redleaf.contacts.merging import changes, merge
from redleaf.contacts.names import NameParts, OtherName
from tests.contacts.cast import person

SOME = settings(max_examples=30, deadline=None)
FEW = st.sampled_from(("", "ana", "ben", "Ana"))
WORDS = st.sampled_from(("ana", "ben", "cleo"))
DAYS = st.sampled_from((None, dt.date(2019, 3, 1), dt.date(2024, 5, 6)))
IDENTITIES = st.builds(
    Identity,
    kind=st.sampled_from(("email", "phone", "profile")),
    value=WORDS,
    written=FEW,
    network=st.sampled_from(("", "linkedin")),
    label=FEW,
    is_preferred=st.booleans(),
    connected_on=DAYS,
)
ROLES = st.builds(
    Role, organisation=FEW, title=FEW, since=st.sampled_from(("", "2019")), is_past=st.booleans()
)
OCCASIONS = st.builds(
    Occasion,
    kind=st.sampled_from(("birthday", "anniversary")),
    on=st.sampled_from(("1977-04-02", "--04-02", "1977", "1980-01-01")),
)


def tuples(of: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(of, max_size=3).map(tuple)


CONTACTS = st.builds(
    Contact,
    name=FEW,
    parts=st.builds(NameParts, given=FEW, family=FEW),
    other_names=tuples(st.builds(OtherName, st.sampled_from(("nickname", "other")), WORDS)),
    identities=tuples(IDENTITIES),
    roles=tuples(ROLES),
    addresses=tuples(st.builds(Address, label=FEW, street=FEW, city=FEW)),
    occasions=tuples(OCCASIONS),
    relations=tuples(st.builds(Relation, kind=FEW, name=WORDS)),
    notes=tuples(WORDS),
    tags=tuples(WORDS),
    photos=tuples(st.builds(Photo, uri=WORDS)),
    headline=FEW,
    language=st.sampled_from(("", "en", "pt")),
    introduced_by=FEW,
    extras=tuples(st.builds(Extra, st.just("vcard"), WORDS, WORDS)),
).map(lambda made: made if made.name else replace(made, parts=NameParts()))


def facts(contact: Contact) -> set[tuple[object, ...]]:
    """What a contact says, whatever field or order it stands in."""
    told: set[tuple[object, ...]] = {("identity", each.key) for each in contact.identities}
    names = {contact.name, *(each.text for each in contact.other_names)}
    told |= {("name", text) for text in names if text}
    told |= {("organisation", each.organisation.lower()) for each in contact.roles}
    told |= {("title", each.title.lower()) for each in contact.roles}
    told |= {("street", each.street.lower()) for each in contact.addresses}
    told |= {("city", each.city.lower()) for each in contact.addresses}
    told |= {("year", each.on[:4]) for each in contact.occasions if each.on[0] != "-"}
    told |= {("day", each.on[-5:]) for each in contact.occasions if len(each.on) > 4}
    for field in ("relations", "tags", "photos", "extras"):
        told |= {(field, each) for each in getattr(contact, field)}
    told |= {("note", each.rpartition(": ")[2]) for each in contact.notes}
    for field in ("headline", "language", "introduced_by"):
        told |= {("note", getattr(contact, field))}
    return {each for each in told if each[1]}


@SOME
@given(CONTACTS, CONTACTS)
def test_nothing_of_either_is_lost(kept: Contact, other: Contact) -> None:
    lost = (facts(kept) | facts(other)) - facts(merge(kept, other))
    assert not lost


@SOME
@given(CONTACTS)
def test_a_record_merged_with_itself_is_itself(contact: Contact) -> None:
    assert merge(contact, contact) == contact


@SOME
@given(CONTACTS, CONTACTS)
def test_to_merge_the_same_again_changes_nothing(kept: Contact, other: Contact) -> None:
    merged = merge(kept, other)
    assert merge(merged, other) == merged
    assert merge(merged, kept) == merged
    assert not changes(merged, merge(merged, other))


@SOME
@given(CONTACTS, CONTACTS, CONTACTS)
def test_the_order_of_imports_does_not_matter_for_what_is_known(
    one: Contact, two: Contact, three: Contact
) -> None:
    forward = merge(merge(one, two), three)
    assert facts(forward) == facts(merge(merge(one, three), two))
    assert facts(forward) == facts(merge(one, merge(two, three)))


@SOME
@given(CONTACTS, CONTACTS)
def test_every_difference_is_told(kept: Contact, other: Contact) -> None:
    merged = merge(kept, other)
    if facts(merged) != facts(kept):
        assert changes(kept, merged)


def test_the_users_own_values_win_and_the_others_stay_beside_them() -> None:
    mine = replace(person("Mira Holt", birthday="1977-04-02"), language="en", register="peer")
    theirs = replace(
        person("Miriam Holt", birthday="1978-04-02"), language="pt", headline="Makes kilns"
    )
    merged = merge(mine, theirs)
    assert (merged.name, merged.language, merged.register) == ("Mira Holt", "en", "peer")
    assert merged.headline == "Makes kilns"
    assert merged.other_names == (OtherName("other", "Miriam Holt"),)
    assert [each.on for each in merged.occasions] == ["1977-04-02", "1978-04-02"]
    assert merged.notes == ("language: pt",)


def test_an_empty_record_takes_everything() -> None:
    full = person("Mira Holt", "m@a.example", firm="Skerry", title="Potter")
    merged = merge(Contact("", key="k"), full)
    assert merged == replace(full, key="k")


def test_what_linkedin_says_of_today_makes_the_old_role_past() -> None:
    known = person("Mira Holt", "m@a.example", firm="Old Kilns", title="Potter")
    link = "https://www.linkedin.com/in/mira-holt"
    merged = merge(known, person("Mira Holt", link, firm="Skerry", title="Director"))
    assert merged.role == Role("Skerry", "Director")
    assert merged.roles[1] == Role("Old Kilns", "Potter", is_past=True)
    assert changes(known, merged) == [
        "organisation changed from Old Kilns to Skerry",
        "title changed from Potter to Director",
        "new LinkedIn profile https://www.linkedin.com/in/mira-holt",
    ]
    assert merge(merged, known) == merged


def test_another_card_adds_a_role_and_leaves_the_first_in_place() -> None:
    known = person("Mira Holt", firm="Skerry", title="Potter")
    merged = merge(known, person("Mira Holt", firm="Town Council", title="Member"))
    assert merged.role == Role("Skerry", "Potter")
    assert changes(known, merged) == ["new role Member at Town Council"]


def test_a_fuller_record_of_the_same_takes_the_place_of_a_poorer_one() -> None:
    known = person("Mira Holt", firm="Skerry", birthday="--04-02")
    merged = merge(known, person("Mira Holt", firm="Skerry", title="Potter", birthday="1977-04-02"))
    assert merged.roles == (Role("Skerry", "Potter"),)
    assert [each.on for each in merged.occasions] == ["1977-04-02"]
    assert changes(known, merged) == [
        "new title Potter",
        "new birthday 1977-04-02",
        "gone: birthday --04-02",
    ]


def test_an_identity_keeps_its_label_and_its_first_day() -> None:
    day, later = dt.date(2019, 3, 1), dt.date(2024, 5, 6)
    mine = Identity("email", "m@a.example", label="home", is_preferred=True, connected_on=later)
    theirs = Identity("email", "m@a.example", "M@A.example", label="work", connected_on=day)
    new = Identity("email", "new@a.example", is_preferred=True)
    merged = merge(Contact("Mira", identities=(mine,)), Contact("Mira", identities=(theirs, new)))
    assert merged.identities == (
        replace(mine, written="M@A.example", connected_on=day),
        replace(new, is_preferred=False),
    )


def test_what_went_is_told_too() -> None:
    before = person("Mira Holt", "m@a.example", "+4915112345678", firm="Skerry")
    after = person("Mira Holt", "m@a.example")
    assert changes(before, after) == [
        "gone: organisation Skerry",
        "gone: phone number +4915112345678",
    ]
    assert changes(before, before) == []
