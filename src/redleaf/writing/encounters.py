"""Reading encounters: when, where, about what, in which words; each as a source of material."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from redleaf.judging import check
from redleaf.notes.brief import Brief, Encounter
from redleaf.notes.regexes import regex
from redleaf.writing.days import is_to_come
from redleaf.writing.languages import Language
from redleaf.writing.material import Form, Scope, Source, forms_of, take
from redleaf.writing.names import given_name, is_a_name
from redleaf.writing.soundness import Sieve

_TURNED_ROUND = regex("[\u202a-\u202e\u2066-\u2069]")
_WORDS = regex(r"[^\W\d_]{3,}|[^\x00-\u024f]{2,}")
_QUOTES = '"“”‘’„‚«»‹›'


class EncounterReader:
    """Reads the encounters of one brief; `owners` are the reader's names in "Mira's workshop"."""

    def __init__(
        self, brief: Brief, owners: tuple[str, ...], sieve: Sieve, language: Language
    ) -> None:
        self.brief = brief
        self.owners = owners
        self.sieve = sieve
        self.language = language

    def read(self, path: str, met: Encounter) -> list[Source]:
        """What can be said of an encounter: nothing, the meeting, or what they performed there.

        One dated ahead counts only when the two are known to have met: then its day must be a
        slip of the pen, and is left out.
        """
        if not is_to_come(met.on, self.brief.today):
            return list(self._read_past(path, met))
        if self.brief.recognition in ("close", "recent", "faded"):
            self.sieve.leave_out(f"{path}.on")
            return list(self._read_past(path, replace(met, on=None)))
        self.sieve.leave_out(path)
        return []

    def _read_past(self, path: str, met: Encounter) -> Iterator[Source]:
        scope: Scope = {}
        marks = {"old"} if self._is_old(met) else set()
        self._read_when(path, met, scope)
        self._read_where(path, met, scope, marks)
        self._read_topics(path, met, scope)
        said = self._read_said(path, met.said)
        if said:
            scope["said"] = forms_of((f"{path}.said",), said)
            if self.language.read_said:
                take(scope, self.language.read_said(said), f"{path}.said")
        by = self.sieve.name(f"{path}.introduced_by", met.introduced_by)
        if by and is_a_name(by) and not self.language.is_private(by):
            here = (f"{path}.introduced_by",)
            scope["introducer"] = forms_of(here, self.language.named(by))
            scope["introducer_name"] = forms_of(here, given_name(self.language.named(by)))
        if acts := scope.pop("act", ()):
            yield self._as_audience(path, scope, acts, marks)
        if scope.keys() - {"ago", "span", "days", "year"}:
            yield Source(path, met.kind, scope, frozenset(marks))

    def _as_audience(
        self, path: str, scope: Scope, acts: tuple[Form, ...], marks: set[str]
    ) -> Source:
        """The same meeting as one who listened saw it: the event is what the reader gave there."""
        heard = {slot: forms for slot, forms in scope.items() if slot not in ("event", "at_event")}
        heard |= {"event": acts, "at_event": heard.pop("at_act", acts)}
        if "at_event" in scope:
            heard |= {"place": scope["event"], "in_place": scope["at_event"]}
        scope.pop("at_act", None)
        return Source(path, "talk", heard, frozenset(marks | {"theirs"} - {"named", "minutes"}))

    def _is_old(self, met: Encounter) -> bool:
        """Whether a thank-you for the meeting as such would come oddly late."""
        return bool(met.on and self.brief.today and (self.brief.today - met.on).days > 300)

    def _read_when(self, path: str, met: Encounter, scope: Scope) -> None:
        if met.on:
            take(scope, self.language.read_day(met.on, self.brief.today), f"{path}.on")

    def _read_where(self, path: str, met: Encounter, scope: Scope, marks: set[str]) -> None:
        event_text = self.sieve.sound(f"{path}.event", met.event, "event", lines=True)
        place_text = self.sieve.sound(f"{path}.place", met.place, "place", lines=True)
        if self.language.is_private(event_text):
            event_text = ""
        event = (
            self.language.read_event(event_text, met.on, self.owners, met.kind)
            if event_text
            else None
        )
        if event:
            marks |= event.marks
            take(scope, event, f"{path}.event")
        elif event_text:
            self.sieve.leave_out(f"{path}.event")
        place = self.language.read_place(place_text, self.owners) if place_text else None
        if place and not (event and _names(event_text, place_text)):
            take(scope, place, f"{path}.place")

    def _read_topics(self, path: str, met: Encounter, scope: Scope) -> None:
        slots: dict[str, list[Form]] = {}
        for number, text in enumerate(met.topics):
            here = f"{path}.topics.{number}"
            clean = self.sieve.sound(here, text, "topic")
            own = self.brief.sender.given_name
            topic = self.language.read_topic(clean, self.owners, own) if clean else None
            if clean and not topic:
                self.sieve.leave_out(here)
            topical: Scope = {}
            take(topical, topic, here)
            for slot, forms in topical.items():
                slots.setdefault(slot, []).extend(forms)
        scope.update({slot: tuple(forms) for slot, forms in slots.items()})

    def _read_said(self, path: str, text: str) -> str:
        """The words as spoken, when they are short enough to quote whole; never a part of them."""
        clean = self.sieve.sound(f"{path}.said", text, "said")
        quoted = clean.strip(_QUOTES).rstrip(" .,;:")
        if quoted.isupper() and " " in quoted:
            quoted = quoted[0] + quoted[1:].lower()
        if clean and check(quoted).verdict in ("default", "template"):
            return ""
        # What was written backwards, or made to look so, is nobody's words; nor is "A" or "5 km".
        if _TURNED_ROUND.search(text) or not _WORDS.search(quoted):
            quoted = ""
        several = any(sign in quoted for sign in ".!?;") and not quoted.endswith(("?", "!"))
        within = any(sign in quoted for sign in _QUOTES if sign not in "‘’")
        if not quoted or several or within or self.language.is_private(quoted):
            if clean:
                self.sieve.leave_out(f"{path}.said")
            return ""
        return quoted


def _names(event: str, place: str) -> bool:
    """Whether the event says already where it was: the place is part of its name."""
    return place.strip(" .;,").lower() in event.lower()
