"""Sentences: frames filled with the facts of one brief."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product

from redleaf.writing.languages import Language
from redleaf.writing.material import Form, Material, Scope, Source, base_of
from redleaf.writing.phrasebook import Frame

_FAMILIES = {
    "encounter": "day days ago span year event at_event place in_place topic theme matter "
    "thing thing_one favour favour_thing question point said introducer invitation",
    "work": "work title in_where",
    "offer": "offer sendable deed acquaintance acquaintance_named acquaintance_name",
    "promise": "promise promised owed owed_by_hand due",
    "tie": "we_both",
    "mutual": "mutual",
}
_FAMILY_OF = {slot: family for family, slots in _FAMILIES.items() for slot in slots.split()}
_MOST_VARIANTS = 6
_OF_A_MEETING = frozenset({"minutes", "theirs", "named", "old"})
_OF_A_WORK = frozenset({"readable", "titled"})
# A word that two of these share would be heard twice: "Sunday lunch last Sunday".
_HEARD = frozenset("event at_event place in_place topic theme matter thing thing_one day".split())
# What "is" and "are" agree with; a place or a day in between changes nothing.
_COUNTED = frozenset(
    "topic theme matter thing thing_one favour favour_thing offer sendable promised owed "
    "owed_by_hand work span".split()
)
_ONE = Form("", ())
# A frame of several sentences: what stands here begins the next one.
_BEGINS = re.compile(r"[.?!][”’»“]?\s[„“«¿¡]?$")
# Behind "Malcolm X." or "Jr." a comma may follow; behind a sentence none.
_DANGLING = re.compile(r"[?!][,.;:?!]|[.][.;:?!]|\w{4}[.],")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a sentence that says a fact; `start` and `end` are offsets in the sentence."""

    start: int
    end: int
    slot: str
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A filled frame, as in running text. `opens_plainly`: its first word is the frame's own."""

    text: str
    frame: Frame
    parts: tuple[Part, ...]
    sources: tuple[str, ...]
    opens_plainly: bool

    @property
    def paths(self) -> frozenset[str]:
        return frozenset(path for part in self.parts for path in part.paths)

    @property
    def slots(self) -> frozenset[str]:
        return frozenset(part.slot for part in self.parts)

    def words_of(self, slots: frozenset[str]) -> frozenset[str]:
        """What stands in any of `slots`, as it is worded."""
        return frozenset(
            self.text[part.start : part.end] for part in self.parts if part.slot in slots
        )


def fill(frame: Frame, material: Material, language: Language) -> Iterator[Sentence]:
    """Every sentence that `frame` makes of the facts, the first few variants of each."""
    bases = {base_of(slot) for slot in frame.slots}
    families = sorted({_FAMILY_OF[base] for base in bases if base in _FAMILY_OF})
    asked = {"encounter": "kinds" in frame.when or _asks(frame, _OF_A_MEETING)}
    asked["work"] = _asks(frame, _OF_A_WORK)
    families = [name for name in asked if asked[name] and name not in families] + families
    for sources in product(*(_sources(family, material) for family in families)):
        if all(_suits(frame, source) for source in sources):
            filled = _fill_from(frame, material.base, sources, language)
            yield from islice(filled, _MOST_VARIANTS)


def capitalised(text: str) -> str:
    """With a capital first letter, also behind an opening quotation mark."""
    at = 1 if text[:1] in "“\"‘'„«¿¡" else 0
    at += text[at : at + 1].isspace()
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


def _asks(frame: Frame, marks: frozenset[str]) -> bool:
    return not marks.isdisjoint(frame.when.get("needs", ()))


def _sources(family: str, material: Material) -> Sequence[Source]:
    return {
        "encounter": material.encounters,
        "work": material.works,
        "offer": material.offers,
        "promise": material.promises,
        "tie": material.ties,
        "mutual": material.mutual,
    }[family]


def _suits(frame: Frame, source: Source) -> bool:
    is_encounter = source.key.startswith("encounters.")
    if is_encounter and not frame.allows("kinds", source.kind):
        return False
    if {base_of(slot) for slot in source.scope} & frame.when.get("absent", frozenset()):
        return False
    asks_here = _OF_A_MEETING if is_encounter else _OF_A_WORK
    if not source.key.startswith(("encounters.", "noticed.")):
        asks_here = frozenset()
    needs = frame.when.get("needs", frozenset()) & asks_here
    bars = frame.when.get("not", frozenset()) & asks_here
    return needs <= source.marks and not bars & source.marks


def _fill_from(
    frame: Frame, base: Scope, sources: Sequence[Source], language: Language
) -> Iterator[Sentence]:
    scope: Scope = dict(base)
    for source in sources:
        scope |= source.scope
    slots = list(dict.fromkeys(frame.slots))
    if any(slot not in scope for slot in slots):
        return
    keys = tuple(source.key for source in sources)
    for chosen in product(*(scope[slot] for slot in slots)):
        forms = dict(zip(slots, chosen, strict=True))
        sentence = _render(frame, forms, keys, language) if _is_of_one(forms) else None
        if sentence:
            yield sentence


def _is_of_one(forms: dict[str, Form]) -> bool:
    """Whether two cases of one slot, as "{topic}" and "{topic:dat}", say the same fact."""
    paths: dict[str, tuple[str, ...]] = {}
    return all(
        paths.setdefault(base_of(slot), form.paths) == form.paths for slot, form in forms.items()
    )


def _render(
    frame: Frame, forms: dict[str, Form], sources: tuple[str, ...], language: Language
) -> Sentence | None:
    text, parts, last = "", [], _ONE
    counted = next((forms[slot] for slot in frame.slots if base_of(slot) in _COUNTED), _ONE)
    for piece in frame.pieces:
        if piece.slot:
            form = forms[piece.slot]
            base, last = base_of(piece.slot), form
            if _BEGINS.search(text):
                form = replace(form, text=capitalised(form.text))
            counted = form if base in _COUNTED else counted
            parts.append(Part(len(text), len(text) + len(form.text), base, form.paths))
            text += form.text
        elif piece.choices:
            text += language.choose(piece.choices, many=counted.many, gender=counted.gender)
        else:
            if parts and _breaks(text, parts[-1], piece.text, last):
                return None
            text += piece.text
    if _DANGLING.search(text) or _is_crowded(forms):
        return None
    if language.looks_back.search(frame.text) and any(
        form.text.startswith(language.today) for form in forms.values()
    ):
        return None
    return Sentence(text, frame, tuple(parts), sources, opens_plainly=not frame.pieces[0].slot)


def _breaks(text: str, part: Part, follows: str, form: Form) -> bool:
    """Whether a fact with its own comma or end mark, or cut from a list, runs on into the frame."""
    fact = text[part.start : part.end]
    if part.end != len(text) or part.slot in ("said", "name", "formal_name"):
        return False
    if form.jotted and follows.startswith(","):
        return True
    runs_on = bool(re.match(r"\s(?:\w|$)", follows))
    if (
        "," in fact
        and runs_on
        and part.slot not in ("at_event", "event", "in_place", "place", "we_both")
    ):
        return True
    return fact[-1:] in ".?!" and not runs_on and not _is_abbreviated(fact)


def _is_abbreviated(fact: str) -> bool:
    return False if not fact.endswith(".") else len(fact.split()[-1]) <= 3


def _is_crowded(forms: dict[str, Form]) -> bool:
    """Whether a subject so long that the reader loses the verb would come before it."""
    words = [
        word.lower()
        for slot, form in forms.items()
        if base_of(slot) in _HEARD
        for word in re.findall(r"\w{4,}", form.text)
    ]
    return len(words) != len(set(words))
