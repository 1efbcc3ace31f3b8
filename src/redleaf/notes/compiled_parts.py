"""Parts of a compiled file: lines, and sorted lines that are looked up and never taken apart.

first part
...
                (an empty line)
second part
...
"""

from __future__ import annotations

from collections.abc import Mapping

# One note asks for fewer; from there on a dictionary is made sooner than as many are looked up.
OFTEN = 500


class Part:
    """The lines of `data` from `begin` up to `end`."""

    def __init__(self, data: bytes, begin: int, end: int) -> None:
        self._data = data
        self._begin = begin
        self._end = end
        self._asked = 0
        self._taken_apart: dict[str, str] = {}

    def lines(self) -> list[str]:
        return self._data[self._begin : self._end].decode().split("\n")

    def fields(self) -> dict[str, str]:
        """What each line says after its first field, by that field."""
        return {key: value for key, _, value in (line.partition("\t") for line in self.lines())}

    def get(self, key: str) -> str | None:
        """The same for one field, in a part of `sorted_lines`; None when no line begins with it.

        Looked up by halving, as in a dictionary of paper; who asks often gets all taken apart.
        """
        self._asked += 1
        if self._asked > OFTEN:
            self._taken_apart = self._taken_apart or self.fields()
            return self._taken_apart.get(key)
        data, low, high = self._data, self._begin, self._end
        wanted = key.encode("utf-8", "surrogatepass") + b"\t"
        while low < high:
            middle = (low + high) // 2
            start = data.rfind(b"\n", low, middle) + 1 or low
            stop = data.find(b"\n", middle, high)
            stop = high if stop < 0 else stop
            line = data[start : start + len(wanted)]
            if line == wanted:
                return data[start + len(wanted) : stop].decode()
            # The tab sorts before all that a key can hold, so a key before its longer ones.
            if data[start : data.find(b"\t", start) + 1] < wanted:
                low = stop + 1
            else:
                high = start
        return None


def parts_of(data: bytes) -> list[Part]:
    """The parts of a compiled file."""
    parts = []
    begin = 0
    while (end := data.find(b"\n\n", begin)) >= 0:
        parts.append(Part(data, begin, end))
        begin = end + 2
    return [*parts, Part(data, begin, len(data))]


def sorted_lines(values: Mapping[str, str]) -> list[str]:
    """Lines of keys and values for Part.get; no key holds a tab, no value the end of a line."""
    return sorted(
        (f"{key}\t{value}" for key, value in values.items()), key=lambda line: line.encode()
    )
