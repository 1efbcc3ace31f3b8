"""Small words of French, elision and melting: what stands before a fact, by its first letter."""

from __future__ import annotations

import re

NUMBERS = frozenset(
    "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt "
    "trente quarante cinquante soixante cent".split()
)
PREPOSITIONS = frozenset(
    "à au aux en dans sur sous chez avec sans pour par de du des vers entre contre depuis pendant "
    "avant après devant derrière près autour lors via hors dès malgré parmi selon".split()
)
SMALL = PREPOSITIONS | frozenset(
    "et ou mais que qui quoi dont où quand comment pourquoi si ne pas plus moins très aussi le la "
    "les un une ce cet cette ces il elle ils elles on nous vous je tu me te se lui leur y est sont "
    "était ont a".split()
)
# None of these is a French word too.
_FOREIGN = frozenset(
    "the of and with from to for by at how why what when where who which that this these those my "
    "your our their his her its is was were has have had been not about into over under without "
    "der das und mit von zum zur für über wie warum dass eine einen nicht ist wir ich los las el "
    "con por para del una y las que's".split()
) - frozenset({"y", "con", "por"})
_ENGLISH_LOOK = re.compile(r"\b\w*(?:w|sh|oo|ee|ck|ght|th\b|ings?\b)\w*", re.IGNORECASE)
_ENGLISH_END = re.compile(
    r"[a-z]*(?:(?<!g)ea(?!u)[a-z]+|[^aeiou\W]ibs?|[^c]ks?|dge|tch|[^aeiou][lrt]y)"
)
_LOANS = frozenset(
    "leader leaders jean jeans team teams break steak steaks beagle kayak kayaks anorak anoraks "
    "tank tanks folk punk park parks bridge sketch patch scotch catch toubib toubibs jury poly "
    "party penalty royalty curry sherry trek treks souk souks yack batik moleskine hobby "
    "wagon wagons week-end week-ends kiwi web watt watts camping parking bouledogue zoo zoom "
    "sandwich sandwichs show match".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ASPIRATED = re.compile(
    r"(?:hach|haie|hall|halt|hamac|hameau|hamster|hand|hangar|hann|haras|hareng|haricot|harpe|"
    r"harp|hasard|hât|hauss|haut|havre|hérisson|hériss|héron|héros|hêtre|heurt|hibou|hiérarch|"
    r"hobby|hockey|homard|hongr|honte|hors|hotte|houblon|houe|houill|houle|housse|houx|hublot|"
    r"huche|huit|hurl|hutte|onz|oui|ya|yo|ye|yeu)",
    re.IGNORECASE,
)


def is_foreign(text: str) -> bool:
    """Whether words of English, German or Spanish show that `text` is no French."""
    return any(word.lower() in _FOREIGN for word in _WORD.findall(text))


def looks_foreign(text: str) -> bool:
    """Whether a few words without a French one between them look like English ones."""
    written = _WORD.findall(text)
    words = [word.lower() for word in written]
    if any(word in SMALL or re.search("[éèêàçùôîû]", word) for word in words):
        return False
    # A town may be called Marly: an ending tells only of a word written small.
    parts = [part for word in written for part in word.split("-")]
    return any(_ENGLISH_LOOK.search(word) and word not in _LOANS for word in words) or any(
        _ENGLISH_END.fullmatch(part) and part not in _LOANS for part in parts
    )


def elides(text: str) -> bool:
    """Whether "le", "de", "que" before `text` lose their vowel: "l'eau", "d'Ennis", "l'hiver"."""
    if _ASPIRATED.match(text):
        return False
    if text[:1] in "hH":
        # Nobody says which foreign names have an aspirated h; "de Husum" is never wrong.
        return text[:1] == "h"
    return text[:1].lower() in "aàâeéèêëiîïoôuùœæy"


def of(text: str) -> str:
    """ "le pont" as "du pont", "les cloches" as "des cloches", "eau" as "d'eau"."""
    first, _, rest = text.partition(" ")
    melted = {"le": "du", "les": "des"}.get(first.lower())
    if melted and rest:
        return f"{melted} {rest}"
    # "des fours", "du miel" and "de la laine" leave their article behind "de".
    bare = re.sub(r"^(?:des |du |de la |de l')", "", text)
    return f"d'{bare}" if elides(bare) else f"de {bare}"


def at(text: str) -> str:
    """ "le pont" as "au pont", "les Halles" as "aux Halles", "Lyon" as "à Lyon"."""
    first, _, rest = text.partition(" ")
    melted = {"le": "au", "les": "aux"}.get(first.lower())
    return f"{melted} {rest}" if melted and rest else f"à {text}"


def small(text: str) -> str:
    """With a small article or possessive at the beginning; a name stays as it is."""
    pattern = r"(?:Le|La|Les|L'|Un|Une|Des|Du|De|Notre|Nos|Mon|Ma|Mes|Son|Sa|Ses|Ton|Ta|Tes)\b"
    return text[:1].lower() + text[1:] if re.match(pattern, text) else text


def tidy(text: str) -> str:
    """One kind of apostrophe and of space, no full stop."""
    return re.sub(r"\s+", " ", text.replace("’", "'")).strip(" .;,:-\u2013\u2014")
