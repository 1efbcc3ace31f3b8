"""The page Policy of the settings: one of three words, which the triage of invitations knows."""

from __future__ import annotations

import html
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from redleaf.triage.policies import POLICIES
from redleaf.web.accounts.models import User

PAGE = "/settings/policy/"


def page_of(answer: Any) -> str:
    return html.unescape(answer.content.decode())


def test_its_words_are_those_of_the_triage() -> None:
    assert set(User.Policy.values) == set(POLICIES)


def test_one_is_choosy_until_one_says_otherwise(ana: User, ana_asks: Client) -> None:
    assert ana.policy == "choosy"
    page = page_of(ana_asks.get(PAGE))
    assert page.split('id="policy-choosy"')[1].split(">")[0].endswith("checked")


def test_it_shows_own_settings_which_count_before_it(ana: User, ana_asks: Client) -> None:
    assert "Your own settings" not in page_of(ana_asks.get(PAGE))
    ana.policy_settings = "recruiters: decline\n<b>museums</b>: answer"
    ana.save()
    answer = ana_asks.get(PAGE).content.decode()
    assert "recruiters: decline<br>&lt;b&gt;museums" in answer


@pytest.mark.parametrize("word", ["open", "choosy", "strict"])
def test_it_keeps_the_word_and_says_what_it_means(ana: User, ana_asks: Client, word: str) -> None:
    page = page_of(ana_asks.post(PAGE, {"policy": word}, follow=True))
    ana.refresh_from_db()
    assert ana.policy == word
    assert f"Kept: {word.capitalize()}. You " in page
    assert page.split(f'id="policy-{word}"')[1].split(">")[0].endswith("checked")


@pytest.mark.parametrize("said", [{}, {"policy": ""}, {"policy": "moody"}])
def test_it_keeps_no_other_word(ana: User, ana_asks: Client, said: dict[str, str]) -> None:
    page = page_of(ana_asks.post(PAGE, said))
    assert "Choose one of these three." in page.split('id="policy-mend"')[1]
    ana.refresh_from_db()
    assert ana.policy == "choosy"
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=ana.pk).update(policy="moody")


def test_it_is_ones_own(ben: User, ana_asks: Client) -> None:
    ana_asks.post(PAGE, {"policy": "strict"})
    ben.refresh_from_db()
    assert ben.policy == "choosy"


def test_it_is_closed_to_strangers(cleo_asks: Client) -> None:
    assert cleo_asks.get(PAGE).status_code == 403
