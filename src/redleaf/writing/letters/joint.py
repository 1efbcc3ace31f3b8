"""The letter to two people at once, when both said that they would like to meet."""

from __future__ import annotations

from dataclasses import replace

from redleaf.judging import check
from redleaf.notes.brief import Brief
from redleaf.rules.finding import Severity
from redleaf.writing.drafts import Draft
from redleaf.writing.facts import read_material
from redleaf.writing.languages import Language, code_of, language_or_english
from redleaf.writing.letters.chance import one_of
from redleaf.writing.letters.people import who_is, work_of
from redleaf.writing.letters.subjects import LONGEST
from redleaf.writing.material import Material
from redleaf.writing.phrasebook import phrasebook
from redleaf.writing.sentences import capitalised, fill
from redleaf.writing.verifier import Verifier

_TRIES = 6


def joint_letter(one: Brief, other: Brief, *, about: str, seed: int) -> Draft | None:
    """Who is who, why, and the hand-over; None where it cannot be said well and truly."""
    tongue = _shared_language(one, other)
    first, second = (_asked(each, about) for each in (one, other))
    letter = _Letter(first, second, tongue)
    for attempt in range(_TRIES):
        text = letter.text(seed + attempt)
        judged = letter.judged(text) if text else None
        if judged:
            return judged
    return None


class _Letter:
    def __init__(self, one: Brief, other: Brief, tongue: Language) -> None:
        self.one, self.other, self.language = one, other, tongue
        # What one of them was told is not for both; so what they could talk about is said as such.
        self.material = read_material(replace(one, encounters=()), tongue)
        self.theirs = read_material(other, tongue)

    def text(self, seed: int) -> str:
        """The whole letter; "" where a name is missing, or nothing says why the two meet."""
        if not (self.material.has_name and self.theirs.has_name):
            return ""
        opening, because = self._said("joint", seed), self._said("because", seed)
        farewell = self._farewell(seed)
        if not opening or not farewell:
            return ""
        who = "\n".join(self._who_is_who())
        if not (because or who):
            return ""
        reason = f"{opening} {because}".strip()
        parts = (self._greeting(), reason, who, self._said("handing over", seed), farewell)
        return "\n\n".join(part for part in parts if part)

    def judged(self, text: str) -> Draft | None:
        """The letter as a draft, when it is true of both and the checker has nothing to warn of."""
        both = _brief_of_both(self.one, self.other)
        if not Verifier(both).verify(text).supported:
            return None
        report = check(text, network="email", brief=both, kind="email")
        if report.has(Severity.WARNING) or report.has(Severity.ERROR):
            return None
        return Draft(text, "plain", None, (), (), report, subject=self._subject())

    def _said(self, move: str, seed: int) -> str:
        said = [
            capitalised(sentence.text)
            for frame in phrasebook(self.language.code)
            if frame.move == move
            for sentence in fill(frame, self.material, self.language)
        ]
        return one_of(said, f"{seed} {move}")

    def _greeting(self) -> str:
        slot = "formal_name" if self._is_formal() else "name"
        greetings = [
            frame.text
            for frame in phrasebook(self.language.code)
            if frame.move == "greeting"
            and frame.allows("medium", "letter")
            and frame.allows("register", self._register())
            and f"{{{slot}}}" in frame.text
        ]
        text = min(greetings, key=lambda each: (not each.startswith("Dear"), each), default="")
        first = text.replace(f"{{{slot}}}", _name(self.material, slot)).rstrip(",")
        second = text.replace(f"{{{slot}}}", _name(self.theirs, slot))
        return f"{first}, {second[:1].lower()}{second[1:]}"

    def _farewell(self, seed: int) -> str:
        farewells = [
            sentence.text
            for frame in phrasebook(self.language.code)
            if frame.move == "farewell"
            and frame.allows("medium", "letter")
            and frame.allows("register", self._register())
            and frame.allows("known", "recent")
            and frame.allows("aim", "introduce")
            for sentence in fill(frame, self.material, self.language)
        ]
        return one_of(farewells, f"{seed} farewell")

    def _who_is_who(self) -> list[str]:
        known = [each.recipient for each in (self.one, self.other) if work_of(each.recipient)]
        return [who_is(each, self.language) for each in known] if len(known) == 2 else []

    def _subject(self) -> str:
        slot = "formal_name" if self._is_formal() else "name"
        names = [_name(each, slot) for each in (self.material, self.theirs)]
        reason = self.material.base.get("reason")
        title = f"{names[0]}, {names[1]}"
        whole = f"{title}: {reason[0].text}" if reason else title
        return whole if len(whole) <= LONGEST else title

    def _register(self) -> str:
        registers = {each.recipient.register for each in (self.one, self.other)}
        return next(each for each in ("formal", "peer", "close") if each in registers)

    def _is_formal(self) -> bool:
        return self._register() == "formal"


def _asked(brief: Brief, about: str) -> Brief:
    return replace(brief, aim="introduce", network="email", limit=None, ask=about)


def _shared_language(one: Brief, other: Brief) -> Language:
    codes = {code_of(each.recipient.language) for each in (one, other)}
    return language_or_english(codes.pop() if len(codes) == 1 else "en")


def _brief_of_both(one: Brief, other: Brief) -> Brief:
    """The brief of the one with what the letter may say of the other."""
    told = tuple(text for text in (work_of(other.recipient), one.ask) if text)
    return replace(one, mutual=(*one.mutual, other.recipient.name), shared=(*one.shared, *told))


def _name(material: Material, slot: str) -> str:
    return material.base[slot][0].text
