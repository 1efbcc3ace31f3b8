"""English: how its facts are read and said."""

from __future__ import annotations

import re

from redleaf.notes.regexes import regex
from redleaf.writing.languages.en.address import formal_name
from redleaf.writing.languages.en.readings import (
    read_day,
    read_event,
    read_headline,
    read_offer,
    read_place,
    read_promise,
    read_role,
    read_said,
    read_tie,
    read_topic,
    read_work,
)
from redleaf.writing.languages.en.relaxing import relaxed
from redleaf.writing.languages.en.topics import is_private
from redleaf.writing.languages.language import Language

LANGUAGE = Language(
    code="en",
    title="English",
    read_day=read_day,
    read_event=read_event,
    read_place=read_place,
    read_topic=read_topic,
    read_headline=read_headline,
    read_work=read_work,
    read_offer=read_offer,
    read_promise=read_promise,
    read_tie=read_tie,
    formal_name=formal_name,
    read_role=read_role,
    read_said=read_said,
    is_private=is_private,
    nameless="them",
    today="today",
    and_word="and",
    spoken=regex(
        r"\w(?:n't|'d|'ll|'m|'re|'ve)\b|\b(?:let|it|that|what|here|there)'s\b", re.IGNORECASE
    ),
    relaxed=relaxed,
    looks_back=regex(r"\b(?:since|still|stayed|keep|after|home|wore off)\b", re.IGNORECASE),
    conversation=regex(
        r"\b(?:talk(?:ed)?|spoke|conversation|call|exchange|coffee)\b", re.IGNORECASE
    ),
    keeps_capital=regex(r"(?:I\b|LinkedIn|[A-Z]{2})"),
    common=frozenset(
        "about would there their which where while since because could should glad good from with "
        "have been that this your what when then than them they were will want wanted some time "
        "like just only also into over more most very much many after before other first last "
        "both yours mine here come know sent send keep kept each".split()
    ),
)
