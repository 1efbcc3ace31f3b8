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
from redleaf.languagemodel.wrappings import Worded, notes_in
from redleaf.notes.brief import Brief


@dataclass(frozen=True, slots=True)
class Candidates:
    """What a model wrote, unjudged, and what it did, as a sentence without its full stop.

    `held_back` are paths of facts that did not leave this machine.
    """

    notes: tuple[Worded, ...]
    what: str
    held_back: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(each.text for each in self.notes)

    @property
    def said(self) -> str:
        """The sentence for the user, who sees Redleaf's own notes where there are no others."""
        return f"{self.what}." if self.notes else f"{self.what}; these are Redleaf's own."


def candidates_for(brief: Brief, settings: ModelSettings) -> Candidates:
    """Ask the model once for notes from `brief`. Raises nothing of what may go wrong on the way.

    The notes are a stranger's: redleaf.languagemodel.fates and `draft()` judge them.
    """
    request = request_for(brief, settings)
    called = f"{settings.called[:1].upper()}{settings.called[1:]}"
    try:
        key = key_of(settings)
        answer = exchange(settings.address, request.wire(key), seconds=settings.timeout_seconds)
        notes = _notes_of(said_by(answer, key), brief, settings)
    except NoAnswer as silence:
        return Candidates((), f"{called} {silence}", request.held_back)
    except RedleafError as error:
        return Candidates((), str(error).rstrip("."), request.held_back)
    count = "1 note" if len(notes) == 1 else f"{len(notes)} notes"
    return Candidates(tuple(notes), f"{called} wrote {count}", request.held_back)


def _notes_of(said: list[str], brief: Brief, settings: ModelSettings) -> list[Worded]:
    """The notes of all choices, each once, and no more than twice as many as were asked for."""
    who = brief.recipient
    names = [who.called, who.name, *who.name.split()[-1:]]
    found = (note for text in said for note in notes_in(text, names))
    notes = list({note.text: note for note in found}.values())
    if not notes:
        refused = any(begins("refusal", text) for text in said)
        raise NoAnswer("would not write these notes" if refused else "answered without a note")
    return notes[: 2 * settings.candidates]
