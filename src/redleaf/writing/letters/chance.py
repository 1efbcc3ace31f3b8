"""Chance that only a key decides, so that the same brief and seed give the same letters."""

from __future__ import annotations

from collections.abc import Iterable


def chance(key: str) -> int:
    """A number from 0 to 2**32 - 1, the same for the same key on every machine."""
    import hashlib  # here alone: loading it takes longer than most notes do

    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=4).digest(), "big")


def one_of(texts: Iterable[str], key: str) -> str:
    """One of the texts, or "" where there are none."""
    known = sorted(texts)
    return known[chance(key) % len(known)] if known else ""
