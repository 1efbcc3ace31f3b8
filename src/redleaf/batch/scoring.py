"""Some rows scored at once; in numpy where it is installed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from redleaf.batch.rows import Row
from redleaf.errors import RedleafError
from redleaf.judging.checking import read
from redleaf.judging.scorers import scoring_of, shipped_weights
from redleaf.judging.settings import DEFAULT
from redleaf.judging.verdict import judge
from redleaf.rules.finding import Finding
from redleaf.rules.reading import Reading

_DIGITS = 4

Scored = dict[str, Any]


def score_chunk(rows: Sequence[Row]) -> list[Scored]:
    """Score some rows; in numpy where it is installed, with the same numbers without it."""
    try:
        from redleaf.batch import margins
    except ImportError:
        return [_alone(row) for row in rows]
    read_rows: list[tuple[Reading, list[Finding]]] = []
    errors: dict[int, str] = {}
    glimpses = []
    for at, row in enumerate(rows):
        try:
            read_row = _read(row)
            glimpses.append(margins.glimpse(read_row[0].note, read_row[1]))
            read_rows.append(read_row)
        except Exception as error:
            errors[at] = _told(error)
    told = zip(read_rows, margins.margins_of_many(glimpses, shipped_weights()), strict=True)
    return [
        _failed(row, errors[at]) if at in errors else _scored(row, *next(told))
        for at, row in enumerate(rows)
    ]


def _alone(row: Row) -> Scored:
    from redleaf.judging.scorers import margins_of

    try:
        reading, findings = _read(row)
        return _scored(row, (reading, findings), margins_of(reading.note, findings))
    except Exception as error:
        return _failed(row, _told(error))


def _read(row: Row) -> tuple[Reading, list[Finding]]:
    if row.error:
        raise RedleafError(row.error)
    return read(row.text, network=row.network)


def _told(error: Exception) -> str:
    # One note that trips the checker must not take the other millions with it.
    if isinstance(error, RedleafError):
        return str(error)
    return f"the text could not be scored ({type(error).__name__})."


def _failed(row: Row, error: str) -> Scored:
    return {"id": row.id, "error": error}


def _scored(
    row: Row, read_row: tuple[Reading, list[Finding]], row_margins: Sequence[float]
) -> Scored:
    judgement = judge(*read_row, roster=DEFAULT.roster, margins=row_margins)
    scoring = scoring_of(row_margins)
    return {
        "id": row.id,
        "verdict": judgement.verdict,
        "p": {name: round(p, _DIGITS) for name, p in judgement.p.items()},
        "courtesy": round(scoring.courtesy, _DIGITS),
        "specificity": round(scoring.specificity, _DIGITS),
        "asks": round(scoring.asks, _DIGITS),
        "gives": round(scoring.gives, _DIGITS),
        "spam": round(scoring.spam, _DIGITS),
    }
