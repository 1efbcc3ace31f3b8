"""The page Rules of the settings, and the pages that ask only the rules that are on."""

from __future__ import annotations

import datetime as dt
import html
from typing import Any

import pytest
from django.test import Client

from redleaf.rules.catalogue import all_rules
from redleaf.web.accounts.models import User
from redleaf.web.accounts.rules_off import rules_off, switch_off
from redleaf.web.contacts.models import Card
from redleaf.web.contacts.services.remembering import remember_line
from redleaf.web.contacts.services.stacking import begin_stack

PAGE = "/settings/rules/"
RULE = "boring/buzzwords"
EVERY = [rule.name for rule in all_rules()]
TEXT = "Hi Mira, your talk on river ice stays with me. Let us leverage our synergy."
FACTS = {"name": "Mira Holt", "event": "Salt Days", "topic": "river ice"}
PART = {"HX-Request": "true"}


def page_of(answer: Any) -> str:
    return html.unescape(answer.content.decode())


def without(*names: str) -> dict[str, list[str]]:
    return {"rules": [name for name in EVERY if name not in names]}


def checked(client: Client) -> str:
    return page_of(client.post("/check/", {"text": TEXT, "kind": "note"}, headers=PART))


def test_every_rule_stands_there_with_its_line_and_is_on(ana_asks: Client) -> None:
    page = page_of(ana_asks.get(PAGE))
    assert f"All {len(EVERY)} are on." in page
    assert "All on again" not in page
    for rule in all_rules():
        assert f'value="{rule.name}" checked' in page
        assert rule.title in page


def test_it_keeps_which_are_off_and_counts_them(ana: User, ana_asks: Client) -> None:
    page = page_of(ana_asks.post(PAGE, without(RULE, "rude/demand"), follow=True))
    ana.refresh_from_db()
    assert rules_off(ana) == [RULE, "rude/demand"]
    assert f"2 of {len(EVERY)} are off" in page
    assert f'value="{RULE}" checked' not in page
    assert f'value="{RULE}"' in page


def test_check_asks_only_those_that_are_on(ana_asks: Client) -> None:
    assert 'data-start="54"' in checked(ana_asks)
    ana_asks.post(PAGE, without(RULE))
    page = checked(ana_asks)
    assert 'data-start="54"' not in page
    assert "1 rule is off" in page


def test_what_is_allowed_in_one_text_adds_to_it(ana: User, ana_asks: Client) -> None:
    switch_off(ana, [RULE])
    text = f"{TEXT} Accept my request now."
    said = {"text": text, "kind": "note"}
    page = page_of(ana_asks.post("/check/", said, headers=PART))
    key = page.split('name="allow" value="')[1].split('"')[0]
    allowed = page_of(ana_asks.post("/check/", {**said, "allow": key}, headers=PART))
    assert f'name="allow" value="{key}"' not in allowed
    assert f'name="allow" value="{RULE}' not in allowed


def test_the_second_look_of_write_asks_only_those(ana: User, ana_asks: Client) -> None:
    said = {**FACTS, "number": "1", "text": TEXT}
    before = page_of(ana_asks.post("/write/verify/", said, headers=PART))
    switch_off(ana, [RULE])
    after = page_of(ana_asks.post("/write/verify/", said, headers=PART))
    assert before.count('class="finding boring"') > after.count('class="finding boring"')


def test_the_second_look_of_the_stack_asks_only_those(ana: User, ana_asks: Client) -> None:
    met = "Mira Holt, diver, met at Salt Days yesterday, talked about river ice"
    kept = remember_line(ana, met, today=dt.date(2026, 11, 20))
    stack, _ = begin_stack(ana, "Salt Days", [kept.contact])
    card = Card.objects.get(stack=stack)
    said = {"line": "", "network": "linkedin", "number": "1", "text-1": TEXT, "text": TEXT}
    address = f"/stack/card/{card.pk}/verify/"
    before = page_of(ana_asks.post(address, said, headers=PART))
    switch_off(ana, [RULE])
    after = page_of(ana_asks.post(address, said, headers=PART))
    assert before.count('class="finding boring"') > after.count('class="finding boring"')


def test_a_claim_without_a_fact_is_told_in_any_case(ana: User, ana_asks: Client) -> None:
    switch_off(ana, EVERY)
    said = {**FACTS, "number": "1", "text": "Mira, see you in Berlin."}
    page = page_of(ana_asks.post("/write/verify/", said, headers=PART))
    assert "The brief does not name Berlin." in page


def test_one_press_switches_all_on_and_one_takes_that_back(ana: User, ana_asks: Client) -> None:
    switch_off(ana, [RULE])
    page = page_of(ana_asks.post(PAGE, {**without(RULE), "all_on": "1"}, follow=True))
    ana.refresh_from_db()
    assert rules_off(ana) == []
    assert "All rules are on." in page
    assert f'action="{PAGE}undo/"' in page
    page = page_of(ana_asks.post(f"{PAGE}undo/", follow=True))
    ana.refresh_from_db()
    assert rules_off(ana) == [RULE]
    assert "Undone. 1 rule is off." in page
    # There is nothing more to take back.
    ana_asks.post(f"{PAGE}undo/")
    ana.refresh_from_db()
    assert rules_off(ana) == [RULE]


def test_a_rule_that_is_gone_is_left_out(ana: User, ana_asks: Client) -> None:
    switch_off(ana, ["boring/once-upon-a-time", RULE])
    assert rules_off(ana) == [RULE]
    assert "1 rule is off" in checked(ana_asks)


def test_what_is_no_rule_changes_nothing(ana: User, ana_asks: Client) -> None:
    page = page_of(ana_asks.post(PAGE, {"rules": ["boring/once-upon-a-time"]}))
    assert 'class="mend"' in page
    ana.refresh_from_db()
    assert rules_off(ana) == []


def test_it_is_ones_own(ana_asks: Client, ben_asks: Client) -> None:
    ana_asks.post(PAGE, without(RULE))
    assert "rule is off" not in checked(ben_asks)


@pytest.mark.parametrize("path", ["", "undo/"])
def test_it_is_closed_to_strangers(cleo_asks: Client, path: str) -> None:
    assert cleo_asks.post(PAGE + path).status_code == 403
