"""A stack: many briefs drafted one after another, each note unlike those before it.

Where it is known how many notes are left they go to the people who need them most, and the others
get words for afterwards.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from redleaf.cli.drafting.stack_files import Answer, Line
from redleaf.errors import RedleafError
from redleaf.networks import network as network_named
from redleaf.notes.brief import Brief
from redleaf.notes.folding import fold_text
from redleaf.writing import Draft, Drafting, Question, draft
from redleaf.writing.advice.channels import counted_notes
from redleaf.writing.budget import Budget, left_in_words
from redleaf.writing.needs import Need, needs_most
from redleaf.writing.written import Written

# Whoever compares notes was at the same event. What lies so many lines back, or twice as many, is
# forgotten: a thousand people cannot all be told something else.
_FORGOTTEN_AFTER = 120


@dataclass(slots=True)
class _Drafted:
    line: Line
    drafting: Drafting | None = None
    error: str = ""
    budget: Budget | None = None
    need: Need | None = None

    @property
    def wants_note(self) -> bool:
        return self.drafting is not None and self.drafting.advice == "note"

    def to_json(self) -> Answer:
        if self.drafting is None:
            return {"id": self.line.id, "error": self.error}
        answer = {"id": self.line.id, **self.drafting.to_json()}
        if self.budget and self.need:
            answer |= {"budget": self.budget.to_json(), "need": self.need.to_json()}
        return answer


@dataclass(frozen=True, slots=True)
class Sharing:
    """Notes that were shared out on one network; `needs` are all who wanted one, best first."""

    budget: Budget
    needs: tuple[tuple[Line, Need], ...]


class Stack:
    """The lines of a stack, drafted in order.

    `count`, `seed` and `with_email` are as `n`, `seed` and `with_email` of `draft`. `left` is how
    many notes are left where notes are counted; None for what the briefs tell. `sharings` is filled
    while the answers come.
    """

    def __init__(
        self,
        lines: Sequence[Line],
        *,
        count: int,
        seed: int,
        left: int | None = None,
        with_email: bool = False,
    ) -> None:
        self.lines = lines
        self.sharings: list[Sharing] = []
        self._count = count
        self._seed = seed
        self._with_email = with_email
        self._budgets = _budgets(lines, left)
        self._written = Written()
        self._at: dict[str, Written] = {}
        self._asked: dict[Brief, Drafting] = {}
        self._taken: list[tuple[int, str, Draft]] = []

    def answers(self, told: Callable[[int], None]) -> Iterator[Answer]:
        """One answer a line, in order; `told` hears how many lines are drafted.

        Where notes are shared out, the first answer comes when all are drafted.
        """
        drafted: Iterable[_Drafted] = self._drafted(told)
        if self._budgets:
            drafted = list(drafted)
            for network, budget in self._budgets.items():
                wanting = [d for d in drafted if d.wants_note and _counted_on(d.line) == network]
                self._share_out(budget, wanting)
        for each in drafted:
            yield each.to_json()

    def _drafted(self, told: Callable[[int], None]) -> Iterator[_Drafted]:
        for place, line in enumerate(self.lines):
            told(place)
            if line.brief is None:
                yield _Drafted(line, error=line.error)
                continue
            brief = line.brief
            if _counted_on(line) in self._budgets:
                # Who goes without a note is said when all are known.
                brief = replace(brief, sent_this_month=None)
            try:
                yield _Drafted(line, self._unlike_the_others(brief, place))
            except RedleafError as error:
                yield _Drafted(line, error=f"line {line.number}: {error}")

    def _unlike_the_others(self, brief: Brief, place: int) -> Drafting:
        if place % _FORGOTTEN_AFTER == 0:
            self._forget(place - _FORGOTTEN_AFTER)
        if brief in self._asked:
            return self._asked[brief]
        occasion = _occasion(brief)
        written = self._told_at(occasion)
        drafting = self._draft(brief, written)
        if drafting.question and _texts(self._draft(brief, None)):
            # More is told to others as the stack goes on, so this stays so until it is forgotten.
            self._asked[brief] = _asked_for_more(drafting, brief)
            return self._asked[brief]
        # Of each brief one note is sent; the first is the best of them.
        for each in _texts(drafting)[:1]:
            self._taken.append((place, occasion, each))
            written.add(each)
        return drafting

    def _told_at(self, occasion: str) -> Written:
        """What the people of one occasion were told; skeletons are those of the whole stack."""
        if occasion not in self._at:
            self._at[occasion] = self._written.elsewhere()
        return self._at[occasion]

    def _forget(self, before: int) -> None:
        self._taken = [each for each in self._taken if each[0] >= before]
        self._written, self._at, self._asked = Written(), {}, {}
        for _, occasion, note in self._taken:
            self._told_at(occasion).add(note)

    def _draft(self, brief: Brief, written: Written | None) -> Drafting:
        return draft(
            brief, n=self._count, seed=self._seed, written=written, with_email=self._with_email
        )

    def _share_out(self, budget: Budget, wanting: Sequence[_Drafted]) -> None:
        briefs = [each.line.brief for each in wanting if each.line.brief]
        needs = needs_most(briefs, budget.left)
        for need in needs:
            each = wanting[need.place]
            each.budget, each.need = budget, need
            if not need.has_note:
                self._without_note(each, briefs[need.place], budget, need)
        self.sharings.append(Sharing(budget, tuple((wanting[n.place].line, n) for n in needs)))

    def _without_note(self, each: _Drafted, brief: Brief, budget: Budget, need: Need) -> None:
        """The same notes for afterwards, with the advice that holds where all are used."""
        spent = replace(budget, used=budget.of)
        instead = self._draft(replace(brief, sent_this_month=budget.of), None)
        why = instead.why
        if not budget.is_spent:
            reason = (
                f"The {budget.network.title} notes that are left go to others, who need them more. "
                f"{need.why}"
            )
            why = why.replace(left_in_words(spent, brief.today), reason, 1)
        notes = each.drafting.drafts if each.drafting else ()
        afterwards = tuple(replace(note, limit=None) for note in notes)
        each.drafting = replace(instead, why=why, afterwards=afterwards)


def _occasion(brief: Brief) -> str:
    """Where somebody was met: people who were at the same compare their notes."""
    if not brief.encounters:
        return ""
    met = next((each for each in brief.encounters if each.event), brief.encounters[0])
    return fold_text(met.event) or f"{met.kind} {fold_text(met.place)} {met.on}"


def _texts(drafting: Drafting) -> tuple[Draft, ...]:
    return drafting.drafts + drafting.afterwards


def _asked_for_more(drafting: Drafting, brief: Brief) -> Drafting:
    """There is something to say, and others of the stack were told it in such words already."""
    who = brief.recipient.called
    why = f"What is known of {who} was said to others of this stack in words like these."
    about, text = "shared", f"What else do you and {who} have in common?"
    if brief.encounters:
        more = " else" if brief.encounters[0].topics else ""
        about, text = "encounters.0.topics", f"What{more} did you and {who} talk about?"
    return replace(drafting, why=why, question=Question(about, text))


def _budgets(lines: Iterable[Line], left: int | None) -> dict[str, Budget]:
    """By network, where notes are counted there and somebody says how many went out."""
    sent = defaultdict[str, list[int]](list)
    for line in lines:
        counted = _counted_on(line)
        if counted and line.brief and line.brief.sent_this_month is not None:
            sent[counted].append(line.brief.sent_this_month)
        elif counted and left is not None:
            sent[counted].append(0)
    budgets = {}
    for name, numbers in sent.items():
        network = network_named(name)
        of = max(network.notes_a_month() or 0, left or 0)
        budgets[name] = Budget(network, of, max(numbers) if left is None else of - left)
    return budgets


def _counted_on(line: Line) -> str:
    """The network of an invitation whose notes are counted there; "" for any other message."""
    if line.brief is None or not line.brief.network:
        return ""
    network = network_named(line.brief.network)
    counted = counted_notes(replace(line.brief, sent_this_month=0), network)
    return network.name if counted else ""
