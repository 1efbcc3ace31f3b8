"""Redleaf tells a personal connection note from boilerplate and helps to write a true one.

The public API, each call pure: texts, briefs and days are arguments, nothing is read or sent.

    check(text, ...)    what a receiver would feel: findings, scores, verdict
    fix(text, ...)      the same text with what nobody can miss taken away
    draft(brief, ...)   up to three notes from recorded facts, or one good question
    verify(brief, text) every claim in a text that the brief does not bear out
    triage(invitations) which deserve an answer today, and why
    audit(source, ...)  a person's own LinkedIn export in numbers

What they take and give is described in docs/library.md; errors are under RedleafError.
"""

from __future__ import annotations

# Not from typing: that module alone takes longer to load than all of this one.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from redleaf.audit import AuditReport, audit
    from redleaf.errors import (
        BriefError,
        ConfigError,
        FileError,
        InputError,
        RedleafError,
        UnknownName,
    )
    from redleaf.judging import Report, check
    from redleaf.judging.fixing import FixedText, fix
    from redleaf.notes.brief import Brief
    from redleaf.triage import Decision, Invitation, Known, triage
    from redleaf.writing import Drafting, draft
    from redleaf.writing.verifier import Verification, verify

__version__ = "0.1.0"

__all__ = [
    "AuditReport",
    "Brief",
    "BriefError",
    "ConfigError",
    "Decision",
    "Drafting",
    "FileError",
    "FixedText",
    "InputError",
    "Invitation",
    "Known",
    "RedleafError",
    "Report",
    "UnknownName",
    "Verification",
    "audit",
    "check",
    "draft",
    "fix",
    "triage",
    "verify",
]

# A note is checked in milliseconds; loading the writer or the audit for it would double that.
_HOMES = {
    "AuditReport": "redleaf.audit",
    "Brief": "redleaf.notes.brief",
    "BriefError": "redleaf.errors",
    "ConfigError": "redleaf.errors",
    "Decision": "redleaf.triage",
    "Drafting": "redleaf.writing",
    "FileError": "redleaf.errors",
    "FixedText": "redleaf.judging.fixing",
    "InputError": "redleaf.errors",
    "Invitation": "redleaf.triage",
    "Known": "redleaf.triage",
    "RedleafError": "redleaf.errors",
    "Report": "redleaf.judging",
    "UnknownName": "redleaf.errors",
    "Verification": "redleaf.writing.verifier",
    "audit": "redleaf.audit",
    "check": "redleaf.judging",
    "draft": "redleaf.writing",
    "fix": "redleaf.judging.fixing",
    "triage": "redleaf.triage",
    "verify": "redleaf.writing.verifier",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'redleaf' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
