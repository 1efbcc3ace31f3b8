"""The ways people tell of an encounter (acts.txt), as patterns over the flat text."""

from __future__ import annotations

import re
from functools import lru_cache

from redleaf.notes.data_files import read_beside
from redleaf.notes.regexes import regex

_SHORTHANDS = {
    "<glad>": r"(?:good|great|nice|lovely|pleasure|pleased|glad|happy|happily|delighted|wonderful|"
    r"honou?red|fun|fine|enjoyed|loved|joy|thanks? for|thank you for|fantastic|brilliant)",
    "<adverbs>": r"(?: (?:have|had|first|last|briefly|just|both|finally|actually|all|once|only|"
    r"recently|then|again|already|also|even))*",
}


@lru_cache(maxsize=1)
def acts() -> dict[str, re.Pattern[str]]:
    """For each section of acts.txt one pattern, whose group `act` is the words that tell."""
    lines: dict[str, list[str]] = {}
    section = ""
    text = read_beside(__file__, "acts.txt")
    for line in text.splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            for name, pattern in _SHORTHANDS.items():
                line = line.replace(name, pattern)
            lines.setdefault(section, []).append(line)
    return {name: regex(rf" (?P<act>{'|'.join(ways)})(?= )") for name, ways in lines.items()}
