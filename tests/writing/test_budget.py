"""The budget of notes: how many are left, when the next is free, and who needs them most."""

from __future__ import annotations

import datetime as dt

import pytest

from redleaf.networks import network
from redleaf.notes.brief import Brief, Encounter, Recipient
from redleaf.writing.budget import Budget, budget_for, budget_on, left_in_words
from redleaf.writing.needs import needs_most

TODAY = dt.date(2026, 11, 23)
LINKEDIN = network("linkedin")


def budget_after(*days_ago: int) -> Budget:
    budget = budget_on(LINKEDIN, [TODAY - dt.timedelta(days=each) for each in days_ago], TODAY)
    assert budget is not None
    return budget


@pytest.mark.parametrize(
    ("days_ago", "words"),
    [
        ((), "5 of 5 LinkedIn notes left."),
        ((19, 3), "3 of 5 LinkedIn notes left. One more is free on 4 December."),
        ((29,), "4 of 5 LinkedIn notes left. One more is free on 24 November."),
        ((30,), "5 of 5 LinkedIn notes left."),
        ((0, 1, 2, 3, 4),
         "All 5 LinkedIn notes of these thirty days are used. The next is free on 19 December."),
    ],
)  # fmt: skip
def test_it_counts_the_notes_of_thirty_days(days_ago: tuple[int, ...], words: str) -> None:
    assert left_in_words(budget_after(*days_ago), TODAY) == words


def test_days_to_come_are_not_counted() -> None:
    assert budget_after(-1).used == 0


def test_with_more_out_than_the_network_lets_out_the_next_is_free_when_enough_have_lapsed() -> None:
    budget = budget_after(0, 1, 2, 3, 4, 20, 25)
    assert (budget.left, budget.used) == (0, 7)
    assert budget.resets_on == TODAY - dt.timedelta(days=4) + dt.timedelta(days=30)


def test_a_day_in_another_year_is_told_with_it() -> None:
    budget = budget_on(LINKEDIN, [dt.date(2026, 12, 20)], dt.date(2026, 12, 23))
    assert budget is not None
    assert left_in_words(budget, dt.date(2026, 12, 23)).endswith("on 19 January 2027.")


@pytest.mark.parametrize("name", ["linkedin-premium", "email", "facebook"])
def test_a_network_that_counts_no_notes_has_no_budget(name: str) -> None:
    assert budget_on(network(name), [TODAY], TODAY) is None
    brief = Brief(Recipient("Mira Holt"), sent_this_month=5)
    assert budget_for(brief, network(name)) is None


def test_a_brief_tells_how_many_went_out() -> None:
    told = budget_for(Brief(Recipient("Mira Holt"), sent_this_month=2), LINKEDIN)
    assert told is not None
    assert told.to_json() == {
        "network": "linkedin", "of": 5, "used": 2, "left": 3, "resets_on": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    "brief",
    [
        Brief(Recipient("Mira Holt")),
        Brief(Recipient("Mira Holt"), aim="thank", sent_this_month=5),
    ],
)
def test_nothing_is_counted_where_nobody_counted_or_no_invitation_goes_out(brief: Brief) -> None:
    assert budget_for(brief, LINKEDIN) is None


def met(name: str, days_ago: int, **more: object) -> Brief:
    on = TODAY - dt.timedelta(days=days_ago)
    encounter = Encounter("conference", on=on, event="Salt Days", topics=("kilns",))
    recipient = Recipient(name, register=str(more.pop("register", "peer")))
    return Brief(recipient, today=TODAY, encounters=(encounter,), **more)  # type: ignore[arg-type]


def ranked(*briefs: Brief, left: int = 1) -> list[str]:
    return [briefs[each.place].recipient.name for each in needs_most(briefs, left)]


def test_the_notes_go_where_they_change_most() -> None:
    stranger = Brief(Recipient("Una"), today=TODAY, shared=("both keep bees",))
    colleague = Brief(Recipient("Cai"), today=TODAY, recognition="close")
    order = ranked(colleague, met("Rhea", 5), stranger, met("Fay", 500))
    assert order == ["Fay", "Una", "Rhea", "Cai"]


def test_a_promise_and_a_formal_reader_go_before_their_like() -> None:
    order = ranked(
        met("Ada", 5),
        met("Dr. Bo Lind", 5),
        met("Cy", 5, register="formal"),
        met("Di", 5, promises=("send the list",)),
    )
    assert order == ["Di", "Dr. Bo Lind", "Cy", "Ada"]


def test_each_need_has_its_reason_and_only_so_many_get_a_note() -> None:
    needs = needs_most([met("Rhea", 5), met("Fay", 500, promises=("send the list",))], 1)
    assert [(each.rank, each.place, each.has_note) for each in needs] == [
        (1, 1, True), (2, 0, False),
    ]  # fmt: skip
    assert needs[0].why == (
        "Fay may not place your name any more, and a note brings it back. "
        "You made them a promise that the note keeps in mind."
    )
    assert needs[1].why == "Rhea met you lately and would know your name."
