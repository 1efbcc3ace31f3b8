"""A session: one brief at a terminal, its drafts, and the keys that act on them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

import click

from redleaf.cli.asking import ask_key, ask_line
from redleaf.cli.columns import width_of_output
from redleaf.cli.drafting.answering import NotUnderstood, answered, can_be_kept
from redleaf.cli.drafting.clipboard import copy
from redleaf.cli.drafting.editing import edit, may_leave
from redleaf.cli.drafting.opening import open_page, page_for
from redleaf.cli.drafting.sent import what_went_out
from redleaf.cli.drafting.showing import (
    Shown,
    answer_lines,
    fact_lines,
    joined,
    note_lines,
    shown_drafts,
    tell,
)
from redleaf.networks import Network
from redleaf.networks import network as network_named
from redleaf.notes.brief import Brief
from redleaf.writing import Drafting, draft
from redleaf.writing.budget import INVITING, Budget, budget_for, left_in_words

if TYPE_CHECKING:
    from redleaf.cli.drafting.remembered import Remembered

_KINDS = {"email": "email", "card": "message"}
# Nobody is asked to connect there: the note is the message itself.
_WITHOUT_REQUESTS = ("email", "card", "meetup")


class _Key(NamedTuple):
    key: str
    words: str
    act: Callable[[], None]


class Session:
    """Shows the drafts of a brief and does what the keys say, until the user has enough.

    `write` is draft(), or what is called as it is. `memory` is whom the brief is about, where it
    came from the memory.
    """

    def __init__(
        self,
        brief: Brief,
        *,
        count: int,
        seed: int,
        today: dt.date,
        with_email: bool = False,
        write: Callable[..., Drafting] = draft,
        memory: Remembered | None = None,
    ) -> None:
        self._brief = brief
        self._count = count
        self._seed = seed
        self._today = today
        self._with_email = with_email
        self._write = write
        self._memory = memory
        self._notes: list[Shown] = []
        self._chosen = 0

    def run(self) -> Drafting:
        """The answer as it stood when the user had enough."""
        self._draft()
        while True:
            keys = {each.key: each for each in self._keys()}
            numbers = [str(at) for at in range(1, len(self._notes) + 1)]
            key = ask_key(self._prompt(keys.values()), "".join([*numbers, *keys, "q"]))
            if key == "q":
                return self._answer
            if key in keys:
                keys[key].act()
            else:
                self._choose(int(key) - 1)

    @property
    def _network(self) -> Network | None:
        return network_named(self._brief.network) if self._brief.network else None

    @property
    def _budget(self) -> Budget | None:
        if self._memory and self._brief.aim in INVITING:
            return self._memory.budget(self._brief.network)
        return budget_for(self._brief, self._network)

    @property
    def _note(self) -> Shown:
        return self._notes[self._chosen]

    @property
    def _is_invitation(self) -> bool:
        """Whether the note goes with a request; elsewhere it is a message by itself."""
        network = self._network
        if network and (network.name in _WITHOUT_REQUESTS or network.can_attach() is False):
            return False
        return self._brief.aim in INVITING

    def _keys(self) -> Iterable[_Key]:
        """What can be done as things stand."""
        if self._answer.question:
            yield _Key("a", "answer", self._take_answer)
        if self._notes:
            yield _Key("c", "copy", self._copy)
            yield _Key("e", "edit", self._edit)
            yield _Key("n", "new wording", self._draft_anew)
        if self._network:
            yield _Key("o", "open the page", self._open)
        if self._memory and self._answer.advice != "ask-me":
            yield _Key("s", "sent", self._keep_sent)
        yield _Key("v", "facts", self._show_facts)

    def _prompt(self, keys: Iterable[_Key]) -> str:
        choices = [f"1-{len(self._notes)} choose"] if len(self._notes) > 1 else []
        parts = [*choices, *(f"{each.key} {each.words}" for each in keys), "q quit:"]
        # The key that is pressed is shown behind it.
        return "\n" + "\n".join(joined(parts, width_of_output() - 2))

    def _draft(self) -> None:
        kept = [each for each in self._notes if each.is_edited]
        self._answer = self._write(
            self._brief, n=self._count, seed=self._seed, with_email=self._with_email
        )
        # What the user wrote is not lost by new wording; one key is one digit.
        self._notes = [*shown_drafts(self._answer)[: 9 - len(kept)], *kept]
        self._chosen = 0
        width = width_of_output()
        self._say(answer_lines(self._brief, self._answer, budget=self._budget, width=width))
        for number, each in enumerate(kept, len(self._notes) - len(kept) + 1):
            self._say(["", *note_lines(each, self._brief, number=number, width=width)])

    def _choose(self, place: int) -> None:
        self._chosen = place
        self._show_note()

    def _show_note(self) -> None:
        width, number = width_of_output(), self._chosen + 1
        self._say(["", *note_lines(self._note, self._brief, number=number, width=width)])

    def _draft_anew(self) -> None:
        self._seed += 1
        self._say([""])
        self._draft()

    def _edit(self) -> None:
        changed = edit(self._note, self._brief, kind=self._kind, width=width_of_output())
        if changed:
            self._notes[self._chosen] = changed
            self._show_note()

    def _copy(self) -> None:
        if self._may_leave():
            without = ", without its subject" if self._note.subject else ""
            tell(f"Note {self._chosen + 1}{without}: {copy(self._note.text)}")

    def _open(self) -> None:
        network, link = self._page_of()
        text, subject = (self._note.text, self._note.subject) if self._notes else ("", "")
        page = page_for(self._brief, network, text, subject=subject, link=link)
        if page is None:
            where = network.where_to_change()
            tell(f"No page of theirs on {network.title} is known. {where}")
            return
        carries_text = page.url.startswith("mailto:") and bool(self._notes)
        if carries_text and not self._may_leave():
            return
        tell(f"{open_page(page)} {network.where_to_change()}")

    def _page_of(self) -> tuple[Network, str]:
        """Where to, and what is known of them there."""
        network = self._network or network_named("email")
        if self._notes and self._note.goes == "mail":
            network = network_named("email")
        return network, self._memory.link(network.name) if self._memory else ""

    def _keep_sent(self) -> None:
        if self._memory is None:
            return
        note = self._note if self._notes else None
        act = self._memory.keep_sent(
            what_went_out(note, self._brief.network, as_invitation=self._is_invitation)
        )
        if act is None:
            tell("This is kept already.")
            return
        tell(f"Kept: {act.what[:1].lower()}{act.what[1:]}. “redleaf undo” takes it back.")
        if budget := self._budget:
            tell(left_in_words(budget, self._today))

    def _take_answer(self) -> None:
        question = self._answer.question
        text = ask_line("Your answer, or Enter for none:") if question else ""
        if question is None or not text:
            return
        try:
            told = answered(self._brief, question.about, text, today=self._today)
        except NotUnderstood as error:
            tell(str(error))
            return
        has_met = len(told.encounters) > len(self._brief.encounters)
        about = "encounters" if has_met else question.about
        if self._memory and can_be_kept(about):
            self._keep_answer(about, text)
        self._brief = told
        self._say([""])
        self._draft()

    def _keep_answer(self, about: str, text: str) -> None:
        if self._memory and ask_key("Remember this, too? y yes, n no:", "yn") == "y":
            act = self._memory.keep_answer(self._brief, about, text)
            tell("Remembered." if act else "This is known already.")

    def _may_leave(self) -> bool:
        return may_leave(self._note, self._brief, kind=self._kind, width=width_of_output())

    def _show_facts(self) -> None:
        self._say(["", *fact_lines(self._brief, width_of_output())])

    @property
    def _kind(self) -> str:
        """What the checker calls such a text."""
        if self._note.goes == "mail":
            return "email"
        if self._network and self._network.name in _KINDS:
            return _KINDS[self._network.name]
        return "note" if self._is_invitation and self._note.goes == "along" else "message"

    def _say(self, lines: Iterable[str]) -> None:
        for line in lines:
            click.echo(line)
