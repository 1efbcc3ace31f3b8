"""The guard: a stranger's file is read in a child process with limits on time, memory and size.

Every reader of a stranger's format goes through `read_guarded`. The child gets no more than the
file, may write no file, and hands back plain JSON data; whatever goes wrong in it ends here as one
FileError with a sentence, never as a stack trace.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, Protocol, cast

from redleaf.errors import FileError
from redleaf.formats.limits import DEFAULT_LIMITS, MEGABYTE, Limits


class Reader(Protocol):
    """A function at the top of a module under `redleaf.formats`; it runs in the child.

    Takes the source (a path, or the bytes as a file), the limits, and `tell`, to be called now and
    then with the share that is done, and with a part of the answer where the whole is too large to
    be held; and its own options by keyword, as plain JSON data. Returns plain JSON data or raises
    FileError.
    """

    __module__: str
    __qualname__: str

    def __call__(self, *where: Any, **options: Any) -> Any: ...


def read_guarded(
    reader: Reader,
    source: bytes | Path,
    limits: Limits = DEFAULT_LIMITS,
    *,
    options: Mapping[str, Any] | None = None,
    progress: Callable[[float], None] | None = None,
    parts: Callable[[Any], None] | None = None,
) -> Any:
    """What `reader` makes of `source`, read in a child process.

    `options` go to the reader by keyword, as JSON data. `progress` is called with a share from 0 to
    1, `parts` with each part of the answer that the reader tells before its end. Raises FileError
    when the file is missing, is not what it says, breaks a limit, or the reader fails in any way.
    """
    place = source.name if isinstance(source, Path) else ""
    if isinstance(source, Path) and not source.exists():
        raise FileError("there is no such file.", place=str(source))
    if isinstance(source, bytes) and len(source) > limits.total_bytes:
        raise FileError(_too_large(limits))
    child = _start(reader, source, limits, options or {})
    timer = _Timer(child, limits.seconds)
    answer: dict[str, Any] = {}
    try:
        for answer in _answers(child, source):
            if parts and "part" in answer:
                parts(answer["part"])
            elif progress and "done" in answer:
                progress(answer["done"])
        code = child.wait()
    finally:
        timer.cancel()
        child.kill()  # only when something went wrong here: otherwise it has ended
        child.wait()
    return _result(answer, code, place, limits, is_late=timer.is_late)


def _too_large(limits: Limits) -> str:
    return f"this is larger than {limits.total_bytes // MEGABYTE} MB, more than Redleaf reads."


# The folder in which this package lies.
_HOME = str(Path(__file__).resolve().parents[2])
# The parent's own search path is handed over, so that the child finds the same Redleaf; -I and -S
# keep it from running anything else that lies around (current folder, user site, .pth files).
_BOOT = (
    "import sys, json; job = json.loads(sys.argv[1]); sys.path[:0] = job['path']; "
    "from redleaf.formats.child import main; main(job)"
)


def _start(
    reader: Callable[..., Any], source: bytes | Path, limits: Limits, options: Mapping[str, Any]
) -> subprocess.Popen[bytes]:
    job = {
        "path": [_HOME, *(each for each in sys.path if each)],
        "reader": f"{reader.__module__}:{reader.__qualname__}",
        "file": str(source.resolve()) if isinstance(source, Path) else None,
        "limits": {name: getattr(limits, name) for name in Limits.__slots__},
        "options": dict(options),
    }
    return subprocess.Popen(  # noqa: S603 (our own interpreter and code; the file is only named)
        [sys.executable, "-I", "-S", "-B", "-c", _BOOT, json.dumps(job)],
        stdin=subprocess.PIPE if isinstance(source, bytes) else subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


class _Timer:
    """Ends the child when its time is over, and remembers that it did."""

    def __init__(self, child: subprocess.Popen[bytes], seconds: float) -> None:
        self.is_late = False
        self._child = child
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True
        self._timer.start()

    def cancel(self) -> None:
        self._timer.cancel()

    def _end(self) -> None:
        self.is_late = True
        self._child.kill()


def _answers(child: subprocess.Popen[bytes], source: bytes | Path) -> Iterator[dict[str, Any]]:
    """The child's lines: {"done": share} or {"part": …}, then one {"result": …} or {"error": …}."""
    if isinstance(source, bytes):
        threading.Thread(target=_feed, args=(child, source), daemon=True).start()
    with cast(IO[bytes], child.stdout) as lines:
        for line in lines:
            if line.endswith(b"\n"):  # a line without its end was cut off with the child
                yield json.loads(line)


def _feed(child: subprocess.Popen[bytes], data: bytes) -> None:
    with contextlib.suppress(OSError), cast(IO[bytes], child.stdin) as pipe:
        pipe.write(data)


def _result(answer: dict[str, Any], code: int, place: str, limits: Limits, *, is_late: bool) -> Any:
    if "result" in answer:
        return answer["result"]
    if "error" in answer:
        inner = answer.get("place", "")
        raise FileError(answer["error"], place=", ".join(filter(None, (place, inner))))
    if is_late or code == -24:  # SIGXCPU: the child's own limit of computing time
        raise FileError(f"reading this took longer than {limits.seconds:g} seconds.", place=place)
    raise FileError(
        f"reading this took more than {limits.memory_bytes // MEGABYTE} MB of memory, "
        "or ended without a word.",
        place=place,
    )
