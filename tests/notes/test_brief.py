"""A brief is read field by field, and an error names the path."""

from __future__ import annotations

import pytest

from redleaf.errors import BriefError
from redleaf.notes.brief import Brief

WHOLE = {
    "today": "2026-11-19",
    "network": "linkedin",
    "limit": 200,
    "aim": "connect",
    "sender": {"name": "Ines Duarte", "headline": "makes audio guides", "offers": ["a map"]},
    "recipient": {"name": "Tomasz Zieliński", "given_name": "Tomasz", "register": "peer"},
    "recognition": "recent",
    "encounters": [
        {"kind": "conference", "on": "2026-11-12", "event": "Museums & Web", "place": "Porto",
         "topics": ["sound walks"], "said": "nobody tests in rain", "introduced_by": None}
    ],
    "noticed": [{"kind": "article", "title": "Listening to pipes", "where": "Quarterly"}],
    "shared": ["both row"],
    "mutual": ["Dana Ruiz"],
    "promises": ["send the list"],
    "ask": "does slate hold a nail?",
    "history": ["Hi Ana"],
    "sent_this_month": 4,
}  # fmt: skip


def test_it_reads_every_field() -> None:
    brief = Brief.from_json(WHOLE)
    assert {fact.path: fact.text for fact in brief.facts()} == {
        "today": "2026-11-19",
        "sender.name": "Ines Duarte",
        "sender.headline": "makes audio guides",
        "sender.offers.0": "a map",
        "recipient.name": "Tomasz Zieliński",
        "recipient.given_name": "Tomasz",
        "encounters.0.kind": "conference",
        "encounters.0.on": "2026-11-12",
        "encounters.0.event": "Museums & Web",
        "encounters.0.place": "Porto",
        "encounters.0.topics.0": "sound walks",
        "encounters.0.said": "nobody tests in rain",
        "noticed.0.kind": "article",
        "noticed.0.title": "Listening to pipes",
        "noticed.0.where": "Quarterly",
        "shared.0": "both row",
        "mutual.0": "Dana Ruiz",
        "promises.0": "send the list",
        "ask": "does slate hold a nail?",
    }


def test_it_counts_what_was_sent_before() -> None:
    assert Brief.from_json(WHOLE).sent_this_month == 4
    assert Brief.from_json({"recipient": {"name": "Ana"}}).sent_this_month is None


def test_only_the_name_must_be_there() -> None:
    brief = Brief.from_json({"recipient": {"name": "Ana"}})
    assert (brief.recipient.name, brief.aim, brief.recipient.register) == ("Ana", "connect", "peer")


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"recipient": {}}, "recipient.name"),
        ({"recipient": "Ana"}, "recipient"),
        ({"today": "19.11.2026"}, "today"),
        ({"today": 5}, "today"),
        ({"today": "9999-12-31"}, "today"),
        ({"encounters": [{"on": "0206-11-19"}]}, "encounters.0.on"),
        ({"limit": -1}, "limit"),
        ({"limit": True}, "limit"),
        ({"sent_this_month": "many"}, "sent_this_month"),
        ({"sent_this_month": -2}, "sent_this_month"),
        ({"aim": "sell"}, "aim"),
        ({"encounters": {}}, "encounters"),
        ({"encounters": [{"kind": "dream"}]}, "encounters.0.kind"),
        ({"encounters": [{}, {"on": "soon"}]}, "encounters.1.on"),
        ({"encounters": [{"topics": "tea"}]}, "encounters.0.topics"),
        ({"sender": {"offer": []}}, "sender.offer"),
        ({"shared": [1]}, "shared"),
        ({"recepient": {}}, "recepient"),
    ],
)
def test_an_error_names_the_path(change: dict[str, object], place: str) -> None:
    with pytest.raises(BriefError) as error:
        Brief.from_json(WHOLE | change)
    assert error.value.place == place


def test_an_unknown_field_gets_a_guess() -> None:
    with pytest.raises(BriefError, match="Did you mean promises"):
        Brief.from_json(WHOLE | {"promisses": []})


@pytest.mark.parametrize("data", [None, [], "x", 3])
def test_something_that_is_no_object_is_refused(data: object) -> None:
    with pytest.raises(BriefError):
        Brief.from_json(data)
