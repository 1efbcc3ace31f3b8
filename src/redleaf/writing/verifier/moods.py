"""Moods: which words of a text tell what was, and who does it, clause by clause.

No parser: pronouns, auxiliaries and conjunctions tell enough of English to see "you showed me" in
"I can't believe you showed me" as told, and in "could you show me" as not.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from redleaf.writing.verifier.stems import irregular_forms, words_of
from redleaf.writing.verifier.words import Word

SUBJECTS = frozenset("i you we he she they".split())
# What makes all that follows in its clause a wish, a condition or a guess.
_SUPPOSES = frozenset(
    "if whether hope hoping hopefully wish unless suppose maybe perhaps imagine someday forward "
    "wonder wondering until till".split()
)
# What makes its own verb so, up to the next one who does something.
_MODALS = frozenset(
    "would could should shall will might may must can cannot wanna gonna need let please "
    "tomorrow soon next able".split()
)
_MODAL_CLITICS = ("'d", "'ll")
_MODAL_DENIALS = frozenset("can't won't couldn't wouldn't shan't shouldn't".split())
# "happy to", "I want to", "going to": modal only before "to".
_BEFORE_TO = frozenset("happy glad gladly going want wanted like love ready willing hoping".split())
_NOT_AFTER_SUBJECT = frozenset(
    "the a an my your this that these those to for at in on with and or but about of some what "
    "where how when who if so too all both again there here as by from".split()
)
_AFTER_ANY_SUBJECT = frozenset(
    "are were was have had has do did am will would can could might may should "
    "don't didn't weren't aren't wasn't haven't hadn't".split()
)
# "I can't believe it's a week": what is believed is told.
_IT = frozenset("it there he she".split())
_BELIEVED = frozenset("believe think say know swear see hear tell imagine".split())
_BEFORE_OBJECT = frozenset(
    "to for with from at of about by between beside near on behind without like than beat".split()
)


class Mood(NamedTuple):
    """Of one word: who does what its clause tells (or ""), and whether it tells what was."""

    subject: str
    is_supposed: bool
    is_past: bool = False  # what the subject does, it has done


def moods(words: Sequence[Word]) -> list[Mood]:
    """The mood of each word, from left to right."""
    found: list[Mood] = []
    clause, subject, supposed, modal, past = -1, "", False, False, False
    for at, word in enumerate(words):
        text = word.text
        if word.clause != clause:
            clause, subject, supposed, modal, past = word.clause, "", False, False, False
        stem, may_steer = _look(text)
        if may_steer:
            if text in _IT and at and words[at - 1].text in _BELIEVED:
                modal = False
            if stem in SUBJECTS and is_subject(words, at):
                subject = stem
                modal = modal and bool(at) and _is_modal(words, at - 1)
                past = _does_in_the_past(words, at)
            supposed = supposed or text in _SUPPOSES
            modal = modal or _is_modal(words, at)
        found.append(_mood(subject, supposed or modal, past))
    return found


@lru_cache(maxsize=64)
def _mood(subject: str, is_supposed: bool, is_past: bool) -> Mood:
    """There are few moods, and many words of each."""
    return Mood(subject, is_supposed, is_past)


@lru_cache(maxsize=8192)
def _look(text: str) -> tuple[str, bool]:
    """The word without what is contracted with it, and whether it may change a mood."""
    stem, sign, _ = text.partition("'")
    steers = stem in SUBJECTS or text in _SUPPOSES or text in _IT or text in _MODALS
    return stem, steers or bool(sign) or text in _BEFORE_TO


def is_subject(words: Sequence[Word], at: int) -> bool:
    """Does the pronoun do something, or is it done to? "show you the boat", "what you showed"."""
    word = words[at]
    if "'" in word.text or word.text.partition("'")[0] in ("i", "we", "he", "she", "they"):
        return True
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None or after.clause != word.clause or after.text in _NOT_AFTER_SUBJECT:
        return False
    before = words[at - 1] if at else None
    if before is None or before.clause != word.clause:
        return True
    if after.text in _AFTER_ANY_SUBJECT:
        return True
    if before.text in _BEFORE_OBJECT:
        return False
    return before.text not in words_of("transitive.txt") or is_past(after.text)


def is_past(word: str) -> bool:
    """The form of a verb that tells what was."""
    return (word.endswith("ed") and len(word) > 4) or word in irregular_forms()


def _does_in_the_past(words: Sequence[Word], at: int) -> bool:
    """Is the first verb after the pronoun one of the past?"""
    if words[at].text.endswith(("'ve", "'d")):
        return True
    for word in words[at + 1 : at + 5]:
        if word.clause != words[at].clause:
            return False
        if word.text in _TOLD or is_past(word.text):
            return True
        if not (word.text.endswith("ly") or word.text in _BESIDE_VERBS):
            return False
    return False


_TOLD = frozenset(
    "have has had did was were haven't hadn't didn't wasn't weren't put let beat cut hit set "
    "shut".split()
)
_BESIDE_VERBS = frozenset(
    "also both never not just even kindly so very once still really all only first then already "
    "always again each nearly almost too neither".split()
)


def _is_modal(words: Sequence[Word], at: int) -> bool:
    text = words[at].text
    if text == "let" and at and words[at - 1].text in ("you", "they", "we", "he", "she"):
        return False
    if text == "may" and words[at].is_capital and not words[at].opens:
        return False
    if text in _MODALS or text in _MODAL_DENIALS:
        return True
    if "'" in text and text.endswith(_MODAL_CLITICS):
        # "I'd met", "you'd told me": had, not would.
        after = words[at + 1].text if at + 1 < len(words) else ""
        return not (text.endswith("'d") and (is_past(after) or after == "been"))
    after = words[at + 1].text if at + 1 < len(words) else ""
    return after == "to" and text in _BEFORE_TO
