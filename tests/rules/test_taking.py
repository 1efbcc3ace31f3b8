"""Asks and offers to a stranger are heard; gifts, thanks and asks between friends are not."""

from __future__ import annotations

import pytest

import redleaf
from redleaf.judging import Report
from redleaf.notes.brief import Brief
from redleaf.rules import Severity

GIFT = "Great meeting you for coffee last Thursday. If there's anyone in my network that can help "
GIFT += "you out, let me know."
ORDER = "Accept my request. I need you to look at my product and get me a meeting with your boss "
ORDER += "this week."
INTRODUCE = "Could you introduce me to your director?"


def brief(recognition: str) -> Brief:
    return Brief.from_json({"recipient": {"name": "Ida Holm"}, "recognition": recognition})


def taking(report: Report) -> dict[str, Severity]:
    return {f.rule: f.severity for f in report.findings if f.family == "taking"}


def test_it_has_nothing_to_say_of_a_note_that_gives() -> None:
    report = redleaf.check(GIFT)
    assert report.findings == ()
    assert report.scores.giving == 100


def test_an_order_from_a_stranger_is_rude_and_taking() -> None:
    report = redleaf.check(ORDER)
    assert {"rude", "taking"} <= {finding.family for finding in report.findings}
    assert "rude/demand" in {finding.rule for finding in report.findings}
    assert "taking/favour-from-a-stranger" in taking(report)


@pytest.mark.parametrize(
    ("recognition", "severity"),
    [
        ("unknown", Severity.WARNING),
        ("faded", Severity.WARNING),
        ("recent", Severity.ADVICE),
        ("close", None),
    ],
)
def test_a_favour_weighs_by_how_well_they_know_you(
    recognition: str, severity: Severity | None
) -> None:
    found = taking(redleaf.check(INTRODUCE, brief=brief(recognition)))
    assert found.get("taking/favour-from-a-stranger") == severity


@pytest.mark.parametrize("recognition", ["close", "recent"])
def test_who_knows_you_may_be_asked_for_time(recognition: str) -> None:
    text = "Do you have 15 minutes on Monday? calendly.com/rufus-roofs"
    assert set(taking(redleaf.check(text, brief=brief("unknown")))) >= {
        "taking/time-asked-for",
        "taking/meeting-link-first",
    }
    assert not taking(redleaf.check(text, brief=brief(recognition)))


def test_an_offer_first_silences_the_ask() -> None:
    ask = "Could you tell me who keeps the old tide tables?"
    assert "taking/ask-before-give" in taking(redleaf.check(f"Hello Per. {ask}"))
    assert not taking(redleaf.check(f"Hello Per. Happy to share our tide tables. {ask}"))


def test_an_offer_after_the_ask_does_not() -> None:
    text = "Hello Per. Could you tell me who keeps the old tables? I can send you our list."
    assert "taking/ask-before-give" in taking(redleaf.check(text))


def test_one_light_question_after_something_shared_is_left_alone() -> None:
    text = "Per, you showed us the tide mill in Bodø last Thursday. Could you tell me who built it?"
    assert not taking(redleaf.check(text))


def test_several_asks_weigh_more_than_one() -> None:
    one = redleaf.check("Hello Per. Would you mind naming a good roofer?")
    two = redleaf.check("Hello Per. Would you mind naming a good roofer? Do you have 15 minutes?")
    assert "taking/several-asks" not in taking(one)
    assert taking(two)["taking/several-asks"] is Severity.WARNING
    assert two.scores.giving < one.scores.giving


@pytest.mark.parametrize(
    "text",
    [
        "We help bakeries like yours fill the morning shift. Worth a quick chat?",
        "Our platform automates payroll for small firms, 30 percent cheaper. Open to a demo?",
        "Exciting opportunity in Leeds: your background is a great fit. Are you open to new roles?",
        "Be your own boss and earn 3000 a month from home. Interested?",
        "Just bumping this to the top of your inbox. Did you see my last message?",
        "I run a lead generation agency. We can book more meetings for you, guaranteed results.",
        "Please vote for my startup and share my post with your network.",
        "Attached is our brochure. Join our webinar or start your free trial today.",
        "Wir helfen Unternehmen, ihren Umsatz zu steigern. Haben Sie diese Woche 15 Minuten?",
        "Nous aidons les entreprises à recruter. Auriez-vous 15 minutes cette semaine ?",
        "Ayudamos a empresas a vender más. ¿Tienes 15 minutos esta semana?",
        "Aiutiamo le aziende a raddoppiare il fatturato. Hai 15 minuti questa settimana?",
        "Ajudamos empresas a vender mais. Tem 15 minutos esta semana?",
        "Wij helpen ondernemers aan meer klanten. Heb je deze week 15 minuten?",
    ],
)
def test_a_pitch_is_called_a_pitch(text: str) -> None:
    assert redleaf.check(text).verdict == "pitch"


def test_a_pitch_in_personal_dress_stays_a_pitch() -> None:
    text = (
        "Congrats on the new bakery in Ghent, Noor! We help bakeries like yours cut their energy "
    )
    text += "bill by 30 percent. Would it be worth exploring? Grab a slot: calendly.com/volt-noor"
    assert redleaf.check(text).verdict == "pitch"


@pytest.mark.parametrize(
    "text",
    [
        "Your talk on lock gates in Turku sent me back to my drawings; hinge 4 was wrong.",
        "Our clients at the food bank still sing the song you taught them in Ely last March.",
        "You asked for the brochure of the chapel; here it is, with the page on the organ.",
        "Thank you for the free seeds from your stall in Graz. The beans are two metres high.",
        "I've followed the path you drew to the mill in Ambleside, and the goat is still there.",
        "You lent me 20 pounds at the ferry on Tuesday; where may I bring them?",
        "We met at the job fair in Leeds, where you told me to stop wearing my uncle's tie.",
    ],
)
def test_it_leaves_thanks_and_memories_alone(text: str) -> None:
    report = redleaf.check(text)
    assert not taking(report)
    assert report.verdict != "pitch"
