"""The words in which days are named, by language: one vocabulary to read and write them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl")

# Words that are days or months only beside another word of a date: "may", "mar", "sat", "fall".
AMBIGUOUS = frozenset(
    "may march mar jan jun jul dec oct sep sun sat wed mon thu thur tue fri spring fall second "
    "august april june mars mai ete an mes ano segunda terca quarta quinta sexta este esta no na a "
    "le el on ha laatst lente half eind begin mi meta in em sommer herbst winter hiver summer "
    "autumn".split()
)


@dataclass(slots=True)
class DateWords:
    """One language's words: each folded word's kinds with their numbers, and the longer phrases."""

    kinds: dict[str, dict[str, int]] = field(default_factory=dict)
    phrases: dict[str, list[tuple[tuple[str, ...], str, int]]] = field(default_factory=dict)
    starts: frozenset[str] = frozenset()  # the words with which a date may begin
    parts: frozenset[str] = frozenset()  # all words that a date may have

    def number(self, word: str, kind: str) -> int | None:
        """`number("thursday", "weekday")` is 3; None when the word is not of that kind."""
        return self.kinds.get(word, {}).get(kind)

    def has(self, word: str, kind: str) -> bool:
        return kind in self.kinds.get(word, {})

    def words(self, kind: str, number: int = 0) -> tuple[str, ...]:
        """The words of a kind, the usual one first: `words("month", 11)` begins with "november"."""
        return tuple(w for w, kinds in self.kinds.items() if kinds.get(kind) == number)


@lru_cache(maxsize=len(LANGUAGES))
def date_words(language: str) -> DateWords:
    """The words of `language`; English for a language that is not known here."""
    wanted = language if language in LANGUAGES else "en"
    words, code = DateWords(), ""
    for line in Path(__file__).with_name("date_words.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            code = line.strip("[]")
        elif line and code == wanted and not line.startswith("#"):
            _add_line(words, line)
    joining = {"in", "on", "ago", "later"}
    words.starts = frozenset(words.phrases) | {
        word for word, kinds in words.kinds.items() if not joining >= set(kinds)
    }
    in_phrases = {
        part for found in words.phrases.values() for parts, _, _ in found for part in parts
    }
    words.parts = frozenset(words.kinds) | in_phrases
    return words


def _add_line(words: DateWords, line: str) -> None:
    head, _, entries = line.partition(":")
    kind, _, number = head.partition(" ")
    for entry in entries.split():
        parts = tuple(entry.split("_"))
        if len(parts) == 1:
            words.kinds.setdefault(entry, {})[kind] = int(number or 0)
        else:
            words.phrases.setdefault(parts[0], []).append((parts, kind, int(number or 0)))
            words.phrases[parts[0]].sort(key=lambda phrase: -len(phrase[0]))
