"""The time zone of this machine, by name. Django wants a name; Python alone does not give one."""

from __future__ import annotations

import os
from pathlib import Path
from zoneinfo import ZoneInfo


def local_zone() -> str:
    """The IANA name, such as `Europe/Lisbon`; UTC where the machine does not tell."""
    for name in _candidates():
        try:
            ZoneInfo(name)
        except (ValueError, OSError, KeyError):
            continue
        return name
    return "UTC"


def _candidates() -> list[str]:
    names = [os.environ.get("TZ", "").lstrip(":")]
    try:
        names.append(str(Path("/etc/localtime").resolve(strict=True)).partition("zoneinfo/")[2])
        names.append(Path("/etc/timezone").read_text(encoding="ascii").strip())
    except OSError:
        pass
    return [name for name in names if name]
