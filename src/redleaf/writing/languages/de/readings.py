"""German readers: the shapes of facts as slots that German frames take up.

Behind the colon of a slot stands a case (`dat`, `acc`) or who is spoken to: `du` for friends and
equals, `sie` for formal letters. Where a fact names the reader ("ihre Küche"), only the latter are
given, and frames without one cannot take it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from redleaf.writing.languages.de import (
    headlines,
    occasions,
    offers,
    promises,
    ties,
    topics,
    works,
)
from redleaf.writing.languages.de.days import (
    ago_phrases,
    day_phrases,
    since_phrases,
    span_phrases,
)
from redleaf.writing.languages.de.persons import without_my
from redleaf.writing.languages.de.phrases import ACC, DAT, NOM, Phrase
from redleaf.writing.languages.de.verbs import with_zu
from redleaf.writing.languages.language import Owners, Reading, Wording, reading

_SPEAKING = ("talk", "class", "conference", "online", "other")
_PRONOUNS = ("du", "sie")


def read_day(on: dt.date, today: dt.date | None) -> Reading:
    """Slots day, day:since, ago, span, span:dat, year."""
    ago = ago_phrases(on, today)
    days = reading(
        {
            "day": day_phrases(on, today),
            "day:since": since_phrases(on, today),
            "ago": ago,
            "year": str(on.year) if ago else "",
        }
    )
    span = span_phrases(on, today)
    spans = {"span": span, "span:dat": tuple(f"{each}n" for each in span)}
    return Reading({**days.slots, **reading(spans, many=True).slots})


def read_event(text: str, on: dt.date | None, owners: Owners, kind: str) -> Reading | None:
    """Slots event, event:dat, event:von, at_event, or invitation; marks theirs, minutes, named.

    What is the reader's own gets at_event:du, at_event:sie and so on instead.
    """
    texts = occasions.event_texts(text, on, owners)
    events = [occasions.read_event(each) for each in texts]
    first = events[0]
    if not first or None in events:
        return None
    if first.is_invitation:
        forms = zip(_PRONOUNS, events * 2, strict=False)
        return reading({f"invitation:{who}": each.name for who, each in forms if each})
    marks = {"minutes"} if first.is_minutes else set()
    marks |= {"named"} if first.is_named else set()
    slots: dict[str, str | tuple[str, ...]] = {}
    for who, each in zip(_PRONOUNS, events, strict=False):
        assert each is not None  # noqa: S101 - asked above
        end, of = (f":{who}", who) if len(events) > 1 else ("", "")
        slots |= {f"event{end}": each.name, f"event:{of}dat": each.dative}
        slots |= {f"event:{of}acc": each.accusative, f"at_event{end}": each.within}
        if not of and not first.is_minutes:
            slots["event:title"] = occasions.title_of(text, each)
            slots["event:von"] = occasions.melted(f"von {each.dative}")
    if len(events) > 1 and kind in _SPEAKING:
        marks.add("theirs")
    return reading(slots, frozenset(marks))


def read_place(text: str, owners: Owners) -> Reading | None:
    """Slots place and in_place; of the reader's own place in_place:du and in_place:sie."""
    places = [occasions.read_place(each) for each in occasions.place_texts(text, owners)]
    first = places[0]
    if not first or None in places:
        return None
    if len(places) == 1:
        return reading({"place": first.name, "in_place": first.within})
    forms = zip(_PRONOUNS, places, strict=True)
    return reading({f"in_place:{who}": each.within for who, each in forms if each})


def read_topic(text: str, owners: Owners, own: str) -> Reading | None:
    """Slots theme, topic, thing and favour in their cases, question, point, thing_one.

    What they did for the writer ("dass sie mir …") is favour:dass and favour:dasssie.
    """
    kindness = topics.read_kindness(text)
    if kindness:
        return reading({"favour:dass": kindness[0], "favour:dasssie": kindness[1]})
    topic = topics.read_topic(without_my(text, own))
    if not topic or any(f"{owner}s " in text for owner in owners):
        return None
    phrase = topic.phrase
    many, gender = (bool(phrase.many), phrase.gender) if phrase else (False, "")

    def said(text: str) -> tuple[Wording, ...]:
        return (Wording(text, many, gender, topic.is_jotted),) if text else ()

    slots = {
        "theme": said(topic.theme),
        "topic": said(topic.about),
        "topic:dat": said(topic.dative),
        "topic:zu": said(occasions.melted(f"zu {topic.dative}") if topic.dative else ""),
        "question": said(topic.question),
        "point": said(topic.point),
    }
    slots |= _as_thing(phrase, topic.is_jotted) if phrase else {}
    return Reading({slot: wordings for slot, wordings in slots.items() if wordings})


def _as_thing(phrase: Phrase, is_jotted: bool) -> dict[str, tuple[Wording, ...]]:
    """What needs a number and a gender: to be a subject, and to be thanked for."""
    if phrase.many is None or not phrase.gender:
        return {}
    known = _spoken_of(phrase)

    def said(text: str) -> tuple[Wording, ...]:
        return (Wording(text, bool(phrase.many), phrase.gender, is_jotted),) if text else ()

    slots = {"thing": said(known.said(NOM)), "thing:acc": said(known.said(ACC))}
    dative = known.said(DAT)
    slots |= {"thing:dat": said(dative)}
    slots["thing:von"] = said(occasions.melted(f"von {dative}") if dative else "")
    slots |= {"favour:acc": said(phrase.with_the().said(ACC))}
    if not phrase.many:
        slots["thing_one"] = slots["thing"]
    return slots


def _spoken_of(phrase: Phrase) -> Phrase:
    """Once spoken of, "ein Esel namens Verdi" is der Esel namens Verdi."""
    if phrase.kind == "ein" and phrase.article == "ein":
        return replace(phrase, kind="der", article="der")
    return phrase.with_the()


def read_headline(text: str, _formal: bool) -> Reading | None:
    """Slots about_me, as_a, and about_me:whole, a sentence of its own behind a colon."""
    shape = headlines.read_headline(text)
    if not shape:
        return None
    whole = _capitalised(shape.i_am)
    return reading({"about_me": shape.i_am, "about_me:whole": whole, "as_a": shape.as_a})


def read_work(kind: str, title: str, where: str, owners: Owners) -> Reading | None:
    """Slots work, title, in_where, or work:seen for what has no title; marks titled, readable."""
    sight = works.read_sight(kind, title, owners)
    if sight:
        where = works.within(where)
        slots = {"work:seen": sight.said(NOM), "in_where": where}
        slots["work:seenacc"] = sight.said(ACC)
        slots["work:seenvon"] = occasions.melted(f"von {sight.said(DAT)}")
        return reading(slots, many=bool(sight.many), gender=sight.gender)
    work = works.read_work(kind, title, where, owners)
    if not work:
        return None
    marks = frozenset({"titled", "readable"} if work.is_read else {"titled"})
    slots = {"work": work.name, "title": work.title, "in_where": work.where}
    return reading(slots, marks, gender=work.gender)


def read_offer(text: str) -> Reading | None:
    """Slots sendable, offer (also acc, bare), deed:du, deed:sie, acquaintance and its like."""
    offer = offers.read_offer(text)
    if not offer:
        return None
    if not offer.thing:
        slots = {"acquaintance": offer.person, "acquaintance_name": offer.given}
        slots["deed:du"] = offers.addressed(offer.deed, "dir", "dich", "dein")
        slots["deed:sie"] = offers.addressed(offer.deed, "Ihnen", "Sie", "Ihr")
        if offer.is_named:
            slots["acquaintance_named"] = offer.person
        return reading(slots)
    kind, thing = "sendable" if offer.can_be_sent else "offer", offer.thing
    # A pronoun speaks of it, so its gender must be known; a bare thing stands behind a colon.
    if not thing.gender or thing.many is None:
        return reading({f"{kind}:bare": thing.said(NOM), f"{kind}:acc": thing.said(ACC)})
    slots = {kind: thing.said(NOM), f"{kind}:acc": thing.said(ACC), f"{kind}:bare": thing.said(NOM)}
    return reading(slots, many=bool(thing.many), gender=thing.gender)


def read_promise(text: str, owners: Owners, own: str) -> Reading | None:
    """Slots promise:du, promise:sie and with zu, promised, promised:acc, owed, owed:acc, due."""
    promise = promises.read_promise(text, owners, own)
    if not promise:
        return None
    deed, slots = promise.deed, {"due": promise.due}
    for who, dative, accusative in (("du", "dir", "dich"), ("sie", "Ihnen", "Sie")):
        said = promises.addressed(deed, dative, accusative)
        slots |= {f"promise:{who}": said, f"promise:{who}zu": with_zu(said) if said else ""}
    thing = promise.thing
    if not thing:
        return reading(slots)
    owed = "owed" if promise.goes_out else "owed_by_hand"
    slots |= {"promised:acc": thing.said(ACC), f"{owed}:acc": thing.said(ACC)}
    if thing.gender and thing.many is not None:
        slots |= {"promised": thing.said(NOM), owed: thing.said(NOM)}
    return reading(slots, many=bool(thing.many), gender=thing.gender)


def read_tie(text: str) -> Reading | None:
    """Slots we_both, and we_both:whole, a sentence of its own behind a colon."""
    tie = ties.read_tie(text)
    return reading({"we_both": tie, "we_both:whole": _capitalised(tie)}) if tie else None


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
