"""Memory lines: what somebody types about a person in one line, as records of memory."""

from redleaf.formats.memory_line.line import PART_KINDS, MemoryLine, Part
from redleaf.formats.memory_line.reading import read_memory_line

__all__ = ["PART_KINDS", "MemoryLine", "Part", "read_memory_line"]
