"""How much a stranger's file may ask of this machine."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for reading one file, archive or folder.

    `seconds` counts from the start of the child process. `memory_bytes` is the child's whole
    address space. `total_bytes` is what may be unpacked altogether; an entry past
    `ratio_from_bytes` may not be more than `ratio` times its packed size. `depth` counts folders
    within folders; `line_chars` and `record_lines` bound one row of a table.
    """

    seconds: float = 30.0
    memory_bytes: int = 256 * MEGABYTE
    total_bytes: int = 200 * MEGABYTE
    entries: int = 2_000
    ratio: int = 100
    ratio_from_bytes: int = 10 * MEGABYTE
    depth: int = 5
    line_chars: int = 1_000_000
    record_lines: int = 2_000
    rows: int = 500_000


DEFAULT_LIMITS = Limits()
