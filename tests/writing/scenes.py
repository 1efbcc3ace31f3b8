"""Scenes: briefs of invented people with facts of every shape, to fill every frame with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from redleaf.notes.brief import Brief
from redleaf.writing.phrasebook import Frame

from . import shaped_facts as shaped

TOPICS = [
    "the ferry that never turns round",  # a noun phrase, singular
    "kilns fired with olive stones",  # plural
    "growing saffron under glass",  # gerund
    "why bells crack in spring",  # question
    "that moss keeps better time than slate",  # that-clause
    "honey from lime trees",  # uncounted
    "a donkey called Verdi",  # with a name
    "BTU meters in old greenhouses",  # abbreviation
    "swarms and late frost",  # two things
    "the second-hand market for cellos",  # hyphens
]
EVENTS = [
    "Salt Days",
    "the glass market",
    "Open Kiln Evening",
    "the thread about tide clocks",
    "Wool & Weather 2026",
    "board game night",
    "Ngozi and Bram's wedding",
    "14th Congress of Bell Founders",
    "the harbour walk",
    "Where Next?",
]
PLACES = [
    "Turku",
    "the harbour café",
    "platform 3",
    "Zoom",
    "Selma's kitchen",
    "Leith Library",
    "New Ross",
    "the third floor",
    "Museum of Rope",
    "Port-de-Bouc",
]
SAID = [
    "a slow kiln forgives",
    "never trust a dry well",
    "I have lost three umbrellas to that bridge",
    "who counts the swans?",
    "it's all rope in the end",
    "the best maps are wrong",
    "nobody thanks the plumber",
    "measure once, apologise twice",
    "bees don't read calendars",
    "rust is just patience",
]
OFFERS = [
    "a scan of the 1911 kiln plan",
    "two jars of lime honey",
    "introduction to Bram Oyelaran at Kiln House",
    "carrying your boxes up the stairs",
    "a seat in the May workshop",
    "recordings of three bells",
    "list of slate merchants",
    "her notes on lime mortar",
    "an hour of proofreading",
    "spare oars",
]
PROMISES = [
    "send the list of slate merchants",
    "send the tide tables by Friday",
    "introduce her to Bram Oyelaran",
    "lend you the book on bells",
    "show him the old kiln",
    "the address of the rope maker",
    "forward three photos of the weir",
    "ask Ngozi about the loom",
    "send over the oar drawings",
    "sending the jam recipe",
]
SHARED = [
    "both row on the Aura",
    "alumni of Turku Art School",
    "both from Skerries",
    "same allotment society",
    "members of the bell guild",
    "went to the same school in Ennis",
    "a love of slate roofs",
    "both keep bees",
    "both learned Dutch in Ghent",
    "the number 9 tram",
]
ASKS = [
    "Does green oak need pilot holes?",
    "how you dry slate without cracks",
    "pricing a repair that may fail",
    "whether a bell can be recast twice",
    "Which weir would you see first?",
    "honey that will not set",
    "What would you read after “Rope”?",
    "which tide tables you trust",
    "BTU meters in old greenhouses",
    "Is lime mortar worth the wait?",
]
# What two others could talk about is not what the reader and the writer spoke of.
REASONS = [*TOPICS[5:], *TOPICS[:5]]
ROLES = [
    "bookbinder",
    "teaches sign language",
    "head of stores",
    "sheep farmer",
    "app developer",
    "keeps the signal box",
    "runs a small bakery",
    "midwife",
    "works in logistics",
    "Senior Java Engineer",
]
HEADLINES = [
    "repairs pianos",
    "weaver in Skerries",
    "teaches slate roofing and writes about it",
    "archivist",
    "Senior Bridge Engineer | Dad",
    "honey farmer",
    "studies moss",
    "I tune bells",
    "apprentice roofer, Slate & Sons",
    "editor of a small magazine on rope",
]
WORKS = [
    ("article", "The quiet kiln", "Slate Quarterly"),
    ("talk", "Bells need rest", "Turku Town Hall"),
    ("project", "the new weir at Ennis", "River News"),
    ("post", "How to oil an oar", "Mastodon"),
    ("book", "Rope", ""),
    ("podcast", "Moss hour", "Radio Skerries"),
    ("photo", "Swans, counted", "Instagram"),
    ("paper", "Lime mortar in frost", "Journal of Mortar"),
    ("repository", "tideclock", "GitHub"),
    ("exhibition", "Nine oars", "Museum of Rope"),
]
DAYS = [
    "2026-11-20",
    "2026-11-19",
    "2026-11-15",
    "2026-11-12",
    "2026-10-30",
    "2026-05-04",
    "2025-06-01",
    "2019-07-07",
    "2004-03-03",
    "1977-06-30",
]
NAMES = [
    "Mira Holt",
    "Selma Ünal",
    "李小龙",
    "Bo",
    "Kieran O'Brien",
    "Ana-Lucía Paz",
    "Dr. Ida van der Berg",
    "Noor",
    "Tadeusz Mroczek",
    "Wei",
]


def scenes_for(frame: Frame) -> Iterator[Brief]:
    """Ten briefs that could use `frame`, or more, each with facts of other wordings.

    A slot that asks for one shape gets ten facts of that shape.
    """
    kinds = sorted(frame.when.get("kinds", {"conference"}))
    # A frame for nine kinds is worded alike for all of them.
    kinds = kinds[:: max(1, len(kinds) // 2)]
    told = {key: min(frame.when[key]) for key in ("register", "aim", "known") if key in frame.when}
    needs = frame.when.get("needs", frozenset()) | frozenset(frame.slots)
    for number in range(10):
        for kind in kinds:
            absent = frame.when.get("absent", frozenset())
            yield scene(number, kind, needs=needs, absent=absent, **told)


@cache
def scene(
    number: int,
    kind: str = "conference",
    *,
    register: str = "peer",
    aim: str = "connect",
    known: str = "recent",
    needs: frozenset[str] = frozenset(),
    absent: frozenset[str] = frozenset(),
    limit: int | None = None,
    network: str = "linkedin",
) -> Brief:
    """One brief; `number` from 0 to 9 picks the facts, `needs` are slots and marks of frames."""
    kind_of_work, title, where = (shaped.READABLE if "readable" in needs else WORKS)[number]
    person = shaped.PEOPLE[number]
    return Brief.from_json(
        {
            "today": "2026-11-20",
            "network": network,
            "limit": limit,
            "aim": aim,
            "recognition": known,
            "sender": {
                "name": "Ines Duarte",
                "headline": (shaped.PAST if "about_then" in needs else HEADLINES)[number],
                "offers": [_of_shape("offers", needs, OFFERS)[number]],
            },
            "recipient": {
                "name": NAMES[number],
                "register": register,
                "company": "Slate & Sons",
                "role": ROLES[number] if needs & {"about_you", "as_you"} else "",
            },
            "encounters": [_encounter(number, kind, aim, known, needs, absent)],
            "noticed": [{"kind": kind_of_work, "title": title, "where": where}],
            "shared": [SHARED[number]],
            "mutual": [person],
            "promises": [_of_shape("promises", needs, PROMISES)[number]],
            "ask": {"ask-advice": ASKS, "introduce": REASONS}.get(aim, [""] * 10)[number],
        }
    )


def _encounter(
    number: int,
    kind: str,
    aim: str,
    known: str,
    needs: frozenset[str],
    absent: frozenset[str],
) -> dict[str, Any]:
    is_eventless = bool(absent & {"event", "invitation"}) or kind in ("call", "introduction")
    is_old = known == "faded" or needs & {"old", "ago", "span", "year"}
    return {
        "kind": kind,
        "on": _day(number, is_old=bool(is_old), is_near="days" in needs),
        "event": "" if is_eventless else _event(number, aim, needs),
        "place": PLACES[number],
        "topics": [] if "topic" in absent else [_of_shape("topics", needs, TOPICS)[number]],
        "said": "" if "said" in absent else SAID[number],
        "introduced_by": shaped.PEOPLE[number],
    }


def _day(number: int, *, is_old: bool, is_near: bool) -> str:
    if is_old:
        return shaped.LONG_AGO[number]
    return f"2026-11-{14 + number % 7}" if is_near else DAYS[number % 7]


def _event(number: int, aim: str, needs: frozenset[str]) -> str:
    if aim == "answer":
        return "your invitation"
    if "minutes" in needs:
        return shaped.BY_CHANCE[number]
    if "theirs" in needs:
        return shaped.LED_BY_THEM[number]
    return (shaped.NAMED if "named" in needs else EVENTS)[number]


def _of_shape(field: str, needs: frozenset[str], usual: Sequence[str]) -> Sequence[str]:
    """The facts of the first shape that a frame asks for in a field."""
    return next((of for slot, of in shaped.SHAPES[field].items() if slot in needs), usual)
