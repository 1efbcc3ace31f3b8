"""One test a file of a phrasebook: there are thousands of frames, and a test each takes minutes."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from redleaf.writing.phrasebook import Frame


def by_file(frames: Iterable[Frame]) -> pytest.MarkDecorator:
    """Parametrises `frames` with those of one file after the other."""
    files: dict[str, list[Frame]] = {}
    for frame in frames:
        files.setdefault(frame.name.partition(":")[0], []).append(frame)
    return pytest.mark.parametrize("frames", files.values(), ids=list(files))
