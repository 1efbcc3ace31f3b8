"""Some rows scored at once; in numpy where it is installed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from redleaf.batch.rows import Row
from redleaf.errors import RedleafError
from redleaf.judging.checking import read
from redleaf.judging.scorers import Scoring, shipped_weights
from redleaf.judging.verdict import judge

_DIGITS = 4

Scored = dict[str, Any]


def score_chunk(rows: Sequence[Row]) -> list[Scored]:
    """Score some rows; in numpy where it is installed, with the same numbers without it."""
    try:
        from redleaf.batch import margins
    except ImportError:
        return [_alone(row) for row in rows]
    verdicts: list[str] = []
    glimpses = []
    errors: dict[int, str] = {}
    for at, row in enumerate(rows):
        try:
            verdict, note, findings = _judged(row)
            glimpses.append(margins.glimpse(note, findings))
            verdicts.append(verdict)
        except Exception as error:
            errors[at] = _told(error)
    scorings = iter(margins.score_many(glimpses, shipped_weights()))
    told = iter(verdicts)
    return [
        _failed(row, errors[at]) if at in errors else _scored(row, next(told), next(scorings))
        for at, row in enumerate(rows)
    ]


def _alone(row: Row) -> Scored:
    from redleaf.judging.scorers import score

    try:
        verdict, note, findings = _judged(row)
        return _scored(row, verdict, score(note, findings))
    except Exception as error:
        return _failed(row, _told(error))


def _judged(row: Row) -> tuple[str, Any, Any]:
    if row.error:
        raise RedleafError(row.error)
    reading, findings = read(row.text, network=row.network)
    return judge(reading, findings)[0], reading.note, findings


def _told(error: Exception) -> str:
    # One note that trips the checker must not take the other millions with it.
    if isinstance(error, RedleafError):
        return str(error)
    return f"the text could not be scored ({type(error).__name__})."


def _failed(row: Row, error: str) -> Scored:
    return {"id": row.id, "error": error}


def _scored(row: Row, verdict: str, scoring: Scoring) -> Scored:
    return {
        "id": row.id,
        "verdict": verdict,
        "p": {name: round(p, _DIGITS) for name, p in scoring.p.items()},
        "courtesy": round(scoring.courtesy, _DIGITS),
        "specificity": round(scoring.specificity, _DIGITS),
        "asks": round(scoring.asks, _DIGITS),
        "gives": round(scoring.gives, _DIGITS),
        "spam": round(scoring.spam, _DIGITS),
    }
