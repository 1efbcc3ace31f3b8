"""Readers that do what a reader must not, for the guard's tests. They run in the child."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from redleaf.contacts.contact import Contact
from redleaf.contacts.harvest import Harvest
from redleaf.contacts.plain import to_plain
from redleaf.formats.limits import Limits

Source = Path | IO[bytes]
Tell = Callable[[float], None]


def sleeps(source: Source, limits: Limits, tell: Tell) -> Any:
    time.sleep(60)


def hoards(source: Source, limits: Limits, tell: Tell) -> Any:
    return len(bytearray(1_000_000_000))


def raises(source: Source, limits: Limits, tell: Tell) -> Any:
    return 1 / 0


def nests(source: Source, limits: Limits, tell: Tell) -> Any:
    return nests(source, limits, tell)


def dies(source: Source, limits: Limits, tell: Tell) -> Any:
    os._exit(3)


def writes(source: Source, limits: Limits, tell: Tell) -> Any:
    with Path(os.devnull).with_name("shm").joinpath(f"redleaf-{os.getpid()}").open("wb") as file:
        Path(file.name).unlink()
        file.write(b"x")


def prints(source: Source, limits: Limits, tell: Tell) -> Any:
    print('{"result": "forged"}')  # noqa: T201 (that is the misbehaviour)
    assert not isinstance(source, Path)
    return len(source.read())


def tells(source: Source, limits: Limits, tell: Tell) -> Any:
    for share in (0.2, 0.4, 0.6):
        time.sleep(0.06)
        tell(share)


def obeys(source: Path, limits: Limits, tell: Tell, **_: Any) -> Any:
    """Does what the file says, or else knows somebody of that name."""
    order = source.read_text()
    if order in ("sleeps", "hoards", "dies"):
        return globals()[order](source, limits, tell)
    return to_plain(Harvest("odd", contacts=[Contact(order)]))
