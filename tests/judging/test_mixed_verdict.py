"""The verdict: what the rules see mixed with what the scorers hear, and always with a name."""

from __future__ import annotations

import pytest

from redleaf.batch.rows import Row
from redleaf.batch.scoring import score_chunk
from redleaf.judging import Settings, check
from redleaf.judging.checking import read
from redleaf.judging.scorers.weights import HEADS
from redleaf.judging.settings import DEFAULT
from redleaf.judging.verdict import Judgement, judge
from redleaf.rules import Severity
from redleaf.rules.catalogue import rule_named

ECHOES = {"template": "boring/reads-like-a-template", "pitch": "taking/reads-like-a-pitch"}
HEARD = [
    (verdict, str(text).strip("⟦⟧"))
    for verdict, name in ECHOES.items()
    for text in rule_named(name).finds
]
KNOWN = [
    "Hi Mara, your talk on river ice in Tartu stayed with me. Shall I send the Inari logs?",
    "We help firms like yours grow by 40 %! Do you have 15 minutes for a quick call this week?",
    "I came across your profile and would love to connect and explore synergies.",
    "I'd like to add you to my professional network on LinkedIn.",
    "Hi {first_name}, great to see what {company} is doing.",
    "Danke für die Fotos vom Wehr, Jens. Am Dienstag bin ich wieder in Lauenburg.",
    "",
    "x",
]
FOREIGN = [
    "Hei Kari, takk for praten på biblioteket i Bergen i går. Her er boken du spurte etter.",
    "Cześć Marku, dziękuję za rozmowę o jazach w Toruniu. Przesyłam obiecane zdjęcia.",
    "Merhaba Elif, dün Bursa'daki atölyede tanıştık. Söz verdiğim desenleri gönderiyorum.",
    "Moi Aino, kiitos eilisestä soutureissusta Turussa. Tässä lupaamani kartta.",
    "Szia Réka, köszönöm a tegnapi beszélgetést a szegedi gátról. Küldöm a térképet.",
]


def judged(text: str, settings: Settings = DEFAULT) -> Judgement:
    reading, findings = read(text, settings=settings)
    return judge(reading, findings, roster=settings.roster)


@pytest.mark.parametrize(("verdict", "text"), HEARD)
def test_it_names_what_only_the_words_give_away(verdict: str, text: str) -> None:
    report = check(text)
    assert report.verdict == verdict
    (echo,) = [finding for finding in report.findings if finding.rule == ECHOES[verdict]]
    assert echo.severity is Severity.ADVICE
    assert echo.message == report.reason


@pytest.mark.parametrize(("verdict", "text"), HEARD)
def test_it_says_nothing_that_no_rule_may_say(verdict: str, text: str) -> None:
    off = Settings(levels=dict.fromkeys(ECHOES.values(), "off"))
    assert check(text, settings=off).verdict != verdict


@pytest.mark.parametrize("text", [*KNOWN, *(text for _, text in HEARD)])
def test_a_template_or_a_pitch_has_a_finding_that_speaks_for_it(text: str) -> None:
    report = check(text)
    if report.verdict in ECHOES:
        assert any(finding.suggests == report.verdict for finding in report.findings)


@pytest.mark.parametrize("text", FOREIGN)
def test_it_leaves_a_language_that_was_not_learned_to_the_rules(text: str) -> None:
    report = check(text)
    assert report.verdict in ("personal", "unclear")
    assert not [finding.rule for finding in report.findings]


@pytest.mark.parametrize("text", KNOWN)
def test_its_probabilities_sum_to_1_and_agree_with_it(text: str) -> None:
    judgement = judged(text)
    assert sum(judgement.p.values()) == pytest.approx(1)
    assert judgement.verdict in (max(judgement.p, key=judgement.p.__getitem__), "unclear", "empty")
    assert (judgement.p["default"] > 0.9) == (judgement.verdict == "default")


@pytest.mark.parametrize("against", ["template", "pitch"])
def test_where_the_rules_stand_against_the_words_they_have_the_highest_probability(
    against: str,
) -> None:
    reading, findings = read("Mara, thank you for the map of the old weirs you drew on Sunday.")
    told = dict.fromkeys(HEADS, 0.0) | {"personal": 0.0, against: 1.4}
    judgement = judge(
        reading, findings, roster=DEFAULT.roster, margins=[told[head] for head in HEADS]
    )
    assert judgement.verdict == "personal"
    assert max(judgement.p, key=judgement.p.__getitem__) == "personal"
    assert judgement.p[against] < judgement.p["personal"]


def test_score_gives_the_verdict_of_check() -> None:
    texts = [*KNOWN, *FOREIGN, *(text for _, text in HEARD)]
    rows = score_chunk([Row(str(at), text) for at, text in enumerate(texts)])
    assert [row["verdict"] for row in rows] == [check(text).verdict for text in texts]


def test_a_post_is_judged_by_rules_alone() -> None:
    for _, text in HEARD:
        assert not [f for f in check(text, kind="post").findings if f.rule in ECHOES.values()]


def test_a_bare_greeting_stays_unclear() -> None:
    assert check("Hi").verdict == check("Hello Mara").verdict == "unclear"
