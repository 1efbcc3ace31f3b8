"""`redleaf import` and `redleaf undo`, as a person runs them."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.cli.address_files import CARDS, CONNECTIONS, DOUBTFUL, TABLE
from tests.cli.running import Command, Run

pytestmark = pytest.mark.usefixtures("owner")


@pytest.fixture(autouse=True)
def _files(tmp_path: Path) -> None:
    texts = {"phone.vcf": CARDS, "office.csv": TABLE, "more.csv": DOUBTFUL}
    for name, text in {**texts, "Connections.csv": CONNECTIONS}.items():
        (tmp_path / name).write_text(text)


def names() -> list[str]:
    from redleaf.web.contacts.models import Contact

    return sorted(Contact.objects.values_list("name", flat=True))


def as_json(run: Run) -> dict[str, object]:
    data: dict[str, object] = json.loads(run.out)
    return data


def test_it_imports_and_says_how_to_take_it_back(redleaf: Command) -> None:
    run = redleaf("import", "phone.vcf")
    assert run == Run(0, "Imported phone.vcf. People: 2 new.\n", "redleaf undo takes it back.\n")
    assert names() == ["Anna Brandt", "Bo Lind"]


def test_a_preview_shows_and_changes_nothing(redleaf: Command) -> None:
    redleaf("import", "phone.vcf")
    run = redleaf("import", "office.csv", "--preview")
    assert run.code == 0
    assert "People: 1 new, 1 changed." in run.out
    assert "Anna Brandt  new role Harbour Mill" in run.out
    assert "Cleo" not in run.out
    assert run.err == "Nothing is changed yet. Leave out --preview to import.\n"
    assert names() == ["Anna Brandt", "Bo Lind"]


def test_every_group_of_a_preview_can_be_opened(redleaf: Command) -> None:
    redleaf("import", "phone.vcf")
    (Path("office.csv")).write_text(TABLE + ',,"\n,"",x,y\n')
    for group, told in (
        ("new", "Cleo Roth"),
        ("changed", "new role Harbour Mill"),
        ("unreadable", "office.csv:4"),
    ):
        assert told in redleaf("import", "office.csv", "--preview", "--show", group).out, group
    assert "Bo Lind" in redleaf("import", "phone.vcf", "--preview", "--show", "same").out


def test_a_fault_that_cost_nothing_is_told_apart_from_what_was_not_read(redleaf: Command) -> None:
    good = "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Ruiz\nEND:VCARD\n"
    Path("odd.vcf").write_text(good)
    Path("torn.vcf").write_text(good.replace("END", "BDAY:1977-13-40\nEND"))
    odd = redleaf("import", "odd.vcf", "--preview", "--show", "unreadable")
    torn = redleaf("import", "torn.vcf", "--preview", "--show", "unreadable")
    assert (odd.code, torn.code) == (0, 1)
    assert "One entry had a fault that cost nothing." in odd.out
    assert "Could not be read" not in odd.out
    assert "Read in spite of a fault\n  odd.vcf:1  this card has no N" in odd.out
    assert "Could not be read\n  torn.vcf:4  '1977-13-40' is not a day" in torn.out


def test_a_name_of_a_file_cannot_steer_the_terminal(redleaf: Command) -> None:
    Path("a\x1b[31mb.vcf").write_text("nothing")
    run = redleaf("import", "a\x1b[31mb.vcf")
    assert run == Run(1, "", "redleaf: a [31mb.vcf: there is no vCard in this.\n")


def test_the_same_file_again_changes_nothing(redleaf: Command) -> None:
    redleaf("import", "phone.vcf")
    run = redleaf("import", "phone.vcf")
    assert run == Run(0, "phone.vcf: nothing is new; all of it is known already.\n", "")


def test_the_same_people_from_phone_office_and_network_are_one(redleaf: Command) -> None:
    for file in ("phone.vcf", "office.csv", "Connections.csv"):
        assert redleaf("import", file).code == 0
    assert names() == ["Anna Brandt", "Bo Lind", "Cleo Roth", "Ines Rol"]
    for file in ("Connections.csv", "phone.vcf", "office.csv"):
        assert "nothing is new" in redleaf("import", file).out


def test_files_put_beside_an_export_are_read_too(redleaf: Command, tmp_path: Path) -> None:
    export = tmp_path / "export"
    (export / "more").mkdir(parents=True)
    (export / "Connections.csv").write_text(CONNECTIONS)
    (export / "more" / "phone.vcf").write_text(CARDS)
    (export / "Skills.csv").write_text("Name\nBookkeeping\n")
    (export / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (export / "torn.vcf").write_bytes(b"")
    run = redleaf("import", "export")
    assert run.code == 1
    assert names() == ["Anna Brandt", "Bo Lind", "Ines Rol"]
    assert run.err.startswith("redleaf: torn.vcf: this file is empty.\n")


def test_several_exports_of_its_own_come_in_together(redleaf: Command) -> None:
    redleaf("import", "phone.vcf")
    redleaf("export", "first.zip")
    redleaf("remember", "Mira Holt, met at the weir yesterday")
    redleaf("export", "second.zip")
    redleaf("undo")
    redleaf("undo")
    assert names() == []
    assert "People: 3 new." in redleaf("import", "first.zip", "second.zip").out
    assert names() == ["Anna Brandt", "Bo Lind", "Mira Holt"]


def test_an_export_of_its_own_may_be_unpacked(redleaf: Command, tmp_path: Path) -> None:
    redleaf("import", "phone.vcf")
    redleaf("export", "all.zip")
    with ZipFile("all.zip") as archive:
        archive.extractall(tmp_path / "all")
    run = redleaf("import", "all")
    assert run == Run(0, "all: nothing is new; all of it is known already.\n", "")


def test_a_folder_comes_in_as_a_whole(redleaf: Command, tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    for name in ("phone.vcf", "office.csv"):
        (tmp_path / name).rename(tmp_path / "papers" / name)
    assert redleaf("import", "papers").code == 0
    assert names() == ["Anna Brandt", "Bo Lind", "Cleo Roth"]
    redleaf("undo")
    assert names() == []


def test_files_of_which_one_cannot_be_read_are_imported_without_it(redleaf: Command) -> None:
    Path("broken.vcf").write_bytes(b"%PDF-1.7 no card")
    run = redleaf("import", "phone.vcf", "broken.vcf")
    assert run.code == 1
    assert "redleaf: broken.vcf: " in run.err
    assert names() == ["Anna Brandt", "Bo Lind"]


def test_standard_input_is_read(redleaf: Command) -> None:
    assert redleaf("import", "-", "--as", "vcard", stdin=CARDS).code == 0
    assert len(names()) == 2


def test_a_column_is_what_the_user_says(redleaf: Command) -> None:
    Path("list.csv").write_text("Wer,Wo\nCleo Roth,cleo@roth.example\n")
    assert redleaf("import", "list.csv", "--map", "Wer=name", "--map", "Wo=email").code == 0
    assert names() == ["Cleo Roth"]


def test_json_says_the_same(redleaf: Command) -> None:
    redleaf("import", "phone.vcf")
    data = as_json(redleaf("import", "more.csv", "--format", "json"))
    assert data["schema"] == 1
    assert data["counts"] == {"new": 1, "changed": 0, "same": 0, "doubtful": 1}
    contacts = data["contacts"]
    assert isinstance(contacts, list)
    assert contacts[0]["change"] == "doubtful"
    assert contacts[0]["meets"]["name"] == "Anna Brandt"
    assert data["act"]


def test_undo_says_what_it_took_back_and_the_list_shows_all(redleaf: Command) -> None:
    redleaf("import", "phone.vcf")
    redleaf("import", "office.csv")
    listed = redleaf("undo", "--list").out.splitlines()
    assert [line.split("  ")[2] for line in listed] == [
        "Imported office.csv (1 new, 1 changed)",
        "Imported phone.vcf (2 new)",
    ]
    first = listed[1].split()[0]
    assert redleaf("undo", first).code == 1
    assert redleaf("undo").out == "Undone: Imported office.csv (1 new, 1 changed).\n"
    assert redleaf("undo", first).code == 0
    assert names() == []
    assert redleaf("undo") == Run(1, "", "There is nothing to take back.\n")


def test_its_lines_steer_no_terminal(redleaf: Command) -> None:
    Path("odd.vcf").write_text(CARDS.replace("Bo Lind", "Bo \x1b[31m Lind"))
    run = redleaf("import", "odd.vcf", "--preview", "--show", "new")
    assert "\x1b" not in run.out + run.err


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"\0\1\2\3" * 100, b"PK\3\4rest"])
def test_a_wrong_file_is_one_sentence(redleaf: Command, data: bytes) -> None:
    Path("wrong.bin").write_bytes(data)
    run = redleaf("import", "wrong.bin")
    assert (run.code, run.out) == (1, "")
    assert run.err.startswith("redleaf: ")
    assert run.err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("phone.vcf", "--as", "papyrus"),
        ("phone.vcf", "--show", "new"),
        ("phone.vcf", "--map", "name"),
        ("phone.vcf", "--format", "xml"),
    ],
)
def test_wrong_use_is_two(redleaf: Command, arguments: tuple[str, ...]) -> None:
    assert redleaf("import", *arguments).code == 2
    assert redleaf("undo", "abcdef", "--list").code == 2


def test_an_empty_name_is_no_act_and_no_folder(redleaf: Command) -> None:
    """As a variable of a script that was never set."""
    redleaf("import", "phone.vcf")
    assert redleaf("undo", "").code == 1
    assert redleaf("undo", "", "--list").code == 2
    assert redleaf("people", "--home", "").code == 2
    assert not Path("db.sqlite3").exists()
    assert redleaf("undo").code == 0


def test_an_act_that_is_none_is_one_sentence(redleaf: Command) -> None:
    run = redleaf("undo", "abcdef")
    assert run.code == 1
    assert run.err == "redleaf: There is no act called 'abcdef'. redleaf undo --list shows them.\n"
