"""Names that claim nothing of the two people: of the writer's own world, or anybody's."""

from __future__ import annotations

from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.stems import commonplaces, is_everyday, is_small, lexicon

_CALLED = frozenset("called named".split())
_HELD = frozenset("in at from near to of for by with your our the".split())
_PLACED = frozenset("in at from near to".split())
# "Ravi sends his regards", "Anna told me": said of people who both of you would have to know.
_BETWEEN_US = frozenset(
    "regards greetings hello hi love told tells said says asked asks sends recommended suggested "
    "mentioned introduced knows right congratulations congrats".split()
)


def is_commonplace(reading: Reading, at: int) -> bool:
    """A name that all the world knows, unless it is told as the place where you two were."""
    word = reading.words[at]
    if word.text not in commonplaces() or reading.known.holds_word(word.text):
        return False
    before = reading.words[at - 1].text if at else ""
    if before in ("the", "our", "your") and _narrows(reading, at):
        return False
    mood = reading.statement.moods[at]
    is_told = mood.is_past and mood.subject in ("you", "we") and not mood.is_supposed
    return not (before in _PLACED and is_told)


def _narrows(reading: Reading, at: int) -> bool:
    """ "The Christmas market": says which of the recorded things is meant."""
    following = reading.words[at + 1] if at + 1 < len(reading.words) else None
    if following is None or following.gap != " " or is_small(following.text):
        return False
    return any(path.startswith("encounters.") for path in reading.known.holds_word(following.text))


def is_free_name(reading: Reading, first: int, last: int) -> bool:
    """A name that nothing ties to either of you, or that the text explains as its writer's."""
    if _is_of_a_people(reading, first, last) or _is_feast_of_yours(reading, first, last):
        return True
    if _is_one_of_a_kind(reading, first, last):
        return True
    if any(reading.borne(at) for at in range(first, last + 1)):
        return False
    if _is_emphasis(reading, first, last) or _is_of_the_writers_people(reading, first):
        return True
    start, end = reading.statement.clause_start(first), reading.statement.clause_end(first)
    if _is_where_it_was(reading, first, start, end):
        return False
    if _is_greeted_from(reading, first, start):
        return True
    if _is_home_of_the_writer(reading, first, start, end):
        return True
    if any(reading.words[at].text in _BETWEEN_US for at in range(start, end)):
        return False
    if _is_of_the_writers_crowd(reading, first, start, end):
        return True
    return not reading.ties.is_tied(first)


def _is_of_the_writers_crowd(reading: Reading, at: int, start: int, end: int) -> bool:
    """ "I read it to my crew and even Big Joe put his roll down"."""
    before = [reading.words[each].text for each in range(max(at - 2, start), at)]
    stems = {reading.words[each].text.partition("'")[0] for each in range(start, at)}
    is_subject = bool({"and", "but", "even", "while", "until"} & set(before[-2:]))
    return is_subject and "i" in stems and reading.ties.is_of_the_writer(at) and at < end


def _is_where_it_was(reading: Reading, at: int, start: int, end: int) -> bool:
    """ "What I learned in Oslo last week", where last week is the day of an encounter."""
    if at == start or reading.words[at - 1].text not in ("in", "at"):
        return False
    days = [date for date in reading.dates if start <= reading.within(date.span)[0] < end]
    return any(date.holds(day) for date in days for _, day in reading.known.days)


def _is_home_of_the_writer(reading: Reading, at: int, start: int, end: int) -> bool:
    """ "I've told every alto in Northumberland": a place in a clause about the writer alone."""
    if at == start or reading.words[at - 1].text not in ("in", "from", "near"):
        return False
    if not reading.ties.is_of_the_writer(at):
        return False
    return not any(reading.ties.is_where_you_met(each) for each in range(start, end))


def _is_greeted_from(reading: Reading, at: int, start: int) -> bool:
    """ "Good morning from Brussels", "hugs from Leeds": where the writer is."""
    before = [word.text for word in reading.words[start:at]]
    return before[-1:] == ["from"] and bool(_GREETINGS & set(before))


_GREETINGS = frozenset("greetings morning evening hello hi hugs regards wishes love hallo".split())


def _is_of_a_people(reading: Reading, first: int, last: int) -> bool:
    """ "The Cornish one": of which people somebody is; not "in Cornish"."""
    before = reading.words[first - 1].text if first else ""
    is_people = reading.words[first].text.endswith("ish") and first == last
    return is_people and before not in _PLACED


_FEASTS = {
    ("christmas", "eve"): (12, 24),
    ("christmas", "day"): (12, 25),
    ("boxing", "day"): (12, 26),
    ("new", "year's"): (1, 1),
    ("new", "year's", "day"): (1, 1),
    ("new", "year's", "eve"): (12, 31),
    ("valentine's", "day"): (2, 14),
}


def _is_feast_of_yours(reading: Reading, first: int, last: int) -> bool:
    """ "This Christmas Eve", where that is the day of an encounter."""
    written = reading.text_of(first, last).lower().replace("\u2019", "'").split()
    day = _FEASTS.get(tuple(written))
    return day is not None and any((met.month, met.day) == day for _, met in reading.known.days)


def _is_one_of_a_kind(reading: Reading, first: int, last: int) -> bool:
    """ "I am a retired Latinist": what the writer is, and no name."""
    if first != last or not reading.words[first].text.endswith(("ist", "ian", "er", "ite", "an")):
        return False
    before = [word.text for word in reading.words[max(first - 3, 0) : first]]
    clause = reading.statement.clause_start(first)
    mine = {word.text.partition("'")[0] for word in reading.words[clause:first]} & {"i", "my"}
    return bool(mine) and bool({"a", "an"} & set(before))


def _is_emphasis(reading: Reading, first: int, last: int) -> bool:
    """ "I was NOT asleep", "the Old Way": words that are names to nobody."""
    words = [reading.words[at] for at in range(first, last + 1)]
    written = reading.text_of(first, last)
    before = reading.words[first - 1].text if first else ""
    if first == last and 2 <= len(written) <= 4 and written.isupper():
        return before not in _HELD  # "EOD", "ASAP"
    if len(written) > 2 and written.isupper() and all(word.text in lexicon() for word in words):
        return True
    if before in _PLACED:
        return False
    return all(is_everyday(word.text) for word in words) and words[0].text in lexicon()


def _is_of_the_writers_people(reading: Reading, at: int) -> bool:
    """ "My neighbour Elsa", "my carpenter, a Mr Tapping", "a printer called Maret"."""
    words = reading.words
    before = [word.text for word in words[max(at - 4, 0) : at]]
    if before[-1:] and before[-1] in _CALLED:
        is_of_the_writer = reading.statement.moods[at].subject == "i"
        return is_of_the_writer or "my" in before or not reading.ties.is_of_both(at)
    return "my" in before and words[at].sentence == words[at - 1].sentence
