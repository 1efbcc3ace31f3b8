"""English among equals: "I would be glad" as "I'd be glad".

Only where the short form is sure to be right: never at the end of a sentence ("who I am."), and
"have" only before what makes it an auxiliary.
"""

from __future__ import annotations

from redleaf.notes.regexes import regex

_PARTICIPLES = (
    r"(?:(?:since|also|just|now|never|long) )?(?:been|kept|read|come|had|meant|wanted|seen|"
    r"found|heard|thought|told|made|left|lost|written|met|got|gone|done|learned|wondered|enjoyed|"
    r"put|taken|given|started|tried|asked|spent|remembered|forgotten|known|noticed)\b"
)
_RULES = (
    (r"\bI am(?= \w| \{)", "I'm"),
    (r"\b([Ii]t|[Tt]hat|[Hh]ere|[Tt]here) is(?= \w| \{)", r"\1's"),
    (r"\b(I|[Yy]ou|[Ww]e|[Tt]hey) would(?= \w)", r"\1'd"),
    (r"\b(I|[Yy]ou|[Ww]e|[Tt]hey|[Ii]t) will(?= \w| \{)", r"\1'll"),
    (r"\b([Yy]ou|[Ww]e|[Tt]hey) are(?= \w| \{)", r"\1're"),
    (r"\b([Hh]ave|[Hh]as|[Hh]ad) not\b", r"\1n't"),
    (rf"\b(I|[Yy]ou|[Ww]e|[Tt]hey) have(?= {_PARTICIPLES})", r"\1've"),
    (rf"\b(I|[Yy]ou|[Ww]e|[Tt]hey) had(?= {_PARTICIPLES})", r"\1'd"),
    (r"\b([Dd]o|[Dd]oes|[Dd]id|[Ii]s|[Aa]re|[Ww]as|[Ww]ere|[Ww]ould|[Cc]ould) not\b", r"\1n't"),
    (r"\b([Cc])annot\b", r"\1an't"),
    (r"\b([Ll])et us\b", r"\1et's"),
)
_COMPILED = tuple((regex(pattern), short) for pattern, short in _RULES)
_SHORT = regex(r"\w['’]\w")
_GAPS = regex(r"\{[^}]*\}")
# One of these has to be there before any rule is worth trying.
_MAY_BE_SHORT = regex(r"\b(?:am|is|are|would|will|have|has|had|not|cannot|us)\b")


def relaxed(frame: str) -> str:
    """A frame with the contractions of speech; one that has some already is as its author wants."""
    if not _MAY_BE_SHORT.search(frame) or _SHORT.search(_GAPS.sub("", frame)):
        return frame
    for pattern, short in _COMPILED:
        frame = pattern.sub(short, frame)
    return frame
