"""Names in German, which writes every noun with a capital."""

from __future__ import annotations

from collections.abc import Iterator

from redleaf.writing.verifier.naming import TITLES
from redleaf.writing.verifier.reading import Reading


def german_names(reading: Reading) -> Iterator[tuple[int, int]]:
    """Stretches of words that are sure to be names.

    Two capitals side by side ("Markus Huber") that no article stands before, what follows "Herr"
    and "Frau", and "in Berlin".
    """
    taken = -1
    for first, last in sorted({*_pairs(reading), *_addressed(reading), *_places(reading)}):
        if first > taken:
            taken = last
            yield first, last


def _pairs(reading: Reading) -> Iterator[tuple[int, int]]:
    words = reading.words
    for at in range(1, len(words) - 1):
        if not all(_may_be_a_name(reading, each) for each in (at, at + 1)):
            continue
        before = words[at - 1].text
        is_joined = words[at + 1].gap == " " and words[at].gap.strip() == ""
        if is_joined and before not in _BEFORE_NOUNS and not before.endswith(_OF_ADJECTIVES):
            yield at, at + 1


def _addressed(reading: Reading) -> Iterator[tuple[int, int]]:
    for at in range(1, len(reading.words)):
        is_addressed = reading.words[at - 1].text in ("herr", "herrn", "frau", "familie")
        if is_addressed and _may_be_a_name(reading, at):
            yield at, at


def _may_be_a_name(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    if not word.is_capital or word.opens or at in reading.envelope or at in reading.quoted:
        return False
    return at not in reading.dated and word.text not in TITLES | _PRONOUNS


def _places(reading: Reading) -> Iterator[tuple[int, int]]:
    words = reading.words
    for at in range(1, len(words)):
        if words[at - 1].text in ("in", "aus") and words[at].is_capital and words[at].gap == " ":
            is_taken = at in reading.dated or at in reading.quoted
            if not is_taken and words[at].text not in _GERMAN_MANNERS:
                yield at, at


# "Ein Glas Wein", "der Kurator Huber": behind these a capital is but a noun.
_BEFORE_NOUNS = frozenset(
    "der die das den dem des ein eine einen einem einer eines kein keine keinen im am zum zur beim "
    "vom ins ans mein meine meinen meinem meiner dein deine deinen deinem deiner ihr ihre ihren "
    "ihrem ihrer sein seine seinen seinem seiner unser unsere unseren unserem unserer euer eure "
    "dieser diese diesen diesem jeder jede jeden viel viele vielen mehr etwas zwei drei".split()
)
_OF_ADJECTIVES = ("en", "em", "er", "es", "ige", "liche", "ische")
_PRONOUNS = frozenset(
    "sie ihnen ihr ihre ihren ihrem ihrer ihres du dir dich dein deine deinen deinem deiner euch "
    "euer eure ich".split()
)
_GERMAN_MANNERS = frozenset(
    "kontakt verbindung ruhe kurze zukunft form frage betracht erinnerung gedanken person arbeit "
    "aussicht sachen hohe wahrheit wirklichkeit eile ordnung rente pension summe kombination "
    "richtung abstimmung absprache vertretung begleitung gesellschaft interesse neugier freude "
    "zusammenarbeit ihrem ihrer ihren ihr deinem deiner anlehnung bezug hinsicht teilen".split()
)
