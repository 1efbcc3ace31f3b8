"""Agreements: "as promised", "as we agreed", "as you offered", and what the reader is to do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redleaf.notes.regexes import regex
from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.stems import is_everyday, is_small
from redleaf.writing.verifier.verification import Claim

_AS = regex(
    r" (?P<act>as (?:(?P<who>i|we|you)(?: (?:have|had|both|all|so|kindly))* )?"
    r"(?P<verb>promised|agreed|arranged|discussed|settled|offered|suggested|proposed|asked|"
    r"requested|wanted|wished|said(?: (?:i|you) would)?))(?= )"
)
_THEIRS = regex(
    r" (?P<act>you (?:(?:want|plan|intend|hope) to (?=broadcast|print|publish|play|show|use|buy|"
    r"come|visit|join|invest|hire|invite|take|make|build|put|send|write|call|help)\w+|"
    r"(?:will|wanted to|were going to|meant to|were to|are to|said you would) "
    r"(?:still |kindly |soon |then )?(?:let me have|let us have|send|lend|bring|give|show|"
    r"introduce|put|forward|come and|call|phone|ring|cook|drive|"
    r"buy|borrow|hire|rent|try|taste)))(?= )"
)
_LATER = frozenset("will you'll wanted going meant to said".split())
# To let somebody have a thing: which of these words is used makes no difference.
_HANDING = frozenset(
    "send bring forward mail post share give get pass hand let have come follow arrive reach land "
    "deliver ship drop attach enclose see find go lend copy scan return email put take make do "
    "keep be start begin try look dig fetch hunt print type pack wrap write finish add".split()
)


def find_agreements(reading: Reading) -> Iterator[Claim]:
    """What is said to be agreed, against promises and what was spoken of."""
    if reading.language != "en":
        return
    if "as" in reading.places:
        for match in _AS.finditer(reading.flat):
            yield from _agreed(reading, match)
    if reading.has_any(_LATER):
        for match in _THEIRS.finditer(reading.flat):
            yield from _theirs(reading, match)
    yield from _handed_over(reading)


def _agreed(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    first, last = reading.statement.matched(match, "act")
    if first in reading.quoted or reading.statement.is_question(first):
        return
    if match["verb"] == "said" and not _is_announced(reading, first):
        return  # "As I said" of anything but a plan is a way of speaking.
    clause = _what_was_agreed(reading, first, last)
    content = [at for at in clause if _is_of_substance(reading, at)]
    is_mine = match["who"] != "you" and match["verb"] in _OWN_WORD
    sources: tuple[str, ...] = (
        ("promises.", "sender.offers.") if is_mine else ("promises.", "encounters.")
    )
    if match["who"] == "you":
        sources = ("encounters.",)
    borne = [at for at in content if _is_borne_by(reading, at, sources)]
    # What the sender is said to do has to be one of the promises, whatever else was spoken of.
    held = ("promises.",) if _is_announced(reading, first) and match["who"] != "you" else sources
    recorded = any(path.startswith(held) for path in reading.known.statements)
    strange = [at for at in content if _is_strange(reading, at)] if is_mine else []
    if borne and not strange and not _is_another_deed(reading, clause):
        if is_mine or len(borne) >= 2 or _is_borne_by(reading, borne[0], ("promises.",)):
            return
        if not any(reading.statement.moods[at].subject == "i" for at in clause):
            return
    if recorded and not content:
        return
    content = strange or content
    span = (content[0], content[-1]) if content else (first, last)
    written = reading.text_of(*span)
    why = f"The brief does not say that this was {match['verb']}: \u201c{written}\u201d."
    yield reading.unsupported("promise", *span, why)


def _is_announced(reading: Reading, at: int) -> bool:
    """Does the sentence tell what the sender will do?"""
    words = {reading.words[each].text for each in reading.statement.sentence_words(at)}
    return bool(words & {"i'll", "will", "shall"})


_OWN_WORD = ("promised", "offered", "said", "said i would")


def _what_was_agreed(reading: Reading, first: int, last: int) -> range:
    """The words it was agreed to: the clause before "as promised", or the one after it."""
    statement = reading.statement
    sentence = statement.sentence_words(first)
    start, end = statement.clause_start(first), statement.clause_end(last)
    if first - start >= 3:
        return range(start, first)
    is_of_when = last + 1 < end and reading.words[last + 1].text in _WHEN
    if end - last > _FEW and not is_of_when:
        return range(last + 1, end)
    before = statement.clause_start(start - 1) if start > sentence.start else start
    if start == first and start - before >= _FEW:  # Not an address: "Tomasz, as promised, …"
        return range(before, start)
    return range(end, statement.clause_end(end)) if end < sentence.stop else range(0)


_FEW = 2
_WHEN = frozenset("on at over in during when by last this".split())  # "as promised on the phone"


def _is_of_substance(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    if at in reading.dated or at in reading.envelope or at in reading.counted:
        return False
    return not is_small(word.text) and (not is_everyday(word.text) or bool(reading.borne(at)))


def _is_borne_by(reading: Reading, at: int, sources: tuple[str, ...]) -> bool:
    return any(path.startswith(sources) for path in reading.borne(at))


def _is_strange(reading: Reading, at: int) -> bool:
    """ "The metronome is yours, as promised", where forks were promised."""
    before = reading.words[at - 1] if at else None
    if before is None or reading.borne(at):
        return False
    deeds = {promise[0].root for _, promise in reading.known.promises if promise}
    return before.text in ("the", "a", "an") or before.root in deeds


def _is_another_deed(reading: Reading, clause: range) -> bool:
    """ "As promised, I'll translate the file", where it was promised to send it."""
    verb = next((at for at in clause if reading.statement.moods[at].subject == "i"), None)
    while verb is not None and verb in clause and is_small(reading.words[verb].text):
        verb += 1
    if verb is None or verb not in clause:
        return False
    deeds = {promise[0].root for _, promise in reading.known.promises if promise}
    if any(reading.words[at].root in deeds for at in clause):
        return False
    word = reading.words[verb]
    return not (word.text in _HANDING or reading.borne(verb) or word.text.endswith("ing"))


def _theirs(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """ "You will let me have the floor plan": a promise of theirs, which no brief records."""
    first, last = reading.statement.matched(match, "act")
    if first in reading.quoted or reading.statement.is_question(first):
        return
    words, end = reading.words, reading.statement.clause_end(last)
    sentence = reading.statement.sentence_words(first)
    before = {word.text for word in words[reading.statement.clause_start(first) : first]}
    if before & _UNSURE:
        return
    rest = [at for at in range(last + 1, end) if not is_small(words[at].text)]
    is_for_me = (
        " to " in match["act"]
        or any(words[at].text in ("me", "us", "my") for at in range(first, end))
        or _AS.search(f" {' '.join(words[at].text for at in sentence)} ") is not None
    )
    told = [at for at in rest if any(".said" in path for path in reading.borne(at))]
    if not rest or told or not (is_for_me or " to " in match["act"]):
        return
    written = reading.text_of(first, rest[-1])
    why = f"The brief records no such promise of theirs: \u201c{written}\u201d."
    yield reading.unsupported("promise", first, rest[-1], why)


_UNSURE = frozenset(
    "if whether hope wish perhaps maybe should would could unless until when whenever whatever "
    "wherever anything all everything".split()
)


def _handed_over(reading: Reading) -> Iterator[Claim]:
    """ "You write to the governor", where that is what the sender has promised."""
    if not reading.known.promises:
        return
    mine = [at for text in _YOU for at in reading.places.get(text, ())]
    for at in sorted(mine):
        if reading.statement.is_question(at):
            continue
        if reading.statement.moods[at].subject != "you" or at in reading.quoted:
            continue
        told = _promise_told(reading, at)
        if told:
            path, last = told
            fact = reading.known.statements[path].text
            why = f"The brief has it as the sender's promise: \u201c{fact}\u201d."
            yield reading.unsupported("promise", at, last, why)


_YOU = ("you", "you'll", "you'd")


def _promise_told(reading: Reading, subject: int) -> tuple[str, int] | None:
    """The promise whose verb and thing follow right behind "you" or "you'll"."""
    words, end = reading.words, reading.statement.clause_end(subject)
    verb = subject + 1
    while verb < end and words[verb].text in ("will", "shall", "also", "then", "still", "would"):
        verb += 1
    if verb >= end or any(words[at].text in _UNSURE for at in _before(reading, subject)):
        return None
    for path, promise in reading.known.promises:
        things = [at for at in range(verb + 1, end) if path in reading.borne(at)]
        things = [at for at in things if not is_small(words[at].text)]
        if promise and promise[0].root == words[verb].root and things:
            return path, things[-1]
    return None


def _before(reading: Reading, at: int) -> range:
    return range(reading.statement.clause_start(at), at)
