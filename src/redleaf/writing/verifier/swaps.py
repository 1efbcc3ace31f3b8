"""A swapped word: the text goes along with a fact, but for one word of substance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redleaf.writing.verifier.frames import BEFORE_NOUN
from redleaf.writing.verifier.moods import is_past
from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.stems import is_everyday, is_small, root, words_of
from redleaf.writing.verifier.surroundings import Surroundings, form_of, surroundings
from redleaf.writing.verifier.verification import Claim
from redleaf.writing.verifier.words import Word


def find_swaps(reading: Reading) -> Iterator[Claim]:
    """Words of substance that stand where a fact has another one; also in wishes and questions."""
    if reading.language != "en":
        return  # Where verbs end a sentence, other words follow a fact than stand in it.
    beside, forms = reading.known.beside, [form_of(word) for word in reading.words]
    last = len(forms) - 1
    yield from _other_tails(reading)
    for at, word in enumerate(reading.words):
        # Quick: most words stand beside none that a fact has.
        if not (at and forms[at - 1] in beside) and not (at < last and forms[at + 1] in beside):
            continue
        if is_small(word.text) or at in reading.recited or at in reading.envelope:
            continue
        if at in reading.dated or at in reading.counted or at in reading.quoted:
            continue
        if _is_joined(reading, at):
            continue
        found = list(_broken_recital(reading, at)) or _out_of_place(reading, at)
        is_another = found and found[0][1] != word.root and len(set(found)) == 1
        if is_another and not _is_free(reading, at, found[0][0]):
            yield _claim(reading, at, *found[0])


def _is_free(reading: Reading, at: int, path: str) -> bool:
    """May another word stand here than that fact has?"""
    if reading.is_told_whole(path):
        return True  # What was said stands there as it was said; what plays on it may differ.
    if path in reading.borne(at):
        return True  # A word of the same fact, told in another order.
    return reading.ties.is_one_of_mine(at) and not path.startswith("promises.")


def _is_joined(reading: Reading, at: int) -> bool:
    """A part of "water-hander", a word made up for the occasion."""
    following = reading.words[at + 1].gap if at + 1 < len(reading.words) else ""
    return "-" in (reading.words[at].gap, following)


def _out_of_place(reading: Reading, at: int) -> list[tuple[str, str]]:
    """The word that a fact has in these surroundings, where they tell enough of that fact.

    A word that any text may hold, or that another fact holds, needs proof on more than one side.
    """
    table, word = reading.known.swaps, reading.words[at].text
    keys = [key for key in surroundings(reading.words, at) if key in table]
    if not keys or is_past(word) or word in words_of("persons.txt"):
        return []
    found = [table[key] for key in keys if not table[key][1].isdigit()]
    if word.endswith(("ly", "ways", "wards")):
        return []
    if is_everyday(word):
        told = {each for _, *beside in keys for each in beside if not is_small(each)}
        return found if len(keys) >= 2 and len(told) >= 2 else []
    if len(keys) >= 2:
        return found
    if reading.borne(at):
        return []
    if reading.words[at].is_capital and found:
        return [each for each in found if _is_name(reading, *each)]
    return found if _is_slot(keys[0]) and _is_thing(reading, at, keys[0]) else []


def _is_name(reading: Reading, path: str, recorded: str) -> bool:
    """ "Recited Keats to the dog", where the fact has Burns there."""
    words = reading.known.statements[path].words
    return any(word.root == recorded and word.is_capital for word in words)


def _is_thing(reading: Reading, at: int, key: Surroundings) -> bool:
    """Before "in Whitby" may stand anything; a thing has its article or an adjective."""
    before = reading.words[at - 1].text if at else ""
    return key[0] == "before" or not is_small(before) or before in BEFORE_NOUN


def _is_slot(key: Surroundings) -> bool:
    """ "Course in …", "… from handwriting": the place of a thing, and hardly another's."""
    side, one, two = key
    joint = two if side == "before" else one
    return side != "around" and joint in _JOINTS


_JOINTS = frozenset(
    "in of from about against with for on between under behind to above over near into".split()
)


def _broken_recital(reading: Reading, at: int) -> Iterator[tuple[str, str]]:
    """What a fact has here, when the text repeats it up to this word, or from it on."""
    words, runs, own = reading.words, reading.known.runs, reading.borne(at)
    follows_a_run = at > 0 and words[at - 1].text in reading.known.run_ends
    if not follows_a_run and not (
        at + 1 < len(words) and words[at + 1].text in reading.known.run_starts
    ):
        return
    before, after = words[max(at - _RECITED, 0) : at], words[at + 1 : at + 1 + _RECITED]
    if _is_telling(before, words[at].clause):
        for path, fact, start in runs.get(tuple(word.text for word in before), ()):
            is_left_out = path in own  # "the 2025 scarf" for "the 2025 temperature scarf"
            goes_on = start + _RECITED < len(fact) and not is_small(fact[start + _RECITED])
            if goes_on and not is_left_out and not fact[start + _RECITED].isdigit():
                yield path, root(fact[start + _RECITED])
    if len(after) == _RECITED and after[-1].clause == words[at].clause:
        for path, fact, start in runs.get(tuple(word.text for word in after), ()):
            # Before other facts stands the verb of the sentence that holds them.
            is_saying = path.endswith((".said", ".title"))
            tail = fact[start:]
            told = tuple(word.text for word in words[at + 1 : at + 1 + len(tail)])
            if not is_saying or told != tail or sum(not is_small(word) for word in tail) < 2:
                continue
            if start and path not in own and not is_small(fact[start - 1]):
                yield path, root(fact[start - 1])


def _other_tails(reading: Reading) -> Iterator[Claim]:
    """ "You skate like you owe someone a favour", where it was said "… owe someone money"."""
    words, ends = reading.words, reading.known.run_ends
    for at in range(_RECITED, len(words)):
        if words[at - 1].text not in ends or at in reading.recited or at in reading.quoted:
            continue
        before = words[at - _RECITED : at]
        if words[at].clause != words[at - 1].clause or not _is_telling(before, words[at].clause):
            continue
        for path, fact, start in reading.known.runs.get(tuple(w.text for w in before), ()):
            rest = fact[start + _RECITED :]
            told = {word.root for word in words[at : at + 1 + len(rest)]}
            is_said = path.endswith((".said", ".title")) and not reading.is_told_whole(path)
            tail = [word for word in rest if not is_small(word)]
            if not is_said or len(tail) != 1 or root(tail[0]) in told or len(rest) > _LONGEST_TAIL:
                continue
            strange = [
                each for each in range(at, min(at + 3, len(words))) if _is_put(reading, each)
            ]
            if strange and words[strange[0]].clause == words[at - 1].clause:
                yield _claim(reading, strange[0], path, tail[0])
                break


_LONGEST_TAIL = 2  # words


def _is_put(reading: Reading, at: int) -> bool:
    return not is_small(reading.words[at].text)


def _is_telling(beside: Sequence[Word], clause: int) -> bool:
    """Four words of the same clause, two of them more than small words."""
    return (
        len(beside) == _RECITED
        and all(word.clause == clause for word in beside)
        and sum(not is_small(word.text) for word in beside) >= 2
    )


_RECITED = 4  # words in a row, as Known.runs keeps them


def _claim(reading: Reading, at: int, path: str, recorded: str) -> Claim:
    last = at
    while last + 1 < len(reading.words) and _goes_on(reading, last + 1):
        last += 1
    written = reading.text_of(at, last)
    kind = (
        "promise"
        if path.startswith("promises")
        else "work"
        if path.startswith("noticed")
        else "encounter"
    )
    fact = reading.known.statements[path].text
    return reading.unsupported(
        kind, at, last, f"You write {written}; the brief says {recorded} (\u201c{fact}\u201d)."
    )


def _goes_on(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    return (
        word.clause == reading.words[at - 1].clause
        and not is_everyday(word.text)
        and not reading.borne(at)
        and at not in reading.dated
    )
