"""Names: how to address somebody, in each register, from the name as it was recorded.

Nothing is romanised, no gender guessed, no accent lost. The name as recorded stays the truth;
only shouting ("MARTA NOVÁK") and titles are read.
"""

from __future__ import annotations

import re

from redleaf.notes.regexes import regex

_TITLES = {
    "dr": "Dr.", "prof": "Professor", "professor": "Professor", "mr": "Mr.", "mrs": "Mrs.",
    "ms": "Ms.", "mx": "Mx.", "miss": "Miss", "sir": "Sir", "dame": "Dame", "rev": "Rev.",
    "rabbi": "Rabbi", "imam": "Imam", "father": "Father", "sister": "Sister", "judge": "Judge",
    "captain": "Captain", "justice": "Justice", "lord": "Lord", "lady": "Lady", "madam": "Madam",
    "senator": "Senator", "minister": "Minister", "ambassador": "Ambassador", "mayor": "Mayor",
    "bishop": "Bishop", "councillor": "Councillor", "chancellor": "Chancellor", "chef": "Chef",
    "colonel": "Colonel", "pastor": "Pastor", "governor": "Governor", "president": "President",
    "frau": "Frau", "herr": "Herr", "professorin": "Professorin",
    "mme": "Mme", "mlle": "Mlle", "madame": "Madame", "monsieur": "Monsieur", "dra": "Dra.",
    "sr": "Sr.", "sra": "Sra.", "srta": "Srta.", "doña": "Doña", "profesora": "Profesora",
    "profesor": "Profesor", "professeure": "Professeure", "docteur": "Docteur",
}  # fmt: skip
_KIN = frozenset(
    "uncle aunt auntie aunty cousin grandma grandpa granny grandad granddad nana nan".split()
)
_PARTICLES = frozenset(
    "van von de da di del della der den dos du des la le el al bin ibn ben abu ter ten zu zum af "
    "av mac st. ó ní".split()
)
# Written so, the family name comes first, and nobody is called by it alone.
_FAMILY_FIRST = regex(r"[\u3400-\u9fff\uac00-\ud7af]")
# Vietnamese letters: the name to call somebody by comes last there, or third, or second.
_FAMILY_FIRST_LETTERS = regex("[ăđĩũơưạ-ỹĂĐĨŨƠƯẠ-Ỹ]")
_NO_NAME = regex(
    r"[\d%#@/;:?!()\"“”]|\b(?:the|an|my|our|their|your|he|she|they|said|not|and|new)\b",
    re.IGNORECASE,
)
_CALLABLE = regex(r"[^\W\d_].*[\w.)]$|^[^\W\d_]$|[^\W\d_]$")
_LATIN = regex("[A-Za-zÀ-ÖØ-öø-ɏ]")
# "Mr. and Mrs. Holt"
_AND_TITLE = regex(r"^(?:and|&|und|et|y)\s+(?=\S+\s+\S)")
_OF_A_HANDLE = regex(r"^@|[_\d]|^\S+\.\S+$")
_STRAY_DOT = regex(r"(?<=\w{4})\.$")
_SUFFIX = regex(
    r"(?:,\s*|\s+)(?:ph\.?\s?d\.?|m\.?d\.?|mba|msc|bsc|llm|llb|frcs|esq\.?|jr\.?|sr\.?|ii|iii|iv|"
    r"cpa|pmp|obe|mbe|cbe)\s*\.?$",
    re.IGNORECASE,
)


def title_of(name: str) -> str:
    """The title that opens `name`, as it is written: "Dr.", "Professor", "Ms"; or ""."""
    first = name.split()[0] if name.split() else ""
    return first if first.rstrip(".").lower() in _TITLES and len(name.split()) > 1 else ""


def bare_name(name: str) -> str:
    """`name` without titles and letters behind it, not shouted; "Holt, Mira" turned round."""
    bare = name.strip()
    while (shorter := _SUFFIX.sub("", bare)) != bare:
        bare = shorter
    while title_of(bare):
        bare = _AND_TITLE.sub("", bare[len(title_of(bare)) :].strip())
    if bare.count(",") == 1:
        family, given = (part.strip() for part in bare.split(","))
        bare = f"{given} {family}" if family and given else bare.strip(" ,")
    return _not_shouted(_STRAY_DOT.sub("", bare))


def given_name(name: str, given: str = "") -> str:
    """What to call them among equals: the recorded given name, else the first word of the name."""
    if given.strip() == name.strip():
        return given.strip()  # A handle: who signs "moth" is no Moth.
    if given.strip():
        return _not_shouted(_STRAY_DOT.sub("", given.strip()), alone=not name.isupper())
    bare = bare_name(name)
    words = bare.split()
    first = words[0] if words else bare
    # Who is known as "Ms. Holt" alone is called so; "Hi Holt" is how one calls a dog.
    if len(words) == 1 and (title := title_of(name)):
        return f"{_TITLES[title.rstrip('.').lower()]} {bare}"
    if not bare.isascii() and (_FAMILY_FIRST.match(bare) or _FAMILY_FIRST_LETTERS.search(bare)):
        return bare
    # "van der Berg" is all that is known, and nobody is called "van".
    if first.lower() in _KIN or (first in _PARTICLES and len(words) > 1):
        return bare
    # An initial is no name to call anybody by, and "J. Holt" is what is known.
    return bare if len(first.rstrip(".")) < 2 and _LATIN.match(first) else first


def is_a_name(text: str) -> bool:
    """Whether somebody could be called so: letters, few words, none of them "the" or "said"."""
    words = text.replace(".", " ").split()
    return bool(words) and len(words) <= 6 and not _NO_NAME.search(text)


def as_named(name: str) -> str:
    """Somebody else's name as it stands in a sentence: not shouted, "aunt Remei" with a capital."""
    first, _, rest = name.partition(" ")
    if rest[:1].isupper() and first.lower() in _KIN:
        return f"{first.capitalize()} {rest}"
    return _not_shouted(name, is_short=True)


def can_be_called(name: str) -> bool:
    """Whether a greeting can hold `name`: it has a letter and ends in one, a dot or a digit."""
    return bool(_CALLABLE.search(name))


def family_name(bare: str, given: str) -> str:
    """The family name, with its "van" or "de", of a name without titles."""
    words = bare.split()
    given = _not_shouted(given.strip())
    if given and bare.startswith(f"{given} "):
        return bare[len(given) :].strip()
    if len(words) < 2:
        return bare
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in _PARTICLES:
        at -= 1
    return " ".join(words[at:])


def possessive_owners(name: str, given: str) -> tuple[str, ...]:
    """The ways a fact may name this person before "'s", longest first."""
    bare = bare_name(name)
    family = family_name(bare, given)
    title = title_of(name)
    forms = {name, bare, given_name(name, given), f"{title} {family}" if title else "", family}
    return tuple(sorted((form for form in forms if len(form) > 1), key=len, reverse=True))


def _not_shouted(name: str, *, alone: bool = False, is_short: bool = False) -> str:
    """ "MARTA NOVÁK" as "Marta Novák", "marta" as "Marta"; "JP" and mixed spellings as they are."""
    if name.isupper() and len(name) > 3 and not alone and not (is_short and " " not in name):
        return re.sub(r"[^\W\d_]+", lambda word: _capital(word.group()), name)
    # Nobody is called "pixel_heron" but on a network: a handle stays as it is.
    if name.islower() and name.isascii() and not _OF_A_HANDLE.search(name):
        return re.sub(r"[^\W\d_]{2,}", lambda word: _lower_capital(word.group()), name)
    return name


def _capital(word: str) -> str:
    return word if word in ("II", "III", "IV") else word[:1] + word[1:].lower()


def _lower_capital(word: str) -> str:
    return word if word in _PARTICLES else word[:1].upper() + word[1:]
