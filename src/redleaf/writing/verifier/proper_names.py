"""Names inside the text: people, places, firms, events, against all that the brief names."""

from __future__ import annotations

from collections.abc import Iterator

from redleaf.writing.verifier.free_names import is_commonplace, is_free_name
from redleaf.writing.verifier.german_names import german_names
from redleaf.writing.verifier.known import Paths
from redleaf.writing.verifier.moods import is_past
from redleaf.writing.verifier.naming import TITLES, is_called
from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.spellings import near_miss, paths_of
from redleaf.writing.verifier.stems import is_form_of_english, is_small, lexicon, root
from redleaf.writing.verifier.verification import Claim
from redleaf.writing.verifier.words import Word

_PARTICLES = frozenset(
    "of de da di do du del della van von der den la le los las zu y e et und and the "
    "bin ibn al el for".split()
)
_JOINS = frozenset("of de da di do du del della van von der den la le zu bin ibn al el".split())
_ABBREVIATION = 4  # letters: "St. Ives", "Prof. Anders"
_PLACED = frozenset("in from near outside to through across around".split())
_HOUSED = frozenset("at with for by joined".split())


def find_proper_names(reading: Reading) -> Iterator[Claim]:
    """Each run of capitalised words that is no day and no word opening a sentence."""
    runs = german_names(reading) if reading.language == "de" else _name_runs(reading)
    for first, last in runs:
        if _is_signed_by_nobody_known(reading, first) or _is_place_of_a_wish(reading, first):
            continue
        facts = _bearing(reading, first, last)
        if facts is None:
            if not is_free_name(reading, first, last):
                yield _unsupported(reading, first, last)
        elif facts:
            yield reading.supported(_kind_of(reading, first, facts), first, last, facts)


def _is_signed_by_nobody_known(reading: Reading, first: int) -> bool:
    """Without a sender in the brief a signature cannot be judged."""
    signature = reading.statement.note.signature
    return bool(
        signature
        and not reading.known.sender
        and signature.start <= reading.words[first].start < signature.end
    )


def _is_place_of_a_wish(reading: Reading, first: int) -> bool:
    """ "If you are ever in Lisbon": a place where nobody says that anything was."""
    before = reading.words[first - 1].text if first else ""
    if before not in ("in", "near", "around", "through") or not reading.statement.is_unreal(first):
        return False
    clause = range(reading.statement.clause_start(first), reading.statement.clause_end(first))
    words = {reading.words[at].text for at in clause}
    told = any(
        reading.borne(at)
        for at in reading.statement.content(clause.start, clause.stop)
        if at < first
    )
    return not told and bool(words & {"if", "ever", "when", "would", "could", "shall", "next"})


def _name_runs(reading: Reading) -> Iterator[tuple[int, int]]:
    at, count = 0, len(reading.words)
    while at < count:
        if not reading.words[at].is_capital or not _is_name(reading, at):
            at += 1
            continue
        last = at
        while (following := _next_in_name(reading, last)) is not None:
            last = following
        yield at, last
        at = last + 1


def _next_in_name(reading: Reading, at: int) -> int | None:
    """The next word of the same name: directly after it, or after a particle."""
    words = reading.words
    for step in (1, 2):
        after = at + step
        if after >= len(words) or words[after].opens:
            return None
        gaps = [words[each].gap for each in range(at + 1, after + 1)]
        if any(gap not in (" ", "-", "\u2010", " & ", "'", ". ", "\u2019", ".") for gap in gaps):
            return None
        if step == 2 and words[at + 1].text not in _JOINS:
            return None
        if any(gap.startswith(".") for gap in gaps) and len(words[at].text) > _ABBREVIATION:
            return None  # "Celeste. Porter, nights": a stop, and not a name cut short.
        if (
            words[after].is_capital
            and after not in reading.dated
            and words[after].text.partition("'")[0] != "i"
        ):
            return after
    return None


def _is_name(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    if not word.is_capital or at in reading.dated or at in reading.quoted:
        return False
    if (
        is_commonplace(reading, at)
        or word.text in TITLES
        or ("'" in word.text and word.text.startswith("i'"))
    ):
        return False
    if len(word.text) < 2 and not reading.known.holds_word(word.text):
        return False  # "B flat", "plan A"
    if word.opens and (is_small(word.text) or _is_common_to_the_facts(reading, word)):
        return False
    if _is_shown(reading, at):
        return False
    if word.opens and reading.language != "en":
        return False  # Any word may open a sentence, and only of English we know them all.
    if not word.opens and '"' not in word.gap and ":" not in word.gap:
        return True
    return _opens_with_name(reading, at)


def _is_common_to_the_facts(reading: Reading, word: Word) -> bool:
    """ "Bassoon, now!", of a bassoonist: a word that the facts write small."""
    if reading.known.holds_word(word.text):
        return False
    return any(word.root == root(common) for common in reading.known.common_words)


def _is_shown(reading: Reading, at: int) -> bool:
    """ "There is Blorenge, a hill near here": told as news, and nothing that you share."""
    before = [word.text for word in reading.words[max(at - 2, 0) : at]]
    return before in (["there", "is"], ["there", "are"]) or before[-1:] == ["there's"]


def _opens_with_name(reading: Reading, at: int) -> bool:
    """A capital that opens a sentence names somebody when the word is no everyday one."""
    word = reading.words[at]
    if word.text in lexicon() or "'" in word.text or len(word.text) < 2:
        following = reading.words[at + 1] if at + 1 < len(reading.words) else None
        held = reading.known.holds_word(word.text)
        return bool(
            held
            and following
            and following.is_capital
            and not following.opens
            and following.gap == " "
        )
    if word.text.endswith("est") and {word.text[:-3], word.text[:-2]} & lexicon():
        return False
    return not is_form_of_english(word.text) and _is_followed_as_a_name(reading, at)


def _is_followed_as_a_name(reading: Reading, at: int) -> bool:
    """Does what follows tell of somebody, or is it "Wisest words", "Uninvited but hopeful"?"""
    if reading.borne(at) or at + 1 >= len(reading.words):
        return True
    following = reading.words[at + 1]
    if following.gap != " " or following.opens:
        return (
            "'" in following.gap or "-" in following.gap or following.opens or "," in following.gap
        )
    if reading.statement.text[reading.words[at].start : reading.words[at].end].endswith("s"):
        return True
    stem = following.text.partition("'")[0]
    is_verb = stem in _AFTER_NAMES or is_past(stem) or stem.endswith("s")
    return following.is_capital or is_verb


_AFTER_NAMES = frozenset(
    "is was has had will would can could must may might should does did and or in at where when "
    "who which of to on still always never also just already".split()
)


def _bearing(reading: Reading, first: int, last: int) -> Paths | None:
    """The facts that hold the name; () when there is nothing to judge; None when no fact has it."""
    recited = reading.recited.get(first, ())
    if recited and all(each in reading.recited for each in range(first, last + 1)):
        return recited
    at = [
        each
        for each in range(first, last + 1)
        if reading.words[each].text not in TITLES | _PARTICLES
    ]
    if first == 0 and len(at) > 1 and reading.words[at[1]].text in reading.known.recipient:
        at = at[1:]  # "Hiya Lorcan", "Servus Hannelore": greetings nobody has listed.
    held = [paths_of(reading, each) for each in at]
    if not held:
        return ()
    if len(at) == 1 and _is_other_word(reading, at[0]):
        return None
    if not all(held) and _is_somebodys_short_name(reading, at):
        return held[-1] or held[0] or ("recipient.name",)
    if not all(held):
        initials = _initials(reading, first, last)
        return initials or None
    common = set(held[0]).intersection(*held[1:])
    if common:
        return tuple(path for path in held[0] if path in common)
    # Two facts side by side, "Marek Jihlava": a mixture only when both halves are people's names.
    if len(at) == 2 and all(_is_of_people(paths) for paths in held):
        return None
    return tuple(path for paths in held for path in paths)


def _is_somebodys_short_name(reading: Reading, at: list[int]) -> bool:
    """ "Willa Stokes" for Wilhelmina Stokes."""
    texts = [reading.words[each].text for each in at]
    return any(all(is_called(text, names) for text in texts) for names in reading.known.people)


def _is_other_word(reading: Reading, at: int) -> bool:
    """ "in Hull" where the brief knows only the hull of a ship."""
    word = reading.words[at]
    is_placed = at > 0 and reading.words[at - 1].text in ("in", "from", "near")
    return is_placed and not word.opens and word.text in reading.known.common_words


def _is_of_people(paths: Paths) -> bool:
    return all(
        path.endswith((".name", ".given_name", ".introduced_by")) or path.startswith("mutual")
        for path in paths
    )


def _initials(reading: Reading, first: int, last: int) -> Paths:
    """ "MCS" for the Museums & Computing Society of the brief."""
    text = reading.text_of(first, last)
    if first != last or not (2 <= len(text) <= 6 and text.isupper()):
        return ()
    for path, statement in reading.known.statements.items():
        letters = "".join(word.text[0] for word in statement.words if word.is_capital)
        if text.lower() in letters:
            return (path,)
    return ()


def _unsupported(reading: Reading, first: int, last: int) -> Claim:
    written = reading.text_of(first, last)
    near = near_miss(reading, first, last)
    why = (
        f"You write {written}; the brief has {near}."
        if near
        else f"The brief does not name {written}."
    )
    return reading.unsupported(_kind_by_place(reading, first, last), first, last, why)


def _kind_of(reading: Reading, first: int, facts: Paths) -> str:
    field = facts[0].rpartition(".")[2]
    by_field = {
        "place": "place",
        "event": "encounter",
        "company": "organisation",
        "where": "organisation",
        "title": "work",
        "name": "name",
        "given_name": "name",
        "introduced_by": "name",
        "said": "quote",
    }
    if field in by_field:
        return by_field[field]
    return "name" if facts[0].startswith("mutual") else _kind_by_place(reading, first, first)


def _kind_by_place(reading: Reading, first: int, last: int) -> str:
    before = reading.words[first - 1].text if first else ""
    if before == "the" and first > 1:
        before = reading.words[first - 2].text
    if before in _PLACED:
        return "place"
    if before in _HOUSED or last - first >= 2:
        return "organisation"
    return "name"
