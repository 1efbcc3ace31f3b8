"""Networks: what each holds, by name, by kind of account, with sources."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from redleaf.errors import FileError, UnknownName
from redleaf.networks import default_texts, network, networks
from redleaf.networks.catalogue import read_network, read_texts
from redleaf.networks.compiled import DATA, path_of
from redleaf.networks.records import STATES

FILES = sorted(path for path in Path(DATA).glob("*.toml") if path.stem != "courtesies")


@pytest.mark.parametrize(
    ("name", "title", "tier"),
    [
        ("linkedin", "LinkedIn", "free"),
        ("LinkedIn", "LinkedIn", "free"),
        (" Linked In ", "LinkedIn", "free"),
        ("linkedin-premium", "LinkedIn", "premium"),
        ("twitter", "X", "unverified"),
        ("mail", "E-mail", ""),
        ("Facebook", "Facebook", ""),
    ],
)
def test_it_knows_a_network_by_its_names(name: str, title: str, tier: str) -> None:
    known = network(name)
    assert (known.title, known.tier) == (title, tier)


def test_it_suggests_the_nearest_name() -> None:
    with pytest.raises(UnknownName, match="Did you mean linkedin") as caught:
        network("linkdin")
    assert caught.value.nearest == "linkedin"


def test_it_lists_every_file_and_nothing_else() -> None:
    assert {each.name for each in networks()} == {path.stem for path in FILES}


def test_no_two_networks_share_a_name() -> None:
    names = [name for each in networks() for name in {each.name, *each.aliases}]
    assert len(names) == len(set(names))


def test_it_holds_200_characters_free_and_300_premium() -> None:
    linkedin = network("linkedin")
    assert linkedin.limit() == linkedin.limit("note") == 200
    assert linkedin.limit("note", "premium") == network("linkedin-premium").limit() == 300
    assert linkedin.limit("post") is None
    assert linkedin.limit("inmail", "premium") == 1900


def test_it_refuses_a_kind_of_account_that_is_not_there() -> None:
    with pytest.raises(UnknownName, match="kind of LinkedIn account"):
        network("linkedin").limit("note", "gold")


def test_a_note_is_scarce_on_a_free_account_alone() -> None:
    assert network("linkedin").notes_a_month() == 5
    assert network("linkedin").notes_a_month("premium") is None


def test_a_basic_member_of_xing_can_attach_no_note() -> None:
    xing = network("xing")
    assert xing.can_attach() is False
    assert xing.can_attach("premium") is True
    assert "Basic" in xing.instead()


@pytest.mark.parametrize("known", networks(), ids=lambda each: each.name)
def test_every_network_says_what_to_do(known: Any) -> None:
    for tier in known.tiers or [""]:
        at = known.at(tier) if tier else known
        assert at.can_attach() is not None
        assert at.where_to_change() or at.instead()
        assert at.can_attach() or at.instead()


@pytest.mark.parametrize("known", networks(), ids=lambda each: each.name)
def test_every_fact_has_source_day_and_state(known: Any) -> None:
    for fact in (*known.facts, *known.link_templates):
        assert fact.source
        assert fact.day
        assert fact.state in STATES


def test_its_links_open_what_their_slots_allow() -> None:
    links = network("linkedin").links(profile="ines-duarte", query="Ines & Söhne")
    assert links["profile"] == "https://www.linkedin.com/in/ines-duarte/"
    assert links["search"].endswith("keywords=Ines%20%26%20S%C3%B6hne")
    assert "search" not in network("linkedin").links(profile="ines-duarte")
    mail = network("email").links(address="ines@duarte.example", subject="Hi", text="a b\r\nc")
    assert mail["message"] == "mailto:ines@duarte.example?subject=Hi&body=a%20b%0D%0Ac"


def test_a_link_leaves_no_way_out_of_its_slot() -> None:
    links = network("linkedin").links(profile="../../evil?x=1")
    assert links["profile"] == "https://www.linkedin.com/in/..%2F..%2Fevil%3Fx%3D1/"


def test_it_knows_default_texts_in_many_languages() -> None:
    languages = {text.language for text in default_texts()}
    assert len(languages) >= 60
    assert set("en de fr es it pt nl sv da no pl tr ru id ja ko zh".split()) <= {
        text.language for text in network("linkedin").default_texts()
    }
    for text in default_texts():
        assert text.source
        assert text.state in STATES


FINE = """
title = "Ferry"
register = "peer"

[[facts]]
about = "limit"
kind = "note"
value = 80
source = "the ferry's own help"
day = "2026-11"
state = "seen"
"""


def ferry(text: str) -> Any:
    return read_network("ferry", tomllib.loads(text))


def test_a_new_network_is_one_file() -> None:
    assert ferry(FINE).limit() == 80


@pytest.mark.parametrize(
    ("good", "bad", "complaint"),
    [
        ('source = "the ferry\'s own help"\n', "", "source is missing"),
        ("the ferry's own help", " ", "name the source"),
        ("register", "regster", "regist"),
        ("title", "color = 1\ntitle", "no key called 'color'"),
        ('state = "seen"', 'state = "sure"', "state must be one of"),
        ('day = "2026-11"', 'day = "last week"', "day is written"),
        ("value = 80", 'value = "eighty"', "must be int"),
        ("value = 80", "value = true", "must be int"),
        ('about = "limit"', 'about = "colour"', "about must be one of"),
        ('kind = "note"', 'kind = "note"\ntier = "gold"', "no tier 'gold'"),
        ('kind = "note"\n', "", "says its kind"),
        ('"peer"', '"chummy"', "register must be one of"),
    ],
)
def test_it_refuses_a_file_with_a_mistake(good: str, bad: str, complaint: str) -> None:
    with pytest.raises(FileError, match=complaint) as caught:
        ferry(FINE.replace(good, bad, 1))
    assert "ferry.toml" in str(caught.value)


def test_it_refuses_default_texts_without_a_source() -> None:
    group = {"language": "en", "source": "", "state": "seen", "texts": ["Join my ferry."]}
    with pytest.raises(FileError, match="name the source"):
        read_texts("ferry", {"texts": [group]}, "ferry.toml")
    rows = read_texts("ferry", {"texts": [{**group, "source": "the ferry"}]}, "ferry.toml")
    assert rows[0][-1] == "Join my ferry."


def test_what_is_compiled_is_fresh() -> None:
    from tools.compile_networks import compile_all

    for name, text in compile_all().items():
        path = Path(path_of(name))
        assert path.read_text(encoding="utf-8") == text, "run: python -m tools.compile_networks"
