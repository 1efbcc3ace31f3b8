"""What a card says ends up in the field that is meant for it."""

from __future__ import annotations

import pytest

from redleaf.contacts.contact import Address, Contact, Occasion, Photo, Relation, Role
from redleaf.contacts.names import NameParts, OtherName
from tests.formats.vcard.reading import assert_same_again, card, contact_of

PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAAD0lEQVQ="


def identities(contact: Contact) -> list[tuple[str, str, str, str]]:
    return [(each.kind, each.network, each.value, each.label) for each in contact.identities]


def test_it_reads_a_name_as_written_and_in_parts() -> None:
    contact = contact_of("FN:Dr. Ana Maria Ruiz, MD", "N:Ruiz;Ana;Maria,Luz;Dr.;Jr.,MD")
    assert contact.name == "Dr. Ana Maria Ruiz, MD"
    assert contact.parts == NameParts("Ana", "Ruiz", "Maria Luz", "Dr.", "Jr., MD")


def test_it_takes_a_name_from_its_parts_and_calls_nothing_else_a_name() -> None:
    assert contact_of("N:Ruiz;Ana", version="2.1").name == "Ana Ruiz"
    contact = contact_of("N:", "FN;DERIVED=TRUE:ana@example.org", "EMAIL:ana@example.org")
    assert (contact.name, contact.called) == ("", "ana@example.org")


def test_it_keeps_every_other_name() -> None:
    contact = contact_of(
        "FN;ALTID=1:Ana Ruiz", "FN;ALTID=1;LANGUAGE=ja:ルイス アナ",
        "N;ALTID=2:Ruiz;Ana;;;", "N;ALTID=2;LANGUAGE=ja:ルイス;アナ;;;",
        "NICKNAME:Nan,Ani", "X-MAIDENNAME:Costa",
        "X-PHONETIC-LAST-NAME:Rweeth", "X-PHONETIC-FIRST-NAME:Ahna",
    )  # fmt: skip
    assert contact.name == "Ana Ruiz"
    assert contact.other_names == (
        OtherName("script", "ルイス アナ"),
        OtherName("script", "アナ ルイス"),
        OtherName("nickname", "Nan"),
        OtherName("nickname", "Ani"),
        OtherName("maiden", "Costa"),
        OtherName("phonetic", "Ahna Rweeth"),
    )


def test_it_reads_how_to_reach_them() -> None:
    contact = contact_of(
        "UID:urn:uuid:7f", "EMAIL;TYPE=INTERNET;TYPE=HOME;TYPE=pref:Ana@Example.org",
        'EMAIL:"Ana Ruiz" <ana@museu.example>', "TEL;TYPE=WORK,VOICE:+351 22 555 1234",
        "TEL;VALUE=uri;TYPE=home:tel:+1-555-555-5555;ext=55",
        "item1.TEL:22 555", "item1.X-ABLabel:Boat",
        "IMPP;X-SERVICE-TYPE=Skype:skype:ana.r", "X-JABBER:ana@jabber.example",
        "URL;TYPE=work:https\\://www.linkedin.com/in/ana-ruiz/", "URL:example.org/ana",
        "X-SOCIALPROFILE;TYPE=twitter:https://twitter.com/anaruiz", "X-TWITTER:@ana",
    )  # fmt: skip
    assert identities(contact) == [
        ("email", "", "ana@example.org", "home"),
        ("email", "", "ana@museu.example", ""),
        ("phone", "", "+351225551234", "work"),
        ("phone", "", "+15555555555x55", "home"),
        ("phone", "", "22555", "Boat"),
        ("messenger", "skype", "ana.r", ""),
        ("messenger", "jabber", "ana@jabber.example", ""),
        ("profile", "linkedin", "ana-ruiz", "work"),
        ("website", "", "example.org/ana", ""),
        ("profile", "x", "anaruiz", ""),
        ("profile", "x", "ana", ""),
        ("uid", "", "7f", ""),
    ]
    assert [each.is_preferred for each in contact.identities][:2] == [True, False]


def test_it_pairs_organisations_and_titles_by_group_then_by_order() -> None:
    contact = contact_of(
        "ORG:Museu, Porto;Sound;Tape", "TITLE:Curator", "TITLE:Guide", "ROLE:tapes"
    )
    assert contact.roles == (
        Role("Museu, Porto", "Curator", "Sound, Tape"),
        Role(title="Guide"),
    )
    assert contact.headline == "tapes"
    grouped = contact_of("a.ORG:Kiln", "b.ORG:Museu", "b.TITLE:Curator", "a.TITLE:Potter")
    assert [(r.organisation, r.title) for r in grouped.roles] == [
        ("Kiln", "Potter"),
        ("Museu", "Curator"),
    ]


def test_it_takes_one_of_several_languages_of_a_title() -> None:
    contact = contact_of(
        "TITLE;ALTID=1;LANGUAGE=en:Curator", "TITLE;ALTID=1;LANGUAGE=fr:Conservatrice"
    )
    assert contact.roles == (Role(title="Curator"),)
    assert [each.value for each in contact.extras] == ["Curator", "Conservatrice"]


@pytest.mark.parametrize(
    "lines",
    [
        ("ADR;TYPE=home:;;Rua 1;Porto;;4000;PT", "LABEL;TYPE=home:Rua 1\\nPorto"),
        ("LABEL;TYPE=home:Rua 1\\nPorto", "ADR;TYPE=home:;;Rua 1;Porto;;4000;PT"),
        ('ADR;TYPE=home;LABEL="Rua 1\\nPorto":;;Rua 1;Porto;;4000;PT',),
        ("ADR;TYPE=home;LABEL=Rua 1^nPorto:;;Rua 1;Porto;;4000;PT",),
    ],
)
def test_it_puts_an_address_and_its_label_together(lines: tuple[str, ...]) -> None:
    address = Address("home", "Rua 1", city="Porto", postal_code="4000", country="PT",
                      whole="Rua 1\nPorto")  # fmt: skip
    assert contact_of(*lines).addresses == (address,)


@pytest.mark.parametrize(
    ("line", "on"),
    [
        ("BDAY:19770402", "1977-04-02"),
        ("BDAY;VALUE=date:1977-04-02", "1977-04-02"),
        ("BDAY:1977-04-02T10:30:00Z", "1977-04-02"),
        ("BDAY:20190210T000033", "2019-02-10"),
        ("BDAY:--0402", "--04-02"),
        ("BDAY:--04-02", "--04-02"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604;VALUE=date:1604-04-02", "--04-02"),
        ("BDAY:1977-04", "1977-04"),
        ("BDAY:1977", "1977"),
        ("BDAY;VALUE=text:around 1800", "around 1800"),
    ],
)
def test_it_reads_birthdays_in_all_their_forms(line: str, on: str) -> None:
    assert contact_of(line).occasions == (Occasion("birthday", on),)
    assert_same_again(card(line))


def test_it_reads_other_days_and_the_people_who_belong_to_them() -> None:
    contact = contact_of(
        "item1.X-ABDATE:2001-05-06", "item1.X-ABLabel:_$!<Anniversary>!$_",
        "item2.X-ABDATE:2002-05-06", "item2.X-ABLabel:Name day",
        "X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2003-05-06;1;;;",
        "item3.X-ABRELATEDNAMES:Rui", "item3.X-ABLabel:_$!<Spouse>!$_",
        "X-MS-MANAGER:Dana", "RELATED;TYPE=friend;VALUE=text:Ben",
        "X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Mia;2;;;",
        "RELATED;TYPE=friend:urn:uuid:8e",
    )  # fmt: skip
    assert contact.occasions == (
        Occasion("anniversary", "2001-05-06"),
        Occasion("name day", "2002-05-06"),
        Occasion("anniversary", "2003-05-06"),
    )
    assert contact.relations == (
        Relation("spouse", "Rui"),
        Relation("manager", "Dana"),
        Relation("friend", "Ben"),
        Relation("brother", "Mia"),
    )
    assert "urn:uuid:8e" in [each.value for each in contact.extras]


@pytest.mark.parametrize(
    ("line", "photo"),
    [
        (f"PHOTO;ENCODING=b;TYPE=PNG:{PICTURE}", Photo("image/png", PICTURE)),
        (f"PHOTO;PNG;ENCODING=BASE64:\r\n {PICTURE}\r\n", Photo("image/png", PICTURE)),
        (f"PHOTO:data:image/png;base64,{PICTURE}", Photo("image/png", PICTURE)),
        (f"PHOTO:data:image/png;base64\\,{PICTURE}", Photo("image/png", PICTURE)),
        (f"PHOTO;ENCODING=b;TYPE=png:data:image/png;base64,{PICTURE}", Photo("image/png", PICTURE)),
        (f"PHOTO;ENCODING=b:{PICTURE}", Photo("image/png", PICTURE)),
        ("PHOTO;VALUE=uri;TYPE=GIF:https://example.org/a.gif",
         Photo("image/gif", uri="https://example.org/a.gif")),
    ],
)  # fmt: skip
def test_it_keeps_pictures_and_fetches_none(line: str, photo: Photo) -> None:
    assert contact_of(line).photos == (photo,)
    assert_same_again(card(line))


def test_it_reads_notes_tags_language_and_kind() -> None:
    contact = contact_of(
        "NOTE:one\\, two\\; three\\nfour", "CATEGORIES:Porto,sound\\, tape", "LANG;PREF=2:en",
        "LANG;PREF=1:pt", "KIND:org", version="4.0",
    )  # fmt: skip
    assert contact.notes == ("one, two; three\nfour",)
    assert contact.tags == ("Porto", "sound, tape")
    assert (contact.language, contact.kind) == ("pt", "organisation")
    assert contact_of("X-ABShowAs:COMPANY").kind == "organisation"
    assert contact_of("X-ADDRESSBOOKSERVER-KIND:group").kind == "group"


def test_it_keeps_what_it_does_not_know_as_it_stands() -> None:
    contact = contact_of(
        "REV:20200101T000000Z", "GEO:1.5;2", 'X-Odd;A="b;c":d\\,e', "AGENT:BEGIN:VCARD\\nEND:VCARD",
        "KEY;ENCODING=b;TYPE=PGP:AAAA", "item1.X-ABADR:pt", "item1.ADR:;;Rua 1;Porto;;;",
    )  # fmt: skip
    kept = {each.name: (each.value, each.params, each.group) for each in contact.extras}
    assert kept["X-Odd"] == ("d\\,e", (("A", "b;c"),), "")
    assert kept["KEY"] == ("AAAA", (("TYPE", "PGP"), ("ENCODING", "b")), "")
    assert kept["X-ABADR"] == ("pt", (), "item1")
    assert kept["ADR"] == (";;Rua 1;Porto;;;", (), "item1")
    assert contact.addresses[0].street == "Rua 1"


def test_it_does_not_take_words_for_a_number_or_an_address() -> None:
    contact = contact_of("TEL:ask Ben", "URL:somewhere else")
    assert contact.identities == ()
    assert [each.value for each in contact.extras] == ["ask Ben", "somewhere else"]


def test_it_keeps_nothing_twice_that_its_fields_say_wholly() -> None:
    contact = contact_of(
        "EMAIL;TYPE=INTERNET,WORK,pref:ana@example.org", "TEL;TYPE=CELL,VOICE:+351 22 555",
        "ADR;TYPE=home:;;Rua 1;Porto;;;", "ORG:Museu;Sound", "TITLE:Curator", "BDAY:1977-04-02",
        "item1.URL:https://example.org", "item1.X-ABLabel:_$!<HomePage>!$_", "NICKNAME:Nan",
        "CATEGORIES:a,b", "NOTE:x", "UID:7", "IMPP:xmpp:ana@example.org",
    )  # fmt: skip
    assert contact.extras == ()
