"""English readers: the shapes of facts as slots that English frames take up."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from redleaf.notes.regexes import regex
from redleaf.writing.languages.en import (
    headlines,
    occasions,
    offers,
    promises,
    sayings,
    ties,
    topics,
    works,
)
from redleaf.writing.languages.en.days import (
    ago_phrases,
    day_phrases,
    day_possessives,
    span_phrases,
)
from redleaf.writing.languages.en.jottings import counsel_of
from redleaf.writing.languages.en.nouns import with_the
from redleaf.writing.languages.en.persons import is_about_a_third, owned_by_you, without_my
from redleaf.writing.languages.language import Owners, Reading, Wording, reading

_OWN = regex(r"\b(?:I|my|me|mine|myself)\b")
# Two roles, or what may be an activity ("engineering manager"), or a role that one alone has.
_UNSURE_ROLE = regex(r"[&+/|;,]|^\w+ing\b|^I\b|^(?:co-?)?(?:owner|founder|author)\b", re.IGNORECASE)
# What one wishes luck with.
_PLAN = regex(r"your (?:[a-z]+ )?(?:plans?|project|attempt|search|hunt|quest|campaign|move) ")
_SPEAKING = ("talk", "class", "conference", "online", "other")


def read_day(on: dt.date, today: dt.date | None) -> Reading:
    """Slots day, days, ago, span, year."""
    ago = ago_phrases(on, today)
    return reading(
        {
            "day": day_phrases(on, today),
            "days": day_possessives(on, today),
            "ago": ago,
            "span": span_phrases(on, today),
            "year": str(on.year) if ago else "",
        }
    )


def read_event(text: str, on: dt.date | None, owners: Owners, kind: str) -> Reading | None:
    """Slots event and at_event, or invitation; marks theirs, minutes, named."""
    event = occasions.read_event(text, on, owners)
    if not event:
        return None
    marks = set()
    if event.name.startswith("your ") and kind in _SPEAKING:
        marks.add("theirs")
    if event.within.startswith("for "):
        marks.add("minutes")
    if "invitation" in event.name:
        return reading({"invitation": event.name}, frozenset(marks))
    if occasions.is_named(event.name):
        marks.add("named")
    meal = occasions.without_host(event.name)
    slots = {
        "event": (event.name, meal),
        "at_event": (event.within, f"at {meal}" if meal else ""),
    }
    return reading(slots, frozenset(marks))


def read_place(text: str, owners: Owners) -> Reading | None:
    """Slots place and in_place."""
    place = occasions.read_place(text, owners)
    return reading({"place": place.name, "in_place": place.within}) if place else None


def read_topic(text: str, owners: Owners, own: str) -> Reading | None:
    """Slots topic, theme, matter, thing, question, plan and so on: docs/writing-languages.md.

    Of what the reader performed act and at_act instead; of what they advised, counsel.
    """
    text = owned_by_you(without_my(text, own), owners)
    if counsel := counsel_of(text):
        return None if is_about_a_third(counsel) else reading({"counsel": counsel})
    first, _, second = topics.parted(text)
    if second and (read := [_read_topic(part) for part in (first, second)]) and all(read):
        return _merged(each for each in read if each)
    return _read_topic(text)


def read_said(text: str) -> Reading | None:
    """Slots remark, of what is no question; retold and urged, of what can be told back."""
    slots = {"retold": sayings.retold(text), "urged": sayings.urged(text)}
    return reading(slots | {"remark": "" if text.endswith("?") else text})


def _merged(read: Iterable[Reading]) -> Reading:
    """Several readings of one fact as alternatives."""
    slots: dict[str, tuple[Wording, ...]] = {}
    for each in read:
        for slot, wordings in each.slots.items():
            slots[slot] = slots.get(slot, ()) + wordings
    return Reading(slots)


def _read_topic(text: str) -> Reading | None:
    topic = topics.read_topic(text)
    if not topic:
        return None
    if topic.is_act:
        return reading({"act": topic.about, "at_act": f"at {topic.about}"})

    return Reading(_slots_of(topic))


def _slots_of(topic: topics.Topic) -> dict[str, tuple[Wording, ...]]:
    def said(text: str) -> tuple[Wording, ...]:
        return (Wording(text, topic.is_many, jotted=topic.is_jotted),)

    slots = {"topic": said(topic.about)}
    if _OWN.search(topic.about):
        return slots | ({} if topic.is_question else {"favour": said(topic.about)})
    # Once spoken of, "a donkey called Verdi" is the donkey called Verdi.
    known = said(re.sub(r"^an?\s", "the ", topic.about))
    if topic.is_thing or topic.is_gerund:
        slots["theme"] = known
    # "I keep thinking about leaving banking" would make the reader's plan the writer's.
    if not topic.is_gerund:
        slots["matter"] = known
    else:
        slots["favour"] = slots["doing"] = said(topic.about)
    if topic.is_thing:
        slots["thing"] = known
        slots["favour"] = slots["favour_thing"] = said(with_the(topic.about))
        slots |= {} if topic.is_many else {"thing_one": known}
        slots |= {"plan": known} if _PLAN.match(topic.about) else {}
    if topic.is_question:
        slots["question"] = (Wording(topic.about),)
    if topic.point:
        slots["point"] = (Wording(topic.point),)
    return slots


def read_headline(text: str, formal: bool) -> Reading | None:
    """Slots about_me, as_a and a_me; about_then for what the writer was."""
    shape = headlines.read_headline(text)
    if not shape:
        return None
    if shape.is_past:
        return reading({"about_then": shape.i_am})
    clause = shape.i_am if formal else shape.i_am.replace("I am ", "I'm ", 1)
    return reading({"about_me": clause, "as_a": shape.as_a, "a_me": shape.somebody})


def read_role(text: str, formal: bool) -> Reading | None:
    """Slots about_you and as_you, of what the reader does or is."""
    if _UNSURE_ROLE.search(text):
        return None
    shape = headlines.read_headline(text)
    if not shape or not shape.you_are or is_about_a_third(shape.you_are):
        return None
    clause = shape.you_are if formal else shape.you_are.replace("you are ", "you're ", 1)
    return reading({"about_you": clause, "as_you": shape.as_a})


def read_work(kind: str, title: str, where: str, owners: Owners) -> Reading | None:
    """Slots work, title, in_where; marks titled, readable."""
    work = works.read_work(kind, title, where, owners)
    if not work:
        return None
    marks = {"titled"} if work.title else set()
    if work.known == "read":
        marks.add("readable")
    slots = {"work": work.name, "title": work.title, "in_where": work.where}
    return reading(slots, frozenset(marks), many=work.is_many)


def read_offer(text: str) -> Reading | None:
    """Slots sendable, offer, deed, acquaintance, its _named, _name and _who."""
    offer = offers.read_offer(text) if topics.names_something(text) else None
    if not offer:
        return None
    slots: dict[str, str | tuple[str, ...]] = {"deed": offer.deed}
    slots |= {"acquaintance": offer.person, "acquaintance_name": offer.given}
    if offer.person[:1].isupper():
        slots["acquaintance_named"] = offer.person
    if offer.known_for:
        slots["acquaintance_who"] = who = f"{offer.person}, {offer.known_for}"
        slots["acquaintance"] = (who, offer.person)
    slots["sendable" if offer.can_be_sent else "offer"] = offer.thing
    return reading(slots, many=offer.is_many)


def read_promise(text: str, owners: Owners, own: str) -> Reading | None:
    """Slots promise, promised, owed, owed_by_hand, due."""
    if not topics.names_something(text):
        return None
    promise = promises.read_promise(text, names=owners, sender=own)
    if not promise:
        return None
    slots = {"promise": promise.deed, "due": promise.due, "promised": promise.thing}
    slots["owed" if promise.goes_out else "owed_by_hand"] = promise.thing
    return reading(slots, many=promise.is_many)


def read_tie(text: str) -> Reading | None:
    """Slot we_both."""
    tie = ties.read_tie(text)
    return reading({"we_both": tie}) if tie else None
