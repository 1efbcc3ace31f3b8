"""`redleaf model test`: the user's model writes to an invented person, and is judged."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

from redleaf.languagemodel import ModelSettings
from redleaf.languagemodel.fates import Unfit
from redleaf.languagemodel.trial import try_out


@dataclass(frozen=True, slots=True)
class Told:
    """What was said, and whether the model wrote at least one note that could be shown."""

    lines: tuple[str, ...]
    is_good: bool


def trial_of(settings: ModelSettings) -> Told:
    begun = time.monotonic()
    trial = try_out(settings)
    took = time.monotonic() - begun
    if not trial.fates:
        return Told((f"{trial.what}.",), False)
    lines = [f"{trial.what} in {took:.1f} s; {trial.good} could be shown."]
    for each in trial.fates:
        lines += ["", *_note_lines(each.text, each.why if isinstance(each, Unfit) else "")]
    return Told(tuple(lines), trial.good > 0)


def _note_lines(text: str, why: str) -> Iterator[str]:
    yield f"Not shown: {why}" if why else f"Could be shown, {len(text)} characters"
    for line in text.splitlines():
        yield f"  {line}"
