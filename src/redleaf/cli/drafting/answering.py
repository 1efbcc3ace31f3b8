"""The answer to the one question: what the user types becomes a fact of the brief."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

from redleaf.errors import BriefError, RedleafError
from redleaf.formats.memory_line import MemoryLine, read_memory_line
from redleaf.notes.brief import Brief, Noticed

_LISTS = {"topics", "offers", "shared", "mutual", "promises", "history"}
# Two to four words with capitals, as a person's name is written.
_NAME = re.compile(
    r"[^\W\d_a-z][\w'’.-]+(?: (?:[^\W\d_a-z][\w'’.-]*|van|von|de|da|der|den|la)){1,3}"
)
# "her article “Listening to pipes” in Curator Quarterly"
_WORK = re.compile(
    r"(?:(?:his|her|their|the|an?) )?(?P<kind>[a-z-]+)? ?(?:called )?"
    r"[“\"‘'](?P<title>.+)[”\"’'][.,]?(?: (?:in|at|on) (?P<where>.+))?"
)
_YES = {"y", "yes", "yes.", "sure"}
_HINT = "Say how you met: coffee in Turku last Thursday, talked about kilns."


class NotUnderstood(RedleafError):
    """An answer that no fact can be made of, with a sentence that shows one."""


def answered(brief: Brief, about: str, text: str, *, today: dt.date) -> Brief:
    """The brief with what `text` says at the path `about`. Raises NotUnderstood."""
    if about == "encounters":
        return _met(brief, text, brief.today or today)
    if about == "noticed":
        return _what_made_them_think(brief, text, brief.today or today)
    if about.endswith(".on"):
        text = _day(brief, text, brief.today or today)
    if about == "recipient.language" and text.casefold() in _YES:
        text = "en"
    try:
        return Brief.from_json(_put(brief.to_json(), about.split("."), text))
    except BriefError as error:
        raise NotUnderstood(f"{error.what[:1].upper()}{error.what[1:]}") from None


def can_be_kept(about: str) -> bool:
    """Whether the memory has a place for what is said about that path of a brief."""
    return about == "encounters" or (about.startswith("encounters.") and about.endswith(".topics"))


def _met(brief: Brief, text: str, today: dt.date) -> Brief:
    """The encounter and the promises that a typed line tells of."""
    line = _read(brief, text, today)
    if line.encounter is None and text.casefold().startswith("from "):
        line = _read(brief, f"met at {text[5:]}", today)
    met, promises = line.encounter, tuple(each.text for each in line.promises)
    if met is None and not promises:
        raise NotUnderstood(_HINT)
    told = (met.for_brief(),) if met else ()
    # How well they know the user was counted, or said, without this meeting.
    is_known = met is None or brief.recognition in ("close", "recent")
    return replace(
        brief,
        recognition=brief.recognition if is_known else "",
        encounters=brief.encounters + told,
        promises=brief.promises + promises,
    )


def _what_made_them_think(brief: Brief, text: str, today: dt.date) -> Brief:
    """Something of theirs, somebody both know, or after all a meeting."""
    if found := _WORK.fullmatch(text):
        where = (found["where"] or "").strip(". ")
        work = Noticed(found["kind"] or "", found["title"].strip(), where)
        return replace(brief, noticed=(*brief.noticed, work))
    if _read(brief, text, today).encounter:
        return _met(brief, text, today)
    if _NAME.fullmatch(text):
        return replace(brief, mutual=(*brief.mutual, text))
    return replace(brief, noticed=(*brief.noticed, Noticed(title=text.strip("“”\"'. "))))


def _day(brief: Brief, text: str, today: dt.date) -> str:
    met = _read(brief, f"met {text}", today).encounter
    day = met.when.day if met else None
    if day is None:
        raise NotUnderstood("Say which day: last Thursday, 12 November, 2026-11-12.")
    return day.isoformat()


def _read(brief: Brief, text: str, today: dt.date) -> MemoryLine:
    return read_memory_line(f"{brief.recipient.name}, {' '.join(text.split())}", today=today)


def _put(data: dict[str, Any], path: list[str], text: str) -> dict[str, Any]:
    """The JSON of a brief with `text` at a path: in a list behind what is there, else instead."""
    place: Any = data
    for name, after in pairwise(path):
        place = _within(place, name, [] if after.isdecimal() else {})
    last = path[-1]
    if last in _LISTS:
        place[last] = [*place.get(last, []), text]
    elif last.isdecimal():
        place[int(last) :] = [text, *place[int(last) + 1 :]]
    else:
        place[last] = text
    return data


def _within(place: Any, name: str, empty: Any) -> Any:
    if not name.isdecimal():
        return place.setdefault(name, empty)
    while len(place) <= int(name):
        place.append({})
    return place[int(name)]
