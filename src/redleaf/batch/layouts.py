"""How a scored row is written: as a line of JSONL or CSV, or as the cells of a Parquet row.

A layout runs where the row was scored, so that only finished bytes travel between processes. What
belongs to the text alone, the body, is made once for texts that are the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from json.encoder import encode_basestring
from typing import Any, Protocol

from redleaf.batch.rows import Key
from redleaf.judging.scorers import SCORES, VERDICTS

COLUMNS = ("id", "verdict", *(f"p_{name}" for name in VERDICTS), *SCORES, "error")
_TO_QUOTE = re.compile(r'[",\r\n]|^\s|\s$')
_NUMBERS = len(VERDICTS) + len(SCORES)

Scored = Mapping[str, Any]


class Layout(Protocol):
    """Bodies of scored rows, and what is written of many rows."""

    def body(self, scored: Scored) -> Any: ...

    def payload(self, keys: Sequence[Key], bodies: Sequence[Any]) -> Any: ...


class JsonlLayout:
    """One JSON object a line, as in docs/json.md."""

    def body(self, scored: Scored) -> str:
        if "error" in scored:
            return f', "error": {json.dumps(scored["error"], ensure_ascii=False)}}}\n'
        return _BODY % (scored["verdict"], *_numbers(scored))

    def payload(self, keys: Sequence[Key], bodies: Sequence[str]) -> bytes:
        lines = [
            f'{{"id": {encode_basestring(key) if isinstance(key, str) else key}{body}'
            for key, body in zip(keys, bodies, strict=True)
        ]
        return "".join(lines).encode()


class CsvLayout:
    """One record a row; UTF-8, commas, quotes where they are needed."""

    head = (",".join(COLUMNS) + "\n").encode()

    def body(self, scored: Scored) -> str:
        if "error" in scored:
            return f"{',' * (_NUMBERS + 2)}{_csv_cell(scored['error'])}\n"
        return f"{','.join(map(str, (',' + scored['verdict'], *_numbers(scored))))},\n"

    def payload(self, keys: Sequence[Key], bodies: Sequence[str]) -> bytes:
        lines = [_csv_cell(str(key)) + body for key, body in zip(keys, bodies, strict=True)]
        return "".join(lines).encode()


class TableLayout:
    """A tuple a column, for whoever makes a table of them; ids as text unless all are whole."""

    def __init__(self, *, has_whole_ids: bool) -> None:
        self._has_whole_ids = has_whole_ids

    def body(self, scored: Scored) -> tuple[Any, ...]:
        if "error" in scored:
            return (*[None] * (_NUMBERS + 1), scored["error"])
        return (scored["verdict"], *_numbers(scored), None)

    def payload(
        self, keys: Sequence[Key], bodies: Sequence[tuple[Any, ...]]
    ) -> list[tuple[Any, ...]]:
        ids = keys if self._has_whole_ids else map(str, keys)
        return [tuple(ids), *zip(*bodies, strict=True)]


_P = ", ".join(f'"{name}": %r' for name in VERDICTS)
_SCORES = ", ".join(f'"{name}": %r' for name in SCORES)
_BODY = f', "verdict": "%s", "p": {{{_P}}}, {_SCORES}}}\n'


def _numbers(scored: Scored) -> list[float]:
    p = scored["p"]
    return [*map(p.__getitem__, VERDICTS), *map(scored.__getitem__, SCORES)]


def _csv_cell(text: str) -> str:
    if _TO_QUOTE.search(text):
        return '"' + text.replace('"', '""') + '"'
    return text
