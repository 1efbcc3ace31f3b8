"""The user's voice: what the notes they have sent say about how they write.

Learned: how they greet and sign, how long they write, whether they contract, the words they use,
the one picture they sign with. Never whole sentences: a draft that shares a skeleton with a note
sent before is not shown at all.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from redleaf.judging import check
from redleaf.notes.brief import Sender
from redleaf.notes.envelope import greeting_of, signature_of
from redleaf.notes.regexes import regex
from redleaf.notes.slots import slots_of
from redleaf.writing.languages import Language
from redleaf.writing.languages import language as language_of

_FEWEST = 2
_FEWEST_FOR_WORDS = 6
_LATEST = 20
_USUAL = 0.3
_WORD = regex(r"[^\W\d_]{4,}")
# Written out where a contraction could stand; English alone contracts by choice.
_IN_FULL = regex(
    r"\b(?:I (?:am|have|had|would|will)|(?:do|did|does|is|was|could|would) not|cannot"
    r"|(?:it|that) is|let us)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Voice:
    """How somebody writes.

    `greetings` hold "{name}", `farewells` "{me}" or "{my_name}", the most used first; a farewell of
    "" is none. `length` is the median in code points. `contracts` is None where it is mixed or
    unknown. `words` are those of four letters or more, empty where too little is known. `picture`
    is the emoji that most of the notes hold.
    """

    greetings: tuple[str, ...] = ()
    farewells: tuple[str, ...] = ()
    length: int | None = None
    contracts: bool | None = None
    words: frozenset[str] = frozenset()
    picture: str = ""

    def strangeness(self, own_words: Iterable[str]) -> float:
        """From 0 to 1, how many of the words of a draft, facts apart, the user never uses."""
        said = {word for text in own_words for word in _WORD.findall(text.lower())}
        if not self.words or not said:
            return 0.0
        return len(said - self.words) / len(said)


SILENT = Voice()


def voice_of(history: Sequence[str], sender: Sender, code: str = "en") -> Voice:
    """The voice of somebody in the notes they have sent; SILENT when these tell nothing.

    Only the latest count. What a network wrote by itself, and a form to be filled in, is nobody's
    voice.
    """
    return _voice_of(tuple(history[-_LATEST:]), sender.name, sender.given_name, code)


@lru_cache(maxsize=16)
def _voice_of(history: tuple[str, ...], name: str, given: str, code: str) -> Voice:
    sent = [text.strip() for text in history if _is_own(text)]
    if len(sent) < _FEWEST:
        return SILENT
    from statistics import median  # here alone: many have no notes yet, and it loads slowly

    language = language_of(code)
    texts = [_without_pictures(text) for text in sent]
    return Voice(
        greetings=_usual([_greeting(text) for text in texts]),
        farewells=_usual([_farewell(text, name, given) for text in texts]),
        length=round(median(map(len, sent))),
        contracts=_contracts(texts, language),
        words=_words(texts, language),
        picture=_picture(sent),
    )


def _is_own(text: str) -> bool:
    return not slots_of(text) and check(text).verdict not in ("default", "empty")


def _usual(found: Sequence[str | None]) -> tuple[str, ...]:
    """What stands in a good part of the texts, the most used first."""
    counted = Counter(each for each in found if each is not None)
    return tuple(
        each for each, count in counted.most_common(2) if count >= max(2, _USUAL * len(found))
    )


def _greeting(text: str) -> str | None:
    """The greeting with "{name}" where the name stands; None without a name."""
    greeting = greeting_of(text)
    if greeting is None or greeting.name is None or "{" in greeting.span.of(text):
        return None
    before = text[greeting.span.start : greeting.name.start]
    behind = text[greeting.name.end : greeting.span.end]
    return f"{before}{{name}}{behind.strip() or ','}"


def _farewell(text: str, name: str, given: str) -> str:
    """The closing words with the own name as a gap; "" where the text is not signed."""
    greeting = greeting_of(text)
    span = signature_of(text, greeting.span.end if greeting else 0)
    if span is None:
        return ""
    words = span.of(text).strip()
    for gap, own in (("{my_name}", name), ("{me}", given or name.partition(" ")[0])):
        if own and words.endswith(own) and "{" not in words:
            return re.sub(r"[ \t]*\n\s*", "\n", words[: -len(own)]) + gap
    return ""


def _contracts(texts: Sequence[str], language: Language) -> bool | None:
    short = sum(len(language.spoken.findall(text)) for text in texts)
    full = sum(len(_IN_FULL.findall(text)) for text in texts)
    if language.code != "en" or short + full < 3:
        return None
    share = short / (short + full)
    return True if share > 0.85 else False if share < 0.15 else None


def _words(texts: Sequence[str], language: Language) -> frozenset[str]:
    if len(texts) < _FEWEST_FOR_WORDS:
        return frozenset()
    said = {word for text in texts for word in _WORD.findall(text.lower())}
    return frozenset(said) | language.common


def _picture(texts: Sequence[str]) -> str:
    """The emoji in more than half of the texts; else ""."""
    counted = Counter(sign for text in texts for sign in set(text) if _is_picture(sign))
    sign, count = next(iter(counted.most_common(1)), ("", 0))
    return sign if 2 * count > len(texts) else ""


def _without_pictures(text: str) -> str:
    return "".join(sign for sign in text if not _is_picture(sign) and sign != "\ufe0f").strip()


def _is_picture(sign: str) -> bool:
    return sign > "\u2190" and unicodedata.category(sign) == "So"
