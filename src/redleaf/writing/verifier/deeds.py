"""Deeds: "you showed me …", "we missed the last tram", "I sent you …", against all facts.

A deed is borne out when the facts hold its verb or what it was done with. Words about talking are
read in quotes.py and meetings.py, promises in promises.py; here is the rest of what people do.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from redleaf.writing.verifier.moods import is_past
from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.stems import is_everyday, is_small, root, sections_of
from redleaf.writing.verifier.verification import Claim

_ADVERBS = frozenset(
    "have has had did also both never not just even kindly so very once still really all only "
    "first then already always again actually each nearly almost finally clearly recently "
    "patiently politely kind good nice generous brave enough to were was been being "
    "ended up got kept started began managed decided wanted tried to asked hoped planned "
    "who".split()
)
_JOINS = frozenset("and but so because while since although though when where who which".split())
_PRONOUNS = frozenset("i you we he she they it".split())
_STOPS = frozenset("like as than if".split())
_OF_YOURS = frozenset("you your yours".split())


_SUBJECTS = ("you", "we", "i", "you've", "we've", "i've", "you'd", "we'd", "i'd")


class Deed(NamedTuple):
    """A subject, the verb that tells of the deed, and the index after its last word."""

    subject: str
    first: int
    verb: int
    end: int


def find_deeds(reading: Reading) -> Iterator[Claim]:
    """Each deed of yours, of both, or of mine to you, that the facts do not hold."""
    if reading.language != "en":
        return
    for deed in _deeds(reading):
        claim = _judge(reading, deed)
        if claim:
            yield claim


def _deeds(reading: Reading) -> Iterator[Deed]:
    words, moods = reading.words, reading.statement.moods
    subjects = (place for text in _SUBJECTS for place in reading.places.get(text, ()))
    for at in sorted(subjects):
        stem = words[at].text.partition("'")[0]
        if at in reading.quoted or at in reading.envelope:
            continue
        if moods[at].subject != stem or not _is_told(reading, at):
            continue
        verb = _verb(reading, at)
        if verb is None:
            continue
        end = _end(reading, verb)
        if stem == "i" and not _is_done_to_you(reading, verb, end):
            continue
        yield Deed(stem, at, verb, end)


def _is_told(reading: Reading, at: int) -> bool:
    """Told as a fact; in a question only behind "when" or the thing it was done with."""
    mood = reading.statement.moods[at]
    if mood.is_supposed:
        return False
    if not reading.statement.is_question(at):
        return True
    before = reading.words[at - 1] if at else None
    if before is None or before.clause != reading.words[at].clause:
        return False
    return before.text in ("when", "that", "time") or not is_small(before.text)


def _verb(reading: Reading, at: int) -> int | None:
    """The verb after the subject, where it tells of the past."""
    words, clause = reading.words, reading.words[at].clause
    clitic = words[at].text.partition("'")[2]
    is_told = clitic in ("ve", "d")
    for each in range(at + 1, min(at + 8, len(words))):
        text = words[each].text
        if words[each].clause != clause or reading.statement.moods[each].is_supposed:
            return None
        if each in reading.counted or each in reading.dated:
            return None  # "We have eighty envelopes": no deed, though it tells what there is.
        if text in _ADVERBS or text.endswith("ly"):
            is_told = is_told or text in _AUXILIARIES
            continue
        if words[each - 1].text in ("was", "were") and text in _OPINIONS:
            return None  # "You were right that …" is what the writer thinks of it.
        if is_past(text) or text in _SAME or (is_told and not is_small(text)):
            return each
        return None
    return None


_AUXILIARIES = frozenset(
    "have has had did were was ended got kept started began managed decided wanted tried went "
    "came".split()
)
_OPINIONS = frozenset("right wrong correct mistaken wise patient clever funny sure bound".split())
_SAME = frozenset("put let set cut hit shut beat".split())


def _end(reading: Reading, verb: int) -> int:
    """Up to the end of the clause, or to where somebody else does something."""
    words, end = reading.words, reading.statement.clause_end(verb)
    for at in range(verb + 1, end):
        text = words[at].text
        if text in _STOPS or text.endswith("n't"):
            return at
        if text in _JOINS and at + 1 < end:
            following = words[at + 1].text.partition("'")[0]
            if following in _PRONOUNS or text in ("because", "while", "since", "although", "when"):
                return at
        if at > verb + 1 and text.partition("'")[0] in ("i", "we") and at + 1 < end:
            return at
    return end


def _is_done_to_you(reading: Reading, verb: int, end: int) -> bool:
    """ "I sent you", "I saw your", "I danced with you"; not "I told my wife about you"."""
    words = reading.words
    for at in range(verb + 1, min(verb + 4, end)):
        if words[at].text in _OF_YOURS:
            return words[at - 1].text not in ("about", "of", "for", "from", "on", "like", "than")
    return False


def _judge(reading: Reading, deed: Deed) -> Claim | None:
    objects = [at for at in range(deed.verb + 1, deed.end) if _is_of_substance(reading, at)]
    if deed.first and _is_thing_done_with(reading, deed):
        objects = [deed.first - 1]
    verb = reading.words[deed.verb]
    is_giving = verb.root in _roots("giving")
    is_free = not (is_giving and deed.subject == "i") and (
        verb.text in _verbs("free") or verb.root in _roots("free")
    )
    facts = _facts(reading, deed.verb)
    if is_giving and deed.subject == "you" and not facts and not _is_turn_of_speech(reading, deed):
        return _whole(reading, deed, objects)
    if is_free and not facts and _is_nothing_known(reading, deed):
        return _whole(reading, deed, objects)
    borne = [at for at in objects if _is_borne(reading, at) or at in reading.recited]
    is_bold = verb.root in _roots("bold") and not facts
    is_free = is_free and not _is_presence(reading, deed)
    is_bold = is_bold or _is_presence(reading, deed)
    if borne and 2 * len(borne) >= len(objects) and not is_bold:
        return None
    if is_free or facts:
        return _strange(reading, deed, [at for at in objects if at not in borne], bool(borne))
    if (borne and not is_bold) or not (objects or verb.root in _roots("strong")):
        return None
    return _whole(reading, deed, [at for at in objects if at not in borne])


def _is_of_the_writers_people(reading: Reading, at: int) -> bool:
    """ "My da is 84, so we humour him": we at home."""
    stems = {
        reading.words[each].text.partition("'")[0] for each in reading.statement.sentence_words(at)
    }
    return bool(stems & {"my", "he", "she", "they", "him", "her", "them"}) and "you" not in stems


def _is_borne(reading: Reading, at: int) -> bool:
    """What you two are bears out no deed: a bus driver's bus need not have carried the other."""
    return any(
        not path.startswith(("sender.headline", "recipient.role"))
        and not path.endswith(".introduced_by")
        and path != "ask"
        for path in reading.borne(at)
    )


def _whole(reading: Reading, deed: Deed, objects: list[int]) -> Claim:
    """The subject, the verb and what it was done with."""
    strange = [at for at in objects if not reading.words[at].is_capital]
    last = strange[-1] if strange else _last(reading, deed)
    first = min(deed.first, strange[0]) if strange else deed.first
    last = max(last, deed.verb)
    written = reading.text_of(first, last)
    return reading.unsupported(
        "encounter", first, last, f"The brief does not say: \u201c{written}\u201d."
    )


def _is_turn_of_speech(reading: Reading, deed: Deed) -> bool:
    """ "You sold me on it", "you showed that …", "you gave me an idea": nothing changed hands."""
    following = [word.text for word in reading.words[deed.verb + 1 : deed.verb + 3]]
    return (
        reading.words[deed.verb].root in _roots("talk")
        or following[:1] == ["that"]
        or following[1:] in (["on"], ["that"], ["how"], ["why"], ["what"])
        or following[:1] in (["how"], ["why"], ["what"])
    )


def _is_nothing_known(reading: Reading, deed: Deed) -> bool:
    """ "We came second", "you saved my goal": done, and no word of its clause is recorded."""
    verb = reading.words[deed.verb]
    if verb.root in _roots("talk") or deed.subject == "i":
        return False
    if deed.subject == "we" and _is_of_the_writers_people(reading, deed.first):
        return False
    if deed.verb + 1 >= deed.end and verb.root not in _roots("outcome"):
        return False
    start = reading.statement.clause_start(deed.first)
    clause = range(start, reading.statement.clause_end(deed.verb))
    return not any(
        at in reading.dated or at in reading.recited or at in reading.quoted or reading.borne(at)
        for at in clause
        if not is_small(reading.words[at].text)
    )


def _is_presence(reading: Reading, deed: Deed) -> bool:
    """ "When you came to the archive", of somebody whom nobody has met."""
    is_there = reading.words[deed.verb].root in _roots("presence")
    return is_there and deed.subject == "you" and not reading.known.met_in_person


def _is_thing_done_with(reading: Reading, deed: Deed) -> bool:
    """ "The knight I gave you": the thing stands before."""
    before, subject = reading.words[deed.first - 1], reading.words[deed.first]
    if before.clause != subject.clause or not _is_of_substance(reading, deed.first - 1):
        return False
    is_for_you = deed.verb + 1 < deed.end and reading.words[deed.verb + 1].text == "you"
    return reading.words[deed.verb].root in _roots("giving") or (deed.subject == "i" and is_for_you)


def _facts(reading: Reading, verb: int) -> bool:
    return bool(reading.borne(verb))


def _strange(reading: Reading, deed: Deed, strange: list[int], has_borne: bool) -> Claim | None:
    """What a common verb was done with: things of which no fact speaks."""
    things = [at for at in strange if _is_thing(reading, at)]
    if not things or (has_borne and len(things) < 2) or deed.subject == "i":
        return None
    written = reading.text_of(things[0], things[-1])
    return reading.unsupported(
        "encounter", things[0], things[-1], f"The brief says nothing of \u201c{written}\u201d."
    )


def _is_of_substance(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    if at in reading.dated or at in reading.counted or at in reading.quoted:
        return False
    if word.is_capital and not word.opens:
        return bool(reading.borne(at)) and word.text not in reading.known.recipient
    if is_small(word.text) or word.text.endswith("ly"):
        return False
    return not is_everyday(word.text) or bool(reading.borne(at))


def _is_thing(reading: Reading, at: int) -> bool:
    """A noun, as far as the word before it tells."""
    before = reading.words[at - 1].text
    return before in _BEFORE_THINGS or not is_small(before)


_BEFORE_THINGS = frozenset(
    "the a an your our my his her their this that these those some any no two three of about for "
    "in with at from by into on over round through to under between and".split()
)


def _last(reading: Reading, deed: Deed) -> int:
    last = deed.verb
    while last + 1 < deed.end and reading.words[last + 1].text in _AFTER_VERB:
        last += 1
    return last


_AFTER_VERB = frozenset("me us you home there back in out up down round each other".split())


@lru_cache(maxsize=4)
def _verbs(section: str) -> frozenset[str]:
    return frozenset(sections_of("deeds.txt")[section])


@lru_cache(maxsize=4)
def _roots(section: str) -> frozenset[str]:
    return frozenset(root(verb) for verb in _verbs(section))
