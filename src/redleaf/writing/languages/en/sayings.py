"""Sayings: the reader's own words told back to them, as one does without quotation marks.

"we sit in our coats" is that you sit in your coats, "leave them alone" what you told me to do.
"""

from __future__ import annotations

import re
from itertools import pairwise

from redleaf.notes.regexes import regex
from redleaf.writing.languages.en.persons import is_about_a_third
from redleaf.writing.languages.en.verbs import from_third_person, known_verbs

_TURNED = {
    "i": "you", "we": "you", "me": "you", "us": "you", "my": "your", "our": "your",
    "mine": "yours", "ours": "yours", "myself": "yourself", "ourselves": "yourselves",
    "i'm": "you're", "we're": "you're", "i've": "you've", "we've": "you've", "i'd": "you'd",
    "we'd": "you'd", "i'll": "you'll", "we'll": "you'll",
}  # fmt: skip
_SHORT = frozenset(word for word in _TURNED if "'" in word)
_MINE = {"you": "I", "your": "my", "yours": "mine", "yourself": "myself"}
_BE = {"am": "are", "was": "were"}
_WORD = regex(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ASKING = regex(
    r"(?:who|what|why|how|when|where|which|whose|is|are|do|does|did|can|could|shall|should|would|"
    r"will|have|has)\b",
    re.IGNORECASE,
)
_FINITE = frozenset(
    "is are was were am has have had can can't could will won't would must should may might does "
    "do did doesn't don't didn't isn't aren't wasn't weren't never always".split()
)
# What things do, beside what people do for a living.
_OF_THINGS = frozenset(
    "bite boil care come cost count crack creak die drink fall fit float forgive freeze get "
    "happen hear hold hurt itch last leave lie matter mean melt miss need outlive own remember rot "
    "rust seem shrink sink smell starve sulk sweat want weigh win".split()
)
_PRONOUNS = frozenset("i we there nobody everybody somebody everyone nothing".split())
_SPEAKER = regex(r"\b(?:i|me|my|mine|myself|we|us|our|ours)\b", re.IGNORECASE)
_EVERYBODY = regex(r"\b(?:we|us|our|ours)\b", re.IGNORECASE)
_READER = regex(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
# Where "you" does something and is done nothing to: "before you light the fire".
_AS_SUBJECT = regex(
    r"(?:^|\b(?:before|after|when|if|until|what|where|how|that|than|while|unless|because|once|"
    r"as|and|or|whom|whatever|wherever))\s+you\b",
    re.IGNORECASE,
)
_FORBIDS = regex(r"(?:don't|do not|never)\s+(?=[a-z])", re.IGNORECASE)
# More verbs that advice begins with than what people do for a living.
_ADVISES = frozenset(
    "be let never always don't do begin believe trust avoid allow bet bring count dig expect "
    "forgive finish ignore imagine keep leave light look mind open remember stand stick taste tie "
    "tip watch weigh write wear ring knock date cue".split()
)


def retold(text: str) -> str:
    """A saying as what "you told me that …" is followed by; "" when it is none."""
    words = [word.lower() for word in _WORD.findall(text)]
    if len(words) < 3 or text.endswith("?") or _is_unfit(text) or _READER.search(text):
        return ""
    # "Dogs know before we do" is about everybody; whose "mine" was, one had to hear.
    if words[0] in ("mine", "ours") or _is_of_everybody(text):
        return ""
    if _ASKING.match(text) or urged(text) or not _is_clause(words):
        return ""
    # "The wall is free, the height is not" is one sentence only as it was spoken.
    if "," in text and not re.search(r",\s(?:and|but|or|so)\b", text):
        return ""
    return _lowered(_turned(text))


def urged(text: str) -> str:
    """ "to leave them alone", of a saying that tells me to; "" when it is none."""
    words = [word.lower() for word in _WORD.findall(text)]
    if len(words) < 3 or _is_unfit(text) or _SPEAKER.search(text) or text.endswith("?"):
        return ""
    forbidden = _FORBIDS.match(text)
    bare = text[forbidden.end() :] if forbidden else text
    verb = _WORD.search(bare)
    is_command = bare != text or bool(verb and _tells_to(words, verb.group().lower()))
    # "Measure once, apologise twice": two commands in a row are one only as they were spoken.
    if not verb or verb.start() or not is_command or "," in text:
        return ""
    if len(_READER.findall(bare)) != len(_AS_SUBJECT.findall(bare)) + _owned(bare):
        return ""
    deed = _READER.sub(lambda word: _MINE[word.group().lower()], bare)
    forbids = "" if bare == text else "never " if words[0] == "never" else "not "
    return f"{forbids}to {deed}"


def _is_of_everybody(text: str) -> bool:
    return bool(_EVERYBODY.search(text)) and not _EVERYBODY.match(text)


def _owned(text: str) -> int:
    return len(re.findall(r"\b(?:your|yours|yourself)\b", text, re.IGNORECASE))


def _tells_to(words: list[str], verb: str) -> bool:
    """Whether the words command: "cut it wet", and not "cut glass is dear"."""
    if verb not in _ADVISES and (verb not in known_verbs() or verb == "like"):
        return False
    rest = words[words.index(verb) + 1 :]
    return not (_FINITE - {"do", "never", "always"}).intersection(rest[:3])


def _is_unfit(text: str) -> bool:
    return bool(re.search(r"[:;–—()/\"“”]|\.\s", text)) or is_about_a_third(text)


def _is_clause(words: list[str]) -> bool:
    """Whether somebody does or is something in it: a subject, and behind it a verb."""
    if words[0].replace("’", "'") in _PRONOUNS | _SHORT:
        return True
    if words[0] in ("it", "they", "this", "that", "if", "when"):
        return False
    rest = words[1:]
    if _FINITE.intersection(rest):
        return True
    # Behind "a" no noun is plural: "a slow kiln forgives".
    ahead = rest if words[0] in ("a", "an", "every", "each") else rest[:-1]
    if any(from_third_person(word) or word[:-1] in _OF_THINGS for word in ahead):
        return True
    return any(
        noun.endswith("s") and (verb in known_verbs() or verb in _OF_THINGS)
        for noun, verb in pairwise(words)
    )


def _turned(text: str) -> str:
    text = re.sub(
        r"\b(I|we) (am|was)\b",
        lambda pair: f"{pair[1]} {_BE[pair[2].lower()]}",
        text,
        flags=re.IGNORECASE,
    )
    return _WORD.sub(
        lambda word: _TURNED.get(word.group().lower().replace("’", "'"), word.group()), text
    )


def _lowered(text: str) -> str:
    """Running on behind "that": small, unless the first word may be a name."""
    return text[:1].lower() + text[1:] if text.split()[0].lower() in _SMALL else text


_SMALL = frozenset(
    "you your yours you're you've you'd you'll the a an it there they this that nobody everybody "
    "somebody everyone nothing every no most all some half".split()
)
