"""Chunks of records scored and written out: what one process does, over and over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from redleaf.batch.layouts import Layout
from redleaf.batch.rows import Record, Row
from redleaf.errors import UnknownName

CHUNK_ROWS = 256
CHUNK_SIZE = 256_000
# Texts that come again are remembered: so many, with so many letters in all, twice.
_MOST_TEXTS = 4096
_MOST_LETTERS = 1_000_000
# Kinds of errors and names of networks that are counted apart.
MOST_KINDS = 50

_VARYING = re.compile(r"\d[\d,]*|'[^']*'")


class Reply(NamedTuple):
    """What became of a chunk: `payload` as the layout has it, errors and strange networks."""

    rows: int
    payload: Any
    errors: Counter[str]
    networks: Counter[str]


def chunks_of(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Records by and by, few enough at a time to be kept in memory whatever their length."""
    chunk: list[Record] = []
    size = 0
    for record in records:
        chunk.append(record)
        size += len(record[1] or "")
        if len(chunk) == CHUNK_ROWS or size > CHUNK_SIZE:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


class ChunkScorer:
    """Call it with a chunk of records. `network` is that of rows that name none."""

    def __init__(
        self, row_of: Callable[[Record], Row], layout: Layout, *, network: str = ""
    ) -> None:
        self._row_of = row_of
        self._layout = layout
        self._network = network
        self._known: dict[str, str | None] = {}
        self._met = _Remembered()

    def __call__(self, chunk: Sequence[Record]) -> Reply:
        networks: Counter[str] = Counter()
        rows = [self._placed(row, networks) for row in map(self._row_of, chunk)]
        bodies = self._bodies_of_texts(rows)
        told = [self._failed(row) if row.error else bodies[row.text, row.network] for row in rows]
        payload = self._layout.payload([row.id for row in rows], [body for body, _ in told])
        errors = Counter(kind for _, kind in told if kind)
        return Reply(len(rows), payload, errors, networks)

    def _bodies_of_texts(self, rows: Sequence[Row]) -> dict[tuple[str, str], tuple[Any, str]]:
        from redleaf.batch.scoring import score_chunk

        bodies = {}
        new: dict[tuple[str, str], Row] = {}
        for row in rows:
            key = (row.text, row.network)
            if row.error or key in new or key in bodies:
                continue
            known = self._met.get(key)
            if known is None:
                new[key] = row
            else:
                bodies[key] = known
        for key, scored in zip(new, score_chunk(list(new.values())), strict=True):
            bodies[key] = (self._layout.body(scored), _kind_of(str(scored.get("error", ""))))
            self._met.keep(key, bodies[key])
        return bodies

    def _failed(self, row: Row) -> tuple[Any, str]:
        return self._layout.body({"error": row.error}), _kind_of(row.error)

    def _placed(self, row: Row, networks: Counter[str]) -> Row:
        """The row with a network that is known, or with none."""
        if not row.network:
            return row._replace(network=self._network) if self._network else row
        name = self._name_of(row.network)
        if name is None:
            # The text can be judged all the same; it is told at the end, with a count.
            networks[row.network[:40] if len(networks) < MOST_KINDS else "others"] += 1
        return row if name == row.network else row._replace(network=name or "")

    def _name_of(self, network: str) -> str | None:
        if network not in self._known:
            if len(self._known) > _MOST_TEXTS:
                self._known.clear()
            self._known[network] = known_network(network)
        return self._known[network]


def known_network(name: str) -> str | None:
    """The name as it was given, when there is such a network."""
    from redleaf.networks import network

    try:
        network(name)
    except UnknownName:
        return None
    return name


def _kind_of(error: str) -> str:
    """What errors that differ in a number or a name have in common."""
    return _VARYING.sub("…", error.partition(":")[0]).strip(" .")


class _Remembered:
    """What was made of texts, in two heaps: when the newer is full, the older is let go."""

    def __init__(self) -> None:
        self._newer: dict[tuple[str, str], Any] = {}
        self._older: dict[tuple[str, str], Any] = {}
        self._letters = 0

    def get(self, key: tuple[str, str]) -> Any:
        found = self._newer.get(key)
        if found is None and key in self._older:
            found = self._older[key]
            self.keep(key, found)
        return found

    def keep(self, key: tuple[str, str], made: Any) -> None:
        if self._letters > _MOST_LETTERS or len(self._newer) >= _MOST_TEXTS:
            self._older, self._newer, self._letters = self._newer, {}, 0
        self._newer[key] = made
        self._letters += len(key[0])
