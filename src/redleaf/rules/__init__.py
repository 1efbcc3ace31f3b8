"""The rules, in four families: untrue, rude, boring, taking. One file a rule, found by itself."""

from redleaf.rules.finding import Finding, Fix, Severity
from redleaf.rules.reading import Reading
from redleaf.rules.rule import FAMILIES, Example, Rule

__all__ = ["FAMILIES", "Example", "Finding", "Fix", "Reading", "Rule", "Severity"]
