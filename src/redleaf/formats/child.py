"""The child's side of the guard: set the limits, read, answer in lines of JSON."""

from __future__ import annotations

import contextlib
import gc
import json
import os
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import IO, Any

from redleaf.errors import FileError
from redleaf.formats.limits import MEGABYTE, Limits

_TELL_EVERY_SECONDS = 0.05


def main(job: dict[str, Any]) -> None:
    """Run the job of `redleaf.formats.guard`; everything that goes wrong is an answer too."""
    gc.disable()  # a short life full of rows: looking for cycles takes a fifth of the time
    limits = Limits(**job["limits"])
    answers = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)  # nothing but answers goes to the parent
    try:
        _restrict(limits)
        answer = answer_of(lambda: _read(job, limits, answers))
    except MemoryError:
        megabytes = limits.memory_bytes // MEGABYTE
        answer = {"error": f"reading this takes more than {megabytes} MB of memory."}
    _send(answers, answer)


def answer_of(read: Callable[[], Any]) -> dict[str, Any]:
    """What `read` gives as {"result": …}, or why it failed as {"error": …}.

    Raises MemoryError alone: that says more of the whole child than of one file.
    """
    try:
        return {"result": read()}
    except MemoryError:
        raise
    except FileError as error:
        return {"error": error.what, "place": error.place}
    except RecursionError:
        return {"error": "this is nested too deeply to be read."}
    except OSError as error:
        return {"error": f"this cannot be read: {error.strerror or 'the disk gave no reason'}."}
    except Exception as error:  # the fence: a stranger's file may break any reader in any way
        return {"error": f"this is not in a form that Redleaf can read ({type(error).__name__})."}


def _restrict(limits: Limits) -> None:
    """Bound computing time and memory and forbid writing files, where the system can."""
    try:
        import resource
    except ImportError:  # Windows: the parent's clock and the byte counts remain
        return
    seconds = int(limits.seconds) + 1
    wanted = {
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_AS: limits.memory_bytes,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for kind, value in wanted.items():
        with contextlib.suppress(ValueError, OSError):  # a stricter limit is already set
            resource.setrlimit(kind, (value, value))


def _read(job: dict[str, Any], limits: Limits, answers: IO[bytes]) -> Any:
    module, _, name = job["reader"].partition(":")
    reader = getattr(import_module(module), name)
    told = time.monotonic()

    def tell(done: float, part: Any = None) -> None:
        nonlocal told
        if part is not None:
            _send(answers, {"part": part})
        now = time.monotonic()
        if now - told > _TELL_EVERY_SECONDS:
            told = now
            _send(answers, {"done": done})

    source = Path(job["file"]) if job["file"] else sys.stdin.buffer
    return reader(source, limits, tell, **job["options"])


def _send(answers: IO[bytes], answer: dict[str, Any]) -> None:
    line = json.dumps(answer).encode() + b"\n"
    with contextlib.suppress(BrokenPipeError):
        view = memoryview(line)
        while view:
            view = view[answers.write(view) :]
