"""One file per page."""

from redleaf.web.teams.views.calls import call, come, come_in, withdraw
from redleaf.web.teams.views.cards import card, share_contact
from redleaf.web.teams.views.house import change_account, house
from redleaf.web.teams.views.team import change_role, found, leave, remove, rename, team

__all__ = [
    "call",
    "card",
    "change_account",
    "change_role",
    "come",
    "come_in",
    "found",
    "house",
    "leave",
    "remove",
    "rename",
    "share_contact",
    "team",
    "withdraw",
]
