"""Which line of a card is the name, which the organisation, which says what they do.

Nothing was learned from cards: these are rules, and points for what speaks for a reading. The
address of the mail knows most: ana.ruiz@skutt.example is Ana Ruiz of Skutt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from redleaf.formats.card.words import Line
from redleaf.formats.hints import (
    is_given_name,
    is_legal_form,
    is_organisation_word,
    is_place,
    names_organisation,
    names_title,
    plain,
)

_WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*\.?")
_ACADEMIC = re.compile(
    r"(?i)^(?:dr|prof|dipl|mag|ing|phd|md|msc|mba|ba|bsc|ma|dra|sra?|mme|m|frau|herr|mr|mrs|ms|jr|"
    r"sr|rer|nat|med|phil|univ|habil|h\.?c|lic|ii|iii|oec|jur|arch|inf|fh|tu)\.?$"
)
_PARTICLES = frozenset(
    "de da di do dos das del della des du la le van von vom der den ter zu y i".split()
)
# Mail from such hosts tells nothing of an organisation, from such boxes nothing of a person.
_OPEN_HOSTS = frozenset(
    "gmail googlemail yahoo hotmail outlook live icloud me mac gmx web t-online freenet posteo "
    "mailbox orange wanadoo laposte free sfr telefonica proton protonmail aol msn email mail "
    "example".split()
)
_SHARED_BOXES = frozenset(
    "info office kontakt contact contacto hello hallo mail post service sales support buero bureau "
    "team welcome booking studio shop presse press".split()
)


@dataclass(frozen=True, slots=True)
class Clues:
    """What the rest of the card tells: names before the @, and the hosts of mail and web."""

    boxes: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    tallest: float = 1.0


@dataclass(frozen=True, slots=True)
class Reading:
    """A line, or some lines, read as one thing, with the points for it."""

    lines: tuple[Line, ...]
    text: str
    points: float


def clues_of(emails: Sequence[str], sites: Sequence[str], lines: Sequence[Line]) -> Clues:
    boxes = [each.partition("@")[0] for each in emails]
    hosts = [each.partition("@")[2] for each in emails] + [each.split("/")[0] for each in sites]
    names = [part for host in hosts for part in host.removeprefix("www.").split(".")[:-1]]
    return Clues(
        tuple(box for box in boxes if plain(box) not in _SHARED_BOXES),
        tuple(dict.fromkeys(name for name in names if name not in _OPEN_HOSTS and len(name) > 2)),
        max((line.height for line in lines), default=1.0),
    )


def read_name(lines: Sequence[Line], clues: Clues) -> Reading | None:
    """The line that is most likely the name of a person; None when hardly any could be."""
    readings = [_as_name(line, at, lines, clues) for at, line in enumerate(lines)]
    readings += [
        _as_name(both, at, lines, clues, parts=(upper, lower))
        for at, (upper, lower) in enumerate(pairwise(lines))
        if (both := _stacked(upper, lower)) is not None
    ]
    best = max(readings, key=lambda each: each.points, default=None)
    return best if best and best.points >= _NAME_FROM else None


_NAME_FROM = 1.2


def read_organisation(lines: Sequence[Line], clues: Clues, name: Reading | None) -> Reading | None:
    """The line that is most likely the name of the organisation."""
    readings = [_as_organisation(line, clues, name) for line in lines]
    best = max(readings, key=lambda each: each.points, default=None)
    return best if best and best.points >= _ORGANISATION_FROM else None


_ORGANISATION_FROM = 1.0


def read_title(lines: Sequence[Line], name: Reading | None) -> Reading | None:
    """The line that is most likely what they do, with a second one that goes on with it."""
    readings = [_as_title(line, name) for line in lines]
    best = max(readings, key=lambda each: each.points, default=None)
    if best is None or best.points < _TITLE_FROM:
        return None
    return best


_TITLE_FROM = 0.8


def agreement(text: str, box: str) -> float:
    """From 0 to 1, how well a name agrees with what stands before the @: "a.ruiz", "ruiz"."""
    names = [_latin(word) for word in _WORD.findall(text) if not _ACADEMIC.match(word)]
    names = [name for name in names if len(name) > 1]
    letters = re.sub(r"[^a-z]", "", _latin(box))
    if not names or len(letters) < 2:
        return 0.0
    joined = {"".join(names), "".join(reversed(names)), names[0][0] + names[-1],
              names[-1] + names[0][0], names[0] + names[-1], names[-1] + names[0],
              names[0][0] + names[-1][0], names[0] + names[-1][0]}  # fmt: skip
    if letters in joined:
        return 1.0
    if letters in (names[0], names[-1]):
        return 0.8
    return max(0.0, max(_likeness(letters, each) for each in joined) - 0.3)


def mended_box(box: str, name: str) -> str:
    """What stands before the @, where only misread signs part it from a form of the name.

    "1_petit" beside Luc Petit is "l.petit"; what could be meant as it stands is left alone.
    """
    names = [_latin(word) for word in _WORD.findall(name) if not _ACADEMIC.match(word)]
    names = [each for each in names if each]
    if len(names) < 2:
        return box
    given, family = names[0], names[-1]
    pairs = ((given, family), (given[0], family), (family, given), (family, given[0]))
    forms = [f"{one}{sign}{other}" for one, other in pairs for sign in (".", "", "-", "_")]
    forms += [given, family]
    if box in forms:
        return box
    return next((form for form in forms if _alike(form) == _alike(box)), box)


def _alike(box: str) -> str:
    return re.sub(r"[.-]+", ".", box.translate(_ALIKE))


# Signs that Tesseract takes for each other.
_ALIKE = str.maketrans("1i|0_,", "lllo..")


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _latin(text: str) -> str:
    """As addresses spell it: ü is ue, ß is ss, ñ is n."""
    low = text.lower()
    for umlaut, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("ø", "o")):
        low = low.replace(umlaut, letters)
    return re.sub(r"[^a-z]", "", plain(low))


def _stacked(upper: Line, lower: Line) -> Line | None:
    """Two lines of one word each, in one size: a given name above a family name."""
    alike = abs(upper.height - lower.height) < 0.25 * max(upper.height, lower.height)
    gap = lower.box.top - (upper.box.top + upper.box.height)
    close = upper.page == lower.page and -0.3 * upper.height < gap < 1.3 * upper.height
    aligned = abs(upper.box.left - lower.box.left) < 2 * upper.height
    if alike and close and aligned and len(upper.words) <= 2 and len(lower.words) == 1:
        return Line(upper.words + lower.words, upper.page)
    return None


def _as_name(
    line: Line, at: int, lines: Sequence[Line], clues: Clues, *, parts: tuple[Line, ...] = ()
) -> Reading:
    text = _tidy(line.text)
    words = [word for word in _WORD.findall(text) if not _ACADEMIC.match(word)]
    plain_words = [word for word in words if plain(word) not in _PARTICLES]
    if not 1 <= len(plain_words) <= 4 or re.search(r"\d|[@/:]", text):
        return Reading((line,), text, -9)
    points = 1.6 * line.height / clues.tallest
    points += 3 * max((agreement(text, box) for box in clues.boxes), default=0.0)
    points += 1.5 if is_given_name(plain_words[0]) else 0.0
    points += 0.5 if len(words) < len(_WORD.findall(text)) else 0.0
    points -= 1.2 if len(plain_words) == 1 else 0.0
    points -= 2.5 if names_title(" ".join(words)) and not is_given_name(plain_words[0]) else 0.0
    points -= 2.5 if names_organisation(text) else 0.0
    points -= 1.5 if is_place(text) else 0.0
    points -= (
        2.0 if not all(word[0].isupper() or not word[0].islower() for word in plain_words) else 0
    )
    points -= 1.0 * max((_host_likeness(text, host) for host in clues.hosts), default=0.0)
    points += 0.6 if _next_is_title(line, at, lines) else 0.0
    points -= 0.5 if parts and not any(agreement(text, box) > 0.7 for box in clues.boxes) else 0.0
    return Reading(parts or (line,), _cased_name(text), points)


def _next_is_title(line: Line, at: int, lines: Sequence[Line]) -> bool:
    after = [each for each in lines[at + 1 : at + 3] if each.page == line.page]
    return any(names_title(each.text) for each in after)


def _as_organisation(line: Line, clues: Clues, name: Reading | None) -> Reading:
    text = _tidy(line.text)
    letters = sum(char.isalpha() for char in text)
    if letters < 2 or re.search(r"@|\d{4,}", text):
        return Reading((line,), text, -9)
    points = 1.0 * line.height / clues.tallest
    points += 2.5 if any(is_legal_form(word) for word in text.split()[1:]) else 0.0
    points += 1.5 if any(is_organisation_word(word) for word in _WORD.findall(text)) else 0.0
    points += 2.5 * max((_host_likeness(text, host) for host in clues.hosts), default=0.0)
    points += 0.4 if text.isupper() else 0.0
    points -= 1.5 if names_title(text) and not names_organisation(text) else 0.0
    points -= 0.8 if text[:1].islower() else 0.0
    points -= 0.6 if len(text.split()) > 6 else 0.0
    points -= 0.8 if line.confidence < 0.5 else 0.0
    if name and name.points and line in name.lines:
        points = -9.0
    return Reading((line,), _cased(text), points)


def _host_likeness(text: str, host: str) -> float:
    """From 0 to 1, how much of a host's name an organisation's name tells, or its initials."""
    words = [_latin(word) for word in _WORD.findall(text) if not is_legal_form(word)]
    letters, bare = "".join(words), re.sub(r"[^a-z]", "", _latin(host))
    if len(letters) < 2 or len(bare) < 2:
        return 0.0
    if bare == letters or (bare == "".join(word[0] for word in words if word) and len(bare) > 2):
        return 1.0
    long = [word for word in words if len(word) > 3]
    if any(word in bare for word in long) or (len(bare) > 4 and bare in letters):
        return 0.9
    return max(0.0, _likeness(letters, bare) - 0.35)


def _as_title(line: Line, name: Reading | None) -> Reading:
    text = _tidy(line.text)
    if sum(char.isalpha() for char in text) < 2 or re.search(r"@|\d{3,}", text):
        return Reading((line,), text, -9)
    points = 2.0 if names_title(text) else 0.0
    points -= 1.2 if names_organisation(text) and not names_title(text) else 0.0
    points -= 1.0 if is_place(text) else 0.0
    points -= 0.5 if line.confidence < 0.5 else 0.0
    if name:
        points += 1.2 * _closeness(line, name.lines[-1])
        points -= 0.6 if line.height > 1.15 * name.lines[-1].height else 0.0
    return Reading((line,), _cased(text), points)


def _closeness(line: Line, name: Line) -> float:
    """1 for the line right below a name, less for one above it, 0 for one far away."""
    if line.page != name.page:
        return 0.0
    below = line.box.top - (name.box.top + name.box.height)
    overlap = line.box.left < name.box.left + name.box.width and (
        name.box.left < line.box.left + line.box.width
    )
    if not overlap:
        return 0.0
    if below < -0.5 * name.height:
        return 0.3 if below > -4 * name.height else 0.0
    return max(0.0, 1 - below / (3.5 * name.height))


def _tidy(text: str) -> str:
    """Without what Tesseract makes of rules, dots and logos at the ends."""
    return re.sub(r"^[\W_]+|[^\w.)!]+$", "", text.replace("|", " ")).strip()


def _cased_name(text: str) -> str:
    """Capitals are the card's dress: "ANA VON DER HEIDE" is Ana von der Heide."""
    if not text.isupper() or len(text) < 4:
        return text
    words = [word.lower() if plain(word) in _PARTICLES else word.title() for word in text.split()]
    return " ".join(words)


def _cased(text: str) -> str:
    """The same for organisations and titles, but short words may be initials: "BMW", "CEO"."""
    if not text.isupper() or (" " not in text and len(text) < 6):
        return text
    words = [
        word.lower() if plain(word) in _SMALL and at else _cased_word(word)
        for at, word in enumerate(text.split())
    ]
    return " ".join(words)


_SMALL = _PARTICLES | frozenset("and of for the und für fur et au aux à a en el los las e".split())


def _cased_word(word: str) -> str:
    return word if len(word) <= 3 or is_legal_form(word) else word.capitalize()
