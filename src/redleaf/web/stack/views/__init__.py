"""One file per page."""

from redleaf.web.stack.views.card import ask_model, card, later, mail, release_card, verify
from redleaf.web.stack.views.elsewhere import elsewhere, release_elsewhere
from redleaf.web.stack.views.people import add, end, people
from redleaf.web.stack.views.stacks import begin, go_on, stacks

__all__ = [
    "add",
    "ask_model",
    "begin",
    "card",
    "elsewhere",
    "end",
    "go_on",
    "later",
    "mail",
    "people",
    "release_card",
    "release_elsewhere",
    "stacks",
    "verify",
]
