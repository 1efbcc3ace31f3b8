"""Reading the facts of a brief: what is sound and has a shape becomes material."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from redleaf.networks import network
from redleaf.notes.brief import Brief
from redleaf.writing.asks import read_ask
from redleaf.writing.encounters import EncounterReader
from redleaf.writing.languages import Language, Reading, reading
from redleaf.writing.material import Form, Material, Source, base_of, forms_of, take
from redleaf.writing.names import (
    bare_name,
    can_be_called,
    given_name,
    is_a_name,
    possessive_owners,
)
from redleaf.writing.soundness import Sieve, sound


def read_material(brief: Brief, language: Language) -> Material:
    """Read every fact of `brief` for a note in `language`; linear in its size."""
    return _Reader(brief, language).read()


class _Reader:
    def __init__(self, brief: Brief, language: Language) -> None:
        self.brief = brief
        self.language = language
        self.material = Material()
        self.sieve = Sieve(self.material.set_aside)
        self.formal = brief.recipient.register == "formal"
        name = self.sieve.name("recipient.name", brief.recipient.name)
        self.material.has_name = can_be_called(bare_name(name))
        name = name if self.material.has_name else language.nameless
        given = self.sieve.name("recipient.given_name", brief.recipient.given_name)
        given = given if can_be_called(given) else ""
        self.owners = possessive_owners(name, given)
        self.name, self.given = name, given_name(name, given)

    def read(self) -> Material:
        self._read_people()
        reader = EncounterReader(self.brief, self.owners, self.sieve, self.language)
        for number, met in enumerate(self.brief.encounters):
            self.material.encounters += reader.read(f"encounters.{number}", met)
        for number, seen in enumerate(self.brief.noticed):
            self._read_work(f"noticed.{number}", seen.kind, seen.title, seen.where)
        for number, text in enumerate(self.brief.sender.offers):
            self._read_offer(f"sender.offers.{number}", text)
        for number, text in enumerate(self.brief.promises):
            self._read_promise(f"promises.{number}", text)
        self._join_promises()
        for number, text in enumerate(self.brief.shared):
            self._read_tie(f"shared.{number}", text)
        self._read_mutual()
        self._read_ask()
        self._mark_fitting()
        self._mark_trade()
        return self.material

    def _read_people(self) -> None:
        who, sender, base = self.brief.recipient, self.brief.sender, self.material.base
        base["name"] = forms_of(("recipient.name", "recipient.given_name"), self.given)
        formal = self.language.formal_name(self.name, who.given_name, who.role)
        base["formal_name"] = forms_of(("recipient.name",), formal)
        own = self.sieve.name("sender.name", sender.name)
        if own:
            base["me"] = forms_of(("sender.name",), given_name(own))
            base["my_name"] = forms_of(("sender.name",), bare_name(own))
        site = network(self.brief.network) if self.brief.network else None
        if site and site.name not in ("email", "card"):
            base["site"] = forms_of((), site.title)
        company = self.sieve.sound("recipient.company", who.company, "company")
        if company and not company.endswith((".", "!", "?")):
            base["company"] = forms_of(("recipient.company",), company)
        first_of_many = re.split(r"\s*[|•·]\s*", sender.headline.strip("|•· "))[0]
        headline = self.sieve.sound("sender.headline", first_of_many, "headline")
        if headline:
            take(base, self.language.read_headline(headline, self.formal), "sender.headline")
            self._read_role(headline)

    def _read_role(self, headline: str) -> None:
        """What the reader does, beside what the sender does; not where the two are the same."""
        read_role, role = self.language.read_role, sound(self.brief.recipient.role, longest=60)
        if read_role and role and not self._weighty(role) & self._weighty(headline):
            take(self.material.base, read_role(role, self.formal), "recipient.role")

    def _read_work(self, path: str, kind: str, title: str, where: str) -> None:
        title = self.sieve.sound(f"{path}.title", title, "title")
        where = self.sieve.sound(f"{path}.where", where, "place", lines=True)
        where = "" if self.language.is_private(where) else where
        kind_of = sound(kind, longest=24)
        work = self.language.read_work(kind_of, title, where, self.owners) if title else None
        if work:
            source = Source(path, kind, {}, work.marks)
            for slot in work.slots:
                told = "where" if base_of(slot) == "in_where" else "title"
                take(source.scope, Reading({slot: work.slots[slot]}), f"{path}.{told}")
            self.material.works.append(source)

    def _read_offer(self, path: str, text: str) -> None:
        clean = self.sieve.sound(path, text, "offer")
        offer = self.language.read_offer(clean) if clean else None
        self._keep(self.material.offers, path, "offer", offer, was_sound=bool(clean))

    def _read_promise(self, path: str, text: str) -> None:
        clean = self.sieve.sound(path, text, "promise")
        own = self.brief.sender.given_name
        promise = self.language.read_promise(clean, self.owners, own) if clean else None
        if promise and not self._is_fresh():
            slots = {slot: said for slot, said in promise.slots.items() if base_of(slot) != "due"}
            promise = Reading(slots, promise.marks)
        self._keep(self.material.promises, path, "promise", promise, was_sound=bool(clean))

    def _mark_fitting(self) -> None:
        """Mark the offers that share a word of weight with what was spoken of or read.

        Two people to be introduced for what was spoken of hear it once: as that.
        """
        spoken = self._words_told(self.material.encounters, ("topic",))
        told = spoken | self._words_told(self.material.encounters, ("said",))
        told |= self._words_told(self.material.works, ("title",))
        reason = self.material.base.get("reason", ())
        is_spoken_of = any(spoken & self._weighty(form.text) for form in reason)
        if is_spoken_of:
            del self.material.base["reason"]
        self.material.offers[:] = [
            replace(offer, marks=offer.marks | {"fitting"})
            if is_spoken_of or told & self._words_told([offer])
            else offer
            for offer in self.material.offers
        ]

    def _mark_trade(self) -> None:
        """Mark the meetings that spoke of the writer's own trade, which is no rare subject then."""
        mine = self._words_told(
            [Source("", "sender", self.material.base)], ("about_me", "about_then")
        )
        self.material.encounters[:] = [
            replace(met, marks=met.marks | {"trade"})
            if mine & self._words_told([met], ("topic",))
            else met
            for met in self.material.encounters
        ]

    def _words_told(self, sources: Sequence[Source], slots: Sequence[str] = ()) -> frozenset[str]:
        """The words of weight in some slots of sources, or in all of them."""
        return frozenset(
            word
            for source in sources
            for slot, forms in source.scope.items()
            if not slots or base_of(slot) in slots
            for form in forms
            for word in self._weighty(form.text)
        )

    def _weighty(self, text: str) -> frozenset[str]:
        words = re.findall(r"[^\W\d_]{4,}", text.lower())
        return frozenset(word[:5] for word in words if word not in self.language.common)

    def _join_promises(self) -> None:
        """Two things promised are kept in one sentence, not in two that sound alike."""
        deeds = [
            each.scope["promise"][0] for each in self.material.promises if "promise" in each.scope
        ]
        if len(deeds) == 2 and self.language.and_word:
            text = f" {self.language.and_word} ".join(deed.text for deed in deeds)
            both = Form(text, deeds[0].paths + deeds[1].paths)
            self.material.promises.append(Source("promises", "promise", {"promise": (both,)}))

    def _is_fresh(self) -> bool:
        """Whether "by Friday" still means the Friday that was meant when it was promised."""
        days = [met.on for met in self.brief.encounters if met.on]
        return not days or not self.brief.today or (self.brief.today - max(days)).days <= 6

    def _read_tie(self, path: str, text: str) -> None:
        clean = self.sieve.sound(path, text, "shared")
        tie = self.language.read_tie(clean) if clean else None
        if self.language.is_private(clean):
            tie = None
        if tie and not self.formal:
            tie = reading(
                {slot: self.language.relaxed(said[0].text) for slot, said in tie.slots.items()}
            )
        self._keep(self.material.ties, path, "shared", tie, was_sound=bool(clean))

    def _read_mutual(self) -> None:
        for number, text in enumerate(self.brief.mutual):
            clean = self.sieve.name(f"mutual.{number}", text)
            if clean and is_a_name(clean):
                scope = {"mutual": forms_of((f"mutual.{number}",), self.language.named(clean))}
                self.material.mutual.append(Source(f"mutual.{number}", "mutual", scope))

    def _read_ask(self) -> None:
        clean = self.sieve.sound("ask", self.brief.ask, "topic")
        ask = self._ask(clean) if clean else None
        if ask:
            take(self.material.base, ask, "ask")
        elif clean:
            self.sieve.leave_out("ask")

    def _ask(self, clean: str) -> Reading | None:
        """A question to the reader; of an introduction, what the two could talk about."""
        if self.brief.aim != "introduce":
            return read_ask(clean, self.language.code)
        topic = self.language.read_topic(clean, self.owners, self.brief.sender.given_name)
        slots = {
            slot.replace("topic", "reason", 1): said
            for slot, said in (topic.slots if topic else {}).items()
            if base_of(slot) == "topic"
        }
        return Reading(slots) if "reason" in slots else None

    def _keep(
        self, kept: list[Source], path: str, kind: str, read: Reading | None, *, was_sound: bool
    ) -> None:
        """Keep what was read, or list a sound fact that nothing could be made of."""
        if read:
            source = Source(path, kind, {}, read.marks)
            take(source.scope, read, path)
            kept.append(source)
        elif was_sound:
            self.sieve.leave_out(path)
