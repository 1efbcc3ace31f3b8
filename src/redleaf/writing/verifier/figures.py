"""Figures: the numbers, ordinals, codes and letters in the facts of one brief."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from itertools import pairwise

from redleaf.notes.numerals import find_numbers
from redleaf.writing.verifier.ordinals import is_ordinal, nth
from redleaf.writing.verifier.statement import Statement
from redleaf.writing.verifier.stems import is_small


class Figures:
    """The figures of the facts, each as a table that is built when it is first asked for."""

    def __init__(self, statements: Mapping[str, Statement], language: str) -> None:
        self.statements = statements
        self.language = language

    @cached_property
    def numbers(self) -> tuple[tuple[str, float], ...]:
        """The numbers inside the facts' texts, with their paths."""
        return tuple(
            (path, number.value)
            for path, statement in self.statements.items()
            for number in find_numbers(statement.note.folded, statement.note.tokens, self.language)
        )

    @cached_property
    def counted(self) -> dict[tuple[str, float], frozenset[str]]:
        """For a fact's path and a number in it, the roots of what follows it: what it counts."""
        table: dict[tuple[str, float], frozenset[str]] = {}
        for path, statement in self.statements.items():
            note, words = statement.note, statement.words
            for number in find_numbers(note.folded, note.tokens, self.language):
                following = words[number.last + 1 : number.last + 2]
                roots = frozenset(w.root for w in following if not is_small(w.text))
                table[path, number.value] = table.get((path, number.value), frozenset()) | roots
        return table

    @cached_property
    def codes(self) -> dict[str, str]:
        """The words of letters and figures in the facts, "c4", with their paths."""
        return {
            word.text: path
            for path, statement in self.statements.items()
            if not path.endswith((".name", ".given_name"))
            for word in statement.words
            if word.text[0].isalpha() and word.text[-1].isdigit()
        }

    @cached_property
    def lettered(self) -> dict[str, dict[str, str]]:
        """For the root of a word, the letters that stand before it: "D flat", with their paths."""
        table: dict[str, dict[str, str]] = {}
        for path, statement in self.statements.items():
            for letter, word in pairwise(statement.words):
                if len(letter.text) == 1 and letter.is_capital and letter.text not in ("a", "i"):
                    table.setdefault(word.root, {})[letter.text] = path
        return table

    @cached_property
    def ordinals(self) -> dict[str, dict[str, str]]:
        """For the root of what is counted: its ordinals in the facts, with their paths."""
        table: dict[str, dict[str, str]] = {}
        for path, statement in self.statements.items():
            for word, counted in pairwise(statement.words):
                if is_ordinal(word.text):
                    table.setdefault(counted.root, {})[word.text] = path
        return table

    @cached_property
    def nths(self) -> dict[int, str]:
        """The ordinals in the facts that count nothing, as "on the twelfth": value, path."""
        table: dict[int, str] = {}
        for path, statement in self.statements.items():
            for at, word in enumerate(statement.words):
                following = statement.words[at + 1 : at + 2]
                value = nth(word.text)
                is_alone = not following or is_small(following[0].text)
                if value is not None and is_alone and path.startswith(("promises.", "encounters.")):
                    table[value] = path
        return table
