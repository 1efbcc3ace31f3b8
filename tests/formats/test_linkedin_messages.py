"""messages.csv: who wrote when, without the words."""

from __future__ import annotations

import pytest

from tests.formats.linkedin_export import (
    MESSAGES,
    OLD_MESSAGES,
    OWNER,
    OWNER_URL,
    connections,
    invitations,
    message,
    messages,
    read,
    sent,
    table,
    url,
)


def test_it_puts_turns_in_the_order_of_time() -> None:
    newest_first = [
        message("a", OWNER, "Tove Lind", "2026-03-02 09:00:00"),
        message("a", "Tove Lind", OWNER, "2026-03-01 08:00:00", "Is the kiln free?"),
    ]
    (talk,) = read(messages(*newest_first)).conversations
    assert [talk.people[turn.who].name for turn in talk.turns] == ["Tove Lind", OWNER]
    assert talk.last_text == "The kiln is free on Friday, come?"


def test_it_reads_a_text_of_many_lines() -> None:
    text = 'One,\n"two"\n\n' * 40
    (talk,) = read(
        messages(message("a", OWNER, "Tove Lind", "2026-03-01 08:00:00", text))
    ).conversations
    assert len(talk.turns) == 1


def test_it_leaves_out_advertising_and_drafts() -> None:
    advert = message("b", "Shop", OWNER, "2026-03-01 08:00:00")
    advert[3], advert[8] = "", '<p class="spinmail-quill-editor__spin-break">Buy</p>'
    draft = [*message("c", OWNER, "Tove Lind", "2026-03-01 08:00:00")[:-2], "Yes", "No"]
    assert not read(messages(advert, draft)).conversations


def test_it_reads_messages_of_2021_that_name_people_without_links() -> None:
    rows = [
        ["a", "", "Tove Lind", url("Tove Lind"), OWNER, "2021-03-01 08:00:00 UTC", "", "Hi", ""],
        ["a", "", OWNER, OWNER_URL, "Tove Lind", "2021-03-02 08:00:00 UTC", "", "Hello", "INBOX"],
    ]
    (talk,) = read(table(OLD_MESSAGES, rows)).conversations
    assert sorted(person.slug for person in talk.people) == ["ines-duarte-4a1", "tove-lind"]


@pytest.mark.parametrize(
    ("names", "links", "expected"),
    [
        ("Tove Lind, Ph.D.", 1, ["Tove Lind, Ph.D."]),
        ("Tove Lind, Ph.D., Ugo Rao", 2, ["Tove Lind, Ph.D.", "Ugo Rao"]),
        ("Tove Lind, MBA, PMP®, Ugo Rao, Jr.", 2, ["Tove Lind, MBA, PMP®", "Ugo Rao, Jr."]),
        ("Vera, of the Harbour, Ugo Rao", 2, ["Vera, of the Harbour", "Ugo Rao"]),
    ],
)
def test_it_tells_names_with_commas_apart(names: str, links: int, expected: list[str]) -> None:
    row = message("a", OWNER, names, "2026-03-01 08:00:00")
    row[5] = ",".join(f"https://www.linkedin.com/in/p{at}" for at in range(links))
    known = sent("Vera, of the Harbour")
    export = read({"Invitations.csv": invitations(known), "messages.csv": messages(row)})
    (talk,) = export.conversations
    assert [each.name for each in talk.people if each.name != OWNER] == expected


def test_it_leaves_names_out_where_names_and_links_do_not_agree() -> None:
    row = message("a", OWNER, "One, Two, Three", "2026-03-01 08:00:00")
    row[5] = "https://www.linkedin.com/in/p1,https://www.linkedin.com/in/p2"
    (talk,) = read(messages(row)).conversations
    assert [each.name for each in talk.people] == [OWNER, "", ""]


def test_it_lists_a_message_without_a_readable_time() -> None:
    export = read(messages(message("a", OWNER, "Tove Lind", "yesterday")))
    assert not export.conversations
    assert "yesterday UTC" in export.problems[0].what


def test_it_does_not_take_talks_with_linkedins_own_programs_for_people() -> None:
    row = message("a", OWNER, "Tove Lind", "2026-03-01 08:00:00")
    export = read(
        {
            "guide_messages.csv": messages(row),
            "Connections.csv": connections(("Ugo Rao", "1 May 2026")),
        }
    )
    assert not export.conversations


def test_it_reads_eleven_columns_and_a_quoted_header() -> None:
    header = ",".join(f'"{name}"' for name in MESSAGES.split(",")[:11])
    row = message("a", OWNER, "Tove Lind", "2026-03-01 08:00:00")[:11]
    assert len(read(table(header, [row])).conversations) == 1
