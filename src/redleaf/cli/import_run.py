"""One run of `redleaf import`: read, plan, show, ask, apply."""

from __future__ import annotations

import json
import signal
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import click

from redleaf.cli.asking import ask_key, can_ask
from redleaf.cli.bar import bar
from redleaf.cli.columns import width_of_output
from redleaf.cli.import_files import ReadFiles, is_own_export, read_files
from redleaf.cli.importing import counts_in_words, preview_lines, problem_line, question_lines
from redleaf.cli.terminal import printable
from redleaf.cli.whereabouts import today
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act, Contact
from redleaf.web.contacts.records import record_of
from redleaf.web.contacts.services.importing import ImportPlan, apply_import, plan_import
from redleaf.web.contacts.services.importing.gathering import gathered
from redleaf.web.contacts.services.importing.telling import line_of, plan_to_json
from redleaf.web.contacts.services.restoring import is_empty, restore_export
from redleaf.web.zone import local_zone

_KEYS = "snka?"
_ANSWERS = {"s": "same", "n": "new", "k": "skip"}
_HELP = """  s  the same person: what the file says is added to whom you know
  n  new: somebody else, who becomes a contact and is not asked about again
  k  skip: leave this one out
  a  all that are left are new: they become contacts, and you are asked about them later"""
_MOST_PROBLEMS = 10


class ImportRun:
    """The files of one command, held against the store of `owner`."""

    def __init__(
        self, owner: User, files: Sequence[str], format_name: str, options: Mapping[str, Any]
    ) -> None:
        self._owner = owner
        self._files = files
        self._format = format_name
        mine = [*options["mine"], *filter(None, [owner.email])]
        self._options = {
            **options,
            "mine": mine,
            "today": today().isoformat(),
            "zone": local_zone(),
        }

    def preview(self, show: Sequence[str], style: str) -> int:
        """Show what would change. Gives the exit code."""
        with _stoppable():
            read, plan = self._plan()
        if style == "json":
            _print_json(plan, read, None, is_preview=True)
        else:
            _print(preview_lines(plan, read.name, show, width=width_of_output()))
            click.echo(_next_step(plan), err=True)
        return 1 if plan.harvest.losses else 0

    def carry_out(self, *, asks: bool, style: str) -> int:
        """Import the files; asks first where somebody can answer. Gives the exit code."""
        if self._is_to_be_brought_back():
            return self._bring_back(self._files[0])
        with _stoppable():
            read, plan = self._plan()
            if asks and can_ask() and not plan.changes_nothing:
                _print(preview_lines(plan, read.name, (), width=width_of_output()), err=True)
                plan = self._answered(plan)
                if ask_key("Import this? y yes, n no:", "yn") == "n":
                    click.echo("Nothing was imported.", err=True)
                    return 1
        act = self._apply(plan, read)
        if style == "json":
            _print_json(plan, read, act, is_preview=False)
        else:
            _say_what_was_done(plan, read, act)
        return 1 if plan.harvest.losses else 0

    def _is_to_be_brought_back(self) -> bool:
        is_own = len(self._files) == 1 and is_own_export(self._files[0], self._format)
        return is_own and is_empty(self._owner)

    def _plan(self) -> tuple[ReadFiles, ImportPlan]:
        with bar("Reading") as told:
            read = read_files(
                self._files, format_name=self._format, options=self._options, told=told
            )
        harvest = gathered(read.harvests)
        harvest.problems += read.problems
        with bar("Comparing") as told:
            return read, plan_import(self._owner, harvest, told=told)

    def _answered(self, plan: ImportPlan) -> ImportPlan:
        """The plan with what the user says of those who may be somebody known."""
        doubtful = list(plan.entries_that_are("doubtful"))
        answers: dict[str, str] = {}
        for number, entry in enumerate(doubtful):
            known = Contact.objects.filter(owner=self._owner, pk=entry.near[0].contact_id).first()
            if known is None:
                continue
            left = len(doubtful) - number - 1
            said = line_of(record_of(known))
            for line in question_lines(entry, said, left, width=width_of_output()):
                click.echo(line, err=True)
            key = _one_of_the_answers()
            if key == "a":
                break
            answers[entry.key] = _ANSWERS[key]
        if not answers:
            return plan
        return plan_import(self._owner, plan.harvest, answers=answers)

    def _apply(self, plan: ImportPlan, read: ReadFiles) -> Act | None:
        with _stop_between_steps() as is_stopped, bar("Importing") as told:
            return apply_import(
                self._owner,
                plan,
                file_name=read.name,
                digest=read.digest,
                told=told,
                is_cancelled=is_stopped.is_set,
            )

    def _bring_back(self, file: str) -> int:
        """An export of Redleaf's own, into a store that holds nothing: the very rows come back."""
        with _stoppable(), bar("Bringing back") as told:
            told(0.0)
            act = restore_export(self._owner, Path(file), name=Path(file).name)
        count = sum(act.counts.values())
        click.echo(f"Brought back {count:,} entries of {printable(Path(file).name)}, as they were.")
        return 0


def _one_of_the_answers() -> str:
    while True:
        key = ask_key("  Same person? s same, n new, k skip, a all new, ? help:", _KEYS)
        if key != "?":
            return key
        click.echo(_HELP, err=True)


@contextmanager
def _stoppable() -> Iterator[None]:
    """Ctrl-C while nothing is written yet."""
    try:
        yield
    except (KeyboardInterrupt, click.Abort):
        click.echo("Stopped; nothing was imported.", err=True)
        raise click.exceptions.Exit(1) from None


@contextmanager
def _stop_between_steps() -> Iterator[threading.Event]:
    """Ctrl-C while rows are written: a flag that is looked at between two steps.

    An interrupt in the middle of the commit would leave us not knowing what to say.
    """
    stopped = threading.Event()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        stopped.set()

    is_main = threading.current_thread() is threading.main_thread()
    before = signal.signal(signal.SIGINT, stop) if is_main else None
    try:
        yield stopped
    finally:
        if is_main:
            signal.signal(signal.SIGINT, before)


def _print(lines: Iterator[str], *, err: bool = False) -> None:
    click.echo("\n".join(lines), err=err)


def _print_json(plan: ImportPlan, read: ReadFiles, act: Act | None, *, is_preview: bool) -> None:
    data = plan_to_json(plan)
    done = {"files": read.names, "preview": is_preview, "act": str(act.pk) if act else None}
    click.echo(json.dumps({**data, **done}, ensure_ascii=False, indent=2))


def _next_step(plan: ImportPlan) -> str:
    if plan.changes_nothing:
        return "Nothing would change."
    return "Nothing is changed yet. Leave out --preview to import."


def _say_what_was_done(plan: ImportPlan, read: ReadFiles, act: Act | None) -> None:
    name = printable(read.name)
    losses = plan.harvest.losses
    for problem in losses[:_MOST_PROBLEMS]:
        click.echo(f"redleaf: {problem_line(problem)}", err=True)
    more = len(losses) - _MOST_PROBLEMS
    if more > 0:
        click.echo(f"redleaf: … and {more:,} more: --preview --show unreadable", err=True)
    for remark in plan.harvest.remarks:
        click.echo(printable(remark), err=True)
    if act is None:
        click.echo(f"{name}: nothing is new; all of it is known already.")
        return
    click.echo(f"Imported {name}. {counts_in_words(plan)}")
    if any(entry.is_taken for entry in plan.entries_that_are("doubtful")):
        click.echo("Those perhaps known are kept apart; redleaf people merge asks.", err=True)
    click.echo("redleaf undo takes it back.", err=True)
