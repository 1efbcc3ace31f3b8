"""LinkedIn's export on its way into memory: who becomes a contact, and what is kept of them."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import pytest

from redleaf.contacts.contact import Contact, Role
from redleaf.contacts.harvest import Harvest
from redleaf.contacts.names import NameParts
from redleaf.contacts.plain import from_plain
from redleaf.formats.importer import importer_for, read_file
from redleaf.formats.limits import Limits
from redleaf.formats.linkedin.importer import read_unguarded
from redleaf.formats.outside import Outside, outside_of
from tests.formats.linkedin_export import (
    CONNECTIONS,
    OWNER,
    PREAMBLE,
    connections,
    got,
    invitations,
    message,
    messages,
    sent,
    table,
    url,
    zip_of,
)

PROFILE = "First Name,Last Name,Headline,Summary\nInes,Duarte,makes audio guides,\n"
NOTES = "Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On\n"
RECOMMENDED = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"


def harvest_of(**files: str) -> Harvest:
    """The harvest of a zip; `Email_Addresses` stands for `Email Addresses.csv`."""
    data = zip_of({f"{name.replace('_', ' ')}.csv": text for name, text in files.items()})
    plain = read_unguarded(io.BytesIO(data), Limits(), lambda _: None, file="export.zip")
    return from_plain(Harvest, plain)


def named(harvest: Harvest, name: str) -> Contact:
    (found,) = [each for each in harvest.contacts if each.name == name]
    return found


def test_a_connection_becomes_a_contact() -> None:
    row = ["Tove", "Lind, Ph.D.", url("Tove Lind"), "tove@kiln.example", "Kiln", "Potter"]
    harvest = harvest_of(Connections=table(CONNECTIONS, [[*row, "08 Feb 2026"]], preamble=PREAMBLE))
    (tove,) = harvest.contacts
    assert (tove.name, tove.parts) == (
        "Tove Lind, Ph.D.",
        NameParts("Tove", "Lind", suffix="Ph.D."),
    )
    profile, email = tove.identities
    assert (profile.value, profile.network) == ("tove-lind", "linkedin")
    assert (profile.connected_on, email.value) == (dt.date(2026, 2, 8), "tove@kiln.example")
    assert tove.roles == (Role("Kiln", "Potter"),)
    assert (harvest.format, harvest.problems, harvest.remarks) == ("linkedin", [], [])


@pytest.mark.parametrize(
    "day",
    ["08 Feb 2026", "8-Feb-26", "2026-02-08", "8 févr. 2026", "8. Februar 2026", "08 fev. 2026",
     "8 de feb de 2026", "Feb 8, 2026", "2/8/26, 6:27 PM", "08.02.2026", "2026年2月8日"],
)  # fmt: skip
def test_it_reads_the_days_of_all_eras(day: str) -> None:
    harvest = harvest_of(Connections=connections(("Tove Lind", day)))
    assert harvest.contacts[0].identities[0].connected_on == dt.date(2026, 2, 8)
    assert not harvest.problems


@pytest.mark.parametrize(
    "header",
    [
        "First Name,Last Name,Email Address,Company,Position,Connected On",
        "First Name,Last Name,Email Address,Current Company,Current Position,Connected On,Tags",
        "first_name;last_name;email_address;company;position;connected_on",
        "Vorname,Nachname,E-Mail-Adresse,Unternehmen,Position,Verbunden am",
        "Prénom,Nom,Adresse e-mail,Entreprise,Poste,Date de connexion",
    ],
)
def test_it_reads_the_headers_of_all_eras(header: str) -> None:
    delimiter = ";" if ";" in header else ","
    row = ["Tove", "Lind", "tove@kiln.example", "Kiln", "Potter", "08 Feb 2018", "fair"]
    cells = delimiter.join(row[: header.count(delimiter) + 1])
    (tove,) = harvest_of(Connections=f"{header}\n{cells}\n").contacts
    assert (tove.name, tove.role) == ("Tove Lind", Role("Kiln", "Potter"))
    assert tove.identities[0].value == "tove@kiln.example"


def test_hidden_members_are_counted_in_a_remark() -> None:
    rows = [["Tove", "Lind", "", "", "", "", "08 Feb 2026"], *[[""] * 6 + ["07 Jun 2026"]] * 2]
    harvest = harvest_of(Connections=table(CONNECTIONS, rows))
    assert [each.name for each in harvest.contacts] == ["Tove Lind"]
    assert harvest.remarks == [
        (
            "2 connections are hidden: LinkedIn gives neither their name nor a link, so there is "
            "nothing to keep."
        )
    ]


def test_invitations_stand_alone_with_their_notes() -> None:
    harvest = harvest_of(
        Invitations=invitations(sent("Tove Lind", note="The glaze!"), got("Ugo Rao"))
    )
    to_tove, from_ugo = harvest.invitations
    assert (to_tove.is_incoming, to_tove.name, to_tove.text) == (False, "Tove Lind", "The glaze!")
    assert to_tove.at == dt.datetime(2026, 1, 29, 14, 37, tzinfo=dt.UTC)
    assert (from_ugo.is_incoming, from_ugo.identities[0].value) == (True, "ugo-rao")
    assert to_tove.key != from_ugo.key
    assert harvest.contacts == []


def test_it_knows_the_owner() -> None:
    harvest = harvest_of(
        Profile=PROFILE,
        Invitations=invitations(sent("Tove Lind")),
        Email_Addresses="Email Address,Confirmed,Primary,Updated On\nines@example.org,Yes,Yes,\n",
        PhoneNumbers="Extension,Number,Type\n+351,21 555 01 00,Mobile\n",
    )
    assert harvest.owner_name == OWNER
    assert [each.value for each in harvest.owner] == [
        "ines-duarte-4a1",
        "ines@example.org",
        "+351215550100",
    ]


def test_messages_become_letters_of_both_directions() -> None:
    harvest = harvest_of(
        Profile=PROFILE,
        Connections=connections(("Tove Lind", "08 Feb 2026")),
        Invitations=invitations(sent("Tove Lind")),
        messages=messages(
            message("a", OWNER, "Tove Lind", "2026-03-02 09:00:00"),
            message("a", "Tove Lind", OWNER, "2026-03-01 08:00:00"),
        ),
    )
    tove = named(harvest, "Tove Lind")
    assert [(each.people, each.is_sent) for each in harvest.letters] == [
        ((tove.key,), False),
        ((tove.key,), True),
    ]
    assert harvest.letters[0].at == dt.datetime(2026, 3, 1, 8, tzinfo=dt.UTC)
    assert len({each.key for each in harvest.letters}) == 2


def test_a_stranger_is_known_only_when_the_owner_wrote_to_them() -> None:
    harvest = harvest_of(
        Invitations=invitations(sent("Tove Lind")),
        messages=messages(
            message("a", "Sel Ler", OWNER, "2026-03-01 08:00:00"),
            message("b", "Ugo Rao", OWNER, "2026-03-01 08:00:00"),
            message("b", OWNER, "Ugo Rao", "2026-03-02 08:00:00"),
        ),
    )
    assert [each.name for each in harvest.contacts] == ["Ugo Rao"]
    assert [each.is_sent for each in harvest.letters] == [False, True]
    assert harvest.remarks == ["One conversation with people you never wrote to did not come in."]


def test_messages_of_nobody_knows_whom_are_left_out_with_a_remark() -> None:
    harvest = harvest_of(messages=messages(message("a", "Tove Lind", OWNER, "2026-03-01 08:00:00")))
    assert harvest.letters == []
    assert "the messages do not tell which side is yours" in harvest.remarks[0]


def test_private_notes_and_praise_are_kept_with_the_contact() -> None:
    harvest = harvest_of(
        Connections=connections(("Tove Lind", "08 Feb 2026"), ("Ugo Rao", "09 Feb 2026")),
        Notes=f"{NOTES}Tove,Lind,{url('Tove Lind')},likes ash,\n",
        Recommendations_Received=f"{RECOMMENDED}Ugo,Rao,,,She listens.,05 Jun 2025,VISIBLE\n",
        Endorsement_Received_Info=(
            "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,"
            "Endorser Public Url,Endorsement Status\n"
            "2025/01/02,Sound,Tove,Lind,www.linkedin.com/in/tove-lind,ACCEPTED\n"
            "2025/01/02,Maps,Tove,Lind,www.linkedin.com/in/tove-lind,ACCEPTED\n"
        ),
    )
    tove, ugo = named(harvest, "Tove Lind"), named(harvest, "Ugo Rao")
    assert tove.notes == ("likes ash", "Endorsed you for Sound, Maps.")
    assert ugo.notes == ("Recommended you on 5 June 2025: “She listens.”",)
    assert (tove.tags, ugo.tags) == (("endorsed me",), ("recommended me",))


def test_what_is_said_of_one_of_two_namesakes_is_left_out_with_a_remark() -> None:
    rows = [["Jan", "Berg", url(f"Jan Berg {at}"), "", "", "", "08 Feb 2026"] for at in (1, 2)]
    harvest = harvest_of(
        Connections=table(CONNECTIONS, rows),
        Recommendations_Given=f"{RECOMMENDED}Jan,Berg,,,He listens.,05 Jun 2025,VISIBLE\n",
    )
    assert [each.notes for each in harvest.contacts] == [(), ()]
    assert harvest.remarks == [
        "Several people are called Jan Berg, so what concerns one of them alone was left out."
    ]


def test_an_address_book_that_was_handed_to_linkedin_is_read() -> None:
    header = (
        "Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,Addresses,Sites,"
        "InstantMessageHandles,FullName,Birthday,Location,BookmarkedAt,Profiles\n"
    )
    rows = (
        'Gmail,Tove,Lind,Kiln,,"tove@kiln.example,tove@home.example",+46 46 1234,,,,,,,,,\n'
        "Gmail,,,,,info@fair.example,,,,,,,,,,\nGmail,,,,,,,,,,,,,,,\n"
    )
    row = ["Tove", "Lind", url("Tove Lind"), "tove@kiln.example", "", "", "08 Feb 2026"]
    harvest = harvest_of(Connections=table(CONNECTIONS, [row]), Contacts=header + rows)
    tove, fair = harvest.contacts
    assert [each.value for each in tove.identities] == [
        "tove-lind",
        "tove@kiln.example",
        "tove@home.example",
        "+46461234",
    ]
    assert (fair.name, fair.identities[0].value) == ("", "info@fair.example")


def test_two_people_of_one_office_address_stay_two() -> None:
    rows = [
        ["Tove", "Lind", url("Tove Lind"), "hello@kiln.example", "", "", "08 Feb 2026"],
        ["Ugo", "Rao", url("Ugo Rao"), "hello@kiln.example", "", "", "08 Feb 2026"],
    ]
    assert len(harvest_of(Connections=table(CONNECTIONS, rows)).contacts) == 2


@pytest.mark.parametrize(
    ("text", "name", "format_name"),
    [
        (connections(("Tove Lind", "08 Feb 2026")), "Connections.csv", "linkedin"),
        (connections(("Tove Lind", "08 Feb 2026")), "people.csv", "linkedin"),
        (invitations(sent("Tove Lind")), "x.csv", "linkedin"),
        ("First Name,Last Name,E-mail Address\nTove,Lind,t@x.example\n", "connections.csv", "csv"),
    ],
)
def test_its_tables_are_told_from_others(text: str, name: str, format_name: str) -> None:
    assert importer_for(outside_of(text.encode(), name)).name == format_name


@pytest.mark.parametrize(
    ("members", "is_linkedin"),
    [
        (("Basic/Connections.csv", "Basic/Profile.csv"), True),
        (("messages.csv", "Profile.csv", "Positions.csv"), True),
        (("messages.csv",), False),
        (("clients.csv",), False),
    ],
)
def test_its_zip_is_told_by_the_names_within(members: tuple[str, ...], is_linkedin: bool) -> None:
    found = importer_for(Outside("data.zip", b"PK\x03\x04", members))
    assert (found.name == "linkedin") is is_linkedin


def test_read_file_reads_the_zip_and_the_folder_alike(tmp_path: Path) -> None:
    text = connections(("Tove Lind", "08 Feb 2026"))
    (tmp_path / "Connections.csv").write_text(text)
    from_zip = read_file(zip_of({"Connections.csv": text}), file_name="export.zip")
    assert read_file(tmp_path) == from_zip
    assert read_file(tmp_path / "Connections.csv").contacts == from_zip.contacts
