"""Notes that were sent before, from a file: JSON, JSONL, or text with a line of --- between."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from redleaf.cli.inputs import read_text
from redleaf.errors import FileError

_BETWEEN = re.compile(r"^-{3,}[ \t]*$", re.MULTILINE)
_WANTED = "notes are texts in quotes, or objects with a text"


def read_history(source: str) -> tuple[str, ...]:
    """The notes in a file, in its order, without empty ones; a file without any is none.

    JSON is a list of texts, or of objects with `text`; an object is read for its `history`, as in a
    brief. JSONL has one of them a line. Any other text is notes with a line of --- between them.
    Raises FileError for a file that cannot be read, and names the line or the place in the list.
    """
    written = read_text(source)
    try:
        notes = list(_notes(written))
    except FileError as error:
        raise FileError(error.what, place=": ".join(filter(None, (source, error.place)))) from None
    return tuple(note for note in notes if note.strip())


def _notes(written: str) -> Iterator[str]:
    whole, line = _json_in(written), _json_in(written.lstrip().partition("\n")[0])
    if isinstance(whole, dict) and "history" in whole:
        whole = whole["history"]
    if isinstance(whole, list):
        for number, each in enumerate(whole, 1):
            yield _text_of(each, f"note {number}")
    elif isinstance(line, dict | str):
        yield from _lines(written)
    elif whole is not None or written.lstrip().startswith("{"):
        yield _text_of(whole, "")
    else:
        yield from _BETWEEN.split(written)


def _json_in(written: str) -> Any:
    """What the JSON says; None where it is none."""
    try:
        return json.loads(written) if written.lstrip().startswith(("[", "{", '"')) else None
    except (ValueError, RecursionError):
        return None


def _lines(written: str) -> Iterator[str]:
    for number, line in enumerate(written.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise FileError(f"this is not JSON: {error}.", place=f"line {number}") from None
        yield _text_of(row, f"line {number}")


def _text_of(row: Any, place: str) -> str:
    text = row.get("text") if isinstance(row, dict) else row
    if not isinstance(text, str):
        raise FileError(f"{_WANTED}.", place=place)
    return text
