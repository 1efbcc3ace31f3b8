"""What the brief bears out: its words, people, numbers and days, looked up once per brief."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import pairwise

from redleaf.notes.brief import Brief, Fact
from redleaf.notes.dates import DateMention, find_dates
from redleaf.notes.folding import fold_text
from redleaf.notes.look_alikes import amid_latin
from redleaf.writing.verifier.figures import Figures
from redleaf.writing.verifier.implied import IMPLIED
from redleaf.writing.verifier.kinds import kinds_of
from redleaf.writing.verifier.naming import names_in
from redleaf.writing.verifier.sayings import Saying, recitable
from redleaf.writing.verifier.statement import Statement
from redleaf.writing.verifier.stems import is_everyday, is_small, kin, lexicon, root
from redleaf.writing.verifier.surroundings import SwapTable, swap_table
from redleaf.writing.verifier.words import Word

Paths = tuple[str, ...]

# A fact that repeats itself without end must not make the search quadratic.
_MOST_PLACES = 8
_TELLING_ROOT, _SHORT_WORD = 4, 7  # letters


class Known:
    """The facts of one brief, as tables."""

    def __init__(self, brief: Brief, language: str) -> None:
        self.brief = brief
        self.language = language
        self.facts: tuple[Fact, ...] = tuple(
            fact for fact in brief.facts() if fact.path != "today" and not fact.path.endswith(".on")
        )
        self.statements = {fact.path: Statement(fact.text) for fact in self.facts}
        self.words: dict[str, Paths] = {}
        self.roots: dict[str, Paths] = {}
        for fact in self.facts:
            words = self.statements[fact.path].words
            self._learn(fact.path, (form for word in words for form in amid_latin(word.text)))
        self._learn_implied()
        self._borne: dict[str, Paths] = {}

    def bears(self, word: str) -> Paths:
        """The facts that hold a folded word, or one of its kin."""
        found = self._borne.get(word)
        if found is None:
            if len(self._borne) > 20_000:
                self._borne.clear()
            found = self._borne[word] = self._look_up(word)
        return found

    def holds_word(self, word: str) -> Paths:
        """The facts that hold exactly this folded word."""
        return self.words.get(word, ())

    @cached_property
    def figures(self) -> Figures:
        """The numbers, ordinals and codes of the facts."""
        return Figures(self.statements, self.language)

    @cached_property
    def days(self) -> tuple[tuple[str, dt.date], ...]:
        """The days of the encounters, with their paths."""
        return tuple(
            (f"encounters.{number}.on", met.on)
            for number, met in enumerate(self.brief.encounters)
            if met.on
        )

    @cached_property
    def dates(self) -> tuple[tuple[str, DateMention], ...]:
        """The days named inside the facts' texts, with their paths."""
        return tuple(
            (path, mention)
            for path, statement in self.statements.items()
            for mention in find_dates(statement.note, self.brief.today, self.language)
        )

    @cached_property
    def common_words(self) -> frozenset[str]:
        """The words that the facts write in lower case only."""
        words = [word for statement in self.statements.values() for word in statement.words]
        capital = {word.text for word in words if word.is_capital}
        return frozenset(word.text for word in words) - capital

    @cached_property
    def names(self) -> frozenset[str]:
        """The words that the facts write with a capital and English has no other use for."""
        words = [word for statement in self.statements.values() for word in statement.words]
        return frozenset(
            word.text for word in words if word.is_capital and word.text not in lexicon()
        )

    @cached_property
    def runs(self) -> dict[tuple[str, ...], list[tuple[str, tuple[str, ...], int]]]:
        """Each four words in a row of a fact, or a shorter fact whole: path, fact, where."""
        table: dict[tuple[str, ...], list[tuple[str, tuple[str, ...], int]]] = {}
        for path, statement in self.statements.items():
            fact = tuple(word.text for word in statement.words)
            least = min(4, len(fact))
            for at in range(len(fact) - least + 1 if least >= 2 else 0):
                places = table.setdefault(fact[at : at + least], [])
                if len(places) < _MOST_PLACES:
                    places.append((path, fact, at))
        return table

    @cached_property
    def run_starts(self) -> frozenset[str]:
        """The words that such a run begins with."""
        return frozenset(run[0] for run in self.runs)

    @cached_property
    def run_ends(self) -> frozenset[str]:
        """The words that such a run ends with."""
        return frozenset(run[-1] for run in self.runs)

    @cached_property
    def run_lengths(self) -> tuple[int, ...]:
        return tuple(sorted({len(key) for key in self.runs}, reverse=True))

    @cached_property
    def swaps(self) -> SwapTable:
        """What stands round each word of substance in the facts."""
        return swap_table(self.statements)

    @cached_property
    def beside(self) -> frozenset[str]:
        """The words that stand round some word of substance in a fact."""
        return frozenset(word for _, *words in self.swaps for word in words)

    @cached_property
    def things(self) -> dict[int, list[tuple[str, str]]]:
        """For each kind of thing (siblings.txt) the facts that hold one: path, root."""
        table: dict[int, list[tuple[str, str]]] = {}
        for path, statement in self.statements.items():
            for word in statement.words:
                for kind in kinds_of(word.text):
                    table.setdefault(kind, []).append((path, word.root))
        return table

    @cached_property
    def following(self) -> dict[str, dict[str, str]]:
        """For the root of a word of substance, those right behind it in the facts: root, path."""
        return _neighbours(self.statements, 1)

    @cached_property
    def preceding(self) -> dict[str, dict[str, str]]:
        """The same for those right before it."""
        return _neighbours(self.statements, -1)

    @cached_property
    def substance(self) -> dict[str, frozenset[str]]:
        """The roots of the words of each fact that are no small ones."""
        return {
            path: frozenset(word.root for word in statement.words if not is_small(word.text))
            for path, statement in self.statements.items()
        }

    @cached_property
    def promises(self) -> tuple[tuple[str, tuple[Word, ...]], ...]:
        """The words of each promise, with its path."""
        return tuple(
            (path, statement.words)
            for path, statement in self.statements.items()
            if path.startswith("promises.")
        )

    @cached_property
    def recitable(self) -> tuple[Saying, ...]:
        """Titles and what was said, as something to repeat word for word."""
        found = (
            recitable(path, statement.words)
            for path, statement in self.statements.items()
            if path.endswith((".said", ".title"))
        )
        return tuple(saying for saying in found if saying)

    @cached_property
    def sayings(self) -> tuple[tuple[Statement, frozenset[str]], ...]:
        """What was said, noticed, discussed or shared, with the roots of its telling words."""
        found = []
        for path, statement in self.statements.items():
            if (
                path.endswith((".said", ".title"))
                or path.startswith("shared.")
                or (".topics." in path and _is_clause(statement))
            ):
                roots = frozenset(w.root for w in statement.words if not is_small(w.text))
                if len(roots) >= 2:
                    found.append((statement, roots))
        return tuple(found)

    @cached_property
    def recipient(self) -> frozenset[str]:
        """The words of the recipient's names."""
        who = self.brief.recipient
        return names_in(who.name, who.given_name)

    @cached_property
    def sender(self) -> frozenset[str]:
        return names_in(self.brief.sender.name)

    @cached_property
    def people(self) -> tuple[frozenset[str], ...]:
        """The words of the name of each person whom the brief names."""
        paths = [path for path in self.statements if path in _NAMES or path.startswith("mutual.")]
        named = tuple(names_in(self.statements[path].text) for path in paths)
        return (*named, *self.introducers.values())

    @cached_property
    def introducers(self) -> dict[str, frozenset[str]]:
        """Who introduced you, by path."""
        return {
            f"encounters.{number}.introduced_by": names_in(met.introduced_by)
            for number, met in enumerate(self.brief.encounters)
            if met.introduced_by
        }

    @cached_property
    def kinds(self) -> frozenset[str]:
        return frozenset(met.kind for met in self.brief.encounters)

    @cached_property
    def met_in_person(self) -> bool:
        return bool(self.kinds - {"call", "online", "introduction"})

    @cached_property
    def talks_with_words(self) -> Paths:
        """The talks after which you two spoke: somebody introduced you, or they know you well."""
        is_known = self.brief.recognition in ("recent", "close")
        return tuple(
            f"encounters.{number}.kind"
            for number, met in enumerate(self.brief.encounters)
            if met.kind == "talk" and (met.introduced_by or (is_known and met.said))
        )

    def paths_of_kinds(self, kinds: Iterable[str]) -> Paths:
        """The encounters of one of these kinds, as paths of their kind."""
        wanted = frozenset(kinds)
        return tuple(
            f"encounters.{number}.kind"
            for number, met in enumerate(self.brief.encounters)
            if met.kind in wanted
        )

    def _look_up(self, word: str) -> Paths:
        if word in self.words:
            return self.words[word]
        base = root(word)
        if len(base) < _TELLING_ROOT and len(word) > _SHORT_WORD:
            return ()  # "Carrying" is no form of "car".
        found = self.roots.get(base, ())
        if not found:
            for each in kin().get(base, ()):
                found += self.roots.get(each, ())
        return found

    def _learn(self, path: str, words: Iterable[str]) -> None:
        for word in words:
            for table, key in ((self.words, word), (self.roots, root(word))):
                if path not in table.get(key, ()):
                    table[key] = (*table.get(key, ()), path)

    def _learn_implied(self) -> None:
        for number, met in enumerate(self.brief.encounters):
            self._learn(f"encounters.{number}.kind", IMPLIED.get(met.kind, "").split())
        for number, seen in enumerate(self.brief.noticed):
            self._learn(f"noticed.{number}.kind", IMPLIED.get(fold_text(seen.kind), "").split())
        if self.brief.network:
            self._learn("network", fold_text(self.brief.network).split())


def _neighbours(statements: Mapping[str, Statement], step: int) -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = {}
    for path, statement in statements.items():
        if path.startswith(("sender.", "recipient.")) or path.endswith((".kind", ".where")):
            continue
        for one, two in pairwise(statement.words[::step]):
            is_apart = one.clause != two.clause or is_everyday(one.text) or is_small(two.text)
            if not is_apart:
                table.setdefault(one.root, {})[two.root] = path
    return table


def _is_clause(statement: Statement) -> bool:
    """ "why audiences laugh too early", and not "rhymes for orange"."""
    return any(word.text in _OPEN_CLAUSES for word in statement.words)


_OPEN_CLAUSES = frozenset("why how that who which what when where is are was were not no".split())


_NAMES = ("recipient.name", "recipient.given_name", "sender.name")
