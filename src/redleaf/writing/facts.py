"""Reading the facts of a brief: what is sound and has a shape becomes material."""

from __future__ import annotations

import re
from collections.abc import Iterable
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
from redleaf.writing.material import Form, Material, Scope, Source
from redleaf.writing.names import bare_name, formal_name, given_name, possessive_owners
from redleaf.writing.shapes.headlines import read_headline
from redleaf.writing.shapes.nouns import with_the
from redleaf.writing.shapes.occasions import is_named, read_event, read_place
from redleaf.writing.shapes.offers import read_offer
from redleaf.writing.shapes.persons import without_my
from redleaf.writing.shapes.promises import read_promise
from redleaf.writing.shapes.ties import read_tie
from redleaf.writing.shapes.topics import is_private, read_topic
from redleaf.writing.shapes.works import read_work
from redleaf.writing.soundness import sound

_LONGEST = {
    "name": 60,
    "event": 80,
    "place": 60,
    "topic": 110,
    "said": 130,
    "title": 110,
    "offer": 110,
    "promise": 120,
    "shared": 110,
    "headline": 90,
    "company": 60,
}
# A name that can stand before a comma: it has a letter and ends in one, or in a dot or digit.
_CALLABLE = re.compile(r"[^\W\d_].*[\w.)]$|^[^\W\d_]$|[^\W\d_]$")


def read_material(brief: Brief) -> Material:
    """Read every fact of `brief`; linear in its size."""
    return _Reader(brief).read()


class _Reader:
    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self.material = Material()
        self.formal = brief.recipient.register == "formal"
        name = self.sound_name("recipient.name", brief.recipient.name)
        self.material.has_name = bool(_CALLABLE.search(bare_name(name)))
        name = name if self.material.has_name else "them"
        given = self.sound_name("recipient.given_name", brief.recipient.given_name)
        given = given if _CALLABLE.search(given) else ""
        self.owners = possessive_owners(name, given)
        self.name, self.given = name, given_name(name, given)

    def read(self) -> Material:
        self._read_people()
        for number, met in enumerate(self.brief.encounters):
            self._read_past(f"encounters.{number}", met)
        for number, seen in enumerate(self.brief.noticed):
            self._read_work(f"noticed.{number}", seen.kind, seen.title, seen.where)
        for number, text in enumerate(self.brief.sender.offers):
            self._read_offer(f"sender.offers.{number}", text)
        for number, text in enumerate(self.brief.promises):
            self._read_promise(f"promises.{number}", text)
        for number, text in enumerate(self.brief.shared):
            self._read_tie(f"shared.{number}", text)
        self._read_mutual()
        return self.material

    def sound(self, path: str, text: str, what: str, *, lines: bool = False) -> str:
        clean = sound(text, longest=_LONGEST[what], lines=lines)
        if text.strip() and not clean:
            self.material.set_aside.append(path)
        return clean

    def sound_name(self, path: str, text: str) -> str:
        return self.sound(path, text, "name", lines=True)

    def _read_people(self) -> None:
        who, sender, base = self.brief.recipient, self.brief.sender, self.material.base
        base["name"] = _forms(("recipient.name", "recipient.given_name"), self.given)
        base["formal_name"] = _forms(("recipient.name",), formal_name(self.name, who.given_name))
        own = self.sound_name("sender.name", sender.name)
        if own:
            base["me"] = _forms(("sender.name",), given_name(own))
            base["my_name"] = _forms(("sender.name",), bare_name(own))
        company = self.sound("recipient.company", who.company, "company")
        if company and not company.endswith((".", "!", "?")):
            base["company"] = _forms(("recipient.company",), company)
        first_of_many = re.split(r"\s*[|•·]\s*", sender.headline.strip("|•· "))[0]
        headline = self.sound("sender.headline", first_of_many, "headline")
        shape = read_headline(headline) if headline else None
        if shape:
            base["about_me"] = _forms(("sender.headline",), self._shortened(shape.i_am))
            if shape.as_a:
                base["as_a"] = _forms(("sender.headline",), shape.as_a)

    def _shortened(self, clause: str) -> str:
        return clause if self.formal else clause.replace("I am ", "I'm ", 1)

    def _read_past(self, path: str, met: Encounter) -> None:
        """An encounter that lies behind us; one dated ahead only when they are known to have met.

        Then its day must be a slip of the pen, and is left out.
        """
        if not is_to_come(met.on, self.brief.today):
            self._read_encounter(path, met)
        elif self.brief.recognition in ("close", "recent", "faded"):
            self.material.set_aside.append(f"{path}.on")
            self._read_encounter(path, replace(met, on=None))
        else:
            self.material.set_aside.append(path)

    def _read_encounter(self, path: str, met: Encounter) -> None:
        scope: Scope = {}
        marks = {"old"} if self._is_old(met) else set()
        self._read_when(path, met, scope)
        self._read_where(path, met, scope, marks)
        self._read_topics(path, met, scope)
        said = self._read_said(path, met.said)
        if said:
            scope["said"] = _forms((f"{path}.said",), said)
        by = self.sound_name(f"{path}.introduced_by", met.introduced_by)
        if by and not is_private(by):
            scope["introducer"] = _forms((f"{path}.introduced_by",), by)
        scope["met"] = _forms((f"{path}.kind",), "met")
        key_facts = scope.keys() - {"met", "ago", "span", "days", "year"}
        if key_facts:
            self.material.encounters.append(Source(path, met.kind, scope, frozenset(marks), met.on))

    def _is_old(self, met: Encounter) -> bool:
        """Whether a thank-you for the meeting as such would come oddly late."""
        return bool(met.on and self.brief.today and (self.brief.today - met.on).days > 300)

    def _read_when(self, path: str, met: Encounter, scope: Scope) -> None:
        if not met.on:
            return
        here, today = (f"{path}.on",), self.brief.today
        if ago_phrases(met.on, today):
            scope["year"] = _forms(here, str(met.on.year))
        for slot, phrases in (
            ("day", day_phrases(met.on, today)),
            ("days", day_possessives(met.on, today)),
            ("ago", ago_phrases(met.on, today)),
            ("span", span_phrases(met.on, today)),
        ):
            if phrases:
                scope[slot] = _forms(here, *phrases)

    def _read_where(self, path: str, met: Encounter, scope: Scope, marks: set[str]) -> None:
        event_text = self.sound(f"{path}.event", met.event, "event", lines=True)
        event = read_event(event_text, met.on, self.owners) if event_text else None
        place_text = self.sound(f"{path}.place", met.place, "place", lines=True)
        place = read_place(place_text, self.owners) if place_text else None
        if event_text and not event:
            self.material.set_aside.append(f"{path}.event")
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
            scope[slot] = _forms((f"{path}.event",), event.name)
            if slot == "event":
                scope["at_event"] = _forms((f"{path}.event",), event.within)
                if is_named(event.name):
                    marks.add("named")
        if place and (not event or place.name.lower() not in event.name.lower()):
            scope["place"] = _forms((f"{path}.place",), place.name)
            scope["in_place"] = _forms((f"{path}.place",), place.within)

    def _read_topics(self, path: str, met: Encounter, scope: Scope) -> None:
        abouts, themes, matters, things, points, questions, favours = ([] for _ in range(7))
        for number, text in enumerate(met.topics):
            here = f"{path}.topics.{number}"
            clean = self.sound(here, text, "topic")
            topic = read_topic(without_my(clean, self.brief.sender.given_name)) if clean else None
            if not topic:
                if clean:
                    self.material.set_aside.append(here)
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
        clean = self.sound(f"{path}.said", text, "said")
        quoted = clean.strip('"“”‘’').rstrip(" .,;:")
        if clean and check(quoted).verdict in ("default", "template"):
            return ""
        several = any(sign in quoted for sign in ".!?;") and not quoted.endswith(("?", "!"))
        if several or any(sign in quoted for sign in '"“”') or is_private(quoted):
            if clean:
                self.material.set_aside.append(f"{path}.said")
            return ""
        return quoted

    def _read_work(self, path: str, kind: str, title: str, where: str) -> None:
        title = self.sound(f"{path}.title", title, "title")
        where = self.sound(f"{path}.where", where, "place", lines=True)
        work = read_work(sound(kind, longest=24), title, where, self.owners) if title else None
        if not work:
            return
        here = (f"{path}.title",)
        scope = {
            "work": _forms(here, work.name, many=work.is_many),
            "known": _forms((), work.known),
        }
        if work.title:
            scope["title"] = _forms(here, work.title)
        if work.where and not is_private(work.where):
            scope["in_where"] = _forms((f"{path}.where",), work.where)
        marks = {"titled"} if work.title else set()
        if work.known == "read":
            marks.add("readable")
        self.material.works.append(Source(path, kind, scope, frozenset(marks)))

    def _read_offer(self, path: str, text: str) -> None:
        clean = self.sound(path, text, "offer")
        offer = read_offer(clean) if clean else None
        if not offer:
            if clean:
                self.material.set_aside.append(path)
            return
        slots = {"deed": offer.deed, "acquaintance": offer.person, "acquaintance_name": offer.given}
        if offer.person[:1].isupper():
            slots["acquaintance_named"] = offer.person
        if offer.thing:
            slots["sendable" if offer.can_be_sent else "offer"] = offer.thing
        scope = {
            slot: _forms((path,), text, many=offer.is_many) for slot, text in slots.items() if text
        }
        self.material.offers.append(Source(path, "offer", scope))

    def _read_promise(self, path: str, text: str) -> None:
        clean = self.sound(path, text, "promise")
        sender = self.brief.sender.given_name
        promise = read_promise(clean, names=self.owners, sender=sender) if clean else None
        if not promise:
            if clean:
                self.material.set_aside.append(path)
            return
        slots = {"promise": promise.deed, "due": promise.due if self._is_fresh() else ""}
        if promise.thing:
            slots["owed" if promise.goes_out else "owed_by_hand"] = promise.thing
            slots["promised"] = promise.thing
        scope = {
            slot: _forms((path,), text, many=promise.is_many)
            for slot, text in slots.items()
            if text
        }
        self.material.promises.append(Source(path, "promise", scope))

    def _is_fresh(self) -> bool:
        """Whether "by Friday" still means the Friday that was meant when it was promised."""
        days = [met.on for met in self.brief.encounters if met.on]
        return not days or not self.brief.today or (self.brief.today - max(days)).days <= 6

    def _read_tie(self, path: str, text: str) -> None:
        clean = self.sound(path, text, "shared")
        tie = read_tie(clean) if clean else ""
        if tie and not is_private(tie):
            self.material.ties.append(Source(path, "shared", {"we_both": _forms((path,), tie)}))
        elif clean:
            self.material.set_aside.append(path)

    def _read_mutual(self) -> None:
        for number, text in enumerate(self.brief.mutual):
            clean = self.sound_name(f"mutual.{number}", text)
            if clean:
                scope = {"mutual": _forms((f"mutual.{number}",), clean)}
                self.material.mutual.append(Source(f"mutual.{number}", "mutual", scope))


def _forms(paths: Iterable[str], *texts: str, many: bool = False) -> tuple[Form, ...]:
    return tuple(Form(text, tuple(paths), many) for text in texts if text)
