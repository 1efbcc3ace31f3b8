"""Phone numbers held against each other, and which are surely one person's own."""

from __future__ import annotations

import re
from collections.abc import Sequence

# A number in national and in international spelling ends alike.
_END = 8
# What mobile numbers begin with, where a country keeps them apart from those of houses and offices.
# Source: the numbering plans that the regulators publish, as listed with ITU-T E.164.
_MOBILE = re.compile(
    r"\+(?:30 69|31 6|32 4[5-9]|33 [67]|34 [67]|351 9|352 6|353 8|354 [678]|355 6|356 [79]|357 9"
    r"|358 (?:4|50)|359 (?:8|98)|36 [2357]0|370 6|371 2|372 5|373 [67]|374 [479]|375 (?:2|33|44)"
    r"|380 (?:39|50|6|73|9)|381 6|382 6|385 9|386 (?:[347]|51)|387 6|389 7|39 3|40 7|41 7|420 [67]"
    r"|421 9|43 6|44 7|45 [2-9]|46 7|47 [49]|48 (?:45|5[0137]|6[069]|7|88)|49 1[567]|55 \d\d9"
    r"|52 1|56 9|57 3|61 4|62 8|63 9|64 2|65 [89]|66 [689]|7 9|81 [789]0|82 10|84 [35789]|86 1[3-9]"
    r"|90 5|91 [6-9]|92 3|94 7|20 1|212 [67]|213 [567]|216 [2459]|221 7|225 0|233 [25]|234 [789]"
    r"|254 [71]|27 [678]|966 5|971 5|972 5|98 9)".replace(" ", "")
)


def end_of(number: str) -> str:
    """The last digits of a number, under which it is found; all of a short one."""
    return number.partition("x")[0].lstrip("+")[-_END:]


def is_mobile(number: str) -> bool:
    """Whether its country's plan says so; not where mobiles look like any other, as in America."""
    return _MOBILE.match(number) is not None


def same_numbers(one: Sequence[str], other: Sequence[str]) -> list[tuple[str, bool]]:
    """The numbers both have, as the fuller one has it, and whether it is surely the same.

    Sure are numbers that are equal and say their country. A national number is perhaps the same as
    another that ends alike.
    """
    found = []
    for mine in one:
        for theirs in other:
            if mine == theirs:
                found.append((mine, mine.startswith("+")))
            elif _may_be_same(mine, theirs):
                found.append((max(mine, theirs, key=len), False))
    return found


def _may_be_same(mine: str, theirs: str) -> bool:
    if mine.startswith("+") and theirs.startswith("+"):
        return False
    if ("x" in mine or "x" in theirs) and mine.partition("x")[2] != theirs.partition("x")[2]:
        return False
    ends = end_of(mine), end_of(theirs)
    return ends[0] == ends[1] and len(ends[0]) >= _END - 1
