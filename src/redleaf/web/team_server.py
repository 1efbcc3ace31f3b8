"""Start a team's server: tables, cache, and as many processes as are asked for."""

from __future__ import annotations

import os
import secrets
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from redleaf.web import server
from redleaf.web.home import Home, Running

_START_SECONDS = 30
# Each holds the rules and the phrases for itself.
_MOST_UNASKED = 4


def open_team_desk(
    *, home: Path | None, host: str | None, port: int | None, say: Callable[[str], None]
) -> int:
    """Serve until it is ended; give the exit code. `say` takes the lines for the user."""
    os.umask(0o077)
    os.environ["REDLEAF_TEAM"] = "1"
    if home is not None:
        os.environ["REDLEAF_HOME"] = str(home.expanduser().absolute())
    address = host or server.ADDRESS
    server.prepare(Home.from_environment())
    running = Running(server.free_port(port, address), os.getpid(), secrets.token_urlsafe(12))
    secure = _certificate()
    server.set_up_django(running)
    server.bring_up_to_date()
    _make_cache()
    _say_when_ready(address, running.port, say, is_secure=bool(secure))
    server.server(running, address=address, workers=_workers(), **secure).serve()
    return 0


def _certificate() -> dict[str, Any]:
    """A certificate of one's own, for a server without a proxy in front."""
    files = (os.environ.get("REDLEAF_CERTIFICATE"), os.environ.get("REDLEAF_CERTIFICATE_KEY"))
    if not any(files):
        return {}
    for file in files:
        if not file or not Path(file).is_file():
            raise server.DeskError(
                "REDLEAF_CERTIFICATE and REDLEAF_CERTIFICATE_KEY have to name a file each; "
                f"{file or 'one of them'} is none."
            )
    certificate, key = (Path(str(file)) for file in files)
    return {"ssl_cert": certificate, "ssl_key": key}


def _workers() -> int:
    """As many as are asked for, else one for each core that this process may use, to four."""
    asked = os.environ.get("REDLEAF_WORKERS") or str(min(_cores(), _MOST_UNASKED))
    if not asked.isdecimal() or not 1 <= int(asked) <= 64:
        raise server.DeskError(f"REDLEAF_WORKERS is {asked!r}; it is a number from 1 to 64.")
    return int(asked)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _make_cache() -> None:
    from django.core.management import call_command

    call_command("createcachetable", verbosity=0)


def _say_when_ready(
    address: str, port: int, say: Callable[[str], None], *, is_secure: bool
) -> None:
    from django.conf import settings

    from redleaf.web.teams.services import accounts

    lines = [f"Redleaf is open at {_address(address, port, settings.HOSTS, is_secure=is_secure)}"]
    if settings.IS_TRIED_OUT:
        lines.append("Only this machine is answered; REDLEAF_HOSTS names the hosts of a server.")
    if not accounts().exists():
        lines.append("There is no account yet. The first to join is its administrator.")
    if not settings.EMAIL_HOST:
        lines.append(
            "EMAIL_HOST names no mail server: addresses are not confirmed, no letter goes."
        )

    def show() -> None:
        until = time.monotonic() + _START_SECONDS
        while time.monotonic() < until and not _listens(address, port):
            time.sleep(0.05)
        for line in lines:
            say(line)

    threading.Thread(target=show, daemon=True).start()


def _address(address: str, port: int, hosts: list[str], *, is_secure: bool) -> str:
    if hosts:
        return f"https://{hosts[0].lstrip('.')}/"
    shown = f"[{address}]" if ":" in address else address
    return f"{'https' if is_secure else 'http'}://{shown}:{port}/"


def _listens(address: str, port: int) -> bool:
    everywhere = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 -- asked, not bound
    try:
        with socket.create_connection((everywhere.get(address, address), port), timeout=1):
            return True
    except OSError:
        return False
