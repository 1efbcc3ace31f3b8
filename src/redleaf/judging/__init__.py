"""check(): rules to findings, scores and a verdict."""

from redleaf.judging.checking import check
from redleaf.judging.report import VERDICTS, Report, Scores
from redleaf.judging.settings import Settings

__all__ = ["VERDICTS", "Report", "Scores", "Settings", "check"]
