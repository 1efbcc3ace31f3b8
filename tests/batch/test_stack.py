"""A stack of a hundred people from one event: what is drafted for them is no campaign."""

from __future__ import annotations

from redleaf.batch.campaigns import find_campaigns
from redleaf.notes.brief import Brief
from redleaf.writing import draft
from redleaf.writing.written import Written

GIVEN = "Ana Ben Cleo Dev Ema Finn Gita Hugo Jonas Kaja".split()
FAMILY = "Abel Brandt Costa Dahl Eskola Fodor Grau Holm Ivers Juhl".split()
PEOPLE = [(given, f"{given} {family}") for family in FAMILY for given in GIVEN]
# One of four people is remembered by a subject; of the others all that is known is the event.
TOPICS = """
rain gauges made of jam jars; why otters avoid concrete; moss on slate roofs; a pump from 1950
wells in dry summers; teaching sluice keepers to read models; her father's eel ladder; ferry ropes
the flood marks in Huy; lime kilns as bat houses; how to fund a tidal mill; cress and nitrate
peat that burns underground; ice cellars; salt pans in Brittany; punt poles; songs about weirs
sheep on dykes; insurance after the flood; a museum without a roof; leaking swimming pools
sensors that lie in the cold; the price of clay; volunteers who never leave; maps by children
"""
SUBJECTS = [topic.strip() for line in TOPICS.split("\n") for topic in line.split(";") if topic]


def drafted() -> list[tuple[str, str]]:
    """The name of each who gets a note, and the first note that is drafted."""
    written, notes = Written(), []
    for number, (given, name) in enumerate(PEOPLE):
        answer = draft(_brief(number, given, name), n=1, written=written)
        if answer.drafts:
            written.add(answer.drafts[0])
            notes.append((name, answer.drafts[0].text))
    return notes


def test_drafts_for_a_hundred_people_of_one_event_share_no_skeleton() -> None:
    notes = drafted()
    assert len(notes) >= len(SUBJECTS)
    assert [each.skeleton for each in find_campaigns(notes)] == []


def test_a_form_filled_in_for_the_same_people_is_seen() -> None:
    form = (
        "Hi {}, good to meet you at Water Days. I enjoyed our talk about {}. Let's keep in touch."
    )
    merged = [
        (name, form.format(given, SUBJECTS[number % len(SUBJECTS)]))
        for number, (given, name) in enumerate(PEOPLE)
    ]
    (campaign,) = find_campaigns(merged)
    assert len(campaign.members) == len(PEOPLE)


def _brief(number: int, given: str, name: str) -> Brief:
    met = {"kind": "conference", "on": "2026-11-12", "event": "Water Days", "place": "Ghent"}
    topics = [SUBJECTS[number // 4]] if number % 4 == 0 else []
    return Brief.from_json(
        {
            "today": "2026-11-19",
            "network": "linkedin",
            "aim": "connect",
            "sender": {"name": "Ines Duarte", "headline": "makes museum audio guides"},
            "recipient": {"name": name, "given_name": given, "language": "en", "register": "peer"},
            "recognition": "recent",
            "encounters": [{**met, "topics": topics}],
        }
    )
