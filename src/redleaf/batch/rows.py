"""A row: a note with its id and perhaps its network; and what keeps one from being read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import isfinite
from typing import Any, NamedTuple, Protocol, TypeGuard

# A note has a few hundred characters. What is longer than this is no note, and would not fit
# into a memory that stays the same.
LONGEST_ROW = 1_000_000

# What a reader takes from a file before anything is looked at: the row's number, what is heavy in
# it (the line, or the text), and whatever else there is.
Record = tuple[Any, ...]
Key = str | int | float | None


class Row(NamedTuple):
    """One row: its id as it was given, or its number in the file; `error` says why it is unread."""

    id: Key
    text: str = ""
    network: str = ""
    error: str = ""


class Columns(NamedTuple):
    """What the columns are called in which a row's parts stand."""

    id: str = "id"
    text: str = "text"
    network: str = "network"


class RowSource(Protocol):
    """A file that is being read. `row_of` can be sent to another process, with a record."""

    # How far the reading has come, of how much: bytes or rows. 0 when nobody knows.
    size: int
    # Whether every id is a whole number that Parquet can hold as one.
    has_whole_ids: bool

    @property
    def row_of(self) -> Callable[[Record], Row]: ...

    def records(self, *, after: int = 0) -> Iterator[Record]:
        """What there is behind the first `after` rows. Raises FileError when it cannot go on."""
        ...

    def position(self) -> int: ...


def row_of(number: int, text: object, key: object, network: object) -> Row:
    """A row from what stood in its cells; one without an id gets its number."""
    if key is None:
        key = number
    if type(text) is str and type(key) in (str, int) and (network is None or type(network) is str):
        row = Row(key, text, network or "")  # type: ignore[arg-type] # the types were just asked
        return row if is_sound(text) and is_sound(row.id) else _unsound(row, number)
    if not _is_key(key):
        return Row(number, error=f"the id is neither text nor a number: it is {_kind(key)}.")
    if text is None:
        return Row(key, error="there is no text.")
    if not isinstance(text, str):
        return Row(key, error=f"the text is not in quotes: it is {_kind(text)}.")
    if not (network is None or isinstance(network, str)):
        return Row(key, error=f"the network is not a name in quotes: it is {_kind(network)}.")
    return Row(key, text, network or "")


def _is_key(key: object) -> TypeGuard[Key]:
    if isinstance(key, float):
        return isfinite(key)
    return isinstance(key, str | int) and not isinstance(key, bool)


def is_sound(text: Key) -> bool:
    """Whether it can be written as UTF-8: half a letter from a broken encoding cannot."""
    if not isinstance(text, str) or text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _unsound(row: Row, number: int) -> Row:
    if not is_sound(row.id):
        return Row(number, error="the id is not UTF-8.")
    return Row(row.id, error="the text is not UTF-8; save the file as UTF-8.")


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, float) and not isfinite(value):
        return "NaN or infinite"
    if isinstance(value, int | float):
        return "a number"
    return "an object" if isinstance(value, dict) else f"a {type(value).__name__}"
