"""Introducers: only the name of somebody known opens a door, not half of it."""

from __future__ import annotations

import pytest

from redleaf.triage.cases import Case
from tests.triage.scene import decide

WAYS = (
    "{who} told me to write to you, since our loom from 1790 has lost a pedal.",
    "I write on the recommendation of {who}: our loom from 1790 has lost a pedal.",
    "I spoke with {who} last week about your workshop, and our loom of 1790.",
    "Greetings from {who}, who saw you mend the loom in Falun.",
    "{who} hat mir gesagt, dass Sie alte Webstühle reparieren. Unserer ist von 1790.",
    "Ihre Adresse habe ich durch {who} bekommen. Unser Webstuhl ist von 1790.",
    "{who} m'a dit que vous réparez les métiers. Le nôtre est de 1790.",
    "De parte de {who}: nuestro telar de 1790 ha perdido un pedal.",
)
STRANGERS = ("Ben Kowalczyk", "Ben van Oyen", "Ben dos Santos", "Ben Oyelowo", "Dr. Ben Tjader")


@pytest.mark.parametrize("way", WAYS)
def test_it_lets_in_who_was_sent_by_somebody_known(way: str) -> None:
    assert decide(way.format(who="Ben Oyelaran")).is_known


@pytest.mark.parametrize("who", STRANGERS)
@pytest.mark.parametrize("way", WAYS)
def test_a_known_given_name_with_another_family_name_is_nobody_known(way: str, who: str) -> None:
    decision = decide(way.format(who=who))
    assert not decision.is_known
    assert not any("you know one" in reason or "Oyelaran" in reason for reason in decision.reasons)


@pytest.mark.parametrize(
    "text",
    [
        "Greetings from Ben. We wove together all summer, on the loom of 1790.",
        "I write on the recommendation of Ben. Our loom of 1790 has lost a pedal.",
        "Ben told me to write to you: our loom of 1790 has lost a pedal.",
        "Auf den Rat von Ben Ihnen zu schreiben, fiel mir leicht: Unser Webstuhl ist von 1790.",
    ],
)
def test_a_given_name_that_stands_alone_is_the_one_who_is_known(text: str) -> None:
    assert decide(text).case is Case.INTRODUCED
