"""The phrasebook: every frame is read for grammar with facts of ten shapes."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from functools import cache

import pytest

from redleaf.judging import check
from redleaf.notes.brief import Brief
from redleaf.rules.finding import Severity
from redleaf.writing.facts import read_material
from redleaf.writing.languages import language
from redleaf.writing.material import Material
from redleaf.writing.phrasebook import Frame, moves_of, phrasebook, read_frames
from redleaf.writing.plans import plan_names, plans_for
from redleaf.writing.sentences import capitalised, fill

from .scenes import scenes_for

FRAMES = phrasebook("en")
ENVELOPE = ("greeting", "farewell")
APART = ("subject", "joint", "because", "handing over")
SPOKEN = [frame for frame in FRAMES if frame.move not in ENVELOPE + APART]
VOWEL_SOUND = re.compile(r"\ba (?=[aeio])|\ban (?=[bcdfgjkmpqtvwz])", re.IGNORECASE)


ENGLISH = language("en")


@cache
def material_of(brief: Brief) -> Material:
    return read_material(brief, ENGLISH)


BY_FILE: dict[str, list[Frame]] = defaultdict(list)
for each in FRAMES:
    BY_FILE[each.name.partition(":")[0]].append(each)

_FILLED: dict[str, list[str]] = {}


def fillings(frame: Frame) -> list[str]:
    if frame.name not in _FILLED:
        _FILLED[frame.name] = list(_fillings(frame))
    return _FILLED[frame.name]


def _fillings(frame: Frame) -> list[str]:
    texts = (
        capitalised(sentence.text)
        for brief in scenes_for(frame)
        for sentence in fill(frame, material_of(brief), ENGLISH)
    )
    return list(dict.fromkeys(texts))


def test_it_has_more_than_a_thousand_frames_in_three_tones() -> None:
    assert len(SPOKEN) > 1000
    for tone in ("plain", "warm", "witty"):
        assert sum(frame.tone == tone for frame in SPOKEN) > 50


@pytest.mark.parametrize("file", sorted(BY_FILE))
def test_its_frames_make_good_grammar_of_facts_of_every_shape(file: str) -> None:
    faults = {frame.name: fault for frame in BY_FILE[file] if (fault := grammar_fault(frame))}
    print_review_sheet(file)
    assert not faults


def print_review_sheet(file: str) -> None:
    """Every frame with what it says, to be read aloud: shown with `-s`."""
    for frame in BY_FILE[file]:
        texts = fillings(frame)[:10] if frame.move not in ENVELOPE + APART else []
        lines = [f"{frame.name} [{frame.move}] {frame.text}", *(f"    {text}" for text in texts)]
        sys.stdout.write("\n".join(lines) + "\n\n")


@pytest.mark.parametrize("file", sorted(BY_FILE))
def test_its_frames_say_nothing_that_the_checker_warns_of(file: str) -> None:
    faults = {frame.name: fault for frame in BY_FILE[file] if (fault := warning(frame))}
    assert not faults


def grammar_fault(frame: Frame) -> str:
    """The first filling that reads badly, or why there is none; "" when all read well."""
    if frame.move in ENVELOPE + APART:
        return ""
    texts = fillings(frame)
    if not texts:
        return "no scene of scenes.py fills this frame"
    return next((text for text in texts if reads_badly(text)), "")


def reads_badly(text: str) -> bool:
    return not (
        (text[0].isupper() or text[0] == "“" or not text[0].isalpha())
        and re.search(r"[.?!][”]?$", text)
        and "  " not in text
        and not re.search(r"[{}\[\]|]", text)
        and not re.search(r"\b(\w+) \1\b", text, re.IGNORECASE)
        and not re.search(r"[.?!,;:][.,;:?!]|\s[.,;:?!]", text)
        and not VOWEL_SOUND.search(text.replace("a one", ""))
    )


def warning(frame: Frame) -> str:
    """What the checker says worse than advice of the frame's first fillings."""
    if frame.move in ENVELOPE + APART:
        return ""
    # "our call today" is read as pressure to call today; no draft with it is shown.
    texts = [text for text in fillings(frame) if "call today" not in text]
    for text in texts[:2]:
        report = check(f"Hi Mira, {text} Ines", network="linkedin")
        worse = [f for f in report.findings if f.severity is not Severity.ADVICE]
        # A single sentence may share nothing yet; that is the note's matter, not the frame's.
        told = [f.rule for f in worse if not f.rule.startswith("boring/") and "long" not in f.rule]
        if told:
            return f"{text} {told}"
    return ""


def test_every_encounter_kind_has_frames_in_every_register() -> None:
    kinds: dict[tuple[str, str], int] = defaultdict(int)
    for frame in SPOKEN:
        for kind in frame.when.get("kinds", ()):
            for register in ("close", "peer", "formal"):
                kinds[kind, register] += frame.allows("register", register)
    assert len(kinds) == 36
    assert min(kinds.values()) >= 4, sorted(kinds.items(), key=lambda item: item[1])[:5]


def test_every_plan_is_made_of_known_moves_and_each_heading_has_a_plan() -> None:
    planned = {move for name in plan_names() for plan in plans_for(name) for move in plan}
    for heading in planned:
        moves_of(heading)
    assert {frame.move for frame in SPOKEN} <= planned


def test_every_aim_has_plans_that_can_be_filled() -> None:
    moves = {frame.move for frame in FRAMES}
    for name in plan_names():
        assert sum(set(plan) <= moves for plan in plans_for(name)), name


def test_it_refuses_a_heading_of_unknown_moves() -> None:
    with pytest.raises(ValueError, match="anchor joke"):
        list(read_frames("[anchor joke]\n\nWe met.\n", "my.txt", ENGLISH.spoken))


def test_it_names_the_line_that_is_no_frame() -> None:
    with pytest.raises(ValueError, match=r"my\.txt, line 2"):
        list(read_frames("[anchor]\nkinds: confrence\n\nWe met.\n", "my.txt", ENGLISH.spoken))
