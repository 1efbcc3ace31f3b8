"""One file per page."""

from redleaf.web.inbox.views.bring import bring
from redleaf.web.inbox.views.decided import decided
from redleaf.web.inbox.views.deciding import answered, chosen, decide_one, personal, put_elsewhere
from redleaf.web.inbox.views.group import group
from redleaf.web.inbox.views.inbox import inbox, invitation, reading
from redleaf.web.inbox.views.learned import learned
from redleaf.web.inbox.views.policy import policy

__all__ = [
    "answered",
    "bring",
    "chosen",
    "decide_one",
    "decided",
    "group",
    "inbox",
    "invitation",
    "learned",
    "personal",
    "policy",
    "put_elsewhere",
    "reading",
]
