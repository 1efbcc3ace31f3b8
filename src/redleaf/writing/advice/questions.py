"""Questions: the one thing to ask the user, whose answer would change the note most."""

from __future__ import annotations

import re

from redleaf.notes.brief import Brief, Encounter
from redleaf.notes.rough_days import is_rough
from redleaf.writing.advice.occasions import (
    are_private,
    called,
    latest,
    occasion_of,
    when_of,
    without_owner,
)
from redleaf.writing.days import is_to_come
from redleaf.writing.drafts import Question
from redleaf.writing.languages.en.days import MONTHS
from redleaf.writing.material import Material
from redleaf.writing.soundness import LONGEST, sound

# Facts that could not be used, in the order of what they would be worth to the reader.
_WORTH = ("ask", "topics", "said", "event", "introduced_by", "title", "shared", "promises", "place")
_GATHERINGS = {"conference": "the conference", "talk": "the talk", "class": "the class"}


def question_for(brief: Brief, material: Material) -> Question:
    """The question to ask when a brief holds too little; `about` is where its answer belongs."""
    return (
        _about_the_aim(brief)
        or _about_the_unusable(brief, material)
        or _about_a_meeting(brief)
        or _about_a_work(brief)
        or _about_anything(brief, material)
    )


def _about_the_aim(brief: Brief) -> Question | None:
    who, at = called(brief), latest(brief)
    if brief.aim == "introduce":
        return Question("sender.offers", f"Whom would you like to introduce to {who}?")
    if brief.aim == "ask-advice":
        return Question("ask", f"What would you ask {who}, in one question?")
    if brief.aim != "thank":
        return None
    where = _with_blank(occasion_of(brief.encounters[at], who, brief.today)) if at >= 0 else ""
    about = f"encounters.{at}.topics" if at >= 0 else "encounters"
    return Question(about, f"What did {who} do{where} that you would like to thank for?")


def _about_the_unusable(brief: Brief, material: Material) -> Question | None:
    """About a fact that is recorded, but not so that a sentence could hold it."""
    fields = {path: _field(path) for path in material.set_aside}
    usable = [path for path in material.set_aside if fields[path] in _WORTH]
    path = min(usable, key=lambda each: _WORTH.index(fields[each]), default="")
    if not path:
        return None
    number = int(path.split(".")[1]) if "." in path else 0
    if not path.startswith("encounters."):
        return Question(path, _text_about(fields[path], number, brief))
    met = brief.encounters[number]
    if is_to_come(met.on, brief.today):
        return None
    return Question(path, _text_about_meeting(fields[path], met, brief))


def _text_about(field: str, number: int, brief: Brief) -> str:
    who = called(brief)
    if field == "title":
        kind = sound(brief.noticed[number].kind, longest=24)
        return f"What is {who}'s {kind} called?" if kind else f"What of {who}'s did you see?"
    return {
        "ask": f"What would you ask {who}, as a question they could read?",
        "shared": f"What do you and {who} have in common, in a few words?",
        "promises": f"What did you promise {who}, in a few words?",
    }[field]


def _text_about_meeting(field: str, met: Encounter, brief: Brief) -> str:
    who = called(brief)
    where = _with_blank(occasion_of(met, who, brief.today))
    other = " else" if are_private(met.topics, brief) else ""
    return {
        "topics": f"What{other} did you and {who} talk about{where}?",
        "said": f"What did {who} say{where}, in a few words?",
        "event": f"What was {_GATHERINGS.get(met.kind, 'the occasion')} called where you met {who}"
        f"{_with_blank(when_of(met, brief.today))}?",
        "place": f"Where did you and {who} meet?",
        "introduced_by": f"Who introduced you to {who}?",
    }[field]


def _about_a_meeting(brief: Brief) -> Question | None:
    if not brief.encounters:
        return None
    who, at = called(brief), latest(brief)
    if at < 0:
        return _about_the_day(brief, who)
    met = brief.encounters[at]
    where = _with_blank(occasion_of(met, who, brief.today))
    if any(sound(text, longest=LONGEST["topic"]) for text in met.topics):
        return _about_the_place(at, met, who)
    if met.kind == "introduction" and not met.introduced_by:
        return Question(f"encounters.{at}.introduced_by", f"Who introduced you to {who}{where}?")
    if met.kind == "talk" and (bare := without_owner(where, brief)) != where:
        text = f"What did {who} say{bare} that stayed with you?"
    elif met.kind == "class":
        text = f"What do you and {who} both remember{_from(where)}?"
    elif met.kind == "work":
        text = f"What did you and {who} work on together{where.replace(' at work', '', 1)}?"
    elif met.kind == "neighbour":
        text = f"What did you and {who} last talk about, or do for each other?"
    else:
        text = f"What did you and {who} talk about{where}?"
    return Question(f"encounters.{at}.topics", text)


def _about_the_place(at: int, met: Encounter, who: str) -> Question:
    """What was spoken about is known, and no note came of it: then the place is missing."""
    if met.event or met.place:
        return Question(f"encounters.{at}.said", f"What did {who} say, in a few of the words?")
    return Question(f"encounters.{at}.event", f"Where was it that you and {who} talked?")


def _about_the_day(brief: Brief, who: str) -> Question:
    number = len(brief.encounters) - 1
    met = brief.encounters[number]
    event = sound(met.event, longest=LONGEST["event"], lines=True)
    day = "That day"
    if met.on:
        day = met.on.isoformat() if is_rough(met.on) else f"{met.on.day} {MONTHS[met.on.month - 1]}"
    what = f"{event[:1].upper()}{event[1:]} ({day})" if event else day
    text = f"{what} is still to come: on which day did you and {who} meet?"
    return Question(f"encounters.{number}.on", text)


def _about_a_work(brief: Brief) -> Question | None:
    if not brief.noticed:
        return None
    return Question("noticed.0.title", _text_about("title", 0, brief))


def _about_anything(brief: Brief, material: Material) -> Question:
    """Nobody recorded a meeting or a work: how do they know each other at all?"""
    who, whole = called(brief), _whole_name(brief)
    company = sound(brief.recipient.company, longest=LONGEST["company"])
    if brief.recognition == "unknown":
        text = f"What made you think of {who}: something of theirs, or somebody you both know?"
        return Question("noticed", text)
    if brief.recognition in ("close", "recent"):
        text = f"Where did you and {who} last meet, and what did you talk about?"
    elif brief.recognition == "faded" or brief.aim == "reconnect":
        text = f"Where do you and {who} know each other from?"
    elif material.mutual:
        common = material.mutual[0].scope["mutual"][0].text
        text = f"Besides {common}: where did you meet {who}, or what do you both care about?"
    elif company and company.lower() in brief.sender.headline.lower():
        text = f"Where at {company} did you and {who} meet, or what do you both work on?"
    elif company:
        text = f"Where did you meet {whole}, or what do you have to do with {company}?"
    else:
        text = f"How do you know {whole}?"
    return Question("encounters", text)


def _whole_name(brief: Brief) -> str:
    whole = sound(brief.recipient.name, longest=LONGEST["name"], lines=True)
    return whole or called(brief)


def _field(path: str) -> str:
    """`encounters.0.topics.1` is a topic, `shared.0` is shared."""
    return [part for part in path.split(".") if not part.isdigit()][-1]


def _with_blank(where: str) -> str:
    return f" {where}" if where else ""


def _from(where: str) -> str:
    """ " at Ennis Grammar School" as " from Ennis Grammar School", "our year" as "your year"."""
    return re.sub(r"^ (?:at|in|on) ", " from ", where).replace(" our ", " your ", 1)
