"""Introducers: of whom a text says that they sent its writer, and whether the receiver knows them.

A name that is dropped proves nothing by itself; it has to be somebody known, in words that say
that this person sent, recommended or introduced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from redleaf.contacts.matching.name_words import read_name
from redleaf.notes.data_files import read_beside
from redleaf.notes.folding import fold
from redleaf.notes.regexes import regex
from redleaf.triage.directory import Directory, name_words
from redleaf.triage.known import Person
from redleaf.triage.signs import MOST_CHARS

_NAME = regex(
    r"[^\W\d_][\w'’]*[.]?(?:-[^\W\d_][\w'’]*)*"
    r"(?:\s+(?:(?:van|von|de|del|der|den|la|le|da|di|el|ten|ter|zu)\s+)*[^\W\d_][\w'’.-]*){0,3}"
)
_MOST_NAMES = 60
_WHO = "\x02"
# Words with a capital that no introducer is called by.
_NOBODY = frozenset(
    "i ich je yo ik io we wir nous you sie vous usted he she they er es il elle who our my your "
    "the a an it this that here there what when why how as and but if so hi hello dear hallo liebe "
    "lieber bonjour hola thank thanks danke merci gracias guten tag sehr geehrte geehrter linkedin "
    "xing facebook instagram mastodon bluesky meetup monday tuesday wednesday thursday friday "
    "saturday sunday".split()
)


class Introducer(NamedTuple):
    """Somebody said to have sent them: the words of the name, and who it is, None if unknown.

    `is_sure` where the whole name is given; `is_plain` where the words can say nothing else.
    """

    name: str
    person: Person | None
    is_sure: bool
    is_plain: bool


def introducer_in(text: str, directory: Directory, *, but: Sequence[str] = ()) -> Introducer | None:
    """Who is said in `text` to have sent its writer; somebody known before anybody else.

    `but` are words of the writer's and the receiver's own names.
    """
    names = _senders(text[:MOST_CHARS], set(but))
    stated = [each for name, plain in names if (each := _introducer(name, plain, directory))]
    fit = [each for each in stated if each.person or each.is_plain]
    return min(fit, key=_doubt, default=None)


def _doubt(introducer: Introducer) -> tuple[bool, bool, bool]:
    return introducer.person is None, not introducer.is_plain, not introducer.is_sure


def _senders(text: str, but: set[str]) -> Iterator[tuple[str, bool]]:
    """Names that stand where a sender stands, in the order of the text; whether plainly so."""
    folded = fold(text)
    for at, match in enumerate(_capitalised(text)):
        if at == _MOST_NAMES:
            return
        for name in _cuts(match):
            words = name_words(name)
            if not words or words & but or words <= _NOBODY:
                continue
            near, plain = _is_said_of(fold(name).text, folded.text)
            if near:
                yield name, plain
                break


def _capitalised(text: str) -> Iterator[str]:
    """Runs of words that begin with a capital, particles between them included."""
    for match in _NAME.finditer(text):
        words = match.group().split()
        run: list[str] = []
        for word in words:
            if word[:1].isupper() or (run and word in _PARTICLES):
                run.append(word)
            else:
                if run:
                    yield " ".join(run)
                run = []
        if run:
            yield " ".join(run)


_PARTICLES = frozenset("van von de del der den la le da di el ten ter zu".split())


def _cuts(name: str) -> Iterator[str]:
    """The name, and without words before or behind it that are none: "Hello Dana", "Dana Yes"."""
    words = [word.rstrip(".") for word in name.split()]
    while words and words[0].casefold() in _NOBODY:
        words = words[1:]
    for end in range(len(words), 0, -1):
        yield " ".join(words[:end])


def _is_said_of(name: str, text: str) -> tuple[bool, bool]:
    """Whether folded `text` says of `name` that they sent its writer: nearly, and plainly."""
    marked = _marked(name, text)
    if not marked:
        return False, False
    ways = _ways()
    return bool(ways["near"].search(marked)), bool(ways["plain"].search(marked))


def _marked(name: str, text: str) -> str:
    """`text` with one sign in place of the name, so that one pattern serves for all names."""
    pieces = text.split(name)
    if len(pieces) == 1:
        return ""
    marked = pieces[0]
    for piece in pieces[1:]:
        is_whole = not (marked[-1:].isalnum() or piece[:1].isalnum())
        marked += (_WHO if is_whole else name) + piece
    return marked if _WHO in marked else ""


@cache
def _ways() -> dict[str, re.Pattern[str]]:
    plain, _, near = read_beside(__file__, "introducers.txt").partition("[near]")
    plain, near = (_lines(part) for part in (plain, near))
    return {"plain": re.compile(plain), "near": re.compile(f"{plain}|{near}")}


def _lines(part: str) -> str:
    lines = "|".join(line for line in part.splitlines() if line and line[0] not in "#[")
    return lines.replace("⟨who⟩", _WHO)


def _introducer(name: str, is_plain: bool, directory: Directory) -> Introducer | None:
    words = [word for each in read_name(name).names[:1] for word in each.split()]
    if not words:
        return None
    people = [
        person
        for person in directory.people_named(words[0])
        if set(words) <= _words_of(person) and person.is_known
    ]
    if len(words) > 1:
        return Introducer(name, next(iter(people), None), is_sure=True, is_plain=is_plain)
    given = [person for person in people if words[0] in _given(person)]
    if len(given) == 1:
        return Introducer(name, given[0], is_sure=False, is_plain=is_plain)
    return Introducer(name, None, is_sure=False, is_plain=is_plain)


def _words_of(person: Person) -> set[str]:
    return set(name_words(person.name)) | _given(person)


def _given(person: Person) -> set[str]:
    given = person.given_name or next(iter(person.name.split()), "")
    return set(name_words(given))
