"""Numbers as a page says them: small ones in words, lengths against a limit, scores with a word."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

_WORDS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip


def in_words(number: int, words: str) -> str:
    """`in_words(2, ngettext("%(n)s finding", "%(n)s findings", 2))` is "two findings".

    In English alone: in other languages such a word bends with its noun, and a figure does not.
    """
    is_word = (get_language() or "en").startswith("en") and 0 <= number < len(_WORDS)
    return words % {"n": _WORDS[number] if is_word else str(number)}


_LEVELS = ((85, _("High")), (65, _("Good")), (45, _("Fair")), (10, _("Low")))


@dataclass(frozen=True, slots=True)
class Length:
    """A text's length against the limit of its network; `limit` is None where there is none."""

    used: int
    limit: int | None

    @property
    def over(self) -> int:
        return max(0, self.used - self.limit) if self.limit else 0

    @property
    def words(self) -> str:
        if self.limit is None:
            return ngettext("%(n)s character", "%(n)s characters", self.used) % {"n": self.used}
        if self.over:
            return gettext("%(n)s too many") % {"n": self.over}
        return gettext("%(n)s of %(limit)s") % {"n": self.used, "limit": self.limit}

    @property
    def share(self) -> int:
        """Per cent of the limit, at most 100."""
        return min(100, round(100 * self.used / self.limit)) if self.limit else 0


@dataclass(frozen=True, slots=True)
class Score:
    """One score from 0 to 100 with the word for it."""

    name: str
    points: int

    @property
    def word(self) -> str:
        for least, word in _LEVELS:
            if self.points >= least:
                return str(word)
        return gettext("None")
