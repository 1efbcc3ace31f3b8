"""Spam: bulk advertising, in mail and notes on one side, in text messages on the other.

A text message has no room for more than a prize and a number, and friends write it without an
address; learned together, they taught that long texts and full sentences are spam.
"""

from __future__ import annotations

from tools.train.heads.material import NOTES, Head, Material
from tools.train.heads.two_ways import Turn, two_ways
from tools.train.sets import Row

TEXTS = "spam-sms"
# As late as the text messages, held out, allow.
_TURN = Turn(0.7, 16.0)
# Talk is no spam, whatever it is about; there is a lot of it.
_TALK = ("politeness-wikipedia", "politeness-stackexchange", "receptiveness", "email-intent")


def learn(material: Material) -> Head:
    return two_ways(material, _in_mail, _by_text, _is_text, turn=_TURN, alphas=(10.0, 3.0))


def _in_mail(row: Row) -> tuple[object, float]:
    """Our own lines, talk, and notes; a pitch is not yet bulk mail, so it counts little."""
    if row.part == "mails":
        return row.labels["spam"], 4.0
    if row.part in _TALK:
        return False, 1.0
    if row.part == TEXTS:
        return row.labels["label"], 0.2
    if row.part in NOTES and row.labels["label"] in ("pitch", "personal"):
        is_pitch = row.labels["label"] == "pitch"
        return is_pitch, 0.2 if is_pitch else 2.0
    return None, 0.0


def _by_text(row: Row) -> tuple[object, float]:
    return (row.labels["label"] if row.part == TEXTS else None), 1.0


def _is_text(row: Row) -> tuple[object, float]:
    known = row.part in (TEXTS, "mails", *NOTES)
    return (row.part == TEXTS if known else None), 1.0
