"""Reading the facts of a brief: what is sound and has a shape becomes material."""

from __future__ import annotations

import re

from redleaf.notes.brief import Brief
from redleaf.writing.encounters import EncounterReader
from redleaf.writing.material import Material, Source, forms_of
from redleaf.writing.names import (
    bare_name,
    can_be_called,
    formal_name,
    given_name,
    possessive_owners,
)
from redleaf.writing.shapes.headlines import read_headline
from redleaf.writing.shapes.offers import read_offer
from redleaf.writing.shapes.promises import read_promise
from redleaf.writing.shapes.ties import read_tie
from redleaf.writing.shapes.topics import is_private
from redleaf.writing.shapes.works import read_work
from redleaf.writing.soundness import Sieve, sound


def read_material(brief: Brief) -> Material:
    """Read every fact of `brief`; linear in its size."""
    return _Reader(brief).read()


class _Reader:
    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self.material = Material()
        self.sieve = Sieve(self.material.set_aside)
        self.formal = brief.recipient.register == "formal"
        name = self.sieve.name("recipient.name", brief.recipient.name)
        self.material.has_name = can_be_called(bare_name(name))
        name = name if self.material.has_name else "them"
        given = self.sieve.name("recipient.given_name", brief.recipient.given_name)
        given = given if can_be_called(given) else ""
        self.owners = possessive_owners(name, given)
        self.name, self.given = name, given_name(name, given)

    def read(self) -> Material:
        self._read_people()
        reader = EncounterReader(self.brief, self.owners, self.sieve)
        for number, met in enumerate(self.brief.encounters):
            source = reader.read(f"encounters.{number}", met)
            self.material.encounters += [source] if source else []
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

    def _read_people(self) -> None:
        who, sender, base = self.brief.recipient, self.brief.sender, self.material.base
        base["name"] = forms_of(("recipient.name", "recipient.given_name"), self.given)
        base["formal_name"] = forms_of(("recipient.name",), formal_name(self.name, who.given_name))
        own = self.sieve.name("sender.name", sender.name)
        if own:
            base["me"] = forms_of(("sender.name",), given_name(own))
            base["my_name"] = forms_of(("sender.name",), bare_name(own))
        company = self.sieve.sound("recipient.company", who.company, "company")
        if company and not company.endswith((".", "!", "?")):
            base["company"] = forms_of(("recipient.company",), company)
        first_of_many = re.split(r"\s*[|•·]\s*", sender.headline.strip("|•· "))[0]
        headline = self.sieve.sound("sender.headline", first_of_many, "headline")
        shape = read_headline(headline) if headline else None
        if shape:
            base["about_me"] = forms_of(("sender.headline",), self._shortened(shape.i_am))
            if shape.as_a:
                base["as_a"] = forms_of(("sender.headline",), shape.as_a)

    def _shortened(self, clause: str) -> str:
        return clause if self.formal else clause.replace("I am ", "I'm ", 1)

    def _read_work(self, path: str, kind: str, title: str, where: str) -> None:
        title = self.sieve.sound(f"{path}.title", title, "title")
        where = self.sieve.sound(f"{path}.where", where, "place", lines=True)
        work = read_work(sound(kind, longest=24), title, where, self.owners) if title else None
        if not work:
            return
        here = (f"{path}.title",)
        scope = {
            "work": forms_of(here, work.name, many=work.is_many),
            "known": forms_of((), work.known),
        }
        if work.title:
            scope["title"] = forms_of(here, work.title)
        if work.where and not is_private(work.where):
            scope["in_where"] = forms_of((f"{path}.where",), work.where)
        marks = {"titled"} if work.title else set()
        if work.known == "read":
            marks.add("readable")
        self.material.works.append(Source(path, kind, scope, frozenset(marks)))

    def _read_offer(self, path: str, text: str) -> None:
        clean = self.sieve.sound(path, text, "offer")
        offer = read_offer(clean) if clean else None
        if not offer:
            if clean:
                self.sieve.leave_out(path)
            return
        slots = {"deed": offer.deed, "acquaintance": offer.person, "acquaintance_name": offer.given}
        if offer.person[:1].isupper():
            slots["acquaintance_named"] = offer.person
        if offer.thing:
            slots["sendable" if offer.can_be_sent else "offer"] = offer.thing
        scope = {
            slot: forms_of((path,), text, many=offer.is_many)
            for slot, text in slots.items()
            if text
        }
        self.material.offers.append(Source(path, "offer", scope))

    def _read_promise(self, path: str, text: str) -> None:
        clean = self.sieve.sound(path, text, "promise")
        sender = self.brief.sender.given_name
        promise = read_promise(clean, names=self.owners, sender=sender) if clean else None
        if not promise:
            if clean:
                self.sieve.leave_out(path)
            return
        slots = {"promise": promise.deed, "due": promise.due if self._is_fresh() else ""}
        if promise.thing:
            slots["owed" if promise.goes_out else "owed_by_hand"] = promise.thing
            slots["promised"] = promise.thing
        scope = {
            slot: forms_of((path,), text, many=promise.is_many)
            for slot, text in slots.items()
            if text
        }
        self.material.promises.append(Source(path, "promise", scope))

    def _is_fresh(self) -> bool:
        """Whether "by Friday" still means the Friday that was meant when it was promised."""
        days = [met.on for met in self.brief.encounters if met.on]
        return not days or not self.brief.today or (self.brief.today - max(days)).days <= 6

    def _read_tie(self, path: str, text: str) -> None:
        clean = self.sieve.sound(path, text, "shared")
        tie = read_tie(clean) if clean else ""
        if tie and not is_private(tie):
            self.material.ties.append(Source(path, "shared", {"we_both": forms_of((path,), tie)}))
        elif clean:
            self.sieve.leave_out(path)

    def _read_mutual(self) -> None:
        for number, text in enumerate(self.brief.mutual):
            clean = self.sieve.name(f"mutual.{number}", text)
            if clean:
                scope = {"mutual": forms_of((f"mutual.{number}",), clean)}
                self.material.mutual.append(Source(f"mutual.{number}", "mutual", scope))
