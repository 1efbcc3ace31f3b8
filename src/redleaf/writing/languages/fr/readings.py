"""French readers: the shapes of facts as slots that French frames take up.

Behind the colon of a slot stands `de` for the form with its "de" ("du pont", "d'eau"), or who is
spoken to: `vous` for equals and in formal letters, `tu` for friends. Where a fact names the reader
("sa cuisine"), only the latter are given, and frames without one cannot take it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace

from redleaf.writing.languages.fr import (
    headlines,
    occasions,
    offers,
    places,
    promises,
    ties,
    topics,
    works,
)
from redleaf.writing.languages.fr.days import ago_phrases, day_phrases, of_day, span_phrases
from redleaf.writing.languages.fr.persons import without_my
from redleaf.writing.languages.fr.phrases import Phrase
from redleaf.writing.languages.fr.words import at, elides, of, tidy
from redleaf.writing.languages.language import Owners, Reading, Wording, reading

_SPEAKING = ("talk", "class", "conference", "online", "other")
_PRONOUNS = ("vous", "tu")


def read_day(on: dt.date, today: dt.date | None) -> Reading:
    """Slots day, day:de, ago, span, year."""
    ago, days = ago_phrases(on, today), day_phrases(on, today)
    # "notre café d'il y a trois semaines" nobody says.
    named = tuple(of_day(day) for day in days if not day.startswith("il y a"))
    slots = reading({"day": days, "day:de": named, "ago": ago, "year": str(on.year) if ago else ""})
    span = reading({"span": span_phrases(on, today)}, many=True)
    return Reading({**slots.slots, **span.slots})


def read_event(text: str, on: dt.date | None, owners: Owners, kind: str) -> Reading | None:
    """Slots event, event:de, event:title, at_event, or invitation; marks theirs, minutes, named.

    What is the reader's own gets at_event:vous, at_event:tu and so on instead.
    """
    if occasions.is_invitation(tidy(text)):
        return reading({"invitation:vous": "votre invitation", "invitation:tu": "ton invitation"})
    texts = occasions.event_texts(text, on, owners)
    theirs = len(texts) > 1
    events = [occasions.read_event(each, theirs=theirs) for each in texts]
    slots: dict[str, str | tuple[str, ...]] = {}
    marks = set()
    for who, each in zip(_PRONOUNS, events, strict=False):
        if each is None:
            return None
        end, behind = (f":{who}", f":{who}de") if theirs else ("", ":de")
        slots |= {f"event{end}": each.name, f"at_event{end}": each.within}
        slots |= {f"event{behind}": of(each.name) if each.name else ""}
        if not theirs:
            slots["event:title"] = "" if each.is_minutes or not each.name else tidy(texts[0])
        marks |= {"minutes"} if each.is_minutes else set()
        marks |= {"named"} if each.is_named else set()
    if theirs and kind in _SPEAKING:
        marks.add("theirs")
    return reading(slots, frozenset(marks))


def read_place(text: str, owners: Owners) -> Reading | None:
    """Slots place and in_place; of the reader's own place in_place:vous and in_place:tu."""
    texts = places.place_texts(text, owners)
    within = [places.read_place(each, theirs=len(texts) > 1) for each in texts]
    if "" in within:
        return None
    if len(within) == 1:
        name = tidy(text)
        is_name = name[:1].isupper() and within[0] == f"à {name}"
        return reading({"in_place": within[0], "place": name if is_name else ""})
    return reading({f"in_place:{who}": each for who, each in zip(_PRONOUNS, within, strict=True)})


def read_topic(text: str, owners: Owners, own: str) -> Reading | None:
    """Slots theme, topic:de, thing, thing:de, thing_one, favour, question, point.

    What they did for the writer ("tu m'as …") is favour:de, "de m'avoir …".
    """
    kindness = topics.read_kindness(text)
    if kindness:
        return reading({"favour:de": kindness})
    if any(re.search(rf"(?:de |d'|chez ){re.escape(owner)}\b", text) for owner in owners):
        return None
    topic = topics.read_topic(without_my(tidy(text), own))
    if not topic:
        return None
    phrase = topic.phrase
    many, gender = (phrase.many or bool(phrase.joined), phrase.gender) if phrase else (False, "")

    def said(text: str) -> tuple[Wording, ...]:
        return (Wording(text, many, gender, topic.is_jotted),) if text else ()

    slots = {
        "theme": said(topic.theme),
        "topic:de": said(topic.of),
        "question": said(topic.question),
        "point": said(topic.point),
        "point:que": said(f"{'qu' + chr(39) if elides(topic.point) else 'que '}{topic.point}")
        if topic.point
        else (),
    }
    if phrase and phrase.definite:
        slots |= _as_thing(phrase, is_jotted=topic.is_jotted)
    return Reading({slot: wordings for slot, wordings in slots.items() if wordings})


def _as_thing(phrase: Phrase, *, is_jotted: bool) -> dict[str, tuple[Wording, ...]]:
    """What can be a subject, and be thanked for."""

    def said(text: str) -> tuple[Wording, ...]:
        return (Wording(text, many, phrase.gender, is_jotted),)

    definite, many = phrase.definite, phrase.many or bool(phrase.joined)
    slots = {"thing": said(definite), "thing:de": said(_each(of, phrase))}
    slots["thing:a"] = said(_each(at, phrase))
    slots["favour"] = said(phrase.definite)
    if not many:
        slots["thing_one"] = slots["thing"]
    return slots


def _each(preposed: Callable[[str], str], phrase: Phrase) -> str:
    """ "du four et de la cheminée": each of two things has its own preposition."""
    if not phrase.joined:
        return preposed(phrase.definite)
    return f"{preposed(replace(phrase, joined=None).definite)} et {_each(preposed, phrase.joined)}"


def read_headline(text: str, _formal: bool) -> Reading | None:
    """Slots about_me, a clause that begins with "je", and as_a."""
    shape = headlines.read_headline(text)
    return reading({"about_me": shape.i_am, "as_a": shape.as_a}) if shape else None


def read_work(kind: str, title: str, where: str, _owners: Owners) -> Reading | None:
    """Slots work:vous, work:tu, title, in_where, or work:seen for what has no title."""
    sight = works.read_sight(kind, title)
    if sight and sight.definite:
        slots = {"work:seen": sight.definite, "work:seende": of(sight.definite)}
        slots["in_where"] = works.within(where)
        return reading(slots, many=sight.many, gender=sight.gender)
    work = works.read_work(kind, title, where)
    if not work:
        return None
    marks = frozenset({"titled", "readable"} if work.is_read else {"titled"})
    slots = {"work:vous": f"votre {work.name}", "work:tu": f"{work.yours} {work.name}"}
    slots |= {"title": work.title, "in_where": work.where}
    return reading(slots, marks, gender=work.gender)


def read_offer(text: str) -> Reading | None:
    """Slots sendable, offer, deed:vous, deed:tu, acquaintance and its like."""
    offer = offers.read_offer(text)
    if not offer:
        return None
    if not offer.thing:
        slots = {"acquaintance": offer.person, "acquaintance_name": offer.given}
        slots["deed:vous"] = offers.addressed(offer.deed, familiar=False)
        slots["deed:tu"] = offers.addressed(offer.deed, familiar=True)
        if offer.is_named:
            slots["acquaintance_named"] = offer.person
        return reading(slots)
    kind, thing = "sendable" if offer.can_be_sent else "offer", offer.thing
    return reading({kind: thing.indefinite}, many=thing.many, gender=thing.gender)


def read_promise(text: str, owners: Owners, own: str) -> Reading | None:
    """Slots promise:vous, promise:tu and with de, promised, owed or owed_by_hand, due."""
    promise = promises.read_promise(text, owners, own)
    if not promise:
        return None
    slots = {"due": promise.due}
    for who in _PRONOUNS:
        said = offers.addressed(promise.deed, familiar=who == "tu")
        with_of = f"d'{said}" if elides(said) else f"de {said}"
        slots |= {f"promise:{who}": said, f"promise:{who}de": with_of if said else ""}
    thing = promise.thing
    if not thing:
        return reading(slots)
    slots |= {"promised": thing.definite}
    slots["owed" if promise.goes_out else "owed_by_hand"] = thing.definite
    return reading(slots, many=thing.many, gender=thing.gender)


def read_tie(text: str) -> Reading | None:
    """Slots we_both:vous, we_both:tu, both whole clauses, or we_both:common, a noun phrase."""
    clause, common = ties.read_tie(text), ties.read_common(text)
    slots = {"we_both:common": common}
    if clause:
        slots |= {"we_both:vous": f"vous et moi {clause}", "we_both:tu": f"toi et moi {clause}"}
    return reading(slots) if clause or common else None
