"""Spelling: how far one word is from another."""

from __future__ import annotations


def edits(one: str, other: str) -> int:
    """Letters added, lost or changed, and neighbours swapped, to make one word the other.

    Source: Damerau 1964, optimal string alignment.
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, right in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]
