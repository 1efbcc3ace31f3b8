"""Offers: a thing to send, a person to introduce, or a hand to lend."""

from __future__ import annotations

import re
from dataclasses import dataclass

from redleaf.notes.regexes import regex
from redleaf.writing.languages.en.headlines import read_headline
from redleaf.writing.languages.en.nouns import is_plural, with_article
from redleaf.writing.languages.en.persons import as_mine, is_about_a_third
from redleaf.writing.languages.en.verbs import from_gerund, known_verbs

_INTRODUCTION = regex(
    r"^(?:an?\s)?(?:intro|introduction|introducing (?:you|them))\s+(?:to|with)\s+(.+)$",
    re.IGNORECASE,
)
_KNOWN_FOR = regex(r",?\s+(who\s+[a-z][\w'’ -]{3,60})$")
_NOT_OF_THEM = regex(r"\b(?:I|me|my|you|your|we|us|our|he|she|his|her|they|their)\b", re.IGNORECASE)
_BRACKETS = regex(r"\s*\([^()]*\)")
_NAME = regex(r"(?:(?:Dr|Prof|Mr|Mrs|Ms)\.?\s)?[^\W\d_a-z][\w'’.-]*")
_INVITING = regex(r"^\w+ (?:me|us|by)\b", re.IGNORECASE)
# Verbs that begin no noun: "swap seeds" is done, "test kits" are things.
_DEEDS = frozenset(
    "read mend share find answer swap lend explain teach send give write edit proofread translate "
    "fix repair bring carry make build prune sharpen tune bake introduce".split()
)
_BODILY = regex(
    r"\b(?:seat|place|ticket|spot|bed|desk|chair|room|table|stall|pass|ride|lift|tour|lunch|"
    r"dinner|coffee|beer|pint|hour|hours|"
    r"afternoon|evening|visit|access|membership|tasting|demonstration|demo|walk|lesson|lessons|"
    r"class|guided|help|hand|advice|feedback|review|"
    r"second pair|pair of|introduction|space|sofa|couch|workshop|session|consultation)\b",
    re.IGNORECASE,
)
_SENDABLE = regex(
    r"\b(?:scans?|photos?|photographs?|pictures?|lists?|copy|copies|recordings?|comparison|table|"
    r"tables|notes|template|patterns?|"
    r"recipes?|maps?|sheets?|figures|data|dataset|slides|draft|drawings?|plans?|tracing|report|"
    r"manual|handout|"
    r"link|article|paper|files?|samples?|spreadsheet|checklist|guide|transcript|survey|letters?|"
    r"contacts?|"
    r"directory|script|plan|timetable|diagram|booklet|brochure|calendar|catalogue|index|summary|"
    r"logs?|songs?|video|audio|translation)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Offer:
    """One of three: a `thing`, a `deed` in plain form, or a `person` to introduce."""

    thing: str = ""
    is_many: bool = False
    can_be_sent: bool = False
    deed: str = ""
    person: str = ""
    given: str = ""
    known_for: str = ""
    """Who that is, "who tunes bells", "a bell tuner"; only of somebody with a name."""


def read_offer(text: str) -> Offer | None:
    """How to offer it, or None when it cannot be told what is meant."""
    text = text.strip(" .;,")
    introduction = _INTRODUCTION.match(text)
    if introduction:
        return _as_person(introduction[1])
    text = as_mine(_BRACKETS.sub("", text).strip())
    if not text or is_about_a_third(text):
        return None
    first, _, rest = text.partition(" ")
    if from_gerund(first) and rest:
        return Offer(deed=f"{from_gerund(first)} {rest}")
    if first.lower() == "to" and rest.split()[:1] and rest.split()[0] in known_verbs():
        return Offer(deed=rest)
    if (
        first in known_verbs()
        and rest.split()
        and rest.split()[0] in ("you", "your", "the", "a", "an")
    ):
        return Offer(deed=text)
    # "Call me" is asked of the reader, and offers nothing.
    if _INVITING.match(text):
        return None
    if first.lower() in _DEEDS and rest:
        return Offer(deed=f"{first.lower()} {rest}")
    if re.match(r"(?:help|advice|support|a hand|feedback)\b", text, re.IGNORECASE):
        return Offer(thing=_lower_article(text))
    if re.match(r"(?:I|we|can|could|will|would|happy|free)\b", text, re.IGNORECASE):
        return None
    thing = with_article(_lower_article(text))
    sends = bool(_SENDABLE.search(thing)) and not re.match(
        r"(?:a|the|one|two|some)\s(?:free\s|spare\s)?(?:seat|place|ticket|spot|tour|hour|"
        r"afternoon)",
        thing,
    )
    return Offer(
        thing=thing, is_many=is_plural(thing), can_be_sent=sends and not _is_only_bodily(thing)
    )


def _is_only_bodily(thing: str) -> bool:
    head = thing.split(" of ")[0].split(" for ")[0].split(" in ")[0].split(" to ")[0]
    return bool(_BODILY.search(head)) and not _SENDABLE.search(head)


def _as_person(text: str) -> Offer | None:
    text = _BRACKETS.sub("", text).strip(" .,")
    person = re.sub(r",?\s+(?:who|whom|whose|which)\s.*", "", text).strip(" .,")
    named = re.match(rf"{_NAME.pattern}(?:\s{_NAME.pattern})*", person)
    if is_about_a_third(person):
        return None
    if not named:
        return Offer(person=as_mine(_as_some(person)), given=_given(person))
    known_for = _known_for(text)
    name, comma, work = person.partition(", ")
    if comma and not known_for:
        person, known_for = name, _as_apposition(work)
    return Offer(person=as_mine(person), known_for=known_for, given=_given(person))


def _as_some(person: str) -> str:
    """ "colleague at Kiln House" and "cousin Rita" as mine; "the potters' guild" as it is."""
    begins = r"(?:my|the|our|a|an|some|people|two|three)\b"
    if not person[:1].islower() or re.match(begins, person) or is_plural(person):
        return person
    return f"my {person}"


def _given(person: str) -> str:
    """What one calls them: "Rita" of "my cousin Rita", and nobody of "a man at Kiln House"."""
    name = re.search(rf"{_NAME.pattern}(?:\s{_NAME.pattern})*", person)
    if not name or re.search(r"\b(?:at|of|from|the)\b", person[: name.start()], re.IGNORECASE):
        return ""
    first = name.group().split()[0]
    is_title = first.rstrip(".").lower() in ("dr", "prof", "mr", "mrs", "ms")
    return name.group() if is_title else first


def _known_for(text: str) -> str:
    found = _KNOWN_FOR.search(text)
    return found[1] if found and not _NOT_OF_THEM.search(found[1]) else ""


def _as_apposition(work: str) -> str:
    """ "archivist at Muzeum Wody" as "an archivist at …"; "binds books" as "who binds books"."""
    shape = None if _NOT_OF_THEM.search(work) else read_headline(work)
    if not shape or shape.is_past:
        return work
    return shape.somebody.removeprefix("somebody ") or _without(shape.i_am, "I am ") or work


def _without(text: str, prefix: str) -> str:
    return text.removeprefix(prefix) if text.startswith(prefix) else ""


def _lower_article(text: str) -> str:
    return re.sub(r"^(?:The|A|An|My|Some|Two|Three)\b", lambda word: word.group().lower(), text)
