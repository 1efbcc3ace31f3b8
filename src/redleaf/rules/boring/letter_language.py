"""The language of office letters stands in a note to somebody who knows you.

Why it matters: "I would hereby like to" builds a counter between two people who would shake hands; a friend wonders what has happened.
Known limits: needs a brief; knows set words of seven languages. To a friend it hears more than to a peer.
Keep it when: it is a joke between you, or the letter goes on file.
Source: docs/sources.md, "how letters are written".
"""

from collections.abc import Iterator

from redleaf.rules import Example, Finding, Reading, Rule, Severity
from redleaf.rules.places import named_places

_FRIEND = {"recipient": {"name": "Ana Ruiz", "register": "close"}}
_PEER = {"recipient": {"name": "Ana Ruiz", "register": "peer"}}
_BOSS = {"recipient": {"name": "Ana Ruiz", "register": "formal"}}

rule = Rule(
    severity=Severity.ADVICE,
    message="This sounds like an office, and {given} expects {whom}: {words}.",
    advice="What would you say across a table? Write that.",
    costs={"interest": 5, "courtesy": 3},
    kinds=("note", "message", "email"),
    finds=[
        Example("Ana, ⟦I would hereby like⟧ to inform you that the oars are dry.", brief=_PEER),
        Example("⟦Kindly be advised⟧ that the boat house is open.", brief=_FRIEND),
        Example("⟦Dear Ms Ruiz⟧, the oars are dry. Jo", brief=_FRIEND),
        Example(
            "Liebe Ana, ⟦hiermit möchte ich⟧ dir sagen, dass die Ruder trocken sind.", brief=_PEER
        ),
        Example("Chère Ana, ⟦par la présente⟧, les rames sont sèches.", brief=_FRIEND),
        Example("Beste Ana, ⟦hierbij wil ik⟧ je zeggen dat de riemen droog zijn.", brief=_PEER),
    ],
    leaves=[
        Example("Dear Ms Ruiz, I would hereby like to apply for the post.", brief=_BOSS),
        Example("Dear Ms Ruiz, the oars are dry. Yours sincerely, Jo", brief=_PEER),
        Example("Dear Ana, I would like you to have the dry oars.", brief=_FRIEND),
        Example("Ana, “kindly be advised”, said the sign, and we laughed.", brief=_FRIEND),
        "I would hereby like to inform you that the oars are dry.",
    ],
    needs=("brief", "phrases"),
)


@rule.check
def find_letter_language(reading: Reading) -> Iterator[Finding]:
    """One finding for all of it, at the first."""
    if reading.brief is None or reading.register == "formal":
        return
    is_friend = "close" in (reading.register, reading.recognition)
    heard = ("letter", "friend") if is_friend else ("letter",)
    spans = [hit.span for hit in reading.phrases(rule.name) if hit.tag in heard]
    if spans:
        yield rule.finding(
            spans[0],
            given=reading.reader,
            whom="a friend" if is_friend else "a person",
            words=named_places(reading.text, spans),
        )
