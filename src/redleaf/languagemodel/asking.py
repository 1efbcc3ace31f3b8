"""Asking a model for candidates: whatever it does, this comes back with what there is."""

from __future__ import annotations

from dataclasses import dataclass

from redleaf.errors import RedleafError
from redleaf.languagemodel.exchange import NoAnswer, exchange
from redleaf.languagemodel.keys import key_of
from redleaf.languagemodel.reading import said_by
from redleaf.languagemodel.request import request_for
from redleaf.languagemodel.settings import ModelSettings
from redleaf.languagemodel.talk import begins
from redleaf.languagemodel.wrappings import notes_in
from redleaf.notes.brief import Brief

_OURS = "These are Redleaf's own."


@dataclass(frozen=True, slots=True)
class Candidates:
    """What a model wrote, unjudged, and one sentence about what it did.

    `held_back` are paths of facts that did not leave this machine.
    """

    texts: tuple[str, ...]
    said: str
    held_back: tuple[str, ...] = ()


def candidates_for(brief: Brief, settings: ModelSettings) -> Candidates:
    """Ask the model once for notes from `brief`. Raises nothing of what may go wrong on the way.

    The texts are a stranger's: `draft(brief, candidates=…)` judges them.
    """
    request = request_for(brief, settings)
    try:
        key = key_of(settings)
        answer = exchange(settings.address, request.wire(key), seconds=settings.timeout_seconds)
        texts = _notes_of(said_by(answer, key), brief, settings)
    except NoAnswer as silence:
        return Candidates((), _in_vain(f"{settings.called} {silence}"), request.held_back)
    except RedleafError as error:
        return Candidates((), f"{error} {_OURS}", request.held_back)
    count = "1 note" if len(texts) == 1 else f"{len(texts)} notes"
    said = f"{settings.called} wrote {count}."
    return Candidates(tuple(texts), _capital(said), request.held_back)


def _in_vain(what: str) -> str:
    return _capital(f"{what}; these are Redleaf's own.")


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _notes_of(said: list[str], brief: Brief, settings: ModelSettings) -> list[str]:
    """The notes of all choices, each once, and no more than twice as many as were asked for."""
    who = brief.recipient
    names = [who.called, who.name, *who.name.split()[-1:]]
    notes = list(dict.fromkeys(note for text in said for note in notes_in(text, names)))
    if not notes:
        refused = any(begins("refusal", text) for text in said)
        raise NoAnswer("would not write these notes" if refused else "answered without a note")
    return notes[: 2 * settings.candidates]
