"""Spanish readers: the shapes of facts as slots that Spanish frames take up.

Behind the colon of a slot stands a preposition that melts (`de`, `a`) or who is spoken to: `tu` for
friends and equals, `su` for formal letters. Where a fact names the reader ("su cocina"), only the
latter are given, and frames without one cannot take it.
"""

from __future__ import annotations

import datetime as dt

from redleaf.writing.languages.es import (
    headlines,
    occasions,
    offers,
    promises,
    ties,
    topics,
    works,
)
from redleaf.writing.languages.es.days import day_phrases, of_day, since_phrases, span_phrases
from redleaf.writing.languages.es.persons import without_my
from redleaf.writing.languages.es.phrases import Phrase, joined
from redleaf.writing.languages.language import Owners, Reading, Wording, reading

_SPEAKING = ("talk", "class", "conference", "online", "other")
_PRONOUNS = ("tu", "su")


def read_day(on: dt.date, today: dt.date | None) -> Reading:
    """Slots day, day:de, day:since, ago, span, year."""
    day, span = day_phrases(on, today), span_phrases(on, today)
    days = reading(
        {
            "day": day,
            "day:de": tuple(map(of_day, day)),
            "day:since": since_phrases(on, today),
            "ago": tuple(f"hace {each}" for each in span),
            "year": str(on.year) if span else "",
        }
    )
    return Reading({**days.slots, **reading({"span": span}, many=True).slots})


def read_event(text: str, on: dt.date | None, owners: Owners, kind: str) -> Reading | None:
    """Slots event, event:de, event:title, at_event, or invitation; marks theirs, minutes, named.

    What is the reader's own gets event:tu, event:sude, at_event:tu and so on instead.
    """
    events = [occasions.read_event(each) for each in occasions.event_texts(text, on, owners)]
    first = events[0]
    if not first or None in events:
        return None
    if first.is_invitation:
        return reading({"invitation:tu": "tu invitación", "invitation:su": "su invitación"})
    marks = {"minutes"} if first.is_minutes else set()
    marks |= {"named"} if first.is_named else set()
    if len(events) == 1:
        slots = {"at_event": first.within}
        if not first.is_minutes:
            slots |= {"event": first.name, "event:de": occasions.of_event(first)}
            slots["event:title"] = first.title
        return reading(slots, frozenset(marks))
    theirs: dict[str, str] = {}
    for who, each in zip(_PRONOUNS, events, strict=False):
        assert each is not None  # noqa: S101 - asked above
        theirs |= {f"event:{who}": each.name, f"at_event:{who}": each.within}
    marks |= {"theirs"} if kind in _SPEAKING else set()
    return reading(theirs, frozenset(marks))


def read_place(text: str, owners: Owners) -> Reading | None:
    """Slots place and in_place; of the reader's own place in_place:tu and in_place:su."""
    places = [occasions.read_place(each) for each in occasions.place_texts(text, owners)]
    first = places[0]
    if not first or None in places:
        return None
    if len(places) == 1:
        return reading({"place": first.name, "in_place": first.within})
    forms = zip(_PRONOUNS, places, strict=True)
    return reading({f"in_place:{who}": each.within for who, each in forms if each})


def read_topic(text: str, owners: Owners, own: str) -> Reading | None:
    """Slots theme, topic, topic:de, topic:a, thing and its like, question, point, favour.

    Behind "sobre" stands `topic`; what they did for the writer is `favour:deed`, "prestarme …".
    """
    kindness = topics.read_kindness(text)
    if kindness:
        return reading({"favour:deed": kindness})
    topic = topics.read_topic(without_my(text, own))
    if not topic or any(f" de {owner}" in text for owner in owners):
        return None
    phrase = topic.phrase
    # "Transbordador viejo": one thing that can be counted is not spoken of without an article.
    told = phrase.with_the() if phrase and not phrase.many and not phrase.article else phrase
    about = told.text if told else topic.theme
    many, gender = (phrase.many, phrase.gender) if phrase else (False, "")

    def said(text: str) -> tuple[Wording, ...]:
        return (Wording(text, many, gender, topic.is_jotted),) if text else ()

    is_said = bool(not told or told.article or told.many or told.is_name)
    slots = {
        "theme": said(about),
        "topic": said(about if is_said else ""),
        "topic:de": said(joined("de", about) if is_said else ""),
        "topic:a": said(joined("a", about) if is_said else ""),
        "question": said(topic.question),
        "point": said(topic.point),
    }
    slots |= _as_thing(phrase, topic.is_jotted) if phrase else {}
    return Reading({slot: wordings for slot, wordings in slots.items() if wordings})


def _as_thing(phrase: Phrase, is_jotted: bool) -> dict[str, tuple[Wording, ...]]:
    """What needs an article: to be a subject, and to be thanked for."""
    known = phrase.with_the()
    if not known.gender or not known.article:
        return {}

    def said(text: str) -> tuple[Wording, ...]:
        return (Wording(text, known.many, known.gender, is_jotted),)

    slots = {"thing": said(known.text), "thing:de": said(joined("de", known.text))}
    slots |= {"thing:a": said(joined("a", known.text)), "favour": said(known.text)}
    if not known.many:
        slots["thing_one"] = slots["thing"]
    return slots


def read_headline(text: str, _formal: bool) -> Reading | None:
    """Slots about_me, "soy tejedora", and as_a, "tejedora"."""
    shape = headlines.read_headline(text)
    return reading({"about_me": shape.i_am, "as_a": shape.as_a}) if shape else None


def read_work(kind: str, title: str, where: str, owners: Owners) -> Reading | None:
    """Slots work, title, in_where, or work:seen for what has no title; marks titled, readable."""
    sight = works.read_sight(kind, title)
    if sight:
        slots = {"work:seen": sight.text, "work:seende": joined("de", sight.text)}
        return reading(
            {**slots, "in_where": f"en {where}" if where else ""},
            many=sight.many,
            gender=sight.gender,
        )
    work = works.read_work(kind, title, where, owners)
    if not work:
        return None
    marks = frozenset({"titled", "readable"} if work.is_read else {"titled"})
    slots = {"work": work.name, "title": work.title, "in_where": work.where}
    return reading(slots, marks, gender=work.gender)


def read_offer(text: str) -> Reading | None:
    """Slots sendable, offer, deed:tu, deed:su, acquaintance and its like."""
    offer = offers.read_offer(text)
    if not offer:
        return None
    if offer.person:
        name = offer.person
        slots = {"acquaintance": name, "acquaintance_named": name, "acquaintance_name": offer.given}
        return reading(slots)
    if not offer.thing:
        slots = {"deed:tu": offers.addressed(offer.deed, "te", "tu")}
        return reading(slots | {"deed:su": offers.addressed(offer.deed, "le", "su")})
    thing, kind = offer.thing, "sendable" if offer.can_be_sent else "offer"
    # A pronoun speaks of it, so its gender must be known; a bare thing stands behind a colon.
    slots = {f"{kind}:bare": thing.text} | ({kind: thing.text} if thing.gender else {})
    return reading(slots, many=thing.many, gender=thing.gender)


def read_promise(text: str, owners: Owners, own: str) -> Reading | None:
    """Slots promise:tu, promise:su, promised, promised:a, owed, due."""
    promise = promises.read_promise(text, owners, own)
    if not promise:
        return None
    slots = {"due": promise.due}
    slots |= {f"promise:{who}": _to(promise.deed, who) for who in _PRONOUNS}
    thing = promise.thing
    if thing and thing.gender and thing.article:
        slots |= {"promised": thing.text, "promised:de": joined("de", thing.text)}
        slots["owed" if promise.goes_out else "owed_by_hand"] = thing.text
        return reading(slots, many=thing.many, gender=thing.gender)
    return reading(slots) if promise.deed else None


def read_tie(text: str) -> Reading | None:
    """Slot we_both: "los dos remamos en la ría"."""
    tie = ties.read_tie(text)
    return reading({"we_both": tie}) if tie else None


def _to(deed: str, who: str) -> str:
    return deed.replace("TE", {"tu": "te", "su": "le"}[who])
