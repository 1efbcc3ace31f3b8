"""Ties: does a clause tell of the two people or of something recorded, or of the writer's world?

"It snowed in Reykjavik on Sunday" holds a place and a day, and claims nothing of either of you.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import cached_property

from redleaf.writing.verifier.known import Known
from redleaf.writing.verifier.statement import Statement
from redleaf.writing.verifier.stems import is_everyday, is_small

_BOTH = frozenset("you your yours yourself we our ours us together both".split())
# Words that tell of an encounter without saying who was there.
_MET = frozenset(
    "met meet meeting talk talked talking spoke speaking spoken conversation called call chat "
    "chatted discussed introduced thanks thank seeing saw evening since after great lovely nice "
    "wonderful good pleasure fun regards greetings hello wedding lunch dinner coffee".split()
)
# The same in German, French and Spanish.
_ELSEWHERE = frozenset(
    "wir uns unser unsere unserem unserer unseren du dich dir dein deine deinem deiner deinen sie "
    "ihnen ihr ihre ihrem ihrer ihren getroffen kennengelernt kennenzulernen begegnet gesprochen "
    "gesprach treffen danke dank begegnung "
    "nous vous notre votre nos vos tu te toi ton ta tes rencontre rencontree rencontres rencontrer "
    "merci remercie echange conversation ravi ravie plaisir "
    "nosotros nuestro nuestra ti tus usted ustedes su conocimos vimos conocerte conocerle "
    "conocerla gracias hablamos charla conversacion encuentro gusto placer encantado "
    "encantada".split()
)
_READ = frozenset("en de fr es".split())
_WRITER = frozenset("i my me mine myself".split())
_SHORT = 6  # words; a clause of so few belongs to the ones beside it


class Ties:
    """For each clause of one text, what ties it to the brief.

    `envelope` are the words of greeting and signature, `dated` those that belong to a date.
    """

    def __init__(
        self,
        statement: Statement,
        known: Known,
        *,
        language: str,
        envelope: Set[int],
        dated: Set[int],
    ) -> None:
        self._statement = statement
        self._words = statement.words
        self._known = known
        self._language = language
        self._envelope = envelope
        self._dated = dated

    def is_tied(self, at: int) -> bool:
        """Does the clause of word `at` tell of both of you, or of a recorded encounter or work?"""
        clause = self._words[at].clause
        if clause in self._tied or self._language not in _READ:
            return True
        if clause in self._writers or len(self._bounds[clause]) > _SHORT:
            return False
        # A few words in passing belong to what stands before them; the first ones, to what follows.
        beside = clause - 1 if self._is_beside(clause, clause - 1) else clause + 1
        return self._is_beside(clause, beside) and beside in self._tied

    def is_of_both(self, at: int) -> bool:
        """Does the clause name the reader or the two of you?"""
        return self._words[at].clause in self._of_both

    def is_where_you_met(self, at: int) -> bool:
        """Is the word one of an encounter's event, place or kind, or of something noticed?"""
        text = self._words[at].text
        if is_small(text):
            return False
        literal = self._known.holds_word(text)  # "Store" is no form of "story".
        return any(
            path.startswith("noticed.")
            or (path.startswith("encounters.") and path.endswith((".event", ".place", ".kind")))
            for path in self._known.bears(text)
            if path in literal or not path.endswith(".kind")
        )

    def is_of_the_writer(self, at: int) -> bool:
        """Does the clause tell of the writer, and of nobody else?"""
        clause = self._words[at].clause
        return clause in self._writers and clause not in self._of_both

    def is_one_of_mine(self, at: int) -> bool:
        """ "I spent today up a ladder in a gale": any gale, and the writer's own."""
        before = self._words[at - 1].text if at else ""
        return before in ("a", "an") and self.is_of_the_writer(at)

    @cached_property
    def _bounds(self) -> dict[int, range]:
        starts = {word.clause: at for at, word in reversed(list(enumerate(self._words)))}
        return {clause: range(at, self._statement.clause_end(at)) for clause, at in starts.items()}

    @cached_property
    def _of_both(self) -> frozenset[int]:
        return self._clauses_with(_BOTH)

    @cached_property
    def _writers(self) -> frozenset[int]:
        return self._clauses_with(_WRITER)

    @cached_property
    def _tied(self) -> frozenset[int]:
        recorded = {self._words[at].clause for at in self._recorded()}
        elsewhere = self._clauses_with(_ELSEWHERE) if self._language != "en" else frozenset()
        return self._of_both | self._clauses_with(_MET) | recorded | elsewhere

    def _recorded(self) -> Iterator[int]:
        for at, word in enumerate(self._words):
            if is_small(word.text) or at in self._envelope or at in self._dated:
                continue
            paths = self._known.bears(word.text)
            if paths and not is_everyday(word.text) and any(map(_is_of_both, paths)):
                yield at

    def _clauses_with(self, texts: frozenset[str]) -> frozenset[int]:
        return frozenset(
            word.clause
            for at, word in enumerate(self._words)
            if word.text.partition("'")[0] in texts and at not in self._envelope
        )

    def _is_beside(self, clause: int, other: int) -> bool:
        bounds, words = self._bounds, self._words
        return (
            other in bounds
            and words[bounds[other].start].sentence == words[bounds[clause].start].sentence
        )


def _is_of_both(path: str) -> bool:
    return path.startswith(("encounters.", "noticed.", "shared.", "promises.", "recipient."))
