"""People who were called otherwise when the two met, said in eleven languages."""

from __future__ import annotations

import pytest

from tests.triage.scene import decide

MEMORY = " Falun, and the pedal made of elm."


@pytest.mark.parametrize(
    "said",
    [
        "My name was Holmqvist until 2018.",
        "Bis 2018 hieß ich noch Holmqvist-Bauer.",
        "On m'appelait alors Holmqvist-Bauer.",
        "Entonces me llamaba Holmqvist-Bauer.",
        "Tot 2018 heette ik Holmqvist.",
        "Ik heette toen nog Holmqvist-Bauer.",
        "Ken je me nog als Greta Holmqvist?",
        "Da nubile mi chiamavo Holmqvist.",
        "Em solteira chamava-me Holmqvist.",
        "Fram till 2018 hette jag Holmqvist.",
        "Indtil 2018 hed jeg Holmqvist.",
        "Do 2018 nazywałam się Holmqvist.",
    ],
)
def test_a_name_of_before_and_a_memory_are_somebody_known(said: str) -> None:
    decision = decide(said + MEMORY, name="Greta Moe")
    assert decision.is_known
    assert decision.attention >= 0.86
    assert decision.reasons[0].startswith("New here, says to have been called Greta Holmqvist")


@pytest.mark.parametrize(
    "said", ["Tot 2018 heette ik Holmqvist.", "Indtil 2018 hed jeg Holmqvist. Hvordan går det?"]
)
def test_a_name_of_before_alone_proves_nothing(said: str) -> None:
    decision = decide(said, name="Greta Moe")
    assert (decision.decision, decision.is_known) == ("ask", False)


@pytest.mark.parametrize(
    "said",
    [
        "Tidigare var jag i Holmqvist och Bauers verkstad.",
        "Toen kwam Greta Holmqvist binnen met een pedaal.",
    ],
)
def test_somebody_elses_name_is_none_of_before(said: str) -> None:
    assert not any("called" in each for each in decide(said, name="Dora Moe").reasons)
