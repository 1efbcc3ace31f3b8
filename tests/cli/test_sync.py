"""`redleaf sync` with a real server: what changed there comes in, what vanished there stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from redleaf.web.addressbooks.models import Collection, Item
from redleaf.web.contacts.models import Contact, Encounter
from tests.cli.running import Command
from tests.web.addressbooks.servers import PASSWORD, USER, Radicale, radicale

pytestmark = pytest.mark.usefixtures("owner")
EVENT = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Invented//EN
BEGIN:VEVENT
UID:coffee
DTSTAMP:20260101T000000Z
DTSTART:20260301T100000Z
DTEND:20260301T110000Z
SUMMARY:Coffee with Ben
ATTENDEE;CN=Ben Costa:mailto:ben@example.org
ORGANIZER;CN=Ana:mailto:ana@example.org
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")


def card(name: str, mail: str = "") -> str:
    mail = mail or f"{name.lower()}@example.org"
    lines = ("BEGIN:VCARD", "VERSION:3.0", f"UID:{name}", f"FN:{name} Costa", f"N:Costa;{name};;;",
             f"EMAIL:{mail}", "END:VCARD", "")  # fmt: skip
    return "\r\n".join(lines)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Radicale]:
    with radicale(tmp_path_factory.mktemp("radicale")) as server:
        yield server


@pytest.fixture
def server(running: Radicale, monkeypatch: pytest.MonkeyPatch) -> Iterator[Radicale]:
    """The server with a book of two people and an empty calendar."""
    monkeypatch.setenv("REDLEAF_SYNC_PASSWORD", PASSWORD)
    running.make("friends", "Friends")
    running.make("calendar", "Meetings")
    running.put("friends/ben.vcf", card("Ben"))
    running.put("friends/cleo.vcf", card("Cleo"))
    yield running
    running.delete("friends/")
    running.delete("calendar/")


def names() -> list[str]:
    return sorted(Contact.objects.values_list("name", flat=True))


def test_it_brings_in_what_is_there_and_then_only_what_changed(
    redleaf: Command,
    server: Radicale,
) -> None:
    run = redleaf("sync", server.address, "--user", USER)
    assert (run.code, names()) == (0, ["Ben Costa", "Cleo Costa"])
    assert "Friends: 2 new or changed on the server.\n" in run.out
    server.put("friends/dana.vcf", card("Dana"))
    server.put("friends/ben.vcf", card("Ben", "ben@new.example"))
    run = redleaf("sync", server.address, "--user", USER)
    assert "Friends: 2 new or changed on the server.\n" in run.out
    assert "People: 1 new, 1 changed." in run.out
    assert names() == ["Ben Costa", "Cleo Costa", "Dana Costa"]
    run = redleaf("sync", server.address, "--user", USER)
    assert run.out == ("Friends: 0 new or changed on the server.\n"
                       "Meetings: 0 new or changed on the server.\n")  # fmt: skip


def test_it_lists_who_vanished_and_keeps_them(
    redleaf: Command,
    server: Radicale,
) -> None:
    redleaf("sync", server.address, "--user", USER)
    server.delete("friends/cleo.vcf")
    run = redleaf("sync", server.address, "--user", USER)
    assert "No longer on the server, and kept here: 1.\n  Cleo Costa\n" in run.out
    assert names() == ["Ben Costa", "Cleo Costa"]
    assert "No longer" not in redleaf("sync", server.address, "--user", USER).out


def test_it_reads_calendars_too(redleaf: Command, server: Radicale) -> None:
    server.put("calendar/coffee.ics", EVENT)
    run = redleaf("sync", server.address, "--user", USER)
    assert (run.code, run.err) == (0, "redleaf undo takes it back.\n")
    assert Encounter.objects.count() == 1


def test_it_reads_one_collection_by_its_address_or_its_title(
    redleaf: Command,
    server: Radicale,
) -> None:
    run = redleaf("sync", f"{server.address}/{USER}/friends/", "--user", USER, "--preview")
    assert "Friends" in run.out
    run = redleaf("sync", server.address, "--user", USER, "--only", "friends")
    assert "Meetings" not in run.out
    run = redleaf("sync", server.address, "--user", USER, "--only", "Foes")
    assert (run.code, "Friends, Meetings" in run.err) == (2, True)


def test_it_lists_what_is_there(redleaf: Command, server: Radicale) -> None:
    run = redleaf("sync", server.address, "--user", USER, "--list")
    assert run.out == "Friends  address book\nMeetings  calendar\n"
    assert names() == []


def test_a_preview_changes_nothing(redleaf: Command, server: Radicale) -> None:
    run = redleaf("sync", server.address, "--user", USER, "--preview")
    assert "People: 2 new." in run.out
    assert (names(), Collection.objects.count()) == ([], 0)


def test_it_reads_everything_again_when_asked_and_changes_nothing(
    redleaf: Command,
    server: Radicale,
) -> None:
    redleaf("sync", server.address, "--user", USER)
    run = redleaf("sync", server.address, "--user", USER, "--anew")
    assert "Friends: 2 new or changed on the server.\n" in run.out
    assert len(names()) == 2


def test_it_begins_again_with_a_token_that_the_server_has_forgotten(
    redleaf: Command,
    server: Radicale,
) -> None:
    redleaf("sync", server.address, "--user", USER)
    Collection.objects.update(sync_token="http://radicale.org/ns/sync/" + "0" * 64)
    server.put("friends/dana.vcf", card("Dana"))
    server.delete("friends/cleo.vcf")
    run = redleaf("sync", server.address, "--user", USER)
    assert "Friends: 1 new or changed on the server.\n" in run.out
    assert "  Cleo Costa\n" in run.out


def test_an_undo_takes_a_sync_back(redleaf: Command, server: Radicale) -> None:
    redleaf("sync", server.address, "--user", USER)
    assert redleaf("undo").code == 0
    assert names() == []
    redleaf("sync", server.address, "--user", USER, "--anew")
    assert len(names()) == 2


def test_it_keeps_no_password(
    redleaf: Command,
    server: Radicale,
    tmp_path: Path,
) -> None:
    redleaf("sync", server.address, "--user", USER)
    rows = [*Collection.objects.values(), *Item.objects.values()]
    assert len(rows) == 4
    assert PASSWORD not in str(rows)


def test_it_says_that_the_password_is_wrong(
    redleaf: Command,
    server: Radicale,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("REDLEAF_SYNC_PASSWORD", "wrong")
    run = redleaf("sync", server.address, "--user", USER)
    assert (run.code, names()) == (1, [])
    assert "does not take this user name and password" in run.err
