"""Works noticed: an article, a talk, a project of the reader, and how one comes to know it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from redleaf.notes.regexes import regex
from redleaf.writing.languages.en.nouns import has_determiner, is_plural
from redleaf.writing.languages.en.persons import as_yours, is_about_a_third

_READ = frozenset(
    "article post paper essay book column review interview piece thread story report blog letter "
    "poem newsletter thesis chapter question answer comment profile guide recipe editorial "
    "feature novel".split()
)
_SEEN = frozenset(
    "talk lecture video film exhibition photo photograph project performance show poster drawing "
    "map design building app website repository release tool award job event workshop podcast "
    "episode course garden shop".split()
)
_SHOWN = frozenset("exhibition show performance film song album podcast episode".split())
_PICTURES = frozenset("photo photograph picture drawing painting sketch".split())
_NO_NOUN = regex(
    r"(?:why|how|what|where|when|whether|who|which|to|on|in|at|for|from|with|about|towards?|"
    r"against|beyond|after|before|is|are|do|does|don't|never)\s",
    re.IGNORECASE,
)
_SOFTWARE = frozenset("repository library package app tool plugin release website".split())


@dataclass(frozen=True, slots=True)
class Work:
    """`name` with its owner, `known` the verb ("read"), `where` with its preposition."""

    name: str
    known: str
    title: str = ""
    where: str = ""
    is_many: bool = False


def read_work(kind: str, title: str, where: str, owners: tuple[str, ...]) -> Work | None:
    """How to speak of what was noticed, or None when it has no title."""
    kind = _kind(kind)
    title = as_yours(title.strip(" .;,\"“”'"), owners)
    if not title or is_about_a_third(title):
        return None
    place = f"{_preposition(kind, where)} {where}" if where else ""
    known = "read" if kind in _READ or kind == "piece" else "saw"
    if kind in _SOFTWARE and not has_determiner(title):
        title = title.split(", ")[0]
    elif _is_description(kind, title):
        name = title[:1].lower() + title[1:]
        if kind in _PICTURES and not name.startswith("your "):
            name = f"your {kind} of {name}"
        name = name if has_determiner(name) else f"your {name}"
        # A paper tells of an organ; nobody who read it has seen the organ.
        known = "read about" if place.startswith("in ") and known == "saw" else known
        return Work(name=name, known=known, where=place, is_many=is_plural(name))
    return Work(name=f"your {kind} “{title}”", known=known, title=title, where=place)


def _kind(kind: str) -> str:
    word = kind.strip().lower().replace("_", " ")
    if re.fullmatch(r"(?:open[- ]source )?[a-z]+(?: [a-z]+)?", word) and word not in (
        "other",
        "work",
        "thing",
        "publication",
        "news",
    ):
        return word
    return "piece"


def _is_description(kind: str, title: str) -> bool:
    """Whether "the new weir at Ennis" is described, as against a title: "The quiet kiln".

    What was written or performed has a title, however small its letters; so has what is no noun
    phrase.
    """
    if re.match(r"(?:your|The new|A new)\s", title):
        return True
    if kind in _READ or kind in _SHOWN or " " not in title or _NO_NOUN.match(title):
        return False
    return title[:1].islower()


def _preposition(kind: str, where: str) -> str:
    if kind == "award":
        return "from"
    if where.lower() in (
        "linkedin",
        "bluesky",
        "mastodon",
        "x",
        "twitter",
        "youtube",
        "github",
        "medium",
        "substack",
        "facebook",
        "instagram",
        "xing",
        "reddit",
        "arxiv",
        "meetup",
    ) or re.search(r"\b(?:radio|tv|channel|fm)\b", where, re.IGNORECASE):
        return "on"
    if kind in (
        "talk",
        "lecture",
        "exhibition",
        "workshop",
        "performance",
        "poster",
        "show",
    ) or re.search(
        r"\b(?:hall|library|museum|gallery|university|centre|center|theatre|theater|school|"
        r"conference|club|festival)$",
        where,
        re.IGNORECASE,
    ):
        return "at"
    return "on" if kind.startswith("podcast") else "in"
