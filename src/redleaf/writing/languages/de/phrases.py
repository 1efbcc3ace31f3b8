"""Noun phrases: "den alten Kran am Hafen" taken apart, and put into the case a sentence needs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from redleaf.notes.regexes import regex
from redleaf.writing.languages.de.nouns import Noun, noun_of
from redleaf.writing.languages.de.words import NUMBERS, SMALL

NOM, ACC, DAT = "nom", "acc", "dat"
# By case, for m, f, n and many.
_DER = {NOM: ("der", "die", "das", "die"), ACC: ("den", "die", "das", "die"),
        DAT: ("dem", "der", "dem", "den")}  # fmt: skip
_EIN = {NOM: ("", "e", "", "e"), ACC: ("en", "e", "", "e"), DAT: ("em", "er", "em", "en")}
_DIES = {NOM: ("er", "e", "es", "e"), ACC: ("en", "e", "es", "e"), DAT: ("em", "er", "em", "en")}
_ENDINGS = {
    "der": {NOM: ("e", "e", "e", "en"), ACC: ("en", "e", "e", "en"), DAT: ("en",) * 4},
    "ein": {NOM: ("er", "e", "es", "en"), ACC: ("en", "e", "es", "en"), DAT: ("en",) * 4},
    "": _DIES,
}
_EIN_STEMS = ("ein", "kein", "mein", "dein", "sein", "ihr", "unser", "euer")
_DIES_STEMS = ("dies", "jed", "jen", "welch", "manch", "all", "beid")
_ADJECTIVE = regex(r"^\w[\w-]+?(?:e|er|es|en|em)$")
_CAPITAL_ADJECTIVE = regex(
    r"^(?:(?:Offen|Lang|Groß|Klein|Neu|Alt|Jung|Erst|Zweit|Dritt|Viert|Fünft|Letzt|Digital|Grün|"
    r"Rot|Weiß|Schwarz|Blau|Still|Laut|Frei|Bunt|Gut|National|International|Regional|Deutsch|"
    r"Europäisch|\w{3,}(?:isch|lich|ig)))(?:e|er|es|en)$"
)
_NO_PREFIX = regex(r"[A-ZÄÖÜ\d„“”»«&+.-]")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its article, what stands before its head, and what behind.

    `kind` tells the article: "der", "ein", "dies", "number", "owner" ("Selmas") or "" (none);
    `jotted` is the article as it was written.
    """

    kind: str
    article: str
    before: tuple[str, ...]
    head: str
    tail: str
    noun: Noun | None
    jotted: str = ""
    joined: Phrase | None = None

    @property
    def many(self) -> bool | None:
        """Whether it takes a plural verb; None when that cannot be told."""
        if self.is_joined:
            return True
        return self.noun.many if self.noun else None

    @property
    def is_joined(self) -> bool:
        """Whether two things are named: "Lehm und Kalk"."""
        return bool(self.joined or re.match(r"(?:und|sowie) ", self.tail))

    @property
    def gender(self) -> str:
        return self.noun.gender if self.noun else ""

    @property
    def is_many_or_her(self) -> bool:
        """Whether its article is one that does not change where things are done to it."""
        return self.jotted.lower() in ("die", "eine", "meine", "deine", "unsere", "diese", "alle")

    @property
    def is_bare(self) -> bool:
        return not self.kind

    def said(self, case: str = NOM) -> str:
        """The phrase in a case, or "" when its form cannot be told."""
        if self.joined:
            first, second = replace(self, joined=None).said(case), self.joined.said(case)
            return f"{first} und {second}" if first and second else ""
        if not self.noun or self.noun.many is None:
            return self._undecided(case)
        at = 3 if self.noun.many else "mfn".index(self.noun.gender)
        words = [
            self._article(case, at),
            *(self._adjective(word, case, at) for word in self.before),
        ]
        return _joined_up((*words, self._head(case), self.tail))

    def with_the(self) -> Phrase:
        """The same with "der", "die", "das" where it had no article and its gender is known."""
        if not self.is_bare or not self.noun or self.noun.many is None or self.is_joined:
            return self
        return replace(self, kind="der", article="der")

    def with_a(self) -> Phrase:
        """The same with "ein" or "eine", where it is one thing that can be counted."""
        if not self.is_bare or not self.noun or self.noun.many is not False or self.is_joined:
            return self
        return self if self.noun.is_mass else replace(self, kind="ein", article="ein")

    def _undecided(self, case: str) -> str:
        """Of a noun that is not known only what is the same in every gender is said."""
        stays = (
            case == NOM
            or (case == ACC and not self.before and (self.is_bare or self.is_many_or_her))
            or (case == ACC and self.kind == "number")
            or (case == DAT and self.is_bare and not self.before and self.head[-1:] in "ns")
        )
        as_jotted = (self.jotted, *self.before, self.head, self.tail)
        return _joined_up(as_jotted) if stays else ""

    def _article(self, case: str, at: int) -> str:
        if self.kind == "der":
            return _DER[case][at]
        if self.kind == "ein":
            return self.article + _EIN[case][at]
        return self.article + _DIES[case][at] if self.kind == "dies" else self.article

    def _adjective(self, word: str, case: str, at: int) -> str:
        if not _declines(word):
            return word
        kind = {"dies": "der", "number": "", "owner": ""}.get(self.kind, self.kind)
        stem = re.sub(r"(?:er|es|en|em|e)$", "", word)
        return stem + _ENDINGS[kind][case][at]

    def _head(self, case: str) -> str:
        assert self.noun is not None  # noqa: S101 - asked before
        if self.noun.is_weak and not self.noun.many and case != NOM:
            return self.head + ("n" if self.head.endswith(("e", "er", "ar")) else "en")
        if case == DAT and self.noun.many and self.head[-1] not in "nsai":
            return f"{self.head}n"
        return self.head


def parse(text: str) -> Phrase | None:
    """A noun phrase as jotted, in whatever case it stands; None when it is none."""
    words = text.split()
    if not words:
        return None
    kind, article = _article_of(words[0]) if len(words) > 1 else ("", "")
    if not kind and _is_owner(words):
        kind, article = "owner", words[0]
    at = _head_at(words, 1 if kind else 0)
    if at < 0:
        return None
    head, tail = _cut(words, at)
    before = tuple(words[1 if kind else 0 : at])
    noun = _noun_of(head, words[0] if kind else "", kind, before)
    jotted = words[0].lower() if kind in ("der", "ein", "dies") else article
    phrase = Phrase(kind, article, before, head, tail, noun, jotted)
    return _with_second(phrase)


def with_capitals(text: str) -> str:
    """Nouns written large in what was jotted all small: "bienen im winter"."""
    if not text.islower():
        return text
    return " ".join(
        word[:1].upper() + word[1:] if _is_jotted_noun(word) else word for word in text.split()
    )


def _is_jotted_noun(word: str) -> bool:
    bare = word.rstrip(",;:")
    return len(bare) > 3 and bare not in SMALL and noun_of(bare) is not None


def _with_second(phrase: Phrase) -> Phrase | None:
    """ "der Kran und die Winde": the second one has a case of its own."""
    found = re.match(r"und (\S+ .+)$", phrase.tail)
    second = parse(found[1]) if found else None
    if second and (second.kind or any(map(_declines, second.before))):
        return replace(phrase, tail="", joined=second)
    return phrase


def _article_of(word: str) -> tuple[str, str]:
    """Kind and stem of an article: ("ein", "unser") of "unsere"; ("", "") of another word."""
    lower = word.lower()
    if lower in ("der", "die", "das", "den", "dem"):
        return "der", "der"
    if lower in NUMBERS or re.fullmatch(r"\d{1,4}", lower):
        return "number", word if lower not in NUMBERS else lower
    for stem in _EIN_STEMS:
        if re.fullmatch(rf"{stem}(?:e|en|em|er|es)?", lower):
            return "ein", "Ihr" if word.startswith("Ihr") else stem
    unser = re.fullmatch(r"(unsr|eur)(?:e|en|em|er)", lower)
    if unser:
        return "ein", {"unsr": "unser", "eur": "eur"}[unser[1]]
    for stem in _DIES_STEMS:
        if re.fullmatch(rf"{stem}(?:e|en|em|er|es)", lower):
            return "dies", stem
    return "", ""


def _head_at(words: list[str], start: int) -> int:
    """Where the noun stands that the phrase is about: the first of known gender, else the first.

    -1 when a small word comes before any noun, as in "in der Küche".
    """
    first = -1
    for at in range(start, len(words)):
        word = words[at].rstrip(",;:")
        if word.lower() in SMALL or (not _NO_PREFIX.match(word) and not _ADJECTIVE.match(word)):
            break
        if word[:1].isupper() and not _is_adjective(words, at):
            first = at if first < 0 else first
            if noun_of(word):
                return at
        if word != words[at]:
            break
    return first


def _is_adjective(words: list[str], at: int) -> bool:
    """ "Lange" before "Nacht", "Frankfurter" before "Buchmesse"."""
    follows = words[at + 1][:1] if at + 1 < len(words) else ""
    if not follows.isupper():
        return False
    if _CAPITAL_ADJECTIVE.match(words[at]):
        return True
    return words[at].endswith("er") and noun_of(words[at]) is None


def _is_owner(words: list[str]) -> bool:
    """ "Selmas" before "Küche" stands where an article would."""
    if len(words) < 2 or not words[1][:1].isalpha():
        return False
    owner, noun = words[0], words[1].rstrip(",;:")
    is_name = bool(re.fullmatch(r"[A-ZÄÖÜ][a-zäöüß-]{2,}(?:s|['’])", owner))
    return is_name and noun_of(owner) is None and noun_of(noun) is not None


def _declines(word: str) -> bool:
    if word[:1].isupper():
        return bool(_CAPITAL_ADJECTIVE.match(word))
    return bool(_ADJECTIVE.match(word)) and word.lower() not in SMALL


def _cut(words: list[str], at: int) -> tuple[str, str]:
    head = words[at].rstrip(",;:")
    rest = " ".join(words[at + 1 :])
    comma = words[at][len(head) :]
    return (head, rest) if not comma else (f"{head}", f"{comma} {rest}".strip())


def _noun_of(head: str, article: str, kind: str, before: tuple[str, ...]) -> Noun | None:
    """What the noun is, by itself or by what stands before it."""
    noun = _agreeing(noun_of(head), article.lower(), kind)
    if kind == "number" and article.lower() not in ("ein", "eine", "1"):
        return Noun(noun.gender if noun else "m", many=True)
    if noun and noun.many is not None:
        return noun
    told = _told_by_article(article.lower(), kind, noun) or _told_by_adjective(before, kind)
    if told or not noun:
        return told
    return noun


def _agreeing(noun: Noun | None, article: str, kind: str) -> Noun | None:
    """The article knows better than a list: "der Gezeitenmesser" is no knife."""
    if kind != "der" or not noun or noun.many:
        return noun
    if article == "das" and noun.gender != "n":
        return Noun("n", many=False)
    if (article == "der" and noun.gender == "n") or (article == "den" and noun.gender in "fn"):
        return Noun("m", many=None if article == "den" and noun.many is None else False)
    return noun


def _told_by_article(article: str, kind: str, noun: Noun | None) -> Noun | None:
    """Gender and number from "der" before "Fenster" or before a noun nobody knows."""
    if kind == "der" and article in ("der", "das", "dem", "den"):
        gender = noun.gender if noun else {"der": "m", "das": "n", "den": "m"}.get(article, "")
        return Noun(gender, many=False) if gender else None
    if kind == "der" and noun and noun.gender != "f":
        return Noun(noun.gender, many=True)
    if kind in ("ein", "dies") and noun:
        is_many = article.endswith("e") and noun.gender != "f" and not article.startswith("eine")
        return Noun(noun.gender, many=is_many)
    if kind in ("ein", "dies") and article.endswith("en"):
        return Noun("m", many=False)
    return Noun("f", many=False) if kind == "ein" and article == "eine" else None


def _told_by_adjective(before: tuple[str, ...], kind: str) -> Noun | None:
    """ "rauer Putz" is masculine, "raues Glas" neuter, whatever the noun."""
    if kind == "der" or not before or not _declines(before[-1]):
        return None
    if before[-1].endswith("er"):
        return Noun("m", many=False)
    return Noun("n", many=False) if before[-1].endswith("es") else None


def _joined_up(words: tuple[str, ...]) -> str:
    return re.sub(r" (?=[,;:])", "", " ".join(word for word in words if word))
