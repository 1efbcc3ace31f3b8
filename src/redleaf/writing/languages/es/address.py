"""How somebody is addressed in a formal letter, in Spanish.

"Estimada Sra.", "Estimado Sr." only where it is recorded which of the two it is: by the name
("Sra. Holt", "Don Joan"), by a title ("Dra.", "Profesora"), by a role that tells ("directora"), or
for a man by role and given name together. Else the whole name, as in "Buenos días, Robin Maier".
"""

from __future__ import annotations

import re

from redleaf.writing.languages.mens_names import is_a_mans_name
from redleaf.writing.names import bare_name, family_name

_HERS = re.compile(
    r"^(?:(?:Sra|Srta|Señora|Señorita|Doña|Dña|D\.ª|Frau|Mrs|Ms|Miss|Mme)\.?\s)+", re.I
)
_HIS = re.compile(r"^(?:(?:Sr|Señor|Don|D|Herr|Mr|M)\.?\s)+", re.I)
_TITLE = re.compile(
    r"^(?P<title>(?:Dra|Dr|Profa|Prof|Profesora|Profesor|Doctora|Doctor|Professor|Ing|Lic|Arq|"
    r"Mtro|Mtra)\.?)\s",
    re.I,
)
_HER_ROLE = re.compile(
    r"\b\w*(?:dora|tora|sora|era|óloga|ógrafa|aria|ática|ísica|ímica|jefa|abogada|médica|música|"
    r"arquitecta|enta|alcaldesa|decana|maestra|catedrática)\b",
    re.IGNORECASE,
)
_HIS_ROLE = re.compile(
    r"\b(?:dr|prof)\b|\b\w*(?:dor|tor|sor|ero|ólogo|ógrafo|ario|abogado|médico|arquitecto|alcalde|decano|maestro|catedrático|"
    r"jefe)\b",
    re.IGNORECASE,
)


# What a role is, without whose or where: "asistente de la directora" says nothing of a woman.
_BEHIND = re.compile(r"\s(?:de|del|en|para|con|a|al)\s|[,;(|/]")


def formal_name(name: str, given: str = "", role: str = "") -> str:
    """The whole salutation without its colon: "Estimada Dra. Holt", "Buenos días, Bo Li"."""
    rest, hers, his = name, False, False
    if _HERS.match(rest):
        rest, hers = _HERS.sub("", rest, count=1), True
    elif _HIS.match(rest):
        rest, his = _HIS.sub("", rest, count=1), True
    titled = _TITLE.match(rest)
    title = titled["title"].rstrip(".").lower() if titled else ""
    rest = re.sub(r"^(?:(?:Dra?|Profa?|Phil|med)\.?\s)+", "", _TITLE.sub("", rest), flags=re.I)
    bare = bare_name(rest)
    hers = hers or title in ("dra", "profa", "profesora", "doctora", "mtra")
    his = his or title in ("profesor", "doctor", "mtro")
    if not hers and not his:
        hers, his = _of_role(f"{title} {role}", (given or bare).split(" ")[0])
    if not (hers or his) or not bare:
        # "Dr." stands in many address books for a woman, too.
        spelt = f"{_written(title)} {_families(bare, given)}" if title and bare else ""
        return f"Buenos días, {spelt or bare or name}"
    family = _families(bare, given)
    return f"Estimad{'a' if hers else 'o'} {_short(title, hers=hers)} {family}"


def _of_role(role: str, given: str) -> tuple[bool, bool]:
    role = _BEHIND.split(role, maxsplit=1)[0]
    if _HER_ROLE.search(role):
        return True, False
    # A woman may be called "director" too: for a man, role and given name have to agree.
    return False, bool(_HIS_ROLE.search(role)) and is_a_mans_name(given, beside=__file__)


def _families(bare: str, given: str) -> str:
    """Both family names of "Ana Ruiz Peña", where the given name is one word."""
    words = bare.split()
    if len(words) == 3 and not given and words[1][:1].isupper() and not words[1].endswith("."):
        return " ".join(words[1:])
    return family_name(bare, given)


def _short(title: str, *, hers: bool) -> str:
    if title.startswith(("dr", "doctor")):
        return "Dra." if hers else "Dr."
    if title.startswith("prof"):
        return "profesora" if hers else "profesor"
    if title:
        return _written(title)
    return "Sra." if hers else "Sr."


def _written(title: str) -> str:
    """As it is written in a letter: "doctor" as "Dr.", "profesor" as it is."""
    if title.startswith(("dr", "doctor")):
        return "Dr."
    return title if title == "profesor" else f"{title.capitalize()}."
