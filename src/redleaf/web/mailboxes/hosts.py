"""Which servers a desk may be led to: on a team's server its members do not look around inside."""

from __future__ import annotations

import ipaddress
import socket

from django.conf import settings
from django.utils.translation import gettext as _

from redleaf.web.mailboxes.faults import MailServerError


def refuse_inner_host(host: str, *, at: str = "address") -> None:
    """Raises MailServerError for a host in the network of a team's server that nobody named.

    Without this, a member could ask the server what answers beside it. On a desk of one's own the
    user may go wherever they could go anyway.
    """
    if not settings.TEAM or host.casefold() in settings.MAIL_SERVERS:
        return
    try:
        found = {each[4][0] for each in socket.getaddrinfo(host, None)}
    except OSError:
        return  # it cannot be reached either, and that is told where it is tried
    if not all(ipaddress.ip_address(str(each).partition("%")[0]).is_global for each in found):
        told = _("Who keeps this desk has not opened %(host)s to it.")
        raise MailServerError(told % {"host": host}, at=at)
