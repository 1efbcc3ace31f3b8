"""Common ground: which facts of a brief a text uses, told by the words they share."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from redleaf.notes.brief import Brief, Fact
from redleaf.notes.folding import fold
from redleaf.notes.language import common_words
from redleaf.notes.note import Note
from redleaf.notes.tokens import Token, tokens_of
from redleaf.rules.reading import Reading

# Two words are one when their first letters agree this far: "microphones" and "microphone".
_STEM = 6
_SHORTEST = 4
# "You may remember me" is ceremony to a friend, and a reminder to anybody else.
_REMINDERS = "boring/explanation-unnecessary"
_OF_MEETINGS = ("encounter", "said", "tie", "promise")
# Words of many facts that alone remind nobody of anything.
_GENERAL = frozenset(
    "both with about from that this they them their your have been will would could should also "
    "into over after before where when which while there here like love great good nice meet "
    "meeting work working works talk talks conference event people team company group "
    "international gmbh limited network connect connection contact send sent note list time year "
    "week month please thank thanks help share shared same other more much many some very just "
    "know known".split()
)


def content_words(text: str) -> frozenset[str]:
    """The words of `text` that could remind a reader of something, cut to their stems."""
    common = _common_words()
    return frozenset(
        token.word.removesuffix("'s")[:_STEM]
        for token in tokens_of(fold(text))
        if token.word not in common and _says_something(token, text)
    )


def _says_something(token: Token, text: str) -> bool:
    """Long words do, and short ones when they are names, numbers or of another script."""
    first = text[token.start]
    return len(token.word) >= _SHORTEST or first.isupper() or first.isdigit() or not first.isascii()


def facts_to_share(brief: Brief) -> Iterator[Fact]:
    """The facts that both people know or could check, in the order of the brief."""
    for fact in brief.facts():
        head, _, field = fact.path.partition(".")
        told = head in ("encounters", "noticed", "shared", "mutual", "promises")
        if told and not field.endswith((".kind", ".on")):
            yield fact


def uses_any_fact(note: Note, brief: Brief) -> bool:
    """Whether `note` uses a fact both could check, or the reader's company or role."""
    who = brief.recipient
    texts = [fact.text for fact in facts_to_share(brief)] + [who.company, who.role]
    # The reader's name stands in every greeting, so it is no common ground.
    wanted = content_words(" ".join(texts)) - content_words(who.name)
    return not wanted.isdisjoint(words_of(note))


def reminds_of_meeting(reading: Reading) -> bool:
    """Whether the text says how the two know each other: a word of an encounter, of what they
    share or owe, of who knows both; or any wording that tells of a meeting."""
    brief = reading.brief
    if brief is None or reading.phrases(_REMINDERS):
        return True
    if any(each.kind in _OF_MEETINGS for each in reading.note.particulars):
        return True
    texts = [fact.text for fact in facts_to_share(brief) if not fact.path.startswith("noticed")]
    wanted = content_words(" ".join(texts)) - content_words(brief.recipient.name)
    return not wanted.isdisjoint(words_of(reading.note))


def words_of(note: Note) -> frozenset[str]:
    """The stems of its words."""
    return frozenset(word.removesuffix("'s")[:_STEM] for word in note.words)


@lru_cache(maxsize=1)
def _common_words() -> frozenset[str]:
    """The commonest words of all languages we know, and the words of many facts."""
    return _GENERAL | common_words()
