"""Written cards are what the standards ask for, and lose nothing that was read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from redleaf.contacts import identities
from redleaf.contacts.contact import Contact, Identity, Occasion, Role
from redleaf.contacts.names import NameParts
from redleaf.formats.vcard import write_vcards
from tests.formats.vcard.reading import assert_same_again, card, contact_of, harvest_of


def mail(address: str, label: str = "") -> Identity:
    found = identities.email(address, label=label, is_preferred=True)
    assert found
    return found


ANA = Contact(
    "Ana Ruiz",
    parts=NameParts("Ana", "Ruiz"),
    identities=(mail("ana@example.org", "home"), mail("ana@museu.example", "Boat")),
    roles=(Role("Museu; Porto", "Curator", "Sound"),),
    occasions=(Occasion("birthday", "--04-02"),),
    notes=("one, two\nthree",),
)


def test_it_writes_what_other_programs_read() -> None:
    assert write_vcards([ANA]).split("\r\n") == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "FN:Ana Ruiz",
        "N:Ruiz;Ana;;;",
        "ORG:Museu\\; Porto;Sound",
        "TITLE:Curator",
        "EMAIL;TYPE=home,pref:ana@example.org",
        "item1.EMAIL;TYPE=pref:ana@museu.example",
        "item1.X-ABLabel:Boat",
        "BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-02",
        "NOTE:one\\, two\\nthree",
        "END:VCARD",
        "",
    ]


def test_it_writes_the_newest_version_too() -> None:
    text = write_vcards([ANA], version="4.0")
    assert "VERSION:4.0\r\n" in text
    assert "EMAIL;TYPE=home;PREF=1:ana@example.org\r\n" in text
    assert "BDAY:--0402\r\n" in text


def test_it_refuses_a_version_that_nobody_should_write() -> None:
    with pytest.raises(ValueError, match=r"3\.0 or 4\.0"):
        write_vcards([ANA], version="2.1")


def test_it_folds_at_75_octets_and_cuts_no_character() -> None:
    name = "安奈" * 60
    text = write_vcards([Contact(name)])
    lines = text.encode().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode() for line in lines if line)
    assert harvest_of(text).contacts[0].name == name


def test_it_gives_a_nameless_contact_the_name_that_the_standard_asks_for() -> None:
    text = write_vcards([Contact("", identities=(mail("ana@example.org"),))])
    assert "FN;DERIVED=TRUE:ana@example.org\r\n" in text
    assert harvest_of(text).contacts[0].name == ""


def test_it_writes_unknown_fields_as_they_stood() -> None:
    lines = ('X-ODD;A="b;c":d\\,e', "item1.X-ABADR:pt", "item1.ADR;TYPE=home:;;Rua 1;Porto;;;",
             "REV:20200101T000000Z", "N;SORT-AS=x:Ruiz;Ana;;;", "item1.X-ABLabel:Boat")  # fmt: skip
    text = write_vcards([contact_of("FN:Ana", *lines)])
    assert all(f"\r\n{line}\r\n" in text for line in lines)
    assert_same_again(card(*lines))


def test_it_leaves_out_an_old_field_that_was_changed_since() -> None:
    contact = contact_of("EMAIL;PID=1.1:old@example.org", "N;SORT-AS=x:Ruiz;Ana;;;", "FN:Ana")
    changed = replace(
        contact, identities=(mail("new@example.org"),), parts=NameParts("Ana", "Costa")
    )
    text = write_vcards([changed])
    assert "old@example.org" not in text
    assert "SORT-AS" not in text
    assert "N:Costa;Ana;;;\r\n" in text


def test_it_pairs_organisations_and_titles_again() -> None:
    roles = (Role("Kiln"), Role("Museu", "Curator"), Role(title="Guide"), Role("Old", is_past=True))
    for version in ("3.0", "4.0"):
        text = write_vcards([replace(ANA, roles=roles)], version=version)
        assert harvest_of(text).contacts[0].roles == roles


def test_it_keeps_certificates_and_logos_in_both_versions() -> None:
    text = card("KEY;ENCODING=b;TYPE=PGP:AAAA", "LOGO:data:image/png;base64,AAAA")
    assert_same_again(text)
    newest = write_vcards(harvest_of(text).contacts, version="4.0")
    assert "KEY;TYPE=PGP:data:;base64,AAAA\r\n" in newest
