"""Fields: one JSON object of a brief, read field by field, with the path at hand for errors."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, cast

from redleaf.errors import BriefError
from redleaf.notes.rough_days import read_day

# Days are counted from one another; beyond these years it is a slip of the keyboard.
YEARS = range(1900, 3000)


class Fields:
    """A JSON object; `path` says where it stands, as in `encounters.0`. Raises BriefError."""

    def __init__(self, data: object, path: str) -> None:
        if not isinstance(data, Mapping):
            raise BriefError("this must be an object in braces.", place=path or "the brief")
        self._data = cast(Mapping[str, Any], data)
        self._path = path

    def only(self, *known: str) -> None:
        for key in self._data:
            if key not in known:
                import difflib

                near = difflib.get_close_matches(str(key), known, n=1)
                hint = f" Did you mean {near[0]}?" if near else ""
                raise BriefError(f"a brief has no such field.{hint}", place=self._at(str(key)))

    def text(self, key: str) -> str:
        value = self._data.get(key)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise BriefError("this must be a text in quotes.", place=self._at(key))
        return value.strip()

    def texts(self, key: str) -> tuple[str, ...]:
        value = self._data.get(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise BriefError("this must be a list of texts.", place=self._at(key))
        return tuple(each.strip() for each in value if each.strip())

    def choice(self, key: str, known: tuple[str, ...]) -> str:
        value = self.text(key)
        if value and value not in known:
            raise BriefError(f"{value!r} is not one of {', '.join(known)}.", place=self._at(key))
        return value

    def day(self, key: str) -> dt.date | None:
        return self._day(key, dt.date.fromisoformat, "day; write it as 2026-11-19.")

    def rough_day(self, key: str) -> dt.date | None:
        """A day, or only its month or year (redleaf.notes.rough_days)."""
        return self._day(key, read_day, "day; write 2026-11-19, or only 2026-11 or 2026.")

    def _day(self, key: str, read: Callable[[str], dt.date], wanted: str) -> dt.date | None:
        value = self.text(key)
        if not value:
            return None
        try:
            day = read(value)
        except ValueError:
            raise BriefError(f"{value!r} is not a {wanted}", place=self._at(key)) from None
        if day.year not in YEARS:
            raise BriefError(
                f"{value!r} is not in the years {YEARS[0]} to {YEARS[-1]}.", place=self._at(key)
            )
        return day

    def count(self, key: str, wanted: str) -> int | None:
        value = self._data.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise BriefError(wanted, place=self._at(key))
        return value

    def fields(self, key: str) -> Fields:
        value = self._data.get(key)
        return Fields({} if value is None else value, self._at(key))

    def items(self, key: str) -> list[Fields]:
        value = self._data.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            raise BriefError("this must be a list.", place=self._at(key))
        return [Fields(each, f"{self._at(key)}.{number}") for number, each in enumerate(value)]

    def _at(self, key: str) -> str:
        return f"{self._path}.{key}" if self._path else key
