"""Numbers as a page says them: small ones in words, lengths against a limit, scores with a word."""

from __future__ import annotations

from dataclasses import dataclass

_WORDS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip


def in_words(number: int, one: str, many: str) -> str:
    """`in_words(2, "finding", "findings")` is "two findings"."""
    word = _WORDS[number] if 0 <= number < len(_WORDS) else str(number)
    return f"{word} {one if number == 1 else many}"


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
            return f"{self.used} characters" if self.used != 1 else "1 character"
        return f"{self.over} too many" if self.over else f"{self.used} of {self.limit}"

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
        for least, word in ((85, "High"), (65, "Good"), (45, "Fair"), (10, "Low")):
            if self.points >= least:
                return word
        return "None"
