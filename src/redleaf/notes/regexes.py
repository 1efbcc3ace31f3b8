"""Regular expressions that are compiled when they are first used.

There are more than a hundred, one note needs a few of them, and to compile one takes longer than
to load a module. `regex(...)` is used like `re.compile(...)` and gives back what can be used like
a compiled one.
"""

from __future__ import annotations

import re
from typing import Any, cast


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Like re.compile(pattern, flags), which runs when it is asked for anything at all."""
    return cast("re.Pattern[str]", _Regex(pattern, flags))


class _Regex:
    """Stands for a compiled expression; what was asked for once is found at once ever after."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._written = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        # `_written` itself is asked for only before __init__, as copying does: it has no answer.
        if name == "_written":
            raise AttributeError(name)
        value = getattr(re.compile(*self._written), name)
        setattr(self, name, value)
        return value
