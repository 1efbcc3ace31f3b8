"""advise(): what to do for a brief, before a word is written."""

from __future__ import annotations

from redleaf.networks import Network
from redleaf.notes.brief import Brief
from redleaf.writing.advice.channels import (
    after_the_default,
    carries_no_note,
    counted_notes,
    without_note,
)
from redleaf.writing.advice.occasions import called
from redleaf.writing.advice.questions import question_for
from redleaf.writing.advice.reasons import why_a_note, why_ask
from redleaf.writing.advice.record import Advice
from redleaf.writing.advice.substance import has_something_to_say
from redleaf.writing.advice.tongues import in_another_language, is_written
from redleaf.writing.budget import INVITING
from redleaf.writing.drafts import Question
from redleaf.writing.material import Material


def advise(
    brief: Brief,
    material: Material,
    recognition: str,
    network: Network | None,
    *,
    default_went_out: bool,
) -> Advice:
    """The advice for a brief; `default_went_out` when the network's own text was sent already."""
    if not material.has_name:
        return _without_name()
    who = called(brief)
    if _needs_no_note(brief, material, recognition, network):
        return _a_wave(brief, who)
    if not is_written(brief):
        return in_another_language(brief, who, network)
    if not has_something_to_say(brief, material):
        return ask(brief, material)
    if default_went_out and brief.aim in (*INVITING, "follow-up"):
        return after_the_default(network, who)
    budget = counted_notes(brief, network)
    if carries_no_note(brief, network) or (budget and budget.is_spent):
        return without_note(brief, recognition, network, who)
    return Advice("note", why_a_note(brief, material, recognition, network, who))


def ask(brief: Brief, material: Material) -> Advice:
    """No note, but the one question whose answer would change that most."""
    question = question_for(brief, material)
    return Advice("ask-me", why_ask(brief, material), question, writes=False)


def _without_name() -> Advice:
    question = Question("recipient.name", "What are they called, as they write it themselves?")
    return Advice("ask-me", "The name cannot be used as it is recorded.", question, writes=False)


def _needs_no_note(
    brief: Brief, material: Material, recognition: str, network: Network | None
) -> bool:
    """Whether a wave is enough: a letter or a card has no button to press, and says something."""
    if recognition != "close" or brief.aim != "connect" or material.promises:
        return False
    is_letter = network is not None and network.name in ("email", "card")
    return not (is_letter and has_something_to_say(brief, material))


def _a_wave(brief: Brief, who: str) -> Advice:
    why = f"{who} knows you well: a wave is enough, an explanation would be ceremony."
    if brief.recipient.register == "formal":
        why = (
            f"{who} knows you well: send the request as it is. An explanation would be ceremony, "
            "and a joke too much."
        )
    return Advice("no-note", why, writes=False)
