"""Thanks: "thank you for fixing my door" says that it was done."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from redleaf.notes.regexes import regex
from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.stems import is_small, root, sections_of, words_of
from redleaf.writing.verifier.verification import Claim

_THANKS = regex(
    r" (?:(?:thanks|thank you|ta|cheers|grateful|obliged|indebted)(?: [\w']+){0,3}? for"
    r"|(?P<kindness>kind|good|nice|sweet|lovely|generous|decent|thoughtful|brave|great) of you to)"
    r"(?= )"
)
_TELLING = frozenset("thank thanks ta cheers grateful obliged indebted you".split())
_STOPS = frozenset(
    "at in on during after before when while and but so last this with from about to "
    "of that over".split()
)


def find_thanks(reading: Reading) -> Iterator[Claim]:
    """What is thanked for, when neither a fact nor common courtesy holds it."""
    if not reading.has_any(_TELLING):
        return
    for match in _THANKS.finditer(reading.flat):
        last = reading.statement.matched(match)[1]
        is_open = reading.statement.is_unreal(last) and "accept" not in reading.places
        if last in reading.quoted or is_open:
            continue
        if match["kindness"]:
            yield from _act(reading, last + 1)
            continue
        for start in _starts(reading, last):
            is_act = start < len(reading.words) and _is_deed(reading, start)
            acts = list(_act(reading, start)) if is_act else []
            is_plain = match[0].split()[0] in (
                "thank",
                "thanks",
                "ta",
                "cheers",
            )  # "Grateful for the second look" may be of a wish.
            yield from acts or (_judge(reading, start) if is_plain else ())


def _starts(reading: Reading, at: int) -> Iterator[int]:
    """Where each thing begins that is thanked for: "for the key, and for the tour of the loft"."""
    yield at + 1
    words, end = reading.words, reading.statement.sentence_words(at).stop
    for each in range(at + 2, end - 2):
        if words[each].text == "for" and words[each - 1].text in ("and", ","):
            yield each + 1
        elif words[each].text == "and" and words[each + 1].text in ("the", "your", "for"):
            yield each + (2 if words[each + 1].text == "for" else 1)


def _act(reading: Reading, start: int) -> Iterator[Claim]:
    """ "For lending me your bike", "kind of you to drive us": an act of the reader's.

    To hand over, to lead, to speak up for somebody leaves a trace in what was written down; of
    what was said or shown, it is enough that a fact holds what it was about.
    """
    words = reading.words
    if start >= len(words) or is_small(words[start].text) or start in reading.quoted:
        return
    verb, end = words[start], reading.statement.clause_end(start)
    if reading.statement.is_question(start) or reading.borne(start):
        return
    rest = [at for at in range(start + 1, end) if not is_small(words[at].text)]
    things = [at for at in rest if words[at].text not in _OF_A_KIND]
    if any(words[at].text in words_of("courtesies.txt") for at in things[:2]):
        return
    is_of_courtesy = verb.text in words_of("courtesies.txt") or verb.root in _acts("courtesy")
    if is_of_courtesy and not _leaves_a_trace(reading, start):
        return
    last = start
    while last + 1 < end and words[last + 1].text not in _STOPS - {"to"}:
        last += 1
    written = reading.text_of(start, last)
    why = f"The brief does not say that they did this: \u201c{written}\u201d."
    if verb.root != _INTRODUCING or not reading.known.introducers:
        yield reading.unsupported("encounter", start, last, why)


_OF_A_KIND = frozenset("first last whole two quick long good great nice lovely own".split())
_INTRODUCING = root("introduce")


def _leaves_a_trace(reading: Reading, verb: int) -> bool:
    words, base = reading.words, reading.words[verb].root
    following = [word.text for word in words[verb + 1 : verb + 3]]
    if base in _acts("handing") or (base in _acts("for_me") and following[:1] == ["me"]):
        return True
    is_led = base == root("show") and following and following[0] in ("me", "us")
    return bool(is_led and following[1:] and following[1] in ("round", "around", "your"))


@lru_cache(maxsize=4)
def _acts(section: str) -> frozenset[str]:
    return frozenset(root(verb) for verb in sections_of("handings.txt")[section])


def _judge(reading: Reading, start: int) -> Iterator[Claim]:
    head = _head(reading, start)
    if not head or any(_is_borne(reading, at, head[0]) for at in head):
        return
    if reading.words[start].text == "not":
        return  # "For not laughing".
    if _is_exchanged_with_a_stranger(reading, head[0]):
        written = reading.text_of(head[0], head[0])
        why = f"The brief says nothing of \u201c{written}\u201d."
        yield reading.unsupported("encounter", head[0], head[0], why)
        return
    if any(reading.words[at].text in words_of("courtesies.txt") for at in head[:1]):
        return
    if not _is_deed(reading, head[0]) and any(
        reading.words[at].text in words_of("courtesies.txt") for at in head
    ):
        return
    if reading.words[start].text == "being":
        return  # "For being patient": what somebody is, and nothing that was done.
    if reading.known.introducers and reading.words[head[0]].text == "introducing":
        return  # Who introduced whom is judged by itself, too.
    if any(
        reading.words[at].is_capital or at in reading.dated or at in reading.counted for at in head
    ):
        return  # Names, days and numbers are judged by themselves.
    written = reading.text_of(head[0], head[-1])
    why = f"The brief says nothing of \u201c{written}\u201d."
    yield reading.unsupported("encounter", head[0], head[-1], why)


def _is_exchanged_with_a_stranger(reading: Reading, at: int) -> bool:
    """ "Thanks for the reply" says that there was one; a stranger has sent none."""
    return reading.words[at].text in _EXCHANGED and not reading.brief.encounters


_EXCHANGED = frozenset(
    "reply replies answer conversation chat call visit lunch coffee meeting hospitality".split()
)


def _is_borne(reading: Reading, at: int, first: int) -> bool:
    """What you two are bears out no deed: a chair of the sender's is not one that was tried."""
    paths = reading.borne(at)
    if not _is_deed(reading, first):
        return bool(paths)
    return any(not path.startswith(("sender.", "recipient.")) for path in paths)


def _is_deed(reading: Reading, at: int) -> bool:
    """ "For lending me …"."""
    word = reading.words[at].text
    return word.endswith("ing") and len(word) > 5


def _head(reading: Reading, at: int) -> list[int]:
    """The words of what is thanked for, up to where it is told when and where."""
    found: list[int] = []
    words = reading.words
    if at >= len(words):
        return found
    clause = words[at].clause
    while (
        at < len(words) and words[at].clause == clause and not (found and words[at].text in _STOPS)
    ):
        if not is_small(words[at].text):
            found.append(at)
        at += 1
        if (
            found
            and at < len(words)
            and words[at].text == "to"
            and words[found[-1]].text.endswith("ing")
        ):
            at += 1  # "for offering to show me the boiler room"
    return found[:4]
