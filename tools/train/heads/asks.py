"""Asks: whether a text wants something done or answered.

Mail asks by asking ("could you send me"), people in need by saying what they lack ("we have no
water"), and the words of the one say little in the other. So each is learned alone.
"""

from __future__ import annotations

from tools.train.heads.material import NOTES, TONE, Head, Material
from tools.train.heads.two_ways import Turn, two_ways
from tools.train.sets import Row

MAIL, NEED = "email-intent", "disaster-requests"
# Found by cross-validation of both sets.
_TURN = Turn(0.35, 8.0)


def learn(material: Material) -> Head:
    return two_ways(material, _in_mail, _in_need, _is_need, turn=_TURN, alphas=(3.0, 3.0))


def _in_mail(row: Row) -> tuple[object, float]:
    if row.part == TONE:
        return row.labels["asks"], 1.0
    return (row.labels["label"] if row.part == MAIL else None), 1.0


def _in_need(row: Row) -> tuple[object, float]:
    return (row.labels["label"] if row.part == NEED else None), 1.0


def _is_need(row: Row) -> tuple[object, float]:
    return (row.part == NEED if row.part in (MAIL, NEED, TONE, *NOTES) else None), 1.0
