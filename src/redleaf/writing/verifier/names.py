"""The names on the envelope: whom the note greets, and who signs it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from redleaf.notes.regexes import regex
from redleaf.notes.spans import Span
from redleaf.writing.verifier.naming import TITLES, is_called
from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.stems import commonplaces, is_everyday, is_small, lexicon, words_of
from redleaf.writing.verifier.verification import Claim

_CLOSING_WORDS = frozenset(
    "many with my kind best warm warmest kindest good regards wishes cheers thanks "
    "thank you again so much a "
    "lot in advance sincerely yours truly faithfully love warmly respectfully and "
    "the from greetings hugs "
    "mit freundlichen freundliche liebe viele herzliche beste besten schone grusse "
    "grussen gruss lg vg mfg "
    "bien cordialement amicalement bientot saludos cordiales un saludo abrazo "
    "atentamente atenciosamente "
    "abraco abracos cumprimentos obrigado obrigada gracias merci danke grazie "
    "cordiali saluti met vriendelijke "
    "hartelijke groet groeten groetjes mvg hilsen pozdrawiam".split()
)
_ABBREVIATION = 4  # letters
_SELF = regex(
    r" (?:my name is|this is|(?:i|it) (?:am|is|'s)|ich bin|mein name ist|je suis|je "
    r"m'appelle|soy|me llamo) "
    r"(?P<name>[^\W\d_][\w']*(?: (?!(?:and|from|at|of|with|who|the|und|et|y) )[^\W\d_][\w']*){0,2})"
)
_FORMS_OF_ADDRESS = {
    "mr": "m",
    "herr": "m",
    "monsieur": "m",
    "sir": "m",
    "senor": "m",
    "sr": "m",
    "signor": "m",
    "mrs": "f",
    "ms": "f",
    "miss": "f",
    "frau": "f",
    "madame": "f",
    "mme": "f",
    "senora": "f",
    "sra": "f",
    "signora": "f",
    "mevrouw": "f",
}


def find_names(reading: Reading) -> Iterator[Claim]:
    """The greeting against the recipient, the signature and "my name is" against the sender."""
    yield from _greeted(reading)
    yield from _signed(reading)
    yield from _says_who_writes(reading)


def _greeted(reading: Reading) -> Iterator[Claim]:
    greeting = reading.statement.note.greeting
    if greeting is None or greeting.name is None:
        return
    if _is_their_role(reading, greeting.name):
        return
    for first, last in _names_in(reading, greeting.name):
        names = {reading.words[at].text for at in range(first, last + 1)} - TITLES
        facts = ("recipient.name",)
        is_theirs = all(is_called(name, reading.known.recipient) for name in names)
        if is_theirs or _is_reply_all(reading, first, last):
            yield from _address(reading, greeting.name, first, last, facts)
        elif _is_said_to_nobody(reading, greeting.span, first) or _is_a_fact(reading, first, last):
            continue
        else:
            who = reading.brief.recipient.name
            written = reading.text_of(first, last)
            yield reading.unsupported(
                "name", first, last, f"You greet {written}; the note is for {who}."
            )


def _is_their_role(reading: Reading, span: Span) -> bool:
    """ "Dear Tower Captain"."""
    return all("recipient.role" in reading.borne(at) for at in reading.within(span))


def _address(
    reading: Reading, span: Span, first: int, last: int, facts: tuple[str, ...]
) -> Iterator[Claim]:
    """ "Mr. Holt" where the brief says "Ms. Holt"."""
    written = {reading.words[at].text for at in reading.within(span)}
    recorded = {word.text for word in reading.known.statements["recipient.name"].words}
    forms = {_FORMS_OF_ADDRESS[word] for word in written if word in _FORMS_OF_ADDRESS}
    known = {_FORMS_OF_ADDRESS[word] for word in recorded if word in _FORMS_OF_ADDRESS}
    if forms and known and not forms & known:
        who = reading.brief.recipient.name
        whole = reading.within(span)
        yield reading.unsupported("name", whole[0], whole[-1], f"The brief has {who}.")
        return
    yield reading.supported("name", first, last, facts)


def _signed(reading: Reading) -> Iterator[Claim]:
    signature = reading.statement.note.signature
    if signature is None or not reading.known.sender:
        return
    at = reading.within(signature)
    named = [
        each
        for each in at
        if reading.words[each].text not in _CLOSING_WORDS | TITLES and each not in reading.dated
    ]
    # "Thank you, Giuliana. Henrike": the first of two names is the one that is thanked.
    while len(named) > 1 and reading.words[named[0]].text in reading.known.recipient:
        named.pop(0)
    # "Anselm Whitcombe, Fenland Growers": what follows a comma is read like the rest of the text.
    while named and (named[-1] - named[0] >= len(named) or _breaks(reading, named)):
        named.pop()
    if not named:
        return
    yield from _as_sender(reading, named[0], named[-1])


def _breaks(reading: Reading, named: list[int]) -> bool:
    return any("," in reading.words[at].gap or "\n" in reading.words[at].gap for at in named[1:])


def _says_who_writes(reading: Reading) -> Iterator[Claim]:
    if not reading.known.sender:
        return
    for match in _SELF.finditer(reading.flat):
        first, last = reading.statement.matched(match, "name")
        while last > first and not reading.words[last].is_capital:
            last -= 1
        if first in reading.dated or reading.words[first].text in reading.known.recipient:
            continue
        if reading.words[first].is_capital and _is_name_like(reading, first):
            yield from _as_sender(reading, first, last)


def _as_sender(reading: Reading, first: int, last: int) -> Iterator[Claim]:
    names = {reading.words[at].text for at in range(first, last + 1)} - TITLES
    is_theirs = all(is_called(name, reading.known.sender) for name in names)
    if is_theirs or _is_dressed_up(reading, first, last):
        yield reading.supported("name", first, last, ("sender.name",))
    elif (
        all(reading.known.holds_word(name) for name in names)
        and not names & reading.known.recipient
    ):
        return
    elif _is_name_like(reading, first):
        who = reading.brief.sender.name
        written = reading.text_of(first, last)
        yield reading.unsupported(
            "name", first, last, f"It is signed {written}; the sender is {who}."
        )


def _is_dressed_up(reading: Reading, first: int, last: int) -> bool:
    """ "Uncle Ludvik", "Ruaridh the ferryman": the name, and words that are no other name."""
    words = reading.words[first : last + 1]
    others = [word for word in words if not is_called(word.text, reading.known.sender)]
    return len(others) < len(words) and all(
        not word.is_capital or word.text in lexicon() or word.text in commonplaces()
        for word in others
    )


def _is_a_fact(reading: Reading, first: int, last: int) -> bool:
    """ "Caro-Kann, water in tunnels": what opens the text is a topic and nobody's name."""
    paths = [reading.borne(at) for at in range(first, last + 1)]
    return all(any(path.startswith(("encounters.", "noticed.")) for path in each) for each in paths)


def _names_in(reading: Reading, span: Span) -> Iterator[tuple[int, int]]:
    """Stretches of name words: "Ana and Ben" are two."""
    inside = list(takewhile(lambda each: not _goes_on(reading, each), reading.within(span)))
    at = [each for each in inside if reading.words[each].text not in TITLES | _BETWEEN]
    while at:
        last = 0
        while last + 1 < len(at) and at[last + 1] == at[last] + 1:
            is_stop = reading.words[at[last + 1]].gap.startswith(".")
            if is_stop and len(reading.words[at[last]].text) > _ABBREVIATION:
                return (yield at[0], at[last])  # "Celeste. Porter, nights": a sentence of its own.
            last += 1
        yield at[0], at[last]
        at = at[last + 1 :]


_BETWEEN = frozenset("and und et y e en again".split())


def _goes_on(reading: Reading, at: int) -> bool:
    """ "Hi Dmitri it's Tamsin": the greeting is over where a sentence begins."""
    word = reading.words[at]
    return is_small(word.text) and not word.is_capital and word.text not in _BETWEEN


def _is_said_to_nobody(reading: Reading, span: Span, first: int) -> bool:
    """ "Neighbour!": what stands there alone is no name. After "Dear" a capital is one."""
    word = reading.words[first]
    is_bare = span.start == word.start
    if word.text in commonplaces() or word.text in words_of("roles.txt"):
        return True
    return not word.is_capital or (is_bare and word.text in lexicon()) or is_everyday(word.text)


def _is_reply_all(reading: Reading, first: int, last: int) -> bool:
    words = {reading.words[at].text for at in range(first, last + 1)}
    return bool(words) and words <= {"all", "both", "team", "everyone", "there"}


def _is_name_like(reading: Reading, at: int) -> bool:
    """A name, not a word that follows a greeting: "Hello again", "Dear hiring manager"."""
    word = reading.words[at]
    return (word.is_capital and word.text not in lexicon()) or (
        word.is_capital
        and at + 1 < len(reading.words)
        and word.text not in _CLOSING_WORDS
        and not reading.words[at].opens
    )
