"""Reasons: why a note, and why a question first, in a sentence or two that one can nod at."""

from __future__ import annotations

from redleaf.networks import Network
from redleaf.notes.brief import Brief
from redleaf.writing.advice.channels import counted_notes
from redleaf.writing.advice.occasions import are_private, called, latest, occasion_of, when_of
from redleaf.writing.advice.substance import IN_COMPANY, is_a_stranger
from redleaf.writing.budget import left_in_words
from redleaf.writing.days import whole_years
from redleaf.writing.languages.en.days import day_phrases, number_word
from redleaf.writing.material import Material

_LONG = 10


def why_a_note(
    brief: Brief, material: Material, recognition: str, network: Network | None, who: str
) -> str:
    """Why a note is worth writing, and what it has to do."""
    why = (
        _by_aim(brief, material, recognition, who)
        or _by_promise(material, who)
        or _by_recognition(brief, recognition, who)
        or _to_a_stranger(material, who)
    )
    return why + _left(brief, network)


def why_ask(brief: Brief, material: Material) -> str:
    """Why no note is written yet."""
    if brief.encounters and latest(brief) < 0:
        return "A meeting that is still to come can be neither remembered nor thanked for."
    if material.set_aside:
        return _what_is_unusable(brief)
    by_aim = {
        "introduce": "An introduction needs somebody to introduce.",
        "ask-advice": "Whoever is asked for advice wants to know on what: one clear question is "
        "easier to answer than a wish for advice.",
        "thank": "A thank-you has to say what for, or it could be to anybody.",
    }
    return by_aim.get(brief.aim) or _what_is_missing(brief, material)


def _by_aim(brief: Brief, material: Material, recognition: str, who: str) -> str:
    if brief.aim == "thank":
        return f"A thank-you is worth a note of its own, however well {who} knows you."
    if brief.aim == "ask-advice":
        return f"Ask {who} one clear question, and leave an easy way to say no."
    if brief.aim == "introduce":
        return f"Ask {who} first, then the other: each of them should be free to say no."
    if brief.aim == "answer" and recognition == "unknown" and is_a_stranger(material):
        return f"Nothing recorded says who {who} is: ask kindly before you accept."
    if brief.aim == "answer":
        return f"{who} wrote to you: say that it arrived, and take up the thread."
    return ""


def _by_promise(material: Material, who: str) -> str:
    return f"You made {who} a promise: the note keeps it in mind." if material.promises else ""


def _by_recognition(brief: Brief, recognition: str, who: str) -> str:
    if recognition == "close":
        return f"{who} knows you: no explanation, only what you want to say."
    if recognition == "recent":
        when = _when(brief)
        return (
            f"You met {when}: remind {who} of what you shared."
            if when
            else f"{who} would still know you: name what you shared."
        )
    if recognition == "faded":
        return f"{_how_long(brief)}: give {who} the thread before anything else."
    return ""


def _to_a_stranger(material: Material, who: str) -> str:
    if any("introducer" in met.scope for met in material.encounters):
        return f"{who} knows you only through somebody: their name comes first, then why you write."
    if material.encounters:
        return f"{who} may not have noticed you there: say where it was, and who you are."
    if material.ties:
        return f"{who} may not place you: begin with what you share."
    if material.works:
        return f"{who} does not know you: name what you saw of theirs, and say who you are."
    if material.mutual:
        return f"{who} does not know you: begin with the one whom you both know."
    return f"{who} does not know you yet: say plainly why you write."


def _when(brief: Brief) -> str:
    at = latest(brief)
    on = brief.encounters[at].on if at >= 0 else None
    return (day_phrases(on, brief.today) or ("",))[0] if on else ""


def _how_long(brief: Brief) -> str:
    at = latest(brief)
    on = brief.encounters[at].on if at >= 0 else None
    if not on:
        return "It is not recorded when you met"
    years = whole_years(on, brief.today) if brief.today else 0
    if years < 2:
        return "It has been a while"
    words = number_word(years)
    gone = "are a long time" if years >= _LONG else "have gone by"
    return f"{words[:1].upper()}{words[1:]} years {gone}"


def _left(brief: Brief, network: Network | None) -> str:
    """How many notes of the month there are, this one among them, where they are counted."""
    budget = counted_notes(brief, network)
    return f" {left_in_words(budget, brief.today)}" if budget else ""


def _what_is_unusable(brief: Brief) -> str:
    topics = tuple(text for met in brief.encounters for text in met.topics)
    if are_private(topics, brief):
        return "What is recorded is no matter for a note, and the rest says nothing about you two."
    return "What is recorded cannot be used as it is, and the rest says nothing about you two."


def _what_is_missing(brief: Brief, material: Material) -> str:
    who, at = called(brief), latest(brief)
    where = occasion_of(brief.encounters[at], who, brief.today) if at >= 0 else ""
    if where and where == when_of(brief.encounters[at], brief.today):
        return f"A day alone ({where}) does not remind {who} of you."
    if where and brief.encounters[at].kind in IN_COMPANY:
        return f"That you both were there ({where}) is true of everybody there."
    if where:
        return f"Where you met is known ({where}); what the two of you had of it is not."
    if material.mutual:
        return f"That you both know somebody does not say yet why you write to {who}."
    if material.offers or "about_me" in material.base:
        return f"What you do or offer is half of a note; the other half is why {who}."
    return (
        "Nothing here is about the two of you yet, and a note that could go to anybody is "
        "better not sent."
    )
