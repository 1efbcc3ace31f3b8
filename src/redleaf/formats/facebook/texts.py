"""Facebook's broken texts: UTF-8 that was written as if each byte were a letter."""

from __future__ import annotations

import datetime as dt


def repaired(text: str) -> str:
    """The text as it was meant, where it is broken; any other text as it stands.

    `LÃ¸ye` is `Løye`. A text that is not broken does not decode a second time.
    """
    if text.isascii():
        return text
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


LAST_SECOND = 253_402_300_800  # the end of the year 9999, the last one that Python knows


def moment(seconds: object) -> dt.datetime | None:
    """The moment of a Unix time in seconds; None for nothing and for what is none."""
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        return None
    if not 0 < seconds < LAST_SECOND:
        return None
    return dt.datetime.fromtimestamp(seconds, dt.UTC)
