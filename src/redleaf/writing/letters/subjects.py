"""Subjects: what stands above a mail: short, true, and about the letter below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from redleaf.writing.drafts import Draft
from redleaf.writing.letters.chance import chance
from redleaf.writing.phrasebook import phrasebook
from redleaf.writing.sentences import Sentence, capitalised, fill
from redleaf.writing.setting import Setting
from redleaf.writing.verifier import Verifier

# What a mail program shows of a subject in a list, on a desk; a telephone shows about forty.
LONGEST = 60
_COMFORTABLE = 42
# Which fact a reader would rather find the letter under; what is not named here is worth one.
_WORTH = {
    "asked": 6, "promised": 5, "favour": 5, "favour_thing": 5, "acquaintance_name": 5,
    "acquaintance_named": 5, "asked_about": 5, "topic": 4, "introducer": 4, "work": 4, "event": 3,
    "we_both": 3, "invitation": 2, "mutual": 2,
}  # fmt: skip


def with_subjects(drafts: Iterable[Draft], setting: Setting, seed: int) -> tuple[Draft, ...]:
    """The same letters, each under a subject of its own as far as there are several."""
    lines = list(_lines(setting))
    verifier = Verifier(setting.brief)
    titled: list[Draft] = []
    for draft in drafts:
        used = [each.subject for each in titled]
        texts = _ranked(draft, lines, f"{seed} {draft.text}")
        texts.sort(key=used.count)
        true = (text for text in texts if verifier.verify(text).supported)
        titled.append(replace(draft, subject=next(true, _plain(setting))))
    return tuple(titled)


def _lines(setting: Setting) -> Iterator[Sentence]:
    """Every subject that the facts of a setting make, and that a list of mails can show whole."""
    wanted = {
        "register": setting.register,
        "known": setting.recognition,
        "aim": setting.aim,
        "medium": setting.medium,
    }
    for frame in phrasebook(setting.language.code):
        if frame.move == "subject" and all(frame.allows(*each) for each in wanted.items()):
            for line in fill(frame, setting.material, setting.language):
                if len(line.text) <= LONGEST:
                    yield line


def _ranked(draft: Draft, lines: Iterable[Sentence], key: str) -> list[str]:
    """Lines about what the letter says, the best first; of equals, chance decides."""
    told = {span.path for span in draft.facts}
    fitting = [line for line in lines if line.paths <= told]
    fitting.sort(key=lambda line: (-_worth(line), chance(f"{key} {line.text}")))
    return [capitalised(line.text) for line in fitting]


def _worth(line: Sentence) -> float:
    # "A question" is better than nothing, and only than that.
    worth = max((_WORTH.get(part.slot, 1) for part in line.parts), default=-4)
    return worth - 3 * (len(line.text) > _COMFORTABLE)


def _plain(setting: Setting) -> str:
    """Where no line fits, the name of who writes is still worth more than "Hello"."""
    names = setting.material.base.get("my_name") or setting.material.base.get("name")
    return names[0].text if names else ""
