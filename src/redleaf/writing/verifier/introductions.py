"""Who brought you together: "Dana introduced us", "thanks to Dana's introduction"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redleaf.notes.regexes import regex
from redleaf.writing.verifier.naming import TITLES
from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.stems import is_small, words_of
from redleaf.writing.verifier.verification import Claim

_WHO = r"(?P<who>[^\W\d_][\w']*(?: [^\W\d_][\w']*){0,3})"
_ACTS = (
    r"(?P<act>(?:introduc(?:ed|ing|es?)|presented) (?:us|me|you|ourselves)|put us (?:\w+ )?in "
    r"(?:touch|contact)|"
    r"(?:put|sat|seated|placed|bring|brought|bringing|threw|got) us (?:\w+ ){0,3}?"
    r"(?:together|side by side|at (?:one|the same) table|next to each other)|"
    r"(?:added|invited) us(?: both)?|connected us|connected me (?:to|with) you|linked us|"
    r"(?:right|kind|good|wise|nice|clever) to (?:introduce|connect) (?:us|me|you)|"
    r"gave me your (?:name|address|email|number|contact)|pass(?:ed)? (?:me|on) your \w+|"
    r"pointed me (?:to|towards|toward|at) you|referred me to you|recommended you|"
    r"recommended i|suggested i|suggested (?:that )?(?:i|we)|sent me (?:to you|your way)|"
    r"told me (?:about you|to (?:write|get in touch|look you up|find you|talk to you))|"
    r"(?:persuaded|urged|convinced|advised|encouraged|dared) me|talked me into|swore (?:that )?"
    r"(?:i|you|we)|(?:always|often|once) (?:said|told me) (?:that )?you|"
    r"insisted (?:that )?(?:i|we)|(?:brought|dragged|steered|marched|walked|sent) me "
    r"(?:over|across|along|to|towards)|"
    r"hat uns (?:vorgestellt|bekannt gemacht|zusammengebracht)|nous a (?:presentes|mis en contact)|"
    r"nos presento|ci ha presentati)"
)
# "Ronan, who was good enough to introduce us": what may stand between a name and the act.
_BETWEEN = (
    r"(?: ,)?(?: (?:has|have|had|is|was|kindly|so|very|just|recently|who|first|already|once|good|"
    r"kind|nice|enough|did|well|had|the|idea|sense|wit|grace|courtesy|of|to|for|rightly|thoughtfully|"
    r"sweet|as|that|it))*"
)
_ACTIVE = regex(rf" {_WHO}{_BETWEEN} {_ACTS}(?= )")
_PASSIVE = regex(
    r" (?:introduced|referred|recommended|connected|put in touch|brought together|vorgestellt|"
    r"presentes?|presentados?)"
    rf"(?: \w+){{0,3}}? (?:by|through|via|von|durch|par|por|da) {_WHO}(?= )"
)
_NOUN = regex(
    rf" (?:(?:thanks|owe|grateful|due) to|after|following|since|by|through|via|for) {_WHO}"
    r"(?P<act> (?:kind )?introduction)(?= )"
)
_SUGGESTED = regex(
    r" (?:at|on|following|after) (?:the )?(?P<act>suggestion|recommendation|advice|urging|request|"
    rf"insistence|invitation) of {_WHO}(?= )"
)
_NOUN_BY = regex(rf" (?P<act>introduction) (?:by|from|through|via) {_WHO}(?= )")
_ANONYMOUS = regex(
    r" (?P<act>(?:we|you and i) were introduced|were put in touch|introduced us|our "
    r"introduction)(?= )"
)
# "You introduced me to Tor": the brief knows who introduced you, not that one of you did it.
_OF_US = regex(
    r" (?P<who>you|i)(?: (?:have|had|once|kindly|also|were|was|so|very|good|kind|nice|enough|to))* "
    r"(?P<act>introduced?) (?P<whom>[\w']+)(?: to (?P<other>[\w']+))?(?= )"
)


def _named(reading: Reading) -> Iterator[tuple[int, int, int]]:
    """Each act with the first and the last word of the name of who did it."""
    for pattern in (_ACTIVE, _PASSIVE, _NOUN, _NOUN_BY, _SUGGESTED):
        for match in pattern.finditer(reading.flat):
            act = reading.statement.word_at(match.end() - 1)
            if reading.statement.is_unreal(act) or _is_denied(reading, match):
                continue
            named = _name_before_act(reading, match)
            if named:
                yield act, *named


# "Lone did us a favour when she introduced us".
_PRONOUN = regex(r" (?P<who>he|she|they) (?:kindly |first |had )?introduced us(?= )")


def find_introductions(reading: Reading) -> Iterator[Claim]:
    """The introducer named in the text against `introduced_by`."""
    if reading.language == "en" and not reading.has_any(_TELLING):
        return
    named_acts: set[int] = set()
    for act, first, last in _named(reading):
        named_acts.add(act)
        yield _claim(reading, first, last)
    for match in _PRONOUN.finditer(reading.flat):
        yield from _of_whom(reading, match)
    for match in _OF_US.finditer(reading.flat):
        yield from _of_us(reading, match)
    for match in _ANONYMOUS.finditer(reading.flat):
        first, last = reading.statement.matched(match, "act")
        if _is_denied(reading, match) or last in named_acts:
            continue
        if not reading.known.introducers and not reading.known.paths_of_kinds(("introduction",)):
            yield reading.unsupported(
                "encounter", first, last, "The brief names nobody who introduced you."
            )


def _is_denied(reading: Reading, match: re.Match[str]) -> bool:
    """ "Neither has introduced us" claims no introduction."""
    first, last = reading.statement.matched(match)
    start = reading.statement.clause_start(first)
    words = reading.words[start : last + 1]
    return any(word.text in ("neither", "nobody", "not", "never", "no") for word in words) or any(
        word.text.endswith("n't") for word in words
    )


# One of these stands in each of the ways to tell of an introduction.
_TELLING = frozenset(
    "introduced introducing introduces introduce introduction presented touch contact together "
    "side table next connected linked name address email number passed pointed referred "
    "recommended suggested sent told persuaded urged convinced advised encouraged dared talked "
    "swore insisted brought dragged steered marched walked suggestion recommendation advice urging "
    "request insistence invitation".split()
)


def _name_before_act(reading: Reading, match: re.Match[str]) -> tuple[int, int] | None:
    """The words of the match that name somebody, nearest to what was done."""
    first, last = reading.statement.matched(match, "who")
    if _is_kin_of_somebody(reading, first, last):
        return first, last
    while last >= first and not reading.is_named(last):
        last -= 1
    at = last
    while at > first and (reading.is_named(at - 1) or _is_kin_word(reading, at - 1)):
        if _is_apart(reading, at):
            break
        at -= 1
    if last < first or is_small(reading.words[last].text):
        return None
    if reading.words[at].opens and reading.words[at].text in ("and", "when", "since", "as", "that"):
        at += 1
    return (at, last) if at <= last else None


def _is_kin_of_somebody(reading: Reading, first: int, last: int) -> bool:
    """ "Percy's daughter introduced us": not Percy."""
    owner = reading.words[last - 1] if last else None
    if owner is None or last == first or reading.words[last].text not in words_of("relations.txt"):
        return False
    written = reading.statement.text[owner.start : owner.end]
    return owner.is_capital and written.endswith(("'s", "\u2019s"))


def _is_apart(reading: Reading, at: int) -> bool:
    """ "At the Brogans', Ronan": a sign between two names parts them."""
    return bool(reading.words[at].gap.strip())


def _is_kin_word(reading: Reading, at: int) -> bool:
    """ "aunt Remei", "uncle Narcís": the word before the name is part of who it is."""
    return reading.words[at].text in _KIN_WORDS


_KIN_WORDS = frozenset(
    "aunt uncle cousin grandma grandpa granny sister brother mother father dr mr mrs "
    "ms prof professor tante onkel old dear our".split()
)


def _claim(reading: Reading, first: int, last: int) -> Claim:
    names = {reading.words[at].text for at in range(first, last + 1)} - TITLES
    for path, introducer in reading.known.introducers.items():
        if names <= introducer | _KIN_WORDS and names & introducer:
            return reading.supported("name", first, last, (path,))
    recorded = [met.introduced_by for met in reading.brief.encounters if met.introduced_by]
    written = reading.text_of(first, last)
    if recorded:
        why = f"You write that {written} introduced you; the brief says {recorded[0]}."
    else:
        why = f"You write that {written} introduced you; the brief names nobody."
    return reading.unsupported("name", first, last, why)


def _of_whom(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """The person named before in the same sentence."""
    at = reading.statement.matched(match, "who")[0]
    for each in reversed(range(reading.statement.sentence_words(at).start, at)):
        is_somebody = any(reading.words[each].text in names for names in reading.known.people)
        if is_somebody and reading.words[each].text not in reading.known.recipient:
            yield _claim(reading, each, each)
            return


def _of_us(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    first, last = reading.statement.matched(match)
    if reading.statement.is_unreal(last) or _is_denied(reading, match):
        return
    if match["whom"] in ("myself", "yourself", "himself", "herself", "ourselves", "us"):
        return
    if match["whom"] == "me" and not match["other"]:
        return
    if any(" introd" in f" {promise.lower()}" for promise in reading.brief.promises):
        return
    who = "you" if match["who"] == "you" else "the sender"
    yield reading.unsupported(
        "name", first, last, f"The brief does not say that {who} introduced anybody."
    )
