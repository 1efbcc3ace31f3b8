"""The note speaks of its writer only.

Why it matters: a reader who does not turn up in the note feels like an audience.
Known limits: counts "I", "we" and "you" and their kin; Spanish, Italian and Portuguese often leave these words out.
Keep it when: they asked you to tell about yourself.
Source: docs/sources.md, "give to get".
"""

from bisect import bisect_left
from collections.abc import Iterator

from redleaf.rules import Finding, Reading, Rule, Severity

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


@rule.check
def find_self_talk(reading: Reading) -> Iterator[Finding]:
    body = reading.note.body
    hits = [hit for hit in reading.phrases(rule.name) if hit.span.overlaps(body)]
    if any(hit.tag == "other" for hit in hits) or "?" in body.of(reading.text):
        return
    ends = [each.end for each in reading.note.sentences if each.overlaps(body)]
    about_self = {bisect_left(ends, hit.end) for hit in hits}
    if len(about_self) >= max(_SENTENCES, len(ends) * 2 / 3):
        yield rule.finding(body)
