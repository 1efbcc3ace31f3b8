"""The note speaks of its writer only.

Why it matters: a reader who does not turn up in the note feels like an audience.
Known limits: counts "I", "we" and "you" in English, German, French and Dutch, where the words stand by themselves.
Keep it when: they asked you to tell about yourself.
Source: docs/sources.md, "give to get".
"""

from collections.abc import Iterator

from redleaf.notes.tokens import Token
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
)

_SELF = {
    "en": frozenset(
        "i i'm i've i'd i'll me my mine we we're we've we'd we'll our ours us im ive".split()
    ),
    "de": frozenset(
        "ich mich mir mein meine meinen meiner meinem wir uns unser unsere unseren".split()
    ),
    "fr": frozenset("je j'ai j'aime j'etais me moi mon ma mes nous notre nos".split()),
    "nl": frozenset("ik mij me mijn wij we ons onze".split()),
}
_OTHER = {
    "en": frozenset(
        "you you're you've you'd you'll your yours yourself u ur ya youre y'all".split()
    ),
    "de": frozenset(
        "du dich dir dein deine deinen deiner deinem sie ihnen ihr ihre ihren euch".split()
    ),
    "fr": frozenset("tu te toi ton ta tes vous votre vos t'ai t'as".split()),
    "nl": frozenset("jij je jou jouw u uw jullie".split()),
}
_SENTENCES = 3


@rule.check
def find_self_talk(reading: Reading) -> Iterator[Finding]:
    body, own = reading.note.body, _SELF.get(reading.language)
    if own is None:
        return
    tokens = [token for token in reading.note.tokens if body.start <= token.start < body.end]
    if any(token.word in _OTHER[reading.language] for token in tokens):
        return
    sentences = [each for each in reading.note.sentences if each.overlaps(body)]
    about_self = _sentences_with(own, tokens, [sentence.end for sentence in sentences])
    asks = "?" in body.of(reading.text)
    if about_self >= _SENTENCES and about_self * 3 >= len(sentences) * 2 and not asks:
        yield rule.finding(body)


def _sentences_with(words: frozenset[str], tokens: list[Token], ends: list[int]) -> int:
    """How many sentences, given by their ends, hold one of `words`."""
    found, at = set(), 0
    for token in tokens:
        while at < len(ends) - 1 and token.start >= ends[at]:
            at += 1
        if token.word in words:
            found.add(at)
    return len(found)
