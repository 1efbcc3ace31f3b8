"""Reading encounters: when, where, about what, in which words; each as a source of material."""

from __future__ import annotations

import re
from dataclasses import replace

from redleaf.judging import check
from redleaf.notes.brief import Brief, Encounter
from redleaf.writing.days import (
    ago_phrases,
    day_phrases,
    day_possessives,
    is_to_come,
    span_phrases,
)
from redleaf.writing.material import Form, Scope, Source, forms_of
from redleaf.writing.shapes.nouns import with_the
from redleaf.writing.shapes.occasions import is_named, read_event, read_place
from redleaf.writing.shapes.persons import owned_by_you, without_my
from redleaf.writing.shapes.topics import is_private, read_topic
from redleaf.writing.soundness import Sieve


class EncounterReader:
    """Reads the encounters of one brief; `owners` are the reader's names in "Mira's workshop"."""

    def __init__(self, brief: Brief, owners: tuple[str, ...], sieve: Sieve) -> None:
        self.brief = brief
        self.owners = owners
        self.sieve = sieve

    def read(self, path: str, met: Encounter) -> Source | None:
        """What can be said of an encounter, or None when nothing can.

        One dated ahead counts only when the two are known to have met: then its day must be a
        slip of the pen, and is left out.
        """
        if not is_to_come(met.on, self.brief.today):
            return self._read_past(path, met)
        if self.brief.recognition in ("close", "recent", "faded"):
            self.sieve.leave_out(f"{path}.on")
            return self._read_past(path, replace(met, on=None))
        self.sieve.leave_out(path)
        return None

    def _read_past(self, path: str, met: Encounter) -> Source | None:
        scope: Scope = {}
        marks = {"old"} if self._is_old(met) else set()
        self._read_when(path, met, scope)
        self._read_where(path, met, scope, marks)
        self._read_topics(path, met, scope)
        said = self._read_said(path, met.said)
        if said:
            scope["said"] = forms_of((f"{path}.said",), said)
        by = self.sieve.name(f"{path}.introduced_by", met.introduced_by)
        if by and not is_private(by):
            scope["introducer"] = forms_of((f"{path}.introduced_by",), by)
        scope["met"] = forms_of((f"{path}.kind",), "met")
        if not scope.keys() - {"met", "ago", "span", "days", "year"}:
            return None
        return Source(path, met.kind, scope, frozenset(marks))

    def _is_old(self, met: Encounter) -> bool:
        """Whether a thank-you for the meeting as such would come oddly late."""
        return bool(met.on and self.brief.today and (self.brief.today - met.on).days > 300)

    def _read_when(self, path: str, met: Encounter, scope: Scope) -> None:
        if not met.on:
            return
        here, today = (f"{path}.on",), self.brief.today
        if ago_phrases(met.on, today):
            scope["year"] = forms_of(here, str(met.on.year))
        for slot, phrases in (
            ("day", day_phrases(met.on, today)),
            ("days", day_possessives(met.on, today)),
            ("ago", ago_phrases(met.on, today)),
            ("span", span_phrases(met.on, today)),
        ):
            if phrases:
                scope[slot] = forms_of(here, *phrases)

    def _read_where(self, path: str, met: Encounter, scope: Scope, marks: set[str]) -> None:
        event_text = self.sieve.sound(f"{path}.event", met.event, "event", lines=True)
        event = read_event(event_text, met.on, self.owners) if event_text else None
        place_text = self.sieve.sound(f"{path}.place", met.place, "place", lines=True)
        place = read_place(place_text, self.owners) if place_text else None
        if event_text and not event:
            self.sieve.leave_out(f"{path}.event")
        if event:
            if event.name.startswith("your ") and met.kind in (
                "talk",
                "class",
                "conference",
                "online",
                "other",
            ):
                marks.add("theirs")
            if event.within.startswith("for "):
                marks.add("minutes")
            slot = "invitation" if "invitation" in event.name else "event"
            scope[slot] = forms_of((f"{path}.event",), event.name)
            if slot == "event":
                scope["at_event"] = forms_of((f"{path}.event",), event.within)
                if is_named(event.name):
                    marks.add("named")
        if place and (not event or place.name.lower() not in event.name.lower()):
            scope["place"] = forms_of((f"{path}.place",), place.name)
            scope["in_place"] = forms_of((f"{path}.place",), place.within)

    def _read_topics(self, path: str, met: Encounter, scope: Scope) -> None:
        abouts, themes, matters, things, points, questions, favours = ([] for _ in range(7))
        for number, text in enumerate(met.topics):
            here = f"{path}.topics.{number}"
            clean = self.sieve.sound(here, text, "topic")
            ours = owned_by_you(without_my(clean, self.brief.sender.given_name), self.owners)
            topic = read_topic(ours) if clean else None
            if not topic:
                if clean:
                    self.sieve.leave_out(here)
                continue
            form = Form(topic.about, (here,), topic.is_many, topic.is_jotted)
            # Once spoken of, "a donkey called Verdi" is the donkey called Verdi.
            known = replace(form, text=re.sub(r"^an?\s", "the ", form.text))
            abouts.append(form)
            themes.append(known)
            # "I keep thinking about leaving banking" would make the reader's plan the writer's.
            if not topic.is_gerund:
                matters.append(known)
            if topic.is_thing:
                things.append(known)
            if topic.is_thing or topic.is_gerund:
                owed = with_the(topic.about) if topic.is_thing else topic.about
                favours.append(replace(form, text=owed))
            if topic.is_question:
                questions.append(Form(topic.about, (here,)))
            if topic.point:
                points.append(Form(topic.point, (here,)))
        slots = {
            "topic": abouts,
            "theme": themes,
            "matter": matters,
            "thing": things,
            "point": points,
        }
        slots |= {"question": questions, "favour": favours}
        slots["thing_one"] = [form for form in things if not form.many]
        slots["favour_thing"] = favours if things else []
        scope.update({slot: tuple(forms) for slot, forms in slots.items() if forms})

    def _read_said(self, path: str, text: str) -> str:
        """The words as spoken, when they are short enough to quote whole; never a part of them."""
        clean = self.sieve.sound(f"{path}.said", text, "said")
        quoted = clean.strip('"“”‘’').rstrip(" .,;:")
        if clean and check(quoted).verdict in ("default", "template"):
            return ""
        several = any(sign in quoted for sign in ".!?;") and not quoted.endswith(("?", "!"))
        if several or any(sign in quoted for sign in '"“”') or is_private(quoted):
            if clean:
                self.sieve.leave_out(f"{path}.said")
            return ""
        return quoted
