"""Turned round: the same words of substance with a "not" more or less, or an opposite put in."""

from __future__ import annotations

from collections.abc import Sequence

from redleaf.writing.verifier.words import Word

_NO = frozenset(
    "not no never nobody none nothing neither nor without hardly cannot kein keine "
    "nicht nie niemand "
    "pas jamais personne nunca nadie non mai nessuno nao ninguem niet geen nooit niemand".split()
)
_PAIRS = [
    frozenset(pair.split())
    for pair in (
        "everybody nobody|everyone nobody|always never|more less|best worst|better worse|"
        "first last|"
        "before after|early late|many few|all none|most least|big small|high low|fast "
        "slow|old new|hot cold|"
        "easy hard|right wrong|true false|up down|open closed|love hate|buy sell|win "
        "lose|rise fall|"
        "inside outside|with without|long short|light heavy|rich poor|dry wet|loud quiet|"
        "strong weak|passed failed|pass fail|left right|front back|arrived left|began stopped|"
        "start stop|remember forget|agree disagree|found lost|keep drop|empty full|clean dirty|"
        "cheap dear|alive dead|young old|shut open|broken whole|far near|short tall|wide narrow|"
        "thick thin|deep shallow|sweet bitter|upper lower|odd even|accepted refused|like dislike|"
        "finished dropped|finished quit|graduated dropped|completed dropped|stayed left|kept lost"
    ).split("|")
]
_PARTNERS = {
    word: frozenset(other for pair in _PAIRS if word in pair for other in pair if other != word)
    for pair in _PAIRS
    for word in pair
}


def turns_round(words: Sequence[Word], recorded: Sequence[Word]) -> bool:
    """Does the text say the opposite of a recorded sentence that it otherwise repeats?"""
    said = {word.text for word in words}
    known = {word.text for word in recorded}
    if _denies(words) != _denies(recorded):
        return True
    return holds_opposite(said, known)


def holds_opposite(said: frozenset[str] | set[str], known: frozenset[str] | set[str]) -> bool:
    """Does one of these words stand where the recorded ones have its opposite?"""
    return any(
        _PARTNERS[word] & known and word not in known and not _PARTNERS[word] & said
        for word in said
        if word in _PARTNERS
    )


def _denies(words: Sequence[Word]) -> bool:
    """Is the number of its denials odd?"""
    count = sum(word.text in _NO or word.text.endswith("n't") for word in words)
    return count % 2 == 1
