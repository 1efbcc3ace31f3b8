"""Places in German, which writes every noun with a capital."""

from __future__ import annotations

from collections.abc import Iterator

from redleaf.writing.verifier.reading import Reading


def german_places(reading: Reading) -> Iterator[tuple[int, int]]:
    """Only "in Berlin", without an article, is sure to be a name; as stretches of words."""
    words = reading.words
    for at in range(1, len(words)):
        if words[at - 1].text in ("in", "aus") and words[at].is_capital and words[at].gap == " ":
            is_taken = at in reading.dated or at in reading.quoted
            if not is_taken and words[at].text not in _GERMAN_MANNERS:
                yield at, at


_GERMAN_MANNERS = frozenset(
    "kontakt verbindung ruhe kurze zukunft form frage betracht erinnerung gedanken person arbeit "
    "aussicht sachen hohe wahrheit wirklichkeit eile ordnung rente pension summe kombination "
    "richtung abstimmung absprache vertretung begleitung gesellschaft interesse neugier freude "
    "zusammenarbeit ihrem ihrer ihren ihr deinem deiner anlehnung bezug hinsicht teilen".split()
)
