"""The groups of the inbox: a decision each, in the order in which they deserve attention."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

TITLES: dict[str, Any] = {
    "answer": _("Answer first"),
    "accept": _("Accept"),
    "ask": _("Ask"),
    "wait": _("Wait"),
    "decline": _("Decline"),
}
# What an act of the user's on one, or on several, is called.
DONE: dict[str, Any] = {
    "answer": _("Answered %(name)s"),
    "accept": _("Accepted %(name)s"),
    "ask": _("Asked %(name)s"),
    "wait": _("%(name)s waits"),
    "decline": _("Declined %(name)s"),
}
# What the user did, beside the name of whom it was about.
TAKEN: dict[str, Any] = {
    "answer": _("answered"),
    "accept": _("accepted"),
    "ask": _("asked"),
    "wait": _("waits"),
    "decline": _("declined"),
}
