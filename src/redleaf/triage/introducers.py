"""Introducers: of whom a text says that they sent its writer, and whether the receiver knows them.

A name that is dropped proves nothing by itself; it has to be somebody known, in words that say
that this person sent, recommended or introduced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from redleaf.notes.data_files import read_beside
from redleaf.notes.envelope import TITLES
from redleaf.notes.folding import fold
from redleaf.notes.regexes import regex
from redleaf.triage.directory import Directory
from redleaf.triage.known import Person
from redleaf.triage.names import name_words
from redleaf.triage.raised_words import PARTICLES, WHO, with_capitals
from redleaf.triage.signs import MOST_CHARS

_SENTENCE = regex(r"[^.!?\n]+")
_NAMED = regex(
    rf"[^\W\d_a-zß-öø-ÿ][\w'’-]*(?: (?:{PARTICLES} ){{0,2}}[^\W\d_a-zß-öø-ÿ][\w'’-]*){{1,3}}"
)
# Words with a capital that no introducer is called by.
_NOBODY = frozenset(
    "i ich je yo ik io we wir nous you sie vous usted he she they er es il elle who our my your "
    "the a an it this that here there what when why how as and but if so hi hello dear hallo liebe "
    "lieber bonjour hola thank thanks danke merci gracias guten tag sehr geehrte geehrter linkedin "
    "xing facebook instagram mastodon bluesky meetup monday tuesday wednesday thursday friday "
    "saturday sunday ihnen ihr ihre ihren ihrem euch dich dir dein deine deinen deinem montag "
    "dienstag mittwoch donnerstag freitag samstag sonntag".split()
)
# Behind a longer word that is no title a full stop ends the sentence.
_LONGEST_INITIAL = 2
_TITLES = frozenset(
    "dr prof mr mrs ms mx st sr sra srta jr ing mag dipl hon rev fr hr sig dott".split()
)
# Who is called by what they are to the writer has no name; in German these have capitals.
_NO_NAMES = frozenset(
    "mein meine meiner meinem unser unsere dein deine ihr ihre sein seine der die das ein eine "
    "einer lehrer lehrerin chef chefin kollege kollegin freund freundin bekannter bekannte mutter "
    "vater papa mama oma opa tochter sohn mann frau bruder schwester teacher boss friend colleague "
    "mother father wife husband mum dad team".split()
)


class Introducer(NamedTuple):
    """Somebody said to have sent them: the words of the name, and who it is, None if unknown.

    `is_sure` where the whole name is given; `is_plain` where the words can say nothing else,
    `is_brought_up` where they only speak of this person.
    """

    name: str
    person: Person | None
    is_sure: bool
    is_plain: bool
    is_brought_up: bool = False


def introducer_in(text: str, directory: Directory, *, but: Sequence[str] = ()) -> Introducer | None:
    """Who is said in `text` to have sent its writer; somebody known before anybody else.

    `but` are words of the writer's and the receiver's own names.
    """
    text = text[:MOST_CHARS]
    names = _senders(text, set(but))
    stated = [_introducer(name, plain, directory) for name, plain in names]
    fit = [each for each in stated if each.person or each.is_plain]
    found = min(fit, key=_doubt, default=None)
    if found and found.person:
        return found
    return _brought_up(text, directory, set(but)) or found


def introducer_called(name: str, directory: Directory) -> Introducer:
    """Who is meant by `name`, said in words that can say nothing else."""
    return _introducer(name, True, directory)


def _brought_up(text: str, directory: Directory, but: set[str]) -> Introducer | None:
    """Somebody known whose whole name stands in a sentence that tells of sending or speaking."""
    for sentence in _SENTENCE.findall(text):
        if not _around().search(fold(sentence).text):
            continue
        for match in _NAMED.finditer(sentence):
            if _is_nobody(match.group(), but):
                continue
            found = _introducer(_without_nobody(match.group()), False, directory)
            if found.person and found.is_sure:
                return found._replace(is_brought_up=True)
    return None


def _doubt(introducer: Introducer) -> tuple[bool, bool, bool]:
    return introducer.person is None, not introducer.is_plain, not introducer.is_sure


def _senders(text: str, but: set[str]) -> Iterator[tuple[str, bool]]:
    """Names that stand where a sender stands, in the order of the text; whether plainly so."""
    marked, folded = with_capitals(text)
    found: dict[tuple[int, int], bool] = {}
    for kind in ("plain", "near"):
        for pattern in _ways()[kind]:
            for match in pattern.finditer(marked):
                found.setdefault(match.span("who"), kind == "plain")
    for (start, end), is_plain in sorted(found.items()):
        name = _without_nobody(text[folded.start(start) : folded.end(end)])
        if name and not _is_nobody(name, but):
            yield name, is_plain


def _without_nobody(name: str) -> str:
    """The name without greetings and pronouns before it."""
    words = name.split()
    while words and words[0].rstrip(".").casefold() in _NOBODY:
        words = words[1:]
    return " ".join(words)


def _is_nobody(name: str, but: set[str]) -> bool:
    words = name_words(name)
    return not words or words <= but | _NOBODY | _NO_NAMES


@cache
def _ways() -> dict[str, list[re.Pattern[str]]]:
    plain, near, _ = _parts()
    return {"plain": _patterns(plain), "near": _patterns(near)}


@cache
def _parts() -> tuple[str, str, str]:
    """The lines of introducers.txt under each of its headings."""
    plain, _, rest = read_beside(__file__, "introducers.txt").partition("[near]")
    near, _, around = rest.partition("[around]")
    return plain, near, around


@cache
def _around() -> re.Pattern[str]:
    lines = (line for line in _parts()[2].splitlines() if line and line[0] != "#")
    return re.compile(rf"\b(?:{'|'.join(lines)})\b")


def _patterns(part: str) -> list[re.Pattern[str]]:
    """A pattern for each line: two on one line would name the same group twice."""
    lines = (line for line in part.splitlines() if line and line[0] not in "#[")
    return [re.compile(line.replace("⟨who⟩", WHO), re.IGNORECASE) for line in lines]


def _introducer(name: str, is_plain: bool, directory: Directory) -> Introducer:
    """Who it is; of a run of capitals as few words as the whole name of somebody known has.

    A given name alone counts where it stands alone: Hanna Weiss is not the Hanna one knows.
    """
    words = _one_name(name.split())
    for end in range(len(words), 0, -1):
        cut = " ".join(words[:end])
        person = _person(cut, directory)
        if person and (end == len(words) or _has_family_name(cut, person)):
            is_sure = end > 1 and len(name_words(cut)) > 1
            return Introducer(cut, person, is_sure=is_sure, is_plain=is_plain)
    return Introducer(" ".join(words), None, is_sure=False, is_plain=is_plain)


def _one_name(words: Sequence[str]) -> list[str]:
    """The words up to the end of a sentence, or to one that cannot be part of a name."""
    kept: list[str] = []
    for word in words:
        if kept and word.rstrip(".").casefold() in _NOBODY:
            break
        kept.append(word)
        if word.endswith(".") and len(word) > _LONGEST_INITIAL and word[:-1].lower() not in TITLES:
            break
    return [*kept[:-1], kept[-1].rstrip(".")]


def _person(name: str, directory: Directory) -> Person | None:
    """Somebody known who has all these words; by a given name alone if only one has it."""
    words = set(name_words(name))
    if not words:
        return None
    people = [
        person
        for person in directory.people_named(min(words))
        if words <= _words_of(person) and person.is_known
    ]
    if len(words) > 1:
        return next(iter(people), None)
    given = [person for person in people if words <= _given(person)]
    return given[0] if len(given) == 1 else None


def _has_family_name(name: str, person: Person) -> bool:
    family = set(name_words(person.name)) - _given(person)
    return bool(family) and family <= name_words(name)


def _words_of(person: Person) -> set[str]:
    return set(name_words(person.name)) | _given(person)


def _given(person: Person) -> set[str]:
    given = person.given_name or next(iter(person.name.split()), "")
    return set(name_words(given))
