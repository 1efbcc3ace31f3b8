"""The two modes of one desk: for the machine's own user, or for a team on a server."""

from __future__ import annotations

import os

_OFF = ("", "0", "no", "off", "false")


def is_team() -> bool:
    """Whether REDLEAF_TEAM asks for a server with accounts."""
    return os.environ.get("REDLEAF_TEAM", "").casefold() not in _OFF


def settings_module() -> str:
    """The name of Django's settings for the mode that is asked for."""
    return "redleaf.web.team_settings" if is_team() else "redleaf.web.settings"
