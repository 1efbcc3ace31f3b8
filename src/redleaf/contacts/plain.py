"""Records as plain JSON data and back: what goes through the guard, into the store, into a zip.

A field that stands at its default is left out, so that a file of 100,000 contacts stays small and
a field added later reads older data. What cannot be read is an InputError that names the place.
"""

from __future__ import annotations

import datetime as dt
import typing
from collections.abc import Callable, Container, Hashable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, cast

from redleaf.errors import InputError

Record = TypeVar("Record")
_Way = Callable[[Any], Any]


def to_plain(record: object, *, only: Container[str] | None = None) -> dict[str, Any]:
    """Texts, numbers, lists and objects only; days and moments in ISO 8601.

    With `only`, of the fields of these names alone.
    """
    plain = {}
    for name, default, write in _writers(cast(Hashable, type(record))):
        if only is not None and name not in only:
            continue
        value = getattr(record, name)
        if value != default:
            plain[name] = write(value)
    return plain


def from_plain(record: type[Record], data: object) -> Record:
    """The record that `to_plain` made `data` from. Raises InputError for any other shape."""
    if not isinstance(data, Mapping):
        raise InputError("this must be an object in braces.", place=record.__name__.lower())
    read = _readers(cast(Hashable, record))
    values = {}
    for name, value in data.items():
        if name not in read:
            raise InputError("there is no such field.", place=f"{record.__name__.lower()}.{name}")
        try:
            values[name] = read[name](value)
        except (TypeError, ValueError, AttributeError):
            place = f"{record.__name__.lower()}.{name}"
            raise InputError(f"{value!r:.60} does not belong here.", place=place) from None
    try:
        return record(**values)
    except TypeError:
        missing = ", ".join(sorted(set(_required(record)) - set(values)))
        raise InputError(f"{missing} is missing.", place=record.__name__.lower()) from None


def _required(record: type) -> list[str]:
    return [each.name for each in fields(record) if _default(each) is MISSING]


def _default(field: Field[Any]) -> Any:
    return field.default_factory() if field.default_factory is not MISSING else field.default


@cache
def _writers(record: Any) -> tuple[tuple[str, Any, _Way], ...]:
    hints = typing.get_type_hints(record)
    return tuple((each.name, _default(each), _writer(hints[each.name])) for each in fields(record))


@cache
def _readers(record: Any) -> dict[str, _Way]:
    hints = typing.get_type_hints(record)
    return {each.name: _reader(hints[each.name]) for each in fields(record)}


def _writer(hint: Any) -> _Way:
    inner = _inner(hint)
    if inner is not None:
        write = _writer(inner)
        return list if write is _same else lambda values: [write(each) for each in values]
    bare = _bare(hint)
    if is_dataclass(bare):
        return to_plain
    if bare in (dt.date, dt.datetime):
        return lambda value: value.isoformat()
    return _same


def _reader(hint: Any) -> _Way:
    inner = _inner(hint)
    if inner is not None:
        read = _reader(inner)
        make = cast(_Way, list if typing.get_origin(hint) is list else tuple)
        return lambda values: make(read(each) for each in _listed(values))
    bare = _bare(hint)
    if is_dataclass(bare):
        return lambda value: from_plain(cast(type, bare), value)
    if bare in (dt.date, dt.datetime):
        return cast(_Way, bare.fromisoformat)
    return _typed(bare)


def _inner(hint: Any) -> Any:
    """The type of the members of a list or tuple; a pair of texts counts as a tuple of texts."""
    if typing.get_origin(hint) not in (list, tuple):
        return None
    return typing.get_args(hint)[0]


def _bare(hint: Any) -> Any:
    """`date` for `date | None`."""
    if isinstance(hint, UnionType):
        return next(each for each in typing.get_args(hint) if each is not NoneType)
    return hint


def _same(value: Any) -> Any:
    return value


def _listed(values: Any) -> Any:
    if not isinstance(values, list):
        raise TypeError
    return values


def _typed(wanted: type) -> _Way:
    def read(value: Any) -> Any:
        if type(value) is not wanted:
            raise TypeError
        return value

    return read
