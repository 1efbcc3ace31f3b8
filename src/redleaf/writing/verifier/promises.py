"""Promises: what either side said they would do. The brief's promises are the sender's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redleaf.notes.regexes import regex
from redleaf.writing.verifier.known import Paths
from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.stems import is_everyday, is_small
from redleaf.writing.verifier.verification import Claim

_MINE = regex(
    r" (?P<act>(?:as )?(?:i )?(?:have |had |also |just |once )?promised(?: you| to)?|"
    r"my promise(?: to)?|i owe you|i still owe you|i owed you|"
    r"i said (?:that )?i (?:would|will)|i offered(?: you| to)?|i told you (?:that )?i "
    r"(?:would|will))(?= )"
)
_YOURS = regex(
    r" (?P<act>(?:you|(?P<they>he|she|they))(?: (?:have|has|had|also|kindly|once|very|"
    r"even|both|so|generously|already))* "
    r"(?:promised|offered|agreed|volunteered|undertook|invited|asked|accepted|owe "
    r"me)(?: (?:me|us))?"
    r"|you (?:said|told me|mentioned)(?: (?:on|over|at|in) [\w']+(?: [\w']+)?)? (?:that )?you "
    r"(?:would|will|were going to|could|can)|your (?:promise|offer)(?: to| of)?)(?= )"
)
_UNDER_WAY = regex(
    r" (?P<what>(?:the|your|my|a|that)(?: (?!(?:the|your|my|a|that|i|you|we|and|but) "
    r")[\w']+){1,8}?) (?:is|are) (?P<act>coming|on (?:its|their|the) way|attached|in "
    r"the post|in the mail|ready|done)(?= )"
)
_KEPT = regex(
    r" i (?:have |had )?(?:just |already |now |also )?(?:sent|mailed|e-mailed|emailed|posted|"
    r"forwarded|attached|enclosed|shared|introduced)(?: you)?(?= )"
)


# One of these stands in each way to tell of a promise; asked before the search.
_PROMISING = frozenset(
    "promised offered agreed volunteered undertook invited asked accepted owe said told mentioned "
    "promise offer".split()
)
_COMING = frozenset("coming way attached post mail ready done".split())
_SENDING = frozenset(
    "sent mailed e emailed posted forwarded attached enclosed shared introduced".split()
)


def find_promises(reading: Reading) -> Iterator[Claim]:
    """ "I promised …", "you offered …", "… is on its way"."""
    if (
        "promis" in reading.flat
        or " owe" in reading.flat
        or "offer" in reading.flat
        or " said i " in reading.flat
        or " told you " in reading.flat
    ):
        for match in _MINE.finditer(reading.flat):
            yield from _mine(reading, match)
    if reading.has_any(_PROMISING):
        for match in _YOURS.finditer(reading.flat):
            yield from _yours(reading, match)
    if reading.has_any(_COMING):
        for match in _UNDER_WAY.finditer(reading.flat):
            yield from _under_way(reading, match)
    if reading.brief.promises and reading.has_any(_SENDING):
        for match in _KEPT.finditer(reading.flat):
            yield from _kept(reading, match)


def _mine(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    first, last = reading.statement.matched(match, "act")
    if first in reading.quoted or not _is_of_sender(reading, first, last):
        return
    end = _object_end(reading, last)
    if "owe" in match["act"].split() and _is_a_round(reading, last + 1):
        return
    recorded = _own_paths(reading)
    if "owe" in match["act"].split():  # "I owe you a crate": it may be what was offered.
        recorded += tuple(
            f"sender.offers.{each}" for each in range(len(reading.brief.sender.offers))
        )
    content = _content(reading, last + 1, end) or _announced(reading, first)
    if not content:  # "the list I promised", "as promised": the thing stands before it.
        strange = _promised_before(reading, first)
        if recorded and strange:
            yield reading.unsupported("promise", strange[0], strange[-1], _recorded(reading))
        elif recorded:
            yield reading.supported("promise", first, last, recorded)
        else:
            yield reading.unsupported("promise", first, last, "The brief records no promise.")
        return
    borne = [at for at in content if set(reading.borne(at)) & set(recorded)]
    strange = [at for at in content if _is_a_strange_thing(reading, at)] if borne else []
    if strange:
        yield reading.unsupported("promise", strange[0], strange[0], _recorded(reading))
        return
    if len(borne) * 2 >= len(content):
        facts = tuple(path for at in borne for path in reading.borne(at) if path in recorded)
        yield reading.supported("promise", first, last, facts)
        return
    start = content[0] if recorded else first
    yield reading.unsupported("promise", start, content[-1], _recorded(reading))


def _promised_before(reading: Reading, at: int) -> list[int]:
    """ "The shoes I promised you": the thing, where no fact holds it."""
    thing: list[int] = []
    start = reading.statement.clause_start(at)
    while at - 1 >= start and not is_small(reading.words[at - 1].text) and len(thing) < 3:
        at -= 1
        thing.insert(0, at)
    before = reading.words[at - 1].text if at else ""
    if not thing or before not in ("the", "those", "that") or reading.words[thing[-1]].is_capital:
        return []
    is_known = any(reading.borne(each) for each in thing) or is_everyday(
        reading.words[thing[-1]].text
    )
    return [] if is_known else thing


def _is_a_round(reading: Reading, at: int) -> bool:
    """ "I owe you a pint": thanks, and no promise."""
    return any(word.text in _ROUNDS for word in reading.words[at : at + 3])


_ROUNDS = frozenset(
    "pint drink drinks beer coffee tea lunch dinner breakfast favour favor apology one thanks "
    "letter answer reply round cake hug line note".split()
)


def _announced(reading: Reading, at: int) -> list[int]:
    """What "as promised, I will …" announces: it stands in a clause of its own."""
    if reading.words[at].text != "as":
        return []
    sentence = reading.statement.sentence_words(at)
    for each in sentence:
        word = reading.words[each].text
        after = reading.words[each + 1].text if each + 1 in sentence else ""
        if word == "i'll" or (word == "i" and after in ("will", "shall")):
            return _content(reading, each + 1, _object_end(reading, each))
    return []


def _is_a_strange_thing(reading: Reading, at: int) -> bool:
    """A thing of which no fact speaks: "my dentist" where a landlord was promised."""
    before = reading.words[at - 1].text if at else ""
    return before in ("my", "the", "a", "an") and not reading.borne(at)


def _recorded(reading: Reading) -> str:
    if not reading.brief.promises:
        return "The brief records no promise."
    return f"The brief has the promise \u201c{reading.brief.promises[0]}\u201d."


def _yours(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    first, last = reading.statement.matched(match, "act")
    if first in reading.quoted or (reading.statement.is_question(first) and not match["they"]):
        return
    if _follows_wish(reading, first) or _is_nothing(reading, last + 1):
        return
    if "asked" in match["act"] and {"question", "questions"} & {
        word.text for word in reading.words[last + 1 : last + 4]
    }:
        return  # "You asked better questions than most": nothing was asked for.
    end = _statement_end(reading, last)
    content = _content(reading, last + 1, end)
    sources = (
        (".said", ".topics") if "said" in match["act"] or "told" in match["act"] else (".said",)
    )
    told = [
        at
        for at in content
        if any(source in path for path in reading.borne(at) for source in sources)
    ]
    is_told = bool(content) and len(told) * 3 >= len(content) * 2
    if (is_told and not _is_handed(reading, last + 1)) or (
        reading.words[last].text == "asked" and told
    ):
        facts = tuple(path for at in told for path in reading.borne(at))
        yield reading.supported("promise", first, last, facts)
        return
    start = last + 1 if content and last + 1 < end else first
    why = "The brief records no promise of theirs."
    yield reading.unsupported("promise", start, max(end - 1, start), why)


def _kept(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """A promise told as kept, of which the brief only says that it was made."""
    first, last = reading.statement.matched(match)
    if first in reading.quoted or reading.statement.is_unreal(first):
        return
    before = reading.words[reading.statement.clause_start(first) : first]
    if any(word.text in ("once", "when", "after", "until", "soon", "before") for word in before):
        return
    promises = {f"promises.{number}" for number in range(len(reading.brief.promises))}
    content = _content(reading, last + 1, _object_end(reading, last))
    borne = [at for at in content if promises & set(reading.borne(at))]
    if borne and len(borne) * 2 >= len(content):
        why = f"{_recorded(reading)} It does not say that you kept it."
        yield reading.unsupported("promise", first, borne[-1], why)


def _under_way(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    first, last = reading.statement.matched(match, "what")
    content = _content(reading, first, last + 1)
    if not content or first in reading.quoted or not reading.ties.is_tied(first):
        return
    facts = tuple(path for at in content for path in reading.borne(at))
    if facts:
        yield reading.supported("promise", first, last, facts)
    else:
        written = reading.text_of(first, last)
        yield reading.unsupported("promise", first, last, f"The brief says nothing of {written}.")


def _own_paths(reading: Reading) -> Paths:
    promises = tuple(f"promises.{number}" for number in range(len(reading.brief.promises)))
    offers = tuple(f"sender.offers.{number}" for number in range(len(reading.brief.sender.offers)))
    return promises or offers


def _is_of_sender(reading: Reading, first: int, last: int) -> bool:
    """ "promised" alone belongs to whoever stands before it."""
    inside = {word.text for word in reading.words[first : last + 1]}
    before = reading.words[first - 1].text if first else ""
    return bool({"i", "my", "as"} & inside) or before in ("i", "have", "the", "long", "")


def _content(reading: Reading, start: int, end: int) -> list[int]:
    return [
        at
        for at in reading.statement.content(start, end)
        if at not in reading.dated and at not in reading.envelope and at not in reading.counted
    ]


def _object_end(reading: Reading, at: int) -> int:
    """The end of what was promised: before "after our supper", "in Utrecht"."""
    end = reading.statement.clause_end(at)
    for each in range(at + 1, end):
        if reading.words[each].text in (
            "after",
            "at",
            "in",
            "on",
            "when",
            "before",
            "by",
            "and",
            "but",
        ):
            return each
    return end


def _statement_end(reading: Reading, at: int) -> int:
    end = reading.statement.clause_end(at)
    for each in range(at + 1, end):
        if reading.words[each].text in ("and", "but", "when") and each > at + 3:
            return each
    return end


def _is_handed(reading: Reading, at: int) -> bool:
    """ "That you'd send the gauge": to have spoken of a thing is not to have promised it."""
    while at < len(reading.words) and reading.words[at].text in ("to", "would", "will", "me"):
        at += 1
    if at >= len(reading.words) or reading.words[at].text not in _HANDING:
        return False
    return not any(path.endswith((".said", ".topics")) for path in reading.borne(at))


_HANDING = frozenset("send bring lend show give write call phone introduce put forward".split())


def _is_nothing(reading: Reading, at: int) -> bool:
    """ "You asked nothing"."""
    return at < len(reading.words) and reading.words[at].text in ("nothing", "nobody", "no")


def _follows_wish(reading: Reading, first: int) -> bool:
    before = {
        word.text
        for word in reading.words[max(reading.statement.clause_start(first), first - 4) : first]
    }
    return bool({"if", "hope", "wish", "would", "whether", "should", "could"} & before)
