"""Abbreviations of a trade stand unexplained in a note to somebody of another.

Why it matters: a reader who has to look up two of your words has stopped reading you.
Known limits: needs a brief with the reader's role; knows common abbreviations of seven trades, written in capitals, and speaks from two on.
Keep it when: they use these words themselves; then put them among the topics in the brief.
Source: docs/sources.md, "plain style".
"""

from collections.abc import Iterator

from redleaf.notes.folding import fold_text
from redleaf.rules import Example, Finding, Reading, Rule, Severity
from redleaf.rules.phrases import Hit
from redleaf.rules.places import named_places
from redleaf.rules.trades import reads_the_terms_of

_CURATOR = {"recipient": {"name": "Ana Ruiz", "role": "curator", "company": "Muzeum Wody"}}
_BANKER = {"recipient": {"name": "Ana Ruiz", "role": "investment banker"}}
_TALKED = {**_CURATOR, "encounters": [{"kind": "talk", "topics": ["CAC and LTV for museums"]}]}

rule = Rule(
    severity=Severity.ADVICE,
    message="{words} are terms of another trade than the reader's, who may have to look them up.",
    advice="How would you say it to {given} at the coffee machine? Or explain each in three words.",
    costs={"interest": 5},
    kinds=("note", "message", "email"),
    needs=("brief", "phrases"),
    finds=[
        Example("Ana, ⟦CAC⟧ and LTV tell us how the night tours do.", brief=_CURATOR),
        Example("Ana, our ⟦SDK⟧ gives the pump room an API.", brief=_CURATOR),
        Example("Ana, each ⟦SKU⟧ of the shop goes LCL to Porto.", brief=_BANKER),
    ],
    leaves=[
        Example("Ana, CAC and LTV tell us how the night tours do.", brief=_BANKER),
        Example("Ana, CAC and LTV tell us how the night tours do.", brief=_TALKED),
        Example("Ana, the API of the pump room is open.", brief=_CURATOR),
        Example("Ana, the SDK (a box of parts) gives the pump room an API.", brief=_CURATOR),
        "Ana, CAC and LTV tell us how the night tours do.",
    ],
)

_ENOUGH = 2


@rule.check
def find_terms_of_the_trade(reading: Reading) -> Iterator[Finding]:
    brief, hits = reading.brief, reading.phrases(rule.name)
    if brief is None or len(hits) < _ENOUGH or not brief.recipient.role or reading.text.isupper():
        return
    known = fold_text(" ".join(fact.text for fact in brief.facts())).split()
    strange = [hit for hit in hits if _is_bare(hit, reading.text, known)]
    for trade in dict.fromkeys(hit.tag for hit in strange):
        spans = [hit.span for hit in strange if hit.tag == trade]
        told = {span.of(reading.text) for span in spans}
        if len(told) >= _ENOUGH and not reads_the_terms_of(trade, brief):
            words = named_places(reading.text, spans)
            yield rule.finding(spans[0], words=words, given=reading.reader)


def _is_bare(hit: Hit, text: str, known: list[str]) -> bool:
    """In capitals, not in the brief, and with no explanation in brackets around or after it."""
    term = text[hit.start : hit.end]
    is_explained = text[: hit.start].endswith("(") or text[hit.end :].lstrip().startswith("(")
    return term.upper() == term and not is_explained and fold_text(term) not in known
