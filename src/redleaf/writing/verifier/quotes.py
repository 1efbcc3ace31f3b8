"""Words put into a mouth, and titles in quotation marks, against what the brief records."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from redleaf.notes.regexes import regex
from redleaf.writing.verifier.known import Paths
from redleaf.writing.verifier.opposites import turns_round
from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.statement import Quotation
from redleaf.writing.verifier.stems import is_small
from redleaf.writing.verifier.verification import Claim

_SAID = regex(
    r" (?:you|(?P<name>[^\W\d_][\w']*))(?: (?:have|had|once|also|even|rightly|just|"
    r"then|really|kindly|has|still))*"
    r" (?P<verb>said|told (?:me|us)|mentioned|remarked|pointed out|argued|claimed|explained|joked|"
    r"called|observed|noted|insisted|admitted|warned|put it|wrote|taught me|reminded "
    r"me|convinced me|"
    r"described|quoted)(?P<rest> (?:that )?)"
)
_I_SAID = regex(r" i (?:have |had )?(?:said|told you|mentioned|remarked|explained)(?: that)?(?= )")
_OF_SPEECH = regex(
    r"\b(?:you|she|he) (?:\w+ ){0,2}(?:said|say|write|wrote|put|told|called|quip\w*|remark\w*)\b|"
    r"\byour (?:\w+ ){0,2}(?:line|words?|remark|sentence|phrase|rule|contribution|"
    r"quip|joke|point|question|motto)\b|"
    r"\bsaid\b"
)
_OF_WORKS = regex(
    r"\b(?:read|article|piece|essay|book|paper|post|talk|lecture|title|episode|film|"
    r"video|wrote|spoke)\b"
)


def find_quotes(reading: Reading) -> Iterator[Claim]:
    """Quoted stretches first, then "you said that …" without quotation marks."""
    for quotation in reading.statement.quotations:
        yield from _quoted(reading, quotation)
    if not reading.has_any(_VERBS):
        return
    for match in _I_SAID.finditer(reading.flat):
        yield from _taken(reading, match)
    for match in _SAID.finditer(reading.flat):
        yield from _reported(reading, match)


_VERBS = frozenset(
    "said told mentioned remarked pointed argued claimed explained joked called observed noted "
    "insisted admitted warned put wrote taught reminded convinced described quoted".split()
)


def _quoted(reading: Reading, quotation: Quotation) -> Iterator[Claim]:
    first, last = quotation.first, quotation.last
    facts = _same_words(reading, first, last)
    if facts:
        yield reading.supported(_kind(reading, quotation, facts), first, last, facts)
        return
    content = reading.statement.content(first, last + 1)
    if not content and last - first < 4:
        return  # "quick" in quotation marks is a wink.
    if last - first < 2 and not reading.words[first].is_capital:
        return
    kind = _kind(reading, quotation, ())
    written = reading.text_of(first, last)
    if kind == "quote":
        said = next((met.said for met in reading.brief.encounters if met.said), "")
        why = f"The brief says \u201c{said}\u201d." if said else "The brief records no such words."
    else:
        why = f"The brief does not have \u201c{written}\u201d."
    yield reading.unsupported(kind, first, last, why)


def _same_words(reading: Reading, first: int, last: int) -> Paths:
    """The facts that hold nearly all of these words, the same way round."""
    words = reading.words[first : last + 1]
    content = set(reading.statement.content(first, last + 1))
    found = []
    for path, statement in reading.known.statements.items():
        roots = {word.root for word in statement.words}
        held = sum(word.root in roots for word in words)
        if held < 0.7 * len(words) or any(reading.words[at].root not in roots for at in content):
            continue
        if not content and held < len(words):
            continue
        if not turns_round(words, statement.words):
            found.append(path)
    return tuple(found)


def _kind(reading: Reading, quotation: Quotation, facts: Paths) -> str:
    if facts:
        return "quote" if facts[0].endswith(".said") else "work"
    sentence = reading.statement.sentence_words(quotation.first)
    before = " ".join(reading.words[at].text for at in range(sentence.start, quotation.first))
    after = " ".join(w.text for w in reading.words[quotation.last + 1 : quotation.last + 9])
    if _OF_SPEECH.search(before[-80:]) or re.match(r"(?:was|is|you|were|as you) ", after):
        return "quote"
    if _OF_WORKS.search(before):
        return "work"
    return "quote" if len(reading.brief.noticed) == 0 else "work"


def _taken(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """ "When I said that …", of words that were theirs."""
    first, last = reading.statement.matched(match)
    end = reading.statement.clause_end(last)
    if reading.statement.is_unreal(first) or first in reading.quoted:
        return
    told = {reading.words[at].root for at in range(last + 1, end)}
    for saying in reading.known.recitable:
        roots = {saying.words[at].root for at in saying.telling}
        if saying.path.endswith(".said") and len(roots & told) >= max(2, 0.6 * len(roots)):
            why = f"The brief says that {reading.brief.recipient.called} said it."
            yield reading.unsupported("quote", first, end - 1, why)
            return


def _reported(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """ "you said that …": most of its words of substance have to be recorded."""
    name = match["name"]
    if name and name not in reading.known.recipient:
        return
    verb = reading.statement.matched(match, "verb")[1]
    first, after = _said_words(reading, reading.statement.matched(match)[0], verb)
    if first >= after or first in reading.quoted or after - 1 in reading.quoted:
        return
    content = [at for at in reading.statement.content(first, after) if at not in reading.dated]
    if not content:
        content = _plain_words(reading, first, after)
        if len(content) < 3 or 3 * sum(bool(reading.borne(at)) for at in content) >= len(content):
            return
    borne = [at for at in content if reading.borne(at)]
    facts = tuple(path for at in borne for path in reading.borne(at))
    if len(borne) >= 2 * (len(content) - len(borne)) and _holds_together(reading, first, after):
        yield reading.supported("quote", first, after - 1, facts)
    else:
        said = next((met.said for met in reading.brief.encounters if met.said), "")
        why = f"The brief says \u201c{said}\u201d." if said else "The brief records no such words."
        yield reading.unsupported("quote", first, after - 1, why)


def _holds_together(reading: Reading, first: int, after: int) -> bool:
    """One fact holds two of the words, or the facts hold most: one alone may be chance."""
    plain = [reading.borne(at) for at in _plain_words(reading, first, after)]
    borne = [paths for paths in plain if paths]
    most = Counter(path for paths in borne for path in set(paths)).most_common(1)
    return bool(most) and (most[0][1] >= 2 or 3 * len(borne) >= 2 * len(plain))


def _said_words(reading: Reading, subject: int, verb: int) -> tuple[int, int]:
    """What was said stands after the verb, or before the subject: "bees read, you said, and …"."""
    words, sentence = reading.words, reading.statement.sentence_words(verb)
    start = verb + 1
    while start < len(words) and words[start].text == "that":
        start += 1
    is_inserted = subject > sentence.start and words[subject].gap.strip() in (",", "-", "\u2013")
    is_cut_off = start >= sentence.stop or (
        is_inserted and (words[start].gap.strip() in (",", ";") or words[start].text in _ADVERBIAL)
    )
    if not is_cut_off:
        return start, reading.statement.clause_end(start)
    if not is_inserted:
        return start, start
    before = reading.statement.clause_start(subject - 1)
    return max(before, sentence.start), subject


def _plain_words(reading: Reading, first: int, after: int) -> list[int]:
    return [at for at in range(first, after) if not is_small(reading.words[at].text)]


_ADVERBIAL = frozenset("at in on over during when after and but then yesterday".split())
