"""Connections.csv and Invitations.csv in all the shapes they have had."""

from __future__ import annotations

import datetime as dt

import pytest

from redleaf.formats.linkedin import Person
from tests.formats.linkedin_export import (
    CONNECTIONS,
    INVITATIONS,
    OLD_CONNECTIONS,
    OLD_INVITATIONS,
    OWNER,
    OWNER_URL,
    PREAMBLE,
    connections,
    got,
    invitations,
    read,
    sent,
    table,
)

TOVE = "Tove Lind,https://www.linkedin.com/in/tove-lind,,Kiln & Co,Potter"


def test_it_reads_connections_under_the_preamble() -> None:
    export = read(connections(("Tove Lind", "08 Feb 2026")))
    (tove,) = export.connections
    assert (tove.name, tove.slug, tove.on) == ("Tove Lind", "tove-lind", dt.date(2026, 2, 8))
    assert not export.problems


@pytest.mark.parametrize("lines", range(6))
def test_it_finds_the_header_under_any_number_of_lines(lines: int) -> None:
    text = "Something LinkedIn may say one day\n" * lines
    rows = [["Tove", "Lind", "", "", "", "", "08 Feb 2026"]]
    assert len(read(table(CONNECTIONS, rows, preamble=text)).connections) == 1


def test_it_reads_connections_without_profile_links() -> None:
    rows = [["Tove", "Lind", "", "Kiln & Co", "Potter", "08 Feb 2019"]]
    (tove,) = read(table(OLD_CONNECTIONS, rows)).connections
    assert (tove.name, tove.slug, tove.company) == ("Tove Lind", "", "Kiln & Co")


def test_it_keeps_hidden_members() -> None:
    export = read(table(CONNECTIONS, [[""] * 6 + ["07 Jun 2026"]] * 2, preamble=PREAMBLE))
    assert [each.name for each in export.connections] == ["", ""]
    assert not export.problems


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("\ufeff{}", id="byte order mark"),
        pytest.param("{}".replace("\n", "\r\n"), id="windows line ends"),
    ],
)
def test_it_reads_files_saved_again(data: str) -> None:
    rows = [["Tove", "Lind", "", "", "Kiln, Ltd.", "Potter", "4-Apr-21"]]
    text = data.format(table(CONNECTIONS, rows, preamble=PREAMBLE).replace("\n", "\r\n"))
    (tove,) = read(text).connections
    assert tove.on == dt.date(2021, 4, 4)


def test_it_reads_a_spreadsheet_saved_with_semicolons_in_windows_1252() -> None:
    text = CONNECTIONS.replace(",", ";") + "\nJürgen;Größl;;;Töpferei;Töpfer;4-Apr-21\n"
    (juergen,) = read(text.encode("cp1252")).connections
    assert juergen.name == "Jürgen Größl"


def test_it_reads_a_spreadsheet_saved_as_unicode_text() -> None:
    text = CONNECTIONS.replace(",", "\t") + "\r\nŁucja\tWrona\t\t\t\t\t4-Apr-21\r\n"
    (lucja,) = read(text.encode("utf-16")).connections
    assert lucja.name == "Łucja Wrona"


def test_it_reads_a_quoted_header_and_no_last_line_end() -> None:
    header = ",".join(f'"{name}"' for name in CONNECTIONS.split(","))
    assert len(read(f'{header}\n"Tove","Lind","","","","","08 Feb 2026"').connections) == 1


@pytest.mark.parametrize("text", ["03/04/2026", "8 Regenmond 2026", "31 Feb 2026", "", "2026"])
def test_it_never_guesses_a_day(text: str) -> None:
    export = read(table(CONNECTIONS, [["Tove", "Lind", "", "", "", "", text]]))
    assert export.connections[0].on is None
    assert "without a day" in export.problems[0].what


def test_it_reads_invitations_of_both_directions() -> None:
    export = read(invitations(sent("Tove Lind", note="The glaze held."), got("Ugo Rao")))
    outgoing, incoming = export.invitations
    assert (outgoing.is_outgoing, outgoing.who) == (True, Person("Tove Lind", "tove-lind"))
    assert (outgoing.note, outgoing.on) == ("The glaze held.", dt.date(2026, 1, 29))
    assert (incoming.is_outgoing, incoming.who.name, incoming.note) == (False, "Ugo Rao", "")


def test_it_knows_the_owner_from_the_invitations() -> None:
    export = read(invitations(sent("Tove Lind"), got("Ugo Rao"), got("Vera Quist")))
    assert export.owner == Person(OWNER, "ines-duarte-4a1")


@pytest.mark.parametrize("space", [" ", "\u202f", "\u00a0"])
def test_it_reads_the_time_with_every_space_before_the_half_of_the_day(space: str) -> None:
    export = read(invitations(sent("Tove Lind", f"1/29/26, 2:37{space}PM")))
    assert export.invitations[0].on == dt.date(2026, 1, 29)


def test_it_reads_invitations_without_profile_links() -> None:
    rows = [[OWNER, "Tove Lind", "1/29/21, 2:37 PM", "", "OUTGOING"]]
    export = read(table(OLD_INVITATIONS, rows))
    assert export.invitations[0].who == Person("Tove Lind", "")
    assert export.owner == Person(OWNER, "")


def test_it_reads_a_note_of_several_lines_with_quotation_marks() -> None:
    note = 'Dear Tove,\n\nyou called it "the blue one", and so do I.\nInes'
    assert read(invitations(sent("Tove Lind", note=note))).invitations[0].note == note


def test_it_counts_two_equal_rows_of_one_file_twice_but_of_two_files_once() -> None:
    text = invitations(sent("Tove Lind"), sent("Tove Lind"))
    assert len(read({"Invitations.csv": text}).invitations) == 2
    assert len(read({"a/Invitations.csv": text, "b/Invitations (1).csv": text}).invitations) == 2


def test_it_lists_a_row_with_an_unknown_direction() -> None:
    row = [OWNER, "Tove Lind", "1/29/26, 2:37 PM", "", "SIDEWAYS", OWNER_URL, ""]
    export = read(invitations(sent("Ugo Rao"), row))
    assert len(export.invitations) == 1
    assert (export.problems[0].line, "SIDEWAYS" in export.problems[0].what) == (3, True)


def test_it_gives_up_only_the_row_whose_quote_is_never_closed() -> None:
    good = invitations(sent("Tove Lind"), sent("Ugo Rao", note='He said "yes"'))
    lines = good.splitlines()
    lines.insert(2, f'{OWNER},"Vera Quist,"1/29/26, 2:37 PM",,OUTGOING,,')
    lines.insert(3, f'{OWNER},"Wim Sand,1/29/26 2:37 PM,,OUTGOING,,')
    export = read("\n".join(lines))
    assert [each.who.name for each in export.invitations] == ["Tove Lind", "Ugo Rao"]
    assert {each.line for each in export.problems} == {3, 4}


def test_it_lists_rows_with_too_few_and_too_many_cells() -> None:
    export = read(INVITATIONS + f"\n{OWNER},Tove Lind\n" + f"{OWNER},a,b,c,d,e,f,g,h\n")
    assert [each.what for each in export.problems] == [
        "has 2 columns where the header has 7.",
        "has 9 columns where the header has 7.",
    ]


def test_it_passes_over_empty_lines_and_a_second_header() -> None:
    text = invitations(sent("Tove Lind")) + "\n,,,,,,\n" + invitations(sent("Ugo Rao"))
    export = read(text)
    assert (len(export.invitations), export.problems) == (2, ())


def test_a_row_longer_than_any_line_is_listed_and_the_next_one_read() -> None:
    export = read(invitations(sent("Tove Lind", note="x" * 1_200_000), sent("Ugo Rao")))
    assert [each.who.name for each in export.invitations] == ["Ugo Rao"]
    assert len(export.problems) == 1
