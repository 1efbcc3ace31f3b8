"""Work spread over processes, with its results in order and a bounded number under way."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any, TypeVar, cast

from redleaf.errors import RedleafError

Part = TypeVar("Part")
Result = TypeVar("Result")

# So many parts may be done or under way ahead of one that takes longer than the others.
_AHEAD = 8
# Fewer parts than this are done sooner here than another process starts.
_WORTH_A_PROCESS = 3


def in_order(
    parts: Iterator[Part], work: Callable[[Part], Result], *, jobs: int
) -> Iterator[Result]:
    """`work` on each part, in `jobs` processes, in the order of `parts`.

    `work` is sent to each process once and may remember things there. Raises RedleafError when the
    system ends a process, as it does when memory runs out.
    """
    first = list(islice(parts, _WORTH_A_PROCESS))
    if jobs == 1 or len(first) < _WORTH_A_PROCESS:
        yield from map(work, first)
        yield from map(work, parts)
        return
    with _started(work, jobs) as team:
        yield from _Dealer(team).deal(first, parts)


class _Dealer:
    """Each process has one part at a time: the next is sent when its result has come, so that
    neither side ever waits for the other to read."""

    def __init__(self, team: list[Connection]) -> None:
        self._idle = team
        self._busy: dict[Connection, int] = {}
        self._done: dict[int, Any] = {}

    def deal(self, first: list[Any], rest: Iterator[Any]) -> Iterator[Any]:
        most = _AHEAD * len(self._idle)
        handed, yielded = 0, 0
        parts = _chained(first, rest)
        part = next(parts, None)
        while part is not None or self._busy or self._done:
            while part is not None and self._idle and handed - yielded < most:
                self._hand(handed, part)
                handed += 1
                part = next(parts, None)
            self._collect()
            while yielded in self._done:
                yield self._done.pop(yielded)
                yielded += 1

    def _hand(self, number: int, part: Any) -> None:
        process = self._idle.pop()
        with _telling_of_its_end():
            process.send(part)
        self._busy[process] = number

    def _collect(self) -> None:
        answered = wait(list(self._busy)) if self._busy else []
        for process in cast(list[Connection], answered):
            with _telling_of_its_end():
                result = process.recv()
            if isinstance(result, Exception):
                raise result
            self._done[self._busy.pop(process)] = result
            self._idle.append(process)


def _chained(first: list[Any], rest: Iterator[Any]) -> Iterator[Any]:
    yield from first
    yield from rest


@contextmanager
def _started(work: Callable[[Any], Any], jobs: int) -> Iterator[list[Connection]]:
    context = multiprocessing.get_context("spawn")
    processes: list[SpawnProcess] = []
    team: list[Connection] = []
    try:
        with _interrupts_left_to_the_parent(), _one_thread_a_process():
            for _ in range(jobs):
                here, there = context.Pipe()
                process = context.Process(target=_serve, args=(there, work), daemon=True)
                process.start()
                there.close()
                processes.append(process)
                team.append(here)
        yield list(team)
    finally:
        # A process ends when its end of the pipe is closed; one in mid-work is not waited for.
        for end in team:
            end.close()
        for process in processes:
            process.terminate()
            process.join()


def _serve(parts: Connection, work: Callable[[Any], Any]) -> None:
    # The parent ends the run; its end, by whatever, ends this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        while True:
            parts.send(_done(work, parts.recv()))
    except (EOFError, OSError):
        return


def _done(work: Callable[[Any], Any], part: Any) -> Any:
    try:
        return work(part)
    except Exception as error:  # it belongs to whoever asked for the work
        return error


@contextmanager
def _telling_of_its_end() -> Iterator[None]:
    try:
        yield
    except (EOFError, OSError):
        raise RedleafError(
            "A process was ended by the system, perhaps for want of memory; fewer --jobs take less."
        ) from None


@contextmanager
def _interrupts_left_to_the_parent() -> Iterator[None]:
    """A process that is still starting would answer Ctrl-C with a stack trace."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _one_thread_a_process() -> Iterator[None]:
    """numpy would start a thread a core in each process, and take memory for each."""
    name = "OPENBLAS_NUM_THREADS"
    before = os.environ.get(name)
    os.environ[name] = before or "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
