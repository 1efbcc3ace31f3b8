"""Places: several stretches of a text, named in one sentence, so that advice is given once."""

from __future__ import annotations

from collections.abc import Sequence

from redleaf.notes.spans import Span

# More than these would make a list of what is a sentence.
_NAMED = 3
_LONGEST = 40


def named_places(text: str, spans: Sequence[Span]) -> str:
    """“gonna”, “stuff” and two more; each once, in the order of the text."""
    told = list(dict.fromkeys(_quoted(span.of(text)) for span in spans))
    named, more = told[:_NAMED], len(told) - _NAMED
    if more > 0:
        return f"{', '.join(named)} and {more} more"
    return " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))


def _quoted(words: str) -> str:
    words = " ".join(words.split())
    return f"“{words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + '…'}”"
