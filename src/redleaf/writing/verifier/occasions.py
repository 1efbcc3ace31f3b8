"""Occasions: "our panel on cork", "my visit to your shop", "your letter", "Declan's speech"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redleaf.notes.regexes import regex
from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.stems import is_small, words_of
from redleaf.writing.verifier.verification import Claim

_OWNERS = frozenset("our my your that".split())
_WRITTEN = frozenset(
    "letter message mail email postcard parcel package present gift invitation text telegram "
    "voicemail recommendation referral".split()
)
_TAKEN = frozenset(
    "walk stroll tour visit ride drive dance song speech trip hike picnic race game photo".split()
)
_THANKED = regex(
    r" (?:thanks|thank you|thanking you|grateful|delighted|pleased|touched)(?: \w+){0,4}? "
    r"(?:for|with|by) $|"
    r" (?:got|received|read|reread|enjoyed|loved|after|reply to|answer to|further to|since) $"
)
_NOUNS = "|".join(sorted(words_of("occasions.txt"), key=len, reverse=True))
_AFTER = r"(?= (?:to|with|on|about|at|in|of|last|for|was|is|,|\.|and|together|this|above) )"
_OWNED = regex(rf" (?P<owner>our|my|your|that) (?:(?!the )\w+ ){{0,2}}?(?P<noun>{_NOUNS}){_AFTER}")
_NAMED = regex(rf" (?P<owner>[^\W\d_]+) (?:\w+ )?(?P<noun>{_NOUNS}){_AFTER}")


def find_occasions(reading: Reading) -> Iterator[Claim]:
    """Occasions of the two of you that no fact holds."""
    if reading.language != "en" or not reading.has_any(words_of("occasions.txt")):
        return
    for match in (*_OWNED.finditer(reading.flat), *_NAMED.finditer(reading.flat)):
        first, last = (
            reading.statement.matched(match, "owner")[0],
            reading.statement.matched(match, "noun")[1],
        )
        if _is_judged(reading, match, first, last):
            continue
        if _is_recorded(reading, match, last):
            continue
        written = reading.text_of(first, last)
        yield reading.unsupported(
            "encounter", first, last, f"The brief has no occasion like \u201c{written}\u201d."
        )


def _is_judged(reading: Reading, match: re.Match[str], first: int, last: int) -> bool:
    """Left to others: what is wished for, what is quoted, what is the writer's own."""
    words = reading.words
    mood = reading.statement.moods[first]
    is_open = mood.is_supposed or (reading.statement.is_question(first) and not mood.is_past)
    if first in reading.quoted or first in reading.envelope or is_open:
        return True
    if words[first].clause != words[last].clause:
        return True
    owner, noun = match["owner"], match["noun"]
    if owner == "that" and not (noun in _TAKEN and reading.ties.is_tied(first)):
        return True
    if owner == "my":
        return not _is_to_you(reading, last)
    if owner == "your" and noun in _WRITTEN:
        return not _THANKED.search(reading.flat[: match.start("owner")][-60:])
    if owner in ("his", "her", "their"):
        return True
    if owner not in _OWNERS:
        return not _is_somebodys(reading, first)
    return False


def _is_to_you(reading: Reading, at: int) -> bool:
    """ "My visit to your library", "my talk at Old Doors": of what both of you would know."""
    end = min(reading.statement.clause_end(at), at + 7)
    following = range(at + 1, end)
    return any(
        reading.words[each].text in ("your", "you")
        or any(path.startswith(("encounters.", "noticed.")) for path in reading.borne(each))
        for each in following
        if not is_small(reading.words[each].text) or reading.words[each].text in ("your", "you")
    )


def _is_somebodys(reading: Reading, at: int) -> bool:
    """ "Declan's speech", where Declan is somebody that the brief names."""
    word = reading.words[at]
    text = reading.statement.text[word.start : word.end]
    if not text.endswith(("'s", "\u2019s")):
        return False
    return any(word.text in names for names in reading.known.people)


def _is_recorded(reading: Reading, match: re.Match[str], last: int) -> bool:
    noun, owner = match["noun"], match["owner"]
    borne = reading.borne(last)
    if owner in ("our", "my") and noun in _PERFORMED:
        borne = tuple(path for path in borne if not path.endswith(".kind") or _is_class(reading))
    if owner == "my":
        # What the brief has is theirs: "my talk" is not the talk that was noticed.
        return any(path.startswith(("sender.", "promises.", "encounters.")) for path in borne) and (
            not any(path.startswith("noticed.") for path in borne)
        )
    if noun in _WRITTEN:
        kinds = reading.known.paths_of_kinds(("online", "introduction"))
        return bool(borne or kinds) or reading.brief.aim == "answer"
    if owner == "our" and noun in ("talk", "call", "meeting", "session"):
        return True  # Read with the encounters.
    return bool(borne)


def _is_class(reading: Reading) -> bool:
    return "class" in reading.known.kinds


# A conference has panels; that one of them was ours is another matter.
_PERFORMED = frozenset(
    "panel workshop seminar webinar session concert gig performance speech keynote presentation "
    "lecture demonstration demo".split()
)
