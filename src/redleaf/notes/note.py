"""A note: a text, and what can be seen in it. Everything is computed once, when first asked for."""

from __future__ import annotations

from redleaf.notes.folding import INVISIBLE
from redleaf.notes.once import once
from redleaf.notes.particulars import Particular, particularity, particulars_of
from redleaf.notes.parts import Parts

KINDS = ("note", "message", "email", "post")


class Note(Parts):
    """The text that goes with an invitation, or a first message. `text` is its string.

    `kind` is note, message, email or post. All spans count code points of `text`.
    """

    def __init__(self, text: str, *, kind: str = "note") -> None:
        super().__init__(text)
        self.kind = kind

    @once
    def particulars(self) -> tuple[Particular, ...]:
        """What in it could hardly be said to anybody else: days, names, encounters, owed things."""
        return particulars_of(self)

    @once
    def particularity(self) -> float:
        """How much its particulars tell together."""
        return particularity(self.particulars)

    @once
    def skeleton(self) -> str:
        from redleaf.notes.skeleton import skeleton  # here alone: a check asks for none

        return skeleton(self.text)

    @once
    def is_empty(self) -> bool:
        """Nothing a reader could see: white space and invisible characters only."""
        shown = self.text if self.text.isascii() else INVISIBLE.sub("", self.text)
        return not shown.strip()
