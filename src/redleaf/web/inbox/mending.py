"""What is wrong with own settings in words, and how to mend it, in the language of who asks."""

from __future__ import annotations

from django.utils.translation import gettext

from redleaf.triage.known import DECISIONS
from redleaf.triage.own_settings import Fault, UnreadSetting

# What has to be written as it stands, in whatever language the page is.
_AS_IN = {"one": "recruiters: decline", "other": "alumni of Slate College: answer"}
_LONGER = "wait a week, then decline"


def mend_of(error: UnreadSetting, *, lines: int) -> str:
    """One line of `lines` that cannot be read: what is said in it, and what can be."""
    told = _told(error.fault) % {
        "words": error.words,
        "told": ", ".join(DECISIONS),
        "longer": _LONGER,
        **_AS_IN,
    }
    if lines < 2:
        return told
    return gettext("Line %(line)s: %(told)s") % {"line": error.line, "told": told}


def _told(fault: Fault) -> str:
    if fault is Fault.NO_POLICY:
        return gettext(
            "“%(words)s” does not say whom and what. Write it in English with a colon, as in "
            "“%(one)s” or “%(other)s”."
        )
    if fault is Fault.NOBODY:
        return gettext(
            "“%(words)s” names nobody that can be told apart. Write it in English, as in “%(one)s” "
            "or “%(other)s”."
        )
    return gettext("“%(words)s” is not one of %(told)s, or “%(longer)s”.")
