"""Offers: what the text says the sender has to give, against the sender's offers and promises."""

from __future__ import annotations

from collections.abc import Iterator

from redleaf.notes.regexes import regex
from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.verification import Claim

_OFFERED = regex(
    r" (?:i (?:still |also |even )?have (?P<had>(?:a|an|some|the|two|three|my) "
    r"(?:[\w']+ ){1,3}?)(?:you (?:could|can|may|might)|for you|to (?:lend|give|send|"
    r"offer|spare))"
    r"|(?:lend|give|send|bring|offer|show) you (?P<given>(?:a|an|some|the|my|our|two|"
    r"three) (?:[\w']+ ){1,4}?)(?=[,.?]|for |if |at |on |in |when |and |to |that |"
    r"about |of |from |as ))"
)


def find_offers(reading: Reading) -> Iterator[Claim]:
    """Things to give that no fact holds; the manner of giving is free."""
    if " you" not in reading.flat:
        return
    for match in _OFFERED.finditer(reading.flat):
        first, last = reading.statement.matched(match, "had" if match["had"] else "given")
        content = [
            at for at in reading.statement.content(first, last + 1) if at not in reading.counted
        ]
        if not content or first in reading.quoted or any(reading.borne(at) for at in content):
            continue
        if match["given"] and not _is_of_the_sender(reading, first):
            continue
        if reading.statement.is_question(first) and not reading.brief.sender.offers:
            continue  # "May I send you a recording?" asks, and says nothing of what there is.
        if any(reading.words[at].is_capital for at in content):
            continue  # Names are judged by themselves.
        written = reading.text_of(content[0], content[-1])
        offers = reading.brief.sender.offers
        has = f"the brief offers {offers[0]}" if offers else "the brief has no offers"
        yield reading.unsupported(
            "promise", content[0], content[-1], f"You offer \u201c{written}\u201d; {has}."
        )


def _is_of_the_sender(reading: Reading, at: int) -> bool:
    """ "I'd like to show you …", "let me …"; not "my printer would show you the press"."""
    start = reading.statement.clause_start(at)
    words = {word.text.partition("'")[0] for word in reading.words[start:at]}
    return bool(words & {"i", "let", "happy", "glad"}) and "my" not in words
