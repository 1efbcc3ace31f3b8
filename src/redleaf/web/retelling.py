"""Sentences of the engine, retold in the language of who asks.

The engine speaks English and fills its sentences itself. Where the text is known in which it filled
a name or a quotation, the same can be put into that text's translation.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from functools import cache

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext, gettext_noop, pgettext

# The engine's own words that may stand where a name could.
_WORDS = (
    gettext_noop("the reader"),
    gettext_noop("a friend"),
    gettext_noop("a person"),
    gettext_noop("an e-mail"),
    gettext_noop("a formal note"),
    gettext_noop("takes"),
    gettext_noop("allows"),
)
_SUCH_AS = gettext_noop(", such as “{place}”")
_SLOT = re.compile(r"\{(\w+)\}")
_WITHIN = r"(?:(?!\. ).)+?"
_TWO_QUOTED = re.compile(r"“.*” and “[^”]*”", re.DOTALL)
_QUOTED = re.compile(r"“([^”]*)”")
_DAY = re.compile(r"\d{1,2} [A-Z][a-z]+(?P<year> \d{4})?")


def retold(text: str, templates: Iterable[str]) -> str:
    """`text`, which one or several of `templates` make; what none of them makes stays as it is.

    A `{slot}` of a template stands for what was filled in.
    """
    if not text or (get_language() or "en").startswith("en"):
        return text
    templates = tuple(templates)
    for template in templates:
        found = _pattern(template).fullmatch(text)
        if found:
            words = found.groupdict()
            further = words.pop("further").strip()
            return " ".join(filter(None, (_filled(template, words), retold(further, templates))))
    return text


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """Slots are groups; one that comes twice says the same, at the head with a capital letter.

    At the head nothing bounds a slot but the end of the sentence before.
    """
    seen: set[str] = set()
    parts = []
    for at, part in enumerate(_SLOT.split(template)):
        if at % 2 == 0:
            parts.append(re.escape(part))
        else:
            parts.append(
                f"(?i:(?P={part}))"
                if part in seen
                else f"(?P<{part}>{_WITHIN if parts == [''] else '.+?'})"
            )
            seen.add(part)
    return re.compile("".join(parts) + r"(?P<further>(?: .*)?)", re.DOTALL)


def _filled(template: str, words: dict[str, str]) -> str:
    said = gettext(template)
    for name, word in words.items():
        said = said.replace(f"{{{name}}}", _word(name, word))
    return f"{said[:1].upper()}{said[1:]}"


def _word(name: str, word: str) -> str:
    if name in _OF_THE_ENGINE:
        return _OF_THE_ENGINE[name](word)
    such_as = _pattern(_SUCH_AS).fullmatch(word)
    if such_as:
        return gettext(_SUCH_AS).replace("{place}", such_as["place"])
    day = _DAY.fullmatch(word)
    if day:
        return _day(word, has_year=bool(day["year"]))
    if _TWO_QUOTED.fullmatch(word):
        first, last = word.rsplit(" and ", 1)
        word = gettext("%(first)s and %(last)s") % {"first": first, "last": last}
    if word.startswith("“"):
        return _QUOTED.sub(lambda found: gettext("“%(words)s”") % {"words": found[1]}, word)
    lowered = f"{word[:1].lower()}{word[1:]}"
    return gettext(lowered) if lowered in _WORDS else word


def _counted(word: str) -> str:
    number = "".join(filter(str.isdigit, word))
    said = {
        "once": gettext("once"),
        "# times": gettext("%(n)s times"),
        "answered once": gettext("answered once"),
        "answered # times": gettext("answered %(n)s times"),
        "never answered": gettext("never answered"),
        "one letter": gettext("one letter"),
        "# letters": gettext("%(n)s letters"),
        "one other": gettext("one other"),
        "# others": gettext("%(n)s others"),
    }.get(word.replace(number, "#", 1) if number else word, word)
    return said % {"n": number} if number else said


def _of_a_reason(word: str) -> str:
    return {
        "address": pgettext("in a reason", "address"),
        "profile": pgettext("in a reason", "profile"),
        "answer": pgettext("in a reason", "answer"),
        "accept": pgettext("in a reason", "accept"),
        "ask": pgettext("in a reason", "ask"),
        "wait": pgettext("in a reason", "wait"),
        "decline": pgettext("in a reason", "decline"),
        "this one is asked how you know each other": gettext(
            "this one is asked how you know each other"
        ),
        "this one too": gettext("this one too"),
        "this one does not": gettext("this one does not"),
    }.get(word) or _waited(word)


def _waited(word: str) -> str:
    """ "wait 14 days, then decline"."""
    found = _WAIT.fullmatch(word)
    if not found:
        return word
    days = found["days"]
    told = gettext("wait %(n)s days") % {"n": days} if days else gettext("wait a day")
    if not found["then"]:
        return told
    return gettext("%(wait)s, then %(act)s") % {"wait": told, "act": _of_a_reason(found["then"])}


_WAIT = re.compile(r"wait (?:a day|(?P<days>\d+) days)(?:, then (?P<then>\w+))?")
# Slots in which no name can stand, only words of the engine's own.
_OF_THE_ENGINE = {
    **dict.fromkeys(("times", "answered", "letters", "others"), _counted),
    **dict.fromkeys(("what", "decision", "treatment"), _of_a_reason),
}


def _day(word: str, *, has_year: bool) -> str:
    """ "4 December", as the engine writes days; any other word in that shape stays."""
    try:
        # 29 February is a day in this year.
        day = dt.datetime.strptime(word if has_year else f"{word} 2024", "%d %B %Y")  # noqa: DTZ007
    except ValueError:
        return word
    return date_format(day, gettext("j F Y") if has_year else gettext("j F"))
