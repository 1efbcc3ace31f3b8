"""Advice before words: whether to write, where, and what to ask when there is nothing to say."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from redleaf.networks import Network
from redleaf.notes.brief import Brief
from redleaf.writing.days import is_to_come
from redleaf.writing.drafts import Question
from redleaf.writing.languages import code_of, language, languages
from redleaf.writing.languages.en.days import day_phrases
from redleaf.writing.material import Material, Source

_LANGUAGE_NAMES = {
    "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese",
    "nl": "Dutch", "pl": "Polish", "sv": "Swedish", "da": "Danish", "no": "Norwegian",
    "nb": "Norwegian", "fi": "Finnish", "cs": "Czech", "tr": "Turkish", "ru": "Russian",
    "uk": "Ukrainian", "ja": "Japanese", "ko": "Korean", "zh": "Chinese", "ar": "Arabic",
    "el": "Greek", "hu": "Hungarian", "ro": "Romanian", "ca": "Catalan", "id": "Indonesian",
    "hi": "Hindi", "he": "Hebrew", "vi": "Vietnamese",
}  # fmt: skip
_CONNECTING = ("connect", "reconnect")


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do and why; `question` for ask-me; `writes` when drafts belong to it."""

    advice: str
    why: str
    question: Question | None = None
    writes: bool = True


def advise(
    brief: Brief,
    material: Material,
    recognition: str,
    network: Network | None,
    *,
    default_went_out: bool,
) -> Advice:
    """The advice for a brief, before a word is written."""
    if not material.has_name:
        question = Question("recipient.name", "What are they called, as they write it themselves?")
        return Advice(
            "ask-me", "The name cannot be used as it is recorded.", question, writes=False
        )
    who = _called(brief, material)
    if _needs_no_note(brief, material, recognition):
        return Advice(
            "no-note",
            f"{who} knows you well: a wave is enough, an explanation would be ceremony.",
            writes=False,
        )
    if not _writes_language(brief):
        return _other_language(brief, who, network)
    if not has_something_to_say(brief, material):
        return ask(brief, material)
    if default_went_out and brief.aim in (*_CONNECTING, "follow-up"):
        why = (
            f"The standard text went out already. Once {who} accepts, send what the note should "
            "have said; do not invite again."
        )
        return Advice("after-acceptance", why)
    if _holds_no_note(brief, network):
        return _without_note(brief, recognition, network, who)
    return Advice("note", _why_note(brief, material, recognition, who))


def has_something_to_say(brief: Brief, material: Material) -> bool:
    """Whether a note could be about these two people and nobody else."""
    if material.promises or material.ties or material.works:
        return True
    more = bool(material.offers or "about_me" in material.base)
    if (material.mutual and more) or brief.aim == "answer":
        return True
    return any(_tells(source, more=more) for source in material.encounters) or (
        brief.aim == "introduce" and any("acquaintance" in offer.scope for offer in material.offers)
    )


def is_a_stranger(material: Material) -> bool:
    """Whether all that is known of somebody is that they sent an invitation."""
    if material.promises or material.ties or material.works or material.mutual:
        return False
    told = {"event", "topic", "said", "introducer", "place"}
    return not any(told & source.scope.keys() for source in material.encounters)


def ask(brief: Brief, material: Material) -> Advice:
    """No note, but the one question whose answer would change that most."""
    who = _called(brief, material)
    about, text = _question(brief, who)
    why = (
        "Nothing here is about the two of you yet, and a note that could go to anybody is "
        "better not sent."
    )
    if material.set_aside:
        why = (
            f"What is recorded cannot be used as it is ({', '.join(material.set_aside[:3])}), "
            "and the rest says nothing about the two of you."
        )
    return Advice("ask-me", why, Question(about, text), writes=False)


def _tells(source: Source, *, more: bool) -> bool:
    """Whether an encounter is about two people: a hall full of people alone is not."""
    known = source.scope.keys()
    if {"topic", "said", "introducer", "point", "invitation"} & known:
        return True
    in_company = source.kind in ("conference", "talk", "class", "online", "other", "introduction")
    return bool({"event", "day", "place"} & known) and (more or not in_company)


def _question(brief: Brief, who: str) -> tuple[str, str]:
    whole = brief.recipient.name if brief.recipient.name.isprintable() else who
    if not brief.encounters and not brief.noticed:
        return "encounters", f"How do you know {whole if len(whole) <= 60 else who}?"
    if brief.encounters:
        number = len(brief.encounters) - 1
        if is_to_come(brief.encounters[number].on, brief.today):
            text = f"The day is still to come: when did you and {who} meet?"
            return f"encounters.{number}.on", text
        return f"encounters.{number}.topics", f"What did you and {who} speak about?"
    return "noticed.0.title", f"What of {who}'s have you read or seen?"


def _needs_no_note(brief: Brief, material: Material, recognition: str) -> bool:
    return recognition == "close" and brief.aim == "connect" and not material.promises


def _writes_language(brief: Brief) -> bool:
    return code_of(brief.recipient.language) in languages()


def _other_language(brief: Brief, who: str, network: Network | None) -> Advice:
    code = code_of(brief.recipient.language)
    theirs = _LANGUAGE_NAMES.get(code, f"the language {code!r}")
    if _holds_no_note(brief, network):
        advice = _without_note(brief, "recent", network, who)
        why = (
            f"{advice.why} {who} reads {theirs}, which Redleaf cannot write yet: those words "
            "are yours."
        )
        return Advice(advice.advice, why, writes=False)
    why = (
        f"{who} reads {theirs}, and Redleaf writes {_written()} only so far. A note in the "
        "wrong language is no kindness."
    )
    text = f"Would {who} be glad of a note in English? If so, set recipient.language to en."
    return Advice("ask-me", why, Question("recipient.language", text), writes=False)


def _written() -> str:
    *others, last = (language(code).title for code in languages())
    return f"{', '.join(others)} and {last}" if others else last


def _holds_no_note(brief: Brief, network: Network | None) -> bool:
    if brief.limit == 0:
        return True
    if brief.limit is not None or network is None or brief.aim not in _CONNECTING:
        return False
    # Where a request is the only way in; elsewhere a message can be written to anybody.
    return network.name in ("xing", "facebook") and network.can_attach() is False


def _without_note(brief: Brief, recognition: str, network: Network | None, who: str) -> Advice:
    title = network.title if network else "This network"
    if recognition in ("unknown", "faded") and brief.recipient.register == "formal":
        return Advice(
            "email-first",
            f"{title} lets no text go with the request, and {who} may not place your name: write "
            f"an e-mail first.",
        )
    return Advice(
        "after-acceptance",
        f"{title} lets no text go with the request. Send it as it is; these words are for when "
        f"{who} accepts, or for an e-mail.",
    )


def _why_note(brief: Brief, material: Material, recognition: str, who: str) -> str:
    latest = max(
        (each for each in brief.encounters if each.on and not is_to_come(each.on, brief.today)),
        key=lambda each: each.on or dt.date.min,
        default=None,
    )
    when = (day_phrases(latest.on, brief.today) or ("",))[0] if latest and latest.on else ""
    if brief.aim == "thank":
        return f"A thank-you is worth a note of its own, however well {who} knows you."
    if material.promises:
        return f"You made {who} a promise: the note keeps it in mind."
    if recognition == "close":
        return f"{who} knows you: no explanation, only what you want to say."
    if recognition == "recent":
        return (
            f"You met {when}: remind {who} of what you shared."
            if when
            else f"{who} would still know you: name what you shared."
        )
    if recognition == "faded":
        told = "It has been a while" if latest else "It is not recorded when you met"
        return f"{told}: give {who} the thread before anything else."
    return f"{who} does not know you yet: say plainly why you write."


def _called(brief: Brief, material: Material) -> str:
    formal = brief.recipient.register == "formal"
    return material.base["formal_name" if formal else "name"][0].text
