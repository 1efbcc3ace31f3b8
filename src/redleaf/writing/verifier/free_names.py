"""Names that claim nothing of the two people: of the writer's own world, or anybody's."""

from __future__ import annotations

from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.stems import commonplaces, is_everyday, lexicon

_CALLED = frozenset("called named".split())
_PLACED = frozenset("in at from near to".split())
# "Ravi sends his regards", "Anna told me": said of people who both of you would have to know.
_BETWEEN_US = frozenset(
    "regards greetings hello hi love told tells said says asked asks sends recommended suggested "
    "mentioned introduced knows".split()
)


def is_commonplace(reading: Reading, at: int) -> bool:
    """A name that all the world knows, unless it is told as the place where you two were."""
    word = reading.words[at]
    if word.text not in commonplaces() or reading.known.holds_word(word.text):
        return False
    before = reading.words[at - 1].text if at else ""
    mood = reading.statement.moods[at]
    is_told = mood.is_past and mood.subject in ("you", "we") and not mood.is_supposed
    return not (before in _PLACED and is_told)


def is_free_name(reading: Reading, first: int, last: int) -> bool:
    """A name that nothing ties to either of you, or that the text explains as its writer's."""
    if any(reading.borne(at) for at in range(first, last + 1)):
        return False
    if _is_emphasis(reading, first, last) or _is_of_the_writers_people(reading, first):
        return True
    start, end = reading.statement.clause_start(first), reading.statement.clause_end(first)
    if any(reading.words[at].text in _BETWEEN_US for at in range(start, end)):
        return False
    return not reading.ties.is_tied(first)


def _is_emphasis(reading: Reading, first: int, last: int) -> bool:
    """ "I was NOT asleep", "the Old Way": words that are names to nobody."""
    words = [reading.words[at] for at in range(first, last + 1)]
    written = reading.text_of(first, last)
    if len(written) > 2 and written.isupper() and all(word.text in lexicon() for word in words):
        return True
    return all(is_everyday(word.text) for word in words) and words[0].text in lexicon()


def _is_of_the_writers_people(reading: Reading, at: int) -> bool:
    """ "My neighbour Elsa", "my carpenter, a Mr Tapping", "a printer called Maret"."""
    words = reading.words
    before = [word.text for word in words[max(at - 4, 0) : at]]
    if before[-1:] and before[-1] in _CALLED:
        return "my" in before or not reading.ties.is_of_both(at)
    return "my" in before and words[at].sentence == words[at - 1].sentence
