"""Small words of Spanish and its neighbours, by which a fact shows its language and shape."""

from __future__ import annotations

import re

NUMBERS = frozenset(
    "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
    "diecisiete dieciocho diecinueve veinte treinta cuarenta cincuenta sesenta cien".split()
)
MANY = NUMBERS | frozenset("varios varias algunos algunas muchos muchas unos unas".split())
PREPOSITIONS = frozenset(
    "en a al de del con por para sobre tras ante bajo entre hacia hasta desde durante junto cerca "
    "dentro fuera frente detrás delante".split()
)
# None of these is a Spanish word too, or so rarely that it does not count.
_FOREIGN = frozenset(
    "the of and with from to for by at how why what when where who which that this these those my "
    "your our their his her its is are was were has have had been be not about into over under "
    "without an it we you they on der die das und mit von für über ein eine nicht ist wie warum "
    "des et avec pour dans aux une est les".split()
)
_WORD = re.compile(r"[^\W\d_]+")
# No Spanish word has these letters, or ends so.
_STRANGE = re.compile(r"[kwßäöêèàçœ]|sh|th|ph|[bcdfghjklmnpqrstvxz]{2}$|[bcfghkmpqtv]$")
_BORROWED = frozenset("podcast web blog club test álbum kilo kilos internet robot chat".split())


def is_foreign(text: str) -> bool:
    """Whether words of English, German or French show that `text` is no Spanish."""
    return any(word.lower() in _FOREIGN for word in _WORD.findall(text))


def looks_strange(text: str) -> bool:
    """Whether a small word could be none of Spanish: "sound walks"."""
    words = [word for word in _WORD.findall(text) if word.islower() and len(word) > 2]
    return any(_STRANGE.search(word) and word not in _BORROWED for word in words)
