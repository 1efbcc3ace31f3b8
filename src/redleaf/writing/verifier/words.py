"""The words of a text: folded, with their roots, their sentences and their clauses."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from redleaf.notes.note import Note
from redleaf.notes.regexes import regex
from redleaf.writing.verifier.stems import root

_PARTS_CLAUSES = regex("[,;:()\u2013\u2014/|\u2026]")
# People do not write so long a clause; a bound keeps the time linear on texts without stops.
_LONGEST_CLAUSE = 50
# Letters that are no letter with an accent, and are written without it all the same.
_PLAIN = str.maketrans(
    {"\u00f8": "o", "\u0142": "l", "\u0111": "d", "\u00f0": "d", "\u00fe": "th", "\u00e6": "ae",
     "\u0153": "oe", "\u0131": "i"}
)  # fmt: skip


class Word(NamedTuple):
    """One word of the text: folded, without 's, and where it stands."""

    text: str
    root: str
    start: int
    end: int
    is_capital: bool
    sentence: int
    clause: int
    opens: bool  # the first word of its sentence
    gap: str  # what stands between the word before and this one


def words_of_note(note: Note) -> tuple[Word, ...]:
    """All words of the text, in order."""
    text, words = note.text, []
    ends = [sentence.end for sentence in note.sentences]
    sentence, clause, begun, before = 0, 0, 0, 0
    shouts = text.isupper()
    forms = _formed_in_haste if _is_english(note) else _formed
    for at, (folded, start, end) in enumerate(note.tokens):
        opens = at == 0
        while sentence + 1 < len(ends) and start >= ends[sentence]:
            sentence, opens = sentence + 1, True
        gap = text[before:start]
        is_parted = opens or (gap != " " and parts_clauses(gap))
        if at and (is_parted or at - begun >= _LONGEST_CLAUSE):
            clause, begun = clause + 1, at
        bare, base = forms(folded)
        capital = text[start].isupper() and not shouts
        words.append(Word(bare, base, start, end, capital, sentence, clause, opens, gap))
        before = end
    return tuple(words)


# What people type in a hurry. "ill" and "its" and "were" are words of their own, and stay.
_SHORTHAND = {
    "u": "you", "ur": "your", "yr": "your", "im": "i'm", "ive": "i've",
    "youre": "you're", "youve": "you've", "weve": "we've", "dont": "don't", "didnt": "didn't",
    "doesnt": "doesn't", "cant": "can't", "wont": "won't", "couldnt": "couldn't",
    "wouldnt": "wouldn't", "shouldnt": "shouldn't", "wasnt": "wasn't", "werent": "weren't",
    "isnt": "isn't", "arent": "aren't", "havent": "haven't", "hasnt": "hasn't", "hadnt": "hadn't",
    "thats": "that's", "whats": "what's", "thx": "thanks", "pls": "please", "plz": "please",
    "abt": "about", "thru": "through", "tho": "though", "mtg": "meeting", "yday": "yesterday",
}  # fmt: skip


def plain(folded: str) -> str:
    """A folded word without 's, and without letters that few keyboards have."""
    bare = folded[:-2] if folded.endswith("'s") else folded
    return bare if bare.isascii() else bare.translate(_PLAIN)


@lru_cache(maxsize=16384)
def _formed(folded: str) -> tuple[str, str]:
    """The word as it is read, and its root."""
    bare = plain(folded)
    return bare, root(bare)


def _formed_in_haste(folded: str) -> tuple[str, str]:
    """The same of English, where "im" is "I'm" and "dont" is "don't"."""
    return _formed(_SHORTHAND.get(folded, folded))


def _is_english(note: Note) -> bool:
    """Whether shorthand of English may stand in it: "im" is German, too, and "dont" French."""
    return not _ENGLISH.isdisjoint(token.word for token in note.tokens)


_ENGLISH = frozenset("the you u to my of it its your ur and".split())


def parts_clauses(gap: str) -> bool:
    return " - " in gap or _PARTS_CLAUSES.search(gap) is not None
