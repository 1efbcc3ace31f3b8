"""Who wants to connect with the invented Ines: a dozen invitations for the inbox of the demo."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path

from redleaf.cli.store import opened_store

_CAME = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["came"]


def let_come(home: Path) -> None:
    """Keep all of them in the store of `home`, as if they had been pasted when they came."""
    now = dt.datetime.now().astimezone()
    with opened_store(home) as owner:
        from redleaf.web.inbox.services.bringing import bring_text

        for each in _CAME:
            bring_text(
                owner,
                each.get("text", "").strip(),
                name=each["name"],
                headline=each["headline"],
                link=each["link"],
                network=each.get("network", "linkedin"),
                at=now - dt.timedelta(hours=each["hours"]),
            )
