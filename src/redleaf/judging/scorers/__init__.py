"""The scorers: how a note sounds, by weights learned from labelled notes (docs/training.md)."""

from redleaf.judging.scorers.scoring import Scoring, margins_of, score, scoring_of
from redleaf.judging.scorers.weights import HEADS, SCORES, VERDICTS, Weights, shipped_weights

__all__ = [
    "HEADS",
    "SCORES",
    "VERDICTS",
    "Scoring",
    "Weights",
    "margins_of",
    "score",
    "scoring_of",
    "shipped_weights",
]
