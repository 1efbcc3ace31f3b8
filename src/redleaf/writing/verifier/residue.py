"""What is left over: words of substance that no fact bears out, where the text tells of what was.

The other recognisers know a shape of claim. This one knows none: it looks at the clauses that
tell of the two people or of a recorded fact, and marks the words in them that come from nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.stems import is_everyday, is_small, lexicon, words_of
from redleaf.writing.verifier.verification import Claim

_OWN = frozenset("my mine its their our".split())
_OWNS = frozenset(("your",))
_SUBJECTS = frozenset("i you we he she they it who that which there to".split())
_BEFORE_NOUN = frozenset(
    "the a an your our this that these those his her their its of about on for in "
    "with at from by into and or no some any "
    "as every each than over under between without".split()
)
_GIVES = frozenset(
    "promised owe owed sent gave showed offered brought lent told asked taught".split()
)
_DOES = frozenset(
    "made makes gave gives left leaves kept keeps had got gets sent taught brought "
    "cost took".split()
)
_IS = frozenset("is was are were be been being became become becomes remains makes made".split())
_BEFORE_PREDICATE = frozenset(
    "the a an such quite rather now still not no more most my one".split()
)
_SHARED_ACTS = frozenset(
    "discussed discussing talked talking spoke speaking chatted chatting debated debating argued "
    "arguing exchanged exchanging".split()
)
_LIKENESS = frozenset("like as than".split())
_ENDINGS_OF_MANNER = ("ly", "ful", "ous", "less", "able", "ible")
# In a common word these make a thing of thought: "friendship", "happiness", "attention".
_ABSTRACT = ("tion", "sion", "ness", "ity", "ance", "ence", "ship", "hood", "ism", "dom")


def find_residue(reading: Reading) -> Iterator[Claim]:
    """Each run of unrecorded words of substance in a clause that tells of what was."""
    if reading.language != "en":
        return
    yield from _relations(reading)
    after = 0
    for at, word in enumerate(reading.words):
        # Quick: most words claim nothing by themselves.
        if at < after or is_everyday(word.text) or not _is_loose(reading, at):
            continue
        if not _tells(reading, at):
            continue
        last = at
        while last + 1 < len(reading.words) and _continues(reading, last + 1):
            last += 1
        yield _claim(reading, at, last)
        after = last + 1


def _relations(reading: Reading) -> Iterator[Claim]:
    """ "Your brother", "our old tutor": somebody of whom no fact speaks."""
    named = words_of("relations.txt") & reading.places.keys()
    for at in sorted(at for text in named for at in reading.places[text]):
        if reading.borne(at) or at in reading.quoted:
            continue
        if _owner(reading, at) in ("your", "our"):
            written = reading.text_of(at, at)
            why = f"The brief says nothing of \u201c{written}\u201d."
            yield reading.unsupported("encounter", at, at, why)


def _is_loose(reading: Reading, at: int) -> bool:
    """A word of substance, in lower case or opening its sentence, that no fact holds."""
    word = reading.words[at]
    if (
        at in reading.quoted
        or at in reading.recited
        or at in reading.dated
        or at in reading.counted
    ):
        return False
    if word.is_capital and not word.opens:
        return False
    if not reading.statement.content(at, at + 1) or reading.borne(at):
        return False
    if word.text.endswith(_ENDINGS_OF_MANNER):
        return False
    is_abstract = word.text.removesuffix("s").endswith(_ABSTRACT) and word.text in lexicon()
    return at not in reading.envelope and not is_abstract


def _tells(reading: Reading, at: int) -> bool:
    """Does the clause tell, as a fact, of the two people?"""
    if _is_what_you_had(reading, at) or _is_done_to_me(reading, at):
        return True
    owner = _owner(reading, at)
    if owner:
        return owner in _OWNS and not reading.statement.moods[at].is_supposed
    if reading.statement.is_unreal(at) or not _is_noun_like(reading, at):
        return False
    if _is_likeness(reading, at) or _is_effect_on_me(reading, at) or _is_predicate(reading, at):
        return False
    start = reading.statement.clause_start(at)
    if _is_thanked(reading, start, at) or _is_enjoyed(reading, start, at):
        return True
    if _narrows(reading, at) or _is_where(reading, at):
        return True
    mood = reading.statement.moods[at]
    if mood.subject == "i":  # What the writer does at home is the writer's to say.
        return _is_shared_act(reading, start, at) and reading.ties.is_of_both(at)
    return mood.subject in ("you", "we") and (mood.is_past or _is_state(reading, start, at))


def _is_state(reading: Reading, start: int, at: int) -> bool:
    """ "You run a bakery", "you live by the harbour": told of the reader, if not of the past."""
    words = reading.words[start:at]
    return any(one.text == "you" and two.text in _STATES for one, two in pairwise(words))


_STATES = frozenset(
    "run work live teach own keep build sell write study lead manage direct measure grow make "
    "repair play sing collect breed train design".split()
)


def _is_enjoyed(reading: Reading, start: int, at: int) -> bool:
    """ "Fun to share a taxi with you", "I enjoyed discussing gates": what was a joy has been."""
    words = reading.words
    for each in range(at - 1, start, -1):
        text = words[each].text
        if (text.endswith("ing") and len(text) > 4) or words[each - 1].text == "to":
            before = {word.text for word in words[max(start, each - 6) : each]}
            return bool(before & _JOYS)
    return False


_JOYS = frozenset(
    "fun good great lovely nice joy pleasure honour honor privilege delight enjoyed loved treat "
    "wonderful glad happy pleased delighted liked".split()
)


def _narrows(reading: Reading, at: int) -> bool:
    """ "Your maplewood harp", "the gate key": says which of the recorded things is meant."""
    words = reading.words
    if at + 1 >= len(words) or at == 0 or words[at + 1].gap not in (" ", "-"):
        return False
    if is_small(words[at + 1].text):
        return False
    named = reading.known.holds_word(words[at + 1].text)
    told = [path for path in named if path.startswith(("encounters.", "noticed.", "shared."))]
    return bool(told) and words[at - 1].text in _DEFINITE and not words[at].opens


_DEFINITE = frozenset("the your our that".split())


def _is_where(reading: Reading, at: int) -> bool:
    """ "From the supper in leiden": a name in small letters, right behind a recorded thing."""
    if at < 2 or reading.words[at - 1].text not in ("in", "near"):
        return False
    word = reading.words[at].text
    return word not in lexicon() and _is_recorded(reading, at - 2)


def _is_what_you_had(reading: Reading, at: int) -> bool:
    """ "the carousel you sold me": that there was one is said even in a question."""
    words = reading.words
    if at == 0 or at + 2 >= len(words) or words[at + 1].clause != words[at].clause:
        return False
    before = {word.text for word in words[max(at - 2, 0) : at]}
    return (
        bool(before & {"the", "that"})
        and words[at + 1].text in ("you", "we")
        and (not is_small(words[at + 2].text) or words[at + 2].text == "did")
    )


def _is_done_to_me(reading: Reading, at: int) -> bool:
    """ "You treated my ankle": mine, but of your doing."""
    if _owner(reading, at) != "my" or reading.statement.is_unreal(at):
        return False
    return reading.statement.moods[at].subject == "you" and reading.words[at - 2].text.endswith(
        "ed"
    )


def _owner(reading: Reading, at: int) -> str:
    """The possessive that the word belongs to: "your very old violin" gives "your"."""
    for each in range(at - 1, max(at - 4, -1), -1):
        word = reading.words[each]
        if word.clause != reading.words[at].clause:
            return ""
        if word.text in _OWN or word.text in _OWNS:
            return word.text
        if word.text in _BEFORE_NOUN or word.text in _SUBJECTS:
            return ""
    return ""


def _is_noun_like(reading: Reading, at: int) -> bool:
    """No tagger here: a noun has an article, a preposition or another noun somewhere before it."""
    words, clause = reading.words, reading.words[at].clause
    if at > 1 and words[at - 1].text == "you" and words[at - 2].text in _GIVES:
        return True
    if at and words[at - 1].clause == clause and words[at - 1].text.endswith("ing"):
        return True  # "discussing steel gates"
    for each in range(at - 1, max(at - 4, -1), -1):
        if words[each].clause != clause:
            break
        if words[each].text in _BEFORE_NOUN:
            return True
        if words[each].text in _SUBJECTS or is_small(words[each].text):
            return False
    if words[at].text.endswith(("ed", "ing")):
        return False
    # The first word of a clause, or the object of its verb: "wasps read better", "you measure ice".
    return words[at - 1].clause != clause or (
        at + 1 < len(words) and words[at + 1].clause == clause
    )


def _is_likeness(reading: Reading, at: int) -> bool:
    """ "Sharp as a razor", "as one looks at a sleeping cat": a likeness claims nothing."""
    start = max(reading.statement.clause_start(at), at - 9)
    for each in range(at - 1, start - 1, -1):
        if reading.words[each].text in _LIKENESS:
            return reading.words[each + 1].text not in ("you", "we", "well", "to", "promised")
    return False


def _is_predicate(reading: Reading, at: int) -> bool:
    """ "… was the highlight of the day": what one calls a thing is an opinion of it."""
    words = reading.words
    each = at - 1
    while each >= 0 and words[each].clause == words[at].clause and at - each <= 4:
        if words[each].text in _IS:
            return words[at - 1].text != "you" and words[each - 1].text not in ("you", "who")
        if words[each].text not in _BEFORE_PREDICATE and not is_everyday(words[each].text):
            return False
        each -= 1
    return False


def _is_shared_act(reading: Reading, start: int, at: int) -> bool:
    """ "I enjoyed discussing steel gates with you" tells of both."""
    return any(reading.words[each].text in _SHARED_ACTS for each in range(start, at))


def _is_effect_on_me(reading: Reading, at: int) -> bool:
    """ "It made me laugh on a tram": what it did to the writer is the writer's to say."""
    before = [word.text for word in reading.words[reading.statement.clause_start(at) : at]]
    return any(verb in _DOES and noun == "me" for verb, noun in pairwise(before))


def _is_thanked(reading: Reading, start: int, at: int) -> bool:
    """ "Thank you for fixing my door": one thanks for what has happened."""
    before = " ".join(word.text for word in reading.words[max(start, at - 7) : at])
    return "thank" in before and " for" in before


def _is_recorded(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    if at in reading.envelope or at in reading.dated:
        return False
    return (
        bool(reading.statement.content(at, at + 1) and reading.borne(at))
        and word.text not in reading.known.recipient
    )


def _continues(reading: Reading, at: int) -> bool:
    words = reading.words
    return (
        _is_loose(reading, at)
        and words[at].clause == words[at - 1].clause
        and words[at].text not in _SUBJECTS
    )


def _claim(reading: Reading, first: int, last: int) -> Claim:
    written = reading.text_of(first, last)
    before = reading.words[first - 1].text if first else ""
    kind = "promise" if _is_promise(reading, first) else "encounter"
    if before in ("in", "near") and reading.words[first].text not in ("the", "a"):
        kind = "place"
    return reading.unsupported(
        kind, first, last, f"The brief says nothing of \u201c{written}\u201d."
    )


def _is_promise(reading: Reading, at: int) -> bool:
    start = reading.statement.clause_start(at)
    return any(word.text.startswith(("promis", "owe")) for word in reading.words[start:at])
