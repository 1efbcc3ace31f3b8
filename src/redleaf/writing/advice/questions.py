"""Questions: the one thing to ask the user, whose answer would change the note most."""

from __future__ import annotations

from redleaf.notes.brief import Brief
from redleaf.writing.advice.occasions import called, latest, occasion_of
from redleaf.writing.days import is_to_come
from redleaf.writing.drafts import Question
from redleaf.writing.languages import code_of, language, languages
from redleaf.writing.languages.en.days import MONTHS
from redleaf.writing.material import Material
from redleaf.writing.soundness import LONGEST, sound

# Facts that could not be used, in the order of what they would be worth to the reader.
_WORTH = ("ask", "topics", "said", "event", "introduced_by", "title", "shared", "promises", "place")


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
    number = int(path.split(".")[1]) if "." in path else 0
    if not path or (path.startswith("encounters.") and _is_ahead(brief, number)):
        return None
    return Question(path, _text_about(path, fields[path], number, brief))


def _text_about(path: str, field: str, number: int, brief: Brief) -> str:
    who = called(brief)
    met = brief.encounters[number] if path.startswith("encounters.") else None
    where = _with_blank(occasion_of(met, who, brief.today)) if met else ""
    if field == "topics":
        other = " else" if met and _is_private(met.topics, brief) else ""
        return f"What{other} did you and {who} talk about{where}?"
    if field == "ask":
        return f"What would you ask {who}, as a question they could read?"
    if field == "title":
        return f"What is it called, what you have read or seen of {who}'s?"
    return {
        "said": f"What did {who} say{where}, in a few of their words?",
        "event": f"What was it called, where you met {who}{where}?",
        "place": f"Where did you and {who} meet?",
        "introduced_by": f"Who introduced you to {who}?",
        "shared": f"What do you and {who} have in common, in a few words?",
        "promises": f"What did you promise {who}, in a few words?",
    }[field]


def _about_a_meeting(brief: Brief) -> Question | None:
    if not brief.encounters:
        return None
    who, at = called(brief), latest(brief)
    if at < 0:
        return _about_the_day(brief, who)
    met = brief.encounters[at]
    where = _with_blank(occasion_of(met, who, brief.today))
    here = f"encounters.{at}"
    if met.kind == "introduction" and not met.introduced_by:
        return Question(f"{here}.introduced_by", f"Who introduced you to {who}{where}?")
    if met.kind == "talk" and f"{who}'s " in where:
        text = f"What did {who} say{where} that stayed with you?"
        return Question(f"{here}.topics", text)
    text = {
        "work": f"What did you and {who} work on together{_not_at_work(where)}?",
        "neighbour": f"What do you and {who} know of each other as neighbours?",
        "family": f"What did you and {who} last talk about{where}?",
        "class": f"What do you both remember of it, you and {who}{where}?",
    }.get(met.kind, f"What did you and {who} talk about{where}?")
    return Question(f"{here}.topics", text)


def _about_the_day(brief: Brief, who: str) -> Question:
    number = len(brief.encounters) - 1
    met = brief.encounters[number]
    event = sound(met.event, longest=LONGEST["event"], lines=True)
    day = f"{met.on.day} {MONTHS[met.on.month - 1]}" if met.on else "that day"
    what = event[:1].upper() + event[1:] if event else f"The {day}"
    when = f" ({day})" if event else ""
    text = f"{what}{when} is still to come: on which day did you and {who} meet?"
    return Question(f"encounters.{number}.on", text)


def _about_a_work(brief: Brief) -> Question | None:
    if not brief.noticed:
        return None
    text = f"What of {called(brief)}'s have you read or seen, by its title?"
    return Question("noticed.0.title", text)


def _about_anything(brief: Brief, material: Material) -> Question:
    """Nobody recorded a meeting or a work: how do they know each other at all?"""
    who, whole = called(brief), _whole_name(brief)
    if brief.recognition == "unknown":
        text = f"What made you think of {who}: something of theirs, or somebody you both know?"
        return Question("noticed", text)
    if brief.recognition in ("close", "recent"):
        return Question("encounters", f"Where did you and {who} last meet, and what about?")
    if brief.recognition == "faded" or brief.aim == "reconnect":
        return Question("encounters", f"Where do you and {who} know each other from?")
    if material.mutual:
        common = material.mutual[0].scope["mutual"][0].text
        text = f"Besides {common}: where did you meet {who}, or what do you both care about?"
        return Question("encounters", text)
    company = sound(brief.recipient.company, longest=LONGEST["company"])
    if company:
        text = f"Where did you meet {whole}, or what do you have to do with {company}?"
        return Question("encounters", text)
    return Question("encounters", f"How do you know {whole}?")


def _whole_name(brief: Brief) -> str:
    whole = sound(brief.recipient.name, longest=LONGEST["name"], lines=True)
    return whole or called(brief)


def _field(path: str) -> str:
    """`encounters.0.topics.1` is a topic, `shared.0` is shared."""
    named = [part for part in path.split(".") if not part.isdigit()]
    return named[-1]


def _is_ahead(brief: Brief, number: int) -> bool:
    return is_to_come(brief.encounters[number].on, brief.today)


def _is_private(texts: tuple[str, ...], brief: Brief) -> bool:
    code = code_of(brief.recipient.language)
    tongue = language(code if code in languages() else "en")
    return any(tongue.is_private(text) for text in texts)


def _with_blank(where: str) -> str:
    return f" {where}" if where else ""


def _not_at_work(where: str) -> str:
    return where.replace(" at work", "", 1)
