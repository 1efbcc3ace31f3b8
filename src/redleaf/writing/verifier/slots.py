"""Slots: turns of speech in which only a recorded thing can stand, and what stands there.

"How is the …?", "I still think about the …", "the … follows", "your … episode", "… from the …"
speak of something both know. Which thing it is no list has to tell: a fact holds it, or none does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from redleaf.notes.regexes import regex
from redleaf.writing.verifier.moods import is_past
from redleaf.writing.verifier.naming import is_called
from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.stems import is_everyday, is_small
from redleaf.writing.verifier.verification import Claim

_THE = r"(?:the|our|that|your|those|these)"
_THING = r"(?P<thing>(?:[\w']+ ){1,4})"
_SHORT_THING = r"(?P<thing>(?:[\w']+ ){1,3}?)"


class _Frame(NamedTuple):
    kind: str
    pattern: re.Pattern[str]
    words: frozenset[str]  # one of them stands in each text that the frame fits


def _frame(kind: str, pattern: str, words: str) -> _Frame:
    return _Frame(kind, regex(pattern), frozenset(words.split()))


_ON_ITS_WAY = (
    r"(?:(?:will )?follows? |(?:is|are) (?:on (?:its|their) way|coming|in the post|attached|packed|"
    r"enclosed|yours) |comes? (?:next|this|tonight|soon|tomorrow|as soon|with|to|by) |"
    r"goes? (?:in|out|off|by) |on (?:its|their) way |to follow |coming (?:soon|your|once|this|up) |"
    r"will (?:be with|reach|be in your|follow|be there|come|arrive) |as promised |i promised )"
)
_FRAMES = (
    _frame(
        "promise",
        rf" (?:the|your) {_SHORT_THING}{_ON_ITS_WAY}",
        "follow follows way coming post attached packed enclosed yours come comes goes will "
        "promised",
    ),
    _frame(
        "encounter",
        rf" (?:how (?:is|are|was|were|did)|any news (?:of|on)) (?:the|your|that) "
        rf"{_THING}",
        "how how's news",
    ),
    _frame(
        "encounter",
        r" (?:remember|recall|forget|forgot|forgotten|remembering|forgetting|miss|missed|"
        r"(?:think|thinking|thought|laugh|laughing|laughed|dream|dreaming|dreamt) (?:of|about|at)|"
        rf"remind(?:s|ed) me of|g[eo]t over) {_THE} {_THING}",
        "remember recall forget forgot forgotten remembering forgetting miss missed think thinking "
        "thought laugh laughing laughed dream dreaming dreamt reminds reminded over",
    ),
    _frame("encounter", rf" (?:remember|recall) {_THING}", "remember recall"),
    _frame(
        "encounter",
        r" (?:line|remark|story|words|point|chat|talk|conversation|talking|chatting|spoke|talked|"
        r"advice|tip|lesson|views?|theory|call) (?:about|on|of|regarding) "
        rf"(?:(?:the|your|our|a|an) )?{_THING}",
        "line remark story words point chat talk conversation talking chatting spoke talked advice "
        "tip lesson view views theory call",
    ),
    _frame(
        "work",
        rf" (?:your|the) {_SHORT_THING}(?:post|article|episode|interview|video|podcast|piece|"
        r"essay|thread|column|documentary) ",
        "post article episode interview video podcast piece essay thread column documentary",
    ),
    _frame(
        "encounter",
        rf" (?:congratulations|congrats|well done|bravo|condolences) (?:on|for) {_THE} {_THING}",
        "congratulations congrats done bravo condolences",
    ),
    _frame(
        "encounter",
        r" (?:nice|great|funny|lovely|good|fun|best|wonderful|loved it|priceless|moment|bit|part) "
        r"when (?P<thing>(?:the |everybody |everyone |somebody |they |he |she |all )"
        r"(?:[\w']+ ){1,4})",
        "when",
    ),
    _frame(
        "encounter",
        rf" (?:the|that) {_SHORT_THING}(?:that|who|which) (?!is|are|i|you|we|they|it|makes|has)",
        "that who which",
    ),
    _frame("encounter", rf" from {_THE} {_THING}", "from"),
)
_OF_THE_WRITER = frozenset("one man woman guy lad girl person bloke lady chap".split())


def find_slots(reading: Reading) -> Iterator[Claim]:
    """Each thing in such a turn of speech of which no fact holds a word."""
    if reading.language != "en":
        return
    for frame in _FRAMES:
        if not reading.has_any(frame.words):
            continue
        for match in frame.pattern.finditer(reading.flat):
            thing = _thing(reading, match)
            if _SHORT_THING in frame.pattern.pattern and not _is_whole(reading, match, thing):
                continue
            if thing and _is_unknown(reading, thing) and not _is_from_elsewhere(reading, match):
                yield _claim(reading, frame.kind, thing[0], thing[-1])
    yield from _beside_another(reading)


def _thing(reading: Reading, match: re.Match[str]) -> list[int]:
    """The words of substance that the turn of speech begins its thing with."""
    first, last = reading.statement.matched(match, "thing")
    found: list[int] = []
    for at in range(first, last + 1):
        word = reading.words[at]
        if is_small(word.text) or (found and word.gap not in (" ", "-")):
            break
        found.append(at)
    return found


def _is_whole(reading: Reading, match: re.Match[str], thing: list[int]) -> bool:
    """ "The bear that walked", and not "the governor has asked who walked"."""
    first, last = reading.statement.matched(match, "thing")
    return len(thing) == last - first + 1


def _is_unknown(reading: Reading, thing: list[int]) -> bool:
    """No word of it is recorded, and what it is, its last word, is no everyday one."""
    if any(reading.borne(at) or reading.words[at].is_capital for at in thing):
        return False
    return _is_of_substance(reading, thing[-1])


def _is_of_substance(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    if is_everyday(word.text) or word.text.endswith("ly") or at in reading.envelope:
        return False
    return not any(
        at in each for each in (reading.dated, reading.counted, reading.quoted, reading.recited)
    )


def _is_from_elsewhere(reading: Reading, match: re.Match[str]) -> bool:
    """ "Regards from the allotment" says where the writer is; "Amadou from the market" who."""
    if not match[0].startswith(" from"):
        return False
    at = reading.statement.matched(match)[0] - 1
    before = reading.words[at].text if at >= 0 else ""
    is_somebody = at > 0 and reading.words[at - 1].text in ("the", "that")
    if before == "me" or (is_somebody and before in _OF_THE_WRITER):
        return False
    return not is_called(before, reading.known.sender)


def _beside_another(reading: Reading) -> Iterator[Claim]:
    """ "The colour wheel", where a fact has a colour chart and the text does not tell of it."""
    words = reading.words
    following, before = reading.known.following, reading.known.preceding
    for at in range(len(words) - 1):
        one, two = words[at], words[at + 1]
        if one.root not in following and two.root not in before:
            continue  # Quick: most words stand beside none that a fact has.
        if two.clause != one.clause or two.gap not in (" ", "-") or _is_name(reading, at):
            continue
        if not _is_definite(reading, at):
            continue
        if one.root in following and _is_swapped(reading, at + 1, following[one.root]):
            if _ends_there(reading, at + 1):
                yield _claim(reading, "encounter", at + 1, at + 1, following[one.root])
        elif two.root in before and _is_swapped(reading, at, before[two.root]):
            yield _claim(reading, "encounter", at, at, before[two.root])


def _is_name(reading: Reading, at: int) -> bool:
    """ "Oona's gloves": whose they are is told by a name, and not which."""
    return any(reading.words[at].text in names for names in reading.known.people)


def _is_swapped(reading: Reading, at: int, recorded: Mapping[str, str]) -> bool:
    """Is the word unknown, and are those that facts have in its place not told elsewhere?"""
    word = reading.words[at]
    if reading.borne(at) or is_small(word.text) or not _is_of_substance(reading, at):
        return False
    if word.is_capital or word.text.endswith(("ing", "ed", "er", "est")) or is_past(word.text):
        return False
    return not recorded.keys() & reading.roots


def _is_definite(reading: Reading, at: int) -> bool:
    """ "The tuning fork", "your own fork", "tuning forks: yours"; not "a tuning fork"."""
    if reading.words[at].opens:
        return True
    before = reading.words[at - 1]
    return before.text in _DEFINITE or before.clause != reading.words[at].clause


_DEFINITE = frozenset("the your our that those these about and on".split())


def _ends_there(reading: Reading, at: int) -> bool:
    """Is the word the last of its thing, and no adjective of another one?"""
    if at + 1 >= len(reading.words):
        return True
    following = reading.words[at + 1]
    return (
        following.clause != reading.words[at].clause
        or following.gap != " "
        or is_small(following.text)
    )


def _claim(
    reading: Reading, kind: str, first: int, last: int, recorded: Mapping[str, str] | None = None
) -> Claim:
    written = reading.text_of(first, last)
    path = next(iter(recorded.values())) if recorded else ""
    why = (
        f"You write {written}; the brief says \u201c{reading.known.statements[path].text}\u201d."
        if path
        else f"The brief says nothing of \u201c{written}\u201d."
    )
    return reading.unsupported(kind, first, last, why)
