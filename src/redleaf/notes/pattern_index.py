"""The index of a pattern table: from the first two words of a pattern to where it stands then.

    i           . 8.0.0.0       came 3.1.0.0    would 12.1.0.0 ^40.1.2.0
    rea*                        out 7.1.0.0~reach

For each first word the index has a line: second words, signs and stems before plain words, each
with the places that want it: the number of the pattern, its element, alternative and part. `^` says
that it holds only where a sentence begins. A first word `rea*` is a stem cut to its first letters;
`~` gives it whole. A second word can be anything a pattern can want; `.` and `$` stand where a
pattern can end after its first word, anywhere or with its sentence. tools/compile_patterns.py makes
the index ahead, because most patterns of a table are never taken apart: only those whose first two
words turn up in a text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from redleaf.errors import RedleafError
from redleaf.notes.compiled_parts import sorted_lines
from redleaf.notes.pattern_grammar import STEM, elements_of
from redleaf.notes.pattern_places import End, Pattern, Place, openings, places_next

WHOLE, WHOLE_WITH_SENTENCE = ".", "$"
_SIGNS = (WHOLE, WHOLE_WITH_SENTENCE, "…", "_", "0")


class Seconds:
    """What can follow a first word, each with places as they are written, parted by spaces.

    `words` is the end of each line as it lies in the file: a line can name hundreds of words, and a
    text wants one of them.
    """

    def __init__(self) -> None:
        self.words: list[str] = []
        self.stems: list[tuple[str, str]] = []
        self.any_word: list[str] = []
        self.any_number: list[str] = []
        self.ends: list[tuple[str, str]] = []

    def after(self, word: str) -> list[str]:
        """The places that name `word` itself."""
        found = []
        named = f"\t{word} "
        for line in self.words:
            at = line.find(named)
            if at >= 0:
                found.append(line[at + len(named) : line.find("\t", at + 1)])
        return found


def first_of(word: str) -> str:
    """The key in the index for a first word that a pattern wants."""
    return f"{word[:STEM]}*" if word[-1] == "*" else word


def add_to_index(index: dict[str, str], number: int, line: str) -> None:
    """Add a pattern. Raises RedleafError for a line that is no pattern or has no first word."""
    elements_of(line)  # a pattern is followed part by part, and nobody is there then to mend it
    for first, second, place in sorted(set(_first_two(Pattern(number, line), line))):
        seconds = f"{second} {place}"
        index[first] = f"{index[first]}\t{seconds}" if first in index else seconds


def written_index(index: Mapping[str, str]) -> list[str]:
    """An index as lines for a compiled file."""
    return sorted_lines({first: gathered(seconds) for first, seconds in index.items()})


def gathered(line: str) -> str:
    """A line of an index with each second word once: signs and stems, two tabs, plain words."""
    places: dict[str, list[str]] = {}
    for each in line.split("\t"):
        second, *written = each.split(" ")
        places.setdefault(second, []).extend(written)
    told = {second: " ".join((second, *places[second])) for second in sorted(places)}
    signs = [line for second, line in told.items() if _is_sign(second)]
    words = [line for second, line in told.items() if not _is_sign(second)]
    return "\t".join(signs) + "\t\t" + "\t".join(words)


def _is_sign(second: str) -> bool:
    return second in _SIGNS or second[-1] == "*"


def seconds_of(lines: Iterable[str]) -> Seconds:
    """What some lines of an index say together."""
    seconds = Seconds()
    for line in lines:
        signs, _, words = line.partition("\t\t")
        seconds.words.append(f"\t{words}\t")
        for each in signs.split("\t") if signs else ():
            second, _, places = each.partition(" ")
            if second in ("…", "_"):
                seconds.any_word.append(places)
            elif second == "0":
                seconds.any_number.append(places)
            elif second in (WHOLE, WHOLE_WITH_SENTENCE):
                seconds.ends.append((second, places))
            else:
                seconds.stems.append((second.removesuffix("*"), places))
    return seconds


def standing(places: str, word: str, *, begins: bool) -> Iterator[tuple[int, int, int, int]]:
    """Places as written, as numbers, where they hold after `word`."""
    for written in places.split(" "):
        if written[0] == "^":
            if not begins:
                continue
            written = written[1:]
        place, _, stem = written.partition("~")
        if word.startswith(stem):
            number, element, alternative, part = map(int, place.split("."))
            yield number, element, alternative, part


def _first_two(pattern: Pattern, line: str) -> Iterator[tuple[str, str, str]]:
    """First word, second word and place, for each way in which the pattern can begin."""
    anywhere = set(openings(pattern, begins=False))
    for place in openings(pattern):
        if isinstance(place, End) or _is_no_word(place.wants):
            raise RedleafError(f"a phrase begins with a word, not with {line[:12]!r}.")
        only_first = "" if place in anywhere else "^"
        stem = f"~{place.wants[:-1]}" if place.wants[-1] == "*" else ""
        for after in places_next(place):
            second, stands = _second(after, pattern)
            yield first_of(place.wants), second, f"{only_first}{stands}{stem}"


def _second(after: Place | End, pattern: Pattern) -> tuple[str, str]:
    if isinstance(after, End):
        return WHOLE_WITH_SENTENCE if after.with_sentence else WHOLE, f"{pattern.number}.0.0.0"
    stands = (pattern.number, after.element, after.alternative, after.part)
    return after.wants, ".".join(map(str, stands))


def _is_no_word(wanted: str) -> bool:
    """Whether it is a sign for any word, or a stem so short that it would fit too much."""
    return wanted in ("…", "_", "$") or (wanted[-1] == "*" and len(wanted) <= STEM)
