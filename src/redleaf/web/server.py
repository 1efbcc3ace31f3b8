"""Start the desk: prepare the home, find a port, serve on loopback, show the way in.

`open_desk` is all that the command needs; a team's server is `team_server.py`. Django is imported
only after the home is chosen, because the settings read it.
"""

from __future__ import annotations

import errno
import json
import os
import secrets
import socket
import threading
import time
import urllib.request
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import Any

from redleaf.errors import RedleafError
from redleaf.web.home import Home, Running, write_private
from redleaf.web.mode import settings_module

FIRST_PORT = 8137
ADDRESS = "127.0.0.1"
_START_SECONDS = 30
_PORTS_TRIED = 20
_DOOR_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url={address}">
<title>Redleaf</title>
<p><a href="{address}">Open Redleaf</a></p>
</html>
"""


class DeskError(RedleafError):
    """The desk could not be opened."""


def open_desk(
    *, home: Path | None, port: int | None, browser: bool, say: Callable[[str], None]
) -> int:
    """Open the desk and serve until it is ended; give the exit code.

    Where a desk with the same home runs already, give a new key for it and return at once.
    `say` takes the lines for the user: first the address, then words.
    """
    os.umask(0o077)
    if home is not None:
        os.environ["REDLEAF_HOME"] = str(home.expanduser().absolute())
    place = Home.from_environment()
    running = place.running()
    if running is not None and _answers(running):
        set_up_django(running)
        _show_way_in(running, browser=browser, say=say)
        return 0
    prepare(place)
    running = Running(free_port(port), os.getpid(), secrets.token_urlsafe(12))
    set_up_django(running)
    bring_up_to_date()
    _make_owner()
    try:
        with place.announced(running):
            _serve(running, browser=browser, say=say)
    finally:
        place.door.unlink(missing_ok=True)
    return 0


def _answers(running: Running) -> bool:
    """Whether this very desk answers, and not another program on its port.

    It is asked for a proof: a word that anybody may read, anybody could repeat after its end.
    """
    ask = secrets.token_urlsafe(12)
    # A proxy from the environment has no business between the desk and itself.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        healthz = f"http://{ADDRESS}:{running.port}/healthz?ask={ask}"
        with opener.open(healthz, timeout=2) as answer:
            return bool(json.load(answer).get("proof") == running.proof(ask))
    except (OSError, ValueError, AttributeError):
        return False


def prepare(place: Home) -> None:
    """Make the home. Raises DeskError where that may not be."""
    try:
        place.prepare()
    except OSError as error:
        raise DeskError(f"The home {place.path} cannot be used: {error.strerror}.") from error


def free_port(asked: int | None, address: str = ADDRESS) -> int:
    """`asked`, or the first that is free. Raises DeskError where there is none."""
    ports = [asked] if asked is not None else range(FIRST_PORT, FIRST_PORT + _PORTS_TRIED)
    for port in ports:
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        with socket.socket(family) as probe:
            if os.name == "posix":
                # Without this a port stays taken for a minute after the desk before was ended.
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((address, port))
            except PermissionError as error:
                raise DeskError(
                    f"This machine does not let you use port {port}. Choose one above 1024."
                ) from error
            except OSError as error:
                if error.errno != errno.EADDRINUSE:
                    raise DeskError(
                        f"{address} is no address of this machine: {error.strerror}."
                    ) from error
                continue
            return port
    if asked is not None:
        raise DeskError(
            f"Port {asked} is in use by another program. Choose another with --port, "
            "or leave --port out and Redleaf finds a free one."
        )
    raise DeskError(
        f"No port from {ports[0]} to {ports[-1]} is free. "
        "Choose one with --port, for example --port 9000."
    )


def set_up_django(running: Running) -> None:
    """Load the settings of the mode that is asked for; `running` is what they tell of."""
    os.environ["REDLEAF_PORT"] = str(running.port)
    os.environ["REDLEAF_INSTANCE"] = running.instance
    os.environ["DJANGO_SETTINGS_MODULE"] = settings_module()
    import django

    django.setup()


def bring_up_to_date() -> None:
    """Tables and static files; and what an ended desk left half done."""
    from django.core.management import call_command

    from redleaf.web.incoming import services as incoming
    from redleaf.web.insights.services import tidy_up
    from redleaf.web.mailboxes import looking

    call_command("migrate", verbosity=0, interactive=False)
    # htmx 4 lies beside htmx 2 in one package, the audit's style beside its code.
    unused = ["htm*-4*", "htmx-2.js", "ext", "django-htmx.js", "*.py", "*.html", "page.css"]
    call_command(
        "collectstatic", verbosity=0, interactive=False, clear=True, ignore_patterns=unused
    )
    incoming.tidy_up()
    looking.tidy_up()
    tidy_up()


def server(running: Running, *, address: str = ADDRESS, workers: int = 1, **more: Any) -> Any:
    """What serves the desk, not started yet; `more` is for Granian's own server."""
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    return Server(
        "redleaf.web.wsgi:application",
        address=address,
        port=running.port,
        interface=Interfaces.WSGI,
        workers=workers,
        # More only take the interpreter from each other: at eight, all wait three times as long.
        blocking_threads=4,
        websockets=False,
        workers_kill_timeout=5,
        log_level=LogLevels.error,
        **more,
    )


def _make_owner() -> None:
    from redleaf.web.accounts.services import local_owner

    local_owner()


def _serve(running: Running, *, browser: bool, say: Callable[[str], None]) -> None:
    def show_when_ready() -> None:
        until = time.monotonic() + _START_SECONDS
        while time.monotonic() < until:
            if _answers(running):
                _show_way_in(running, browser=browser, say=say)
                say("It stays open until you press Ctrl-C here.")
                return
            time.sleep(0.05)
        say(f"The desk does not answer on port {running.port} yet.")

    threading.Thread(target=show_when_ready, daemon=True).start()
    server(running).serve()


def _show_way_in(running: Running, *, browser: bool, say: Callable[[str], None]) -> None:
    from redleaf.web.accounts.services import local_owner, make_entry_key

    owner = local_owner()
    say(f"Redleaf is open at {_entry_address(running, make_entry_key(owner))}")
    say("The key in this address works once. For another, run the same command again.")
    if browser and not _open_browser(_entry_address(running, make_entry_key(owner))):
        say("No browser could be opened from here; open the address by hand.")


def _entry_address(running: Running, key: str) -> str:
    return f"http://{ADDRESS}:{running.port}/enter/?key={key}"


def _open_browser(address: str) -> bool:
    """Open `address` by way of a file that only the user can read.

    What a program is started with can be read by every user of the machine, so the key must not
    stand on the browser's command line. The file goes when the key is used.
    """
    door = Home.from_environment().door
    try:
        write_private(door, _DOOR_PAGE.format(address=address))
    except OSError:
        return False
    return webbrowser.open(door.as_uri())
