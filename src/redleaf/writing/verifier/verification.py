"""What the verifier says: the claims of a text, each with the facts that bear it out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

KINDS = (
    "name", "date", "place", "number", "organisation", "work", "encounter", "promise", "quote",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that a text says is so.

    `start` and `end` count code points. `facts` are the paths of the brief that bear it out, such
    as `encounters.0.on`. `why` is a short sentence when nothing does, else empty.
    """

    start: int
    end: int
    kind: str
    text: str
    supported: bool
    facts: tuple[str, ...] = ()
    why: str = ""

    def to_json(self) -> dict[str, Any]:
        return {
            "start": self.start,
            "end": self.end,
            "kind": self.kind,
            "text": self.text,
            "supported": self.supported,
            "facts": list(self.facts),
            "why": self.why,
        }


@dataclass(frozen=True, slots=True)
class Verification:
    """All claims of one text in its order; `supported` when the brief bears out every one."""

    claims: tuple[Claim, ...]

    @property
    def supported(self) -> bool:
        return all(claim.supported for claim in self.claims)

    @property
    def unsupported(self) -> tuple[Claim, ...]:
        return tuple(claim for claim in self.claims if not claim.supported)

    def to_json(self) -> dict[str, Any]:
        """The shape of docs/verifier.md."""
        return {
            "supported": self.supported,
            "claims": [claim.to_json() for claim in self.claims],
        }
