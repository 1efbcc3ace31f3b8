"""The mail that goes with an invitation: it says so, is true, and comes only where it is of use."""

from __future__ import annotations

from typing import Any

import pytest

from redleaf import draft

from .people import MIRA, SALT_DAYS, assert_sound, brief

DEFAULT = "I'd like to add you to my professional network on LinkedIn."


@pytest.mark.parametrize("seed", range(4))
def test_it_says_that_there_is_an_invitation(seed: int) -> None:
    asked = brief(network="linkedin")
    mail = draft(asked, n=1, seed=seed, with_email=True).email
    assert mail is not None
    assert "on LinkedIn" in mail.text
    assert "invitation" in mail.text or "asked to connect" in mail.text
    assert mail.text.rstrip().endswith("Ines Duarte")
    assert mail.subject
    assert_sound(brief(), mail)


def test_it_is_a_letter_whatever_the_limit_of_the_note() -> None:
    mail = draft(brief(network="linkedin", limit=60), n=1, with_email=True).email
    assert mail is not None
    assert mail.limit is None
    assert mail.length > 60
    assert mail.text.split("\n\n")[0] in ("Dear Mira,", "Hello Mira,")


def test_it_goes_ahead_where_nobody_would_know_whose_invitation_it_is() -> None:
    asked = brief(
        network="xing",
        recognition="unknown",
        encounters=[],
        noticed=[{"kind": "article", "title": "The quiet kiln"}],
    )
    answer = draft(asked, n=1)
    assert answer.advice == "email-first"
    assert answer.email is not None
    assert "XING" in answer.email.text
    assert "I have also asked" not in answer.email.text
    assert "email" in answer.to_json()


def test_a_formal_one_keeps_its_distance() -> None:
    formal = {"name": "Dr. Mira Holt", "register": "formal"}
    mail = draft(brief(network="linkedin", recipient=formal), n=1, with_email=True).email
    assert mail is not None
    assert mail.text.startswith("Dear Dr. Holt,")
    assert not any(word in mail.text for word in ("I'm", "I'd", "I've", "!"))


def test_it_mends_a_default_by_name_of_the_network() -> None:
    texts = [
        answer.email.text
        for seed in range(6)
        for answer in [draft(brief(network="linkedin"), n=1, seed=seed, with_email=True,
                             default_went_out=True)]
        if answer.email
    ]  # fmt: skip
    assert len(texts) == 6
    assert all("nvitation" in text or "machine" in text or "thumb" in text or "button" in text
               for text in texts)  # fmt: skip
    assert not any("sorry" in text.lower() or "apolog" in text.lower() for text in texts)


@pytest.mark.parametrize(
    "told",
    [
        {"network": "email"},
        {"network": "card"},
        {"network": "linkedin", "aim": "follow-up"},
        {"network": "linkedin", "aim": "answer"},
        {"network": "linkedin", "encounters": []},
        {"network": "linkedin", "recognition": "close"},
    ],
)
def test_there_is_none_where_nothing_invites_or_nothing_is_known(told: dict[str, Any]) -> None:
    answer = draft(brief(**told), n=1, with_email=True)
    assert answer.email is None
    assert "email" not in answer.to_json()


def test_there_is_none_unless_one_asks() -> None:
    assert draft(brief(network="linkedin"), n=1).email is None


def test_a_default_in_the_history_is_mended_without_being_told() -> None:
    told = draft(brief(network="linkedin", history=[DEFAULT]), n=1)
    asked = draft(brief(network="linkedin"), n=1, default_went_out=True)
    assert told.advice == asked.advice == "after-acceptance"
    assert "do not withdraw it" in asked.why
    for answer in (told, asked):
        assert answer.drafts
        assert DEFAULT not in answer.drafts[0].text


def test_words_after_a_default_are_a_message_and_not_a_note() -> None:
    [mended] = draft(brief(network="linkedin"), n=1, default_went_out=True).drafts
    assert mended.limit is None
    [short] = draft(brief(network="linkedin", limit=150), n=1, default_went_out=True).drafts
    assert short.length <= 150


def test_a_friend_needs_no_repair() -> None:
    answer = draft(brief(network="linkedin", recognition="close"), default_went_out=True)
    assert answer.advice == "no-note"


def test_it_is_the_same_for_the_same_seed() -> None:
    asked = brief(network="linkedin", recipient=MIRA, encounters=[SALT_DAYS])
    first = draft(asked, n=1, seed=5, with_email=True).email
    assert first == draft(asked, n=1, seed=5, with_email=True).email
