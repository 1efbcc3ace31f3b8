"""Frames: the ways a clause may stand round a word that make it a claim about both, or not."""

from __future__ import annotations

from itertools import pairwise

from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.stems import is_everyday, is_small, lexicon

SUBJECTS = frozenset("i you we he she they it who that which there to".split())
BEFORE_NOUN = frozenset(
    "the a an your our this that these those his her their its of about on for in "
    "with at from by into and or no some any "
    "as every each than over under between without".split()
)
_OWN = frozenset("my mine its their our".split())
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


def owner_of(reading: Reading, at: int) -> str:
    """The possessive that the word belongs to: "your very old violin" gives "your"."""
    for each in range(at - 1, max(at - 4, -1), -1):
        word = reading.words[each]
        if word.clause != reading.words[at].clause:
            return ""
        if word.text in _OWN or word.text == "your":
            return word.text
        if word.text in BEFORE_NOUN or word.text in SUBJECTS:
            return ""
    return ""


def is_state(reading: Reading, start: int, at: int) -> bool:
    """ "You run a bakery", "you live by the harbour": told of the reader, if not of the past."""
    words = reading.words[start:at]
    return any(one.text == "you" and two.text in _STATES for one, two in pairwise(words))


_STATES = frozenset(
    "run work live teach own keep build sell write study lead manage direct measure grow make "
    "repair play sing collect breed train design".split()
)


def is_enjoyed(reading: Reading, start: int, at: int) -> bool:
    """ "Fun to share a taxi with you", "I enjoyed discussing gates": what was a joy has been."""
    words = reading.words
    for each in range(at - 1, start, -1):
        text = words[each].text
        is_gerund = text.endswith("ing") and text not in _NO_GERUNDS
        is_infinitive = words[each - 1].text == "to" and not is_small(text)
        if is_gerund or is_infinitive:
            if not is_gerund and words[each - 2].text in _TO_DO:
                return False  # "A good time to write to a bank" tells of no joy that was.
            before = {word.text for word in words[max(start, each - 6) : each]}
            if _PARTS & {word.text for word in words[each:at]}:
                return False  # "Glad to know someone who thinks before mowing".
            return bool(before & _JOYS)
    return False


_NO_GERUNDS = frozenset("morning evening thing something nothing everything anything king".split())
_PARTS = frozenset("who which that because when before".split())
_TO_DO = frozenset("time day way place reason moment hour idea thing excuse chance".split())
_JOYS = frozenset(
    "fun good great lovely nice joy pleasure honour honor privilege delight enjoyed loved treat "
    "wonderful glad happy pleased delighted liked".split()
)


def is_done_together(reading: Reading, start: int, at: int) -> bool:
    """ "Sharing the bus back made the day"."""
    words, end = reading.words, reading.statement.clause_end(at)
    if not words[start].text.endswith("ing") or words[start].text not in _TOGETHER:
        return False
    return any(words[each].text in ("made", "was", "were") for each in range(at, end))


_TOGETHER = frozenset(
    "sharing riding walking driving sitting dancing singing meeting talking eating drinking "
    "cooking playing watching visiting travelling traveling".split()
)


def is_pointed_at(reading: Reading, at: int) -> bool:
    """ "That conductor with the harmonica": one that both of you have seen."""
    words = reading.words
    if at == 0 or words[at - 1].text != "that" or at + 1 >= len(words):
        return False
    is_clause = (
        at > 1 and words[at - 2].clause == words[at].clause and not is_small(words[at - 2].text)
    )
    return words[at + 1].text in ("with", "who") and words[at + 1].gap == " " and not is_clause


def narrows(reading: Reading, at: int) -> bool:
    """ "Your maplewood harp", "the gate key": says which of the recorded things is meant."""
    words = reading.words
    if at + 1 >= len(words) or at == 0 or words[at + 1].gap not in (" ", "-"):
        return False
    if is_small(words[at + 1].text):
        return False
    named = reading.known.holds_word(words[at + 1].text)
    told = [path for path in named if path.startswith(("encounters.", "noticed.", "shared."))]
    told = [path for path in told if not path.endswith(".kind")]  # A table at every meal.
    return bool(told) and words[at - 1].text in _DEFINITE and not words[at].opens


_DEFINITE = frozenset("the your our that those these".split())


def is_where(reading: Reading, at: int) -> bool:
    """ "From the supper in leiden": a name in small letters, right behind a recorded thing."""
    word = reading.words[at]
    if word.text in lexicon() or word.is_capital:
        return False
    if at >= 2 and reading.words[at - 1].text in ("in", "near"):
        return is_recorded(reading, at - 2)
    # "… our last gig. barcelona, june 2001": a place and a day of their own.
    is_alone = reading.statement.clause_end(at) - reading.statement.clause_start(at) == 1
    return is_alone and at + 1 in reading.dated


def is_what_you_had(reading: Reading, at: int) -> bool:
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


def is_done_to_me(reading: Reading, at: int) -> bool:
    """ "You treated my ankle": mine, but of your doing."""
    if owner_of(reading, at) != "my" or reading.statement.is_unreal(at):
        return False
    return reading.statement.moods[at].subject == "you" and reading.words[at - 2].text.endswith(
        "ed"
    )


def is_likeness(reading: Reading, at: int) -> bool:
    """ "Sharp as a razor", "as one looks at a sleeping cat": a likeness claims nothing."""
    start = max(reading.statement.clause_start(at), at - 9)
    for each in range(at - 1, start - 1, -1):
        if reading.words[each].text in _LIKENESS:
            return reading.words[each + 1].text not in ("you", "we", "well", "to", "promised")
    return False


def is_predicate(reading: Reading, at: int) -> bool:
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


def is_shared_act(reading: Reading, start: int, at: int) -> bool:
    """ "I enjoyed discussing steel gates with you" tells of both."""
    return any(reading.words[each].text in _SHARED_ACTS for each in range(start, at))


def is_effect_on_me(reading: Reading, at: int) -> bool:
    """ "It made me laugh on a tram": what it did to the writer is the writer's to say."""
    before = [word.text for word in reading.words[reading.statement.clause_start(at) : at]]
    return any(verb in _DOES and noun == "me" for verb, noun in pairwise(before))


def is_thanked(reading: Reading, start: int, at: int) -> bool:
    """ "Thank you for fixing my door": one thanks for what has happened."""
    before = " ".join(word.text for word in reading.words[max(start, at - 7) : at])
    return "thank" in before and " for" in before


def is_recorded(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    if at in reading.envelope or at in reading.dated:
        return False
    return (
        bool(reading.statement.content(at, at + 1) and reading.borne(at))
        and word.text not in reading.known.recipient
    )
