"""Facebook's export: friends, requests and conversations of old and new downloads."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redleaf.contacts.contact import Occasion
from redleaf.contacts.harvest import Harvest
from redleaf.contacts.plain import from_plain
from redleaf.errors import FileError
from redleaf.formats.facebook.export import read_unguarded
from redleaf.formats.facebook.texts import repaired
from redleaf.formats.importer import importer_for, read_file
from redleaf.formats.limits import Limits
from redleaf.formats.outside import outside_of
from tests.formats.linkedin_export import zip_of

SECONDS = 1_450_000_000
DAY = "2015-12-13"
OWNER = {
    "profile_v2": {"name": {"full_name": "Ines Duarte"}, "emails": {"emails": ["i@x.example"]}}
}


def broken(text: str) -> str:
    """As Facebook writes it: each byte of UTF-8 as a letter."""
    return text.encode().decode("latin-1")


def person(name: str, seconds: int = SECONDS) -> dict[str, Any]:
    return {"name": broken(name), "timestamp": seconds}


def talk(*turns: tuple[str, int], among: tuple[str, ...] = ("Tove Lind", "Ines Duarte")) -> Any:
    return {
        "participants": [{"name": broken(name)} for name in among],
        "messages": [
            {"sender_name": broken(name), "timestamp_ms": SECONDS * 1000 + at, "content": "x"}
            for name, at in turns
        ],
        "thread_path": f"inbox/{among[0]}",
    }


def harvest_of(**files: Any) -> Harvest:
    """The harvest of a zip; two underlines in a name stand for a folder."""
    members = {f"{name.replace('__', '/')}.json": json.dumps(data) for name, data in files.items()}
    plain = read_unguarded(io.BytesIO(zip_of(members)), Limits(), lambda _: None, file="fb.zip")
    return from_plain(Harvest, plain)


@pytest.mark.parametrize(
    ("file", "key"),
    [
        ("friends__friends", "friends"),
        ("friends_and_followers__friends", "friends_v2"),
        ("connections__friends__your_friends", "friends_v2"),
        ("x__connections__friends__your_friends", "friends_v2"),
    ],
)
def test_friends_become_contacts(file: str, key: str) -> None:
    harvest = harvest_of(**{file: {key: [person("Søren Łoś"), person("Tove Lind", 0)]}})
    soren, tove = harvest.contacts
    assert (soren.name, soren.tags) == ("Søren Łoś", ("facebook friend",))
    assert soren.occasions == (Occasion("facebook friend since", DAY),)
    assert (tove.name, tove.occasions, harvest.problems) == ("Tove Lind", (), [])


@pytest.mark.parametrize(
    ("file", "key", "is_incoming"),
    [
        ("friends_and_followers__friend_requests_received", "received_requests_v2", True),
        ("connections__friends__received_friend_requests", "received_requests_v2", True),
        ("connections__friends__sent_friend_requests", "sent_requests_v2", False),
        ("friends__friend_requests_sent", "sent_requests", False),
    ],
)
def test_requests_become_invitations(file: str, key: str, is_incoming: bool) -> None:
    (asked,) = harvest_of(**{file: {key: [person("Zoë Rao")]}}).invitations
    assert (asked.name, asked.is_incoming, asked.text) == ("Zoë Rao", is_incoming, "")
    assert asked.at == dt.datetime.fromtimestamp(SECONDS, dt.UTC)


def test_declined_requests_and_former_friends_are_left_out_with_a_remark() -> None:
    harvest = harvest_of(
        friends__rejected_friend_requests={"rejected_requests_v2": [person("A"), person("B")]},
        friends__removed_friends={"deleted_friends_v2": [person("C")]},
    )
    assert (harvest.contacts, harvest.invitations) == ([], [])
    assert harvest.remarks == [
        "2 requests that you declined were left out.",
        "1 former friend was left out.",
    ]


@pytest.mark.parametrize("root", ["messages", "your_facebook_activity__messages"])
def test_messages_become_letters(root: str) -> None:
    harvest = harvest_of(
        **{
            "friends__friends": {"friends_v2": [person("Tove Lind")]},
            "profile_information__profile_information": OWNER,
            f"{root}__inbox__tove_1__message_1": talk(("Ines Duarte", 0), ("Tove Lind", 5)),
            f"{root}__inbox__tove_1__message_2": talk(("Tove Lind", 5), ("Ines Duarte", 9)),
        }
    )
    assert [each.is_sent for each in harvest.letters] == [True, False, True]
    assert {each.people for each in harvest.letters} == {(harvest.contacts[0].key,)}
    assert (harvest.owner_name, harvest.owner[0].value) == ("Ines Duarte", "i@x.example")


def test_the_newer_form_of_conversations_is_read() -> None:
    chat = {
        "participants": ["Tove Lind", "Ines Duarte"],
        "threadName": "Tove Lind_3",
        "messages": [{"senderName": "Ines Duarte", "timestamp": SECONDS * 1000, "text": "x"}],
    }
    harvest = harvest_of(profile_information=OWNER, messages__Tove_3=chat)
    assert [each.name for each in harvest.contacts] == ["Tove Lind"]
    assert [each.is_sent for each in harvest.letters] == [True]


def test_a_stranger_who_got_no_answer_does_not_become_a_contact() -> None:
    harvest = harvest_of(
        profile_information=OWNER,
        messages__inbox__tove__message_1=talk(("Tove Lind", 0)),
        messages__inbox__gone__message_1=talk(
            ("Ines Duarte", 0), among=("Facebook user", "Ines Duarte")
        ),
    )
    assert (harvest.contacts, harvest.letters) == ([], [])
    assert harvest.remarks == ["1 conversation with people you never wrote to was left out."]


def test_two_friends_of_one_name_get_no_letters() -> None:
    harvest = harvest_of(
        your_friends={"friends_v2": [person("Tove Lind"), person("Tove Lind")]},
        profile_information=OWNER,
        messages__inbox__tove__message_1=talk(("Ines Duarte", 0)),
    )
    assert (len(harvest.contacts), harvest.letters) == (2, [])


def test_an_address_book_that_was_handed_to_facebook_is_read() -> None:
    entries = [
        {
            "name": broken("Zoë"),
            "details": [{"contact_point": "+46 70 123"}, {"contact_point": "?"}],
        },
        {"name": "", "details": [{"contact_point": "z@x.example"}]},
        "nobody",
    ]
    harvest = harvest_of(your_address_books={"address_book_v2": {"address_book": entries}})
    zoe, other = harvest.contacts
    assert (zoe.name, zoe.identities[0].value) == ("Zoë", "+4670123")
    assert (other.name, other.identities[0].value) == ("", "z@x.example")
    assert len(harvest.problems) == 1


def test_a_broken_entry_is_listed_and_the_others_are_read() -> None:
    entries = [person("Tove Lind"), 7, {"name": 3}, {"timestamp": SECONDS}, {"name": "Ugo Rao"}]
    harvest = harvest_of(your_friends={"friends_v2": entries})
    assert [each.name for each in harvest.contacts] == ["Tove Lind", "Ugo Rao"]
    assert [each.what for each in harvest.problems] == [
        "entry 2 names nobody.",
        "entry 3 names nobody.",
    ]
    assert harvest.remarks == ["1 entry without a name was left out."]


def test_a_file_that_was_cut_off_is_listed() -> None:
    data = zip_of(
        {
            "friends/your_friends.json": json.dumps({"friends_v2": [person("Tove Lind")]}),
            "messages/inbox/a/message_1.json": '{"participants": [',
        }
    )
    harvest = read_file(data, file_name="facebook-ines.zip")
    assert [each.name for each in harvest.contacts] == ["Tove Lind"]
    assert "cut off" in harvest.problems[0].what


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (zip_of({"connections/friends/your_friends.html": "<html>"}), "facebook-ines.zip"),
        (b"<html><body>Friends</body></html>", "your_friends.html"),
    ],
)
def test_web_pages_are_refused_with_what_to_choose(data: bytes, name: str) -> None:
    with pytest.raises(FileError, match="choose friends and messages, and JSON as the format"):
        read_file(data, file_name=name)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ({"friends_v2": [person("Tove Lind")]}, "your_friends.json"),
        ({"friends_v2": [person("Tove Lind")]}, "saved.json"),
        (talk(("Tove Lind", 0)), "message_1.json"),
    ],
)
def test_one_file_alone_is_told_by_what_is_in_it(data: Any, name: str) -> None:
    assert importer_for(outside_of(json.dumps(data).encode(), name)).name == "facebook"


@pytest.mark.parametrize("text", ["Tove", "Løye", "Łoś", "山田", "Ñandú", "Ünal 🌿", "Â la carte"])
def test_a_text_is_repaired_where_it_is_broken_only(text: str) -> None:
    assert repaired(broken(text)) == text
    assert repaired(text) == text


@given(st.text())
def test_every_broken_text_is_repaired(text: str) -> None:
    clean = text.encode("utf-8", "ignore").decode()
    assert repaired(broken(clean)) == clean


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(
        st.sampled_from(["name", "timestamp", "participants", "messages", "sender_name", "details",
                         "timestamp_ms", "address_book", "full_name", "emails", "contact_point"]),
        inner,
        max_size=4,
    ),
    max_leaves=20,
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(["friends_v2", "sent_requests", "profile_v2", "messages",
                                        "participants", "address_book_v2"]), JSON))  # fmt: skip
@settings(deadline=None, max_examples=80)
def test_any_json_ends_as_a_harvest_or_a_sentence(data: Any) -> None:
    raw = io.BytesIO(json.dumps(data).encode())
    with contextlib.suppress(FileError):
        assert read_unguarded(raw, Limits(), lambda _: None)["format"] == "facebook"


def test_photos_among_the_messages_are_passed_over() -> None:
    photos = {f"messages/inbox/tove_1/photos/{at}.jpg": "x" for at in range(2_100)}
    friends = {"friends/your_friends.json": json.dumps({"friends_v2": [person("Tove Lind")]})}
    harvest = read_file(zip_of(friends | photos), file_name="facebook-ines.zip")
    assert ([each.name for each in harvest.contacts], harvest.problems) == (["Tove Lind"], [])


def test_a_file_that_is_a_trap_is_refused() -> None:
    bomb = b'{"friends_v2":[' + b" " * 30_000_000 + b"]}"
    with pytest.raises(FileError, match="grows to more than 100 times its size"):
        read_file(zip_of({"friends/friends.json": bomb}), file_name="facebook-ines.zip")
