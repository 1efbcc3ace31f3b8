"""The note speaks of its writer only.

Why it matters: a reader who does not turn up in the note feels like an audience.
Known limits: counts "I", "we" and "you" and their kin; Spanish, Italian and Portuguese often leave these words out.
Keep it when: they asked you to tell about yourself.
Source: docs/sources.md, "give to get".
"""

from bisect import bisect_left
from collections.abc import Iterator

from redleaf.rules import Finding, Reading, Rule, Severity
from redleaf.rules.phrases import Hit

rule = Rule(
    severity=Severity.ADVICE,
    message="All of this is about you; the reader looks for themselves and is not there.",
    advice="What has it to do with them? One sentence about that may be worth all of these.",
    costs={"interest": 10, "giving": 5},
    suggests="template",
    weight=0.4,
    yields=True,
    finds=[
        "⟦I build rafts. I have built them since school. My rafts are light.⟧",
        "Hello Ana, ⟦we are a raft firm. We have three yards. Our rafts are light.⟧",
        "⟦I build rafts. I have built them since school. My rafts are light. Looking forward to connecting with you.⟧",
        "⟦Ich baue Flöße. Ich mag Holz. Mein Hof liegt am Fluss.⟧",
    ],
    leaves=[
        "I build rafts. I have built them since school. Do you still have yours?",
        "I build rafts. My rafts are light.",
        "The river is low. The rafts are in the barn. The geese are back.",
    ],
    needs=("phrases",),
)

_SENTENCES = 3
# The words " with " may stand between a courtesy and its "you".
_WITH = 6
_COURTESIES = ("boring/stock-closing", "boring/wish-without-content")


@rule.check
def find_self_talk(reading: Reading) -> Iterator[Finding]:
    body = reading.note.body
    hits = [hit for hit in reading.phrases(rule.name) if hit.span.overlaps(body)]
    if any(_is_reader(hit, reading) for hit in hits) or "?" in body.of(reading.text):
        return
    ends = [each.end for each in reading.note.sentences if each.overlaps(body)]
    about_self = {bisect_left(ends, hit.end) for hit in hits}
    if len(about_self) >= max(_SENTENCES, len(ends) * 2 / 3):
        yield rule.finding(body)


def _is_reader(hit: Hit, reading: Reading) -> bool:
    """A "you" of the reader, not of a courtesy: thank you, hope you are well, connect with you."""
    if hit.tag != "other":
        return False
    courtesies = (each for rule in _COURTESIES for each in reading.phrases(rule))
    return not any(each.start <= hit.start <= each.end + _WITH for each in courtesies)
