"""The home: the one folder that holds everything the desk keeps, closed to other users.

db.sqlite3    the store
secret        signs sessions; made once
desk.json     where the running desk is found; there only while it runs
model.json    which language model may write; there only where the user set one
static/       style sheet and scripts under hashed names; can be made again
uploads/      exports while they are read
"""

from __future__ import annotations

import hmac
import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from platformdirs import user_data_path


@dataclass(frozen=True, slots=True)
class Running:
    """A desk that runs: its port, its process, and a secret that `/healthz` proves to know."""

    port: int
    pid: int
    instance: str

    def proof(self, ask: str) -> str:
        """What only this desk can answer to `ask`; the answer does not give the secret away."""
        return proof_of(self.instance, ask)


@dataclass(frozen=True, slots=True)
class Home:
    """The folder and the files in it. Nothing is made before `prepare()`."""

    path: Path

    @classmethod
    def from_environment(cls) -> Home:
        """REDLEAF_HOME, otherwise the platform's folder for the user's data."""
        chosen = os.environ.get("REDLEAF_HOME")
        return cls(Path(chosen).expanduser().absolute() if chosen else user_data_path("redleaf"))

    @property
    def database(self) -> Path:
        return self.path / "db.sqlite3"

    @property
    def static(self) -> Path:
        return self.path / "static"

    @property
    def uploads(self) -> Path:
        return self.path / "uploads"

    @property
    def door(self) -> Path:
        """The page that hands a key to the browser.

        A browser in a sandbox (snap) reads no folder that starts with a dot, as the usual home
        on Linux does; there the page lies in the user's own folder for a moment.
        """
        hidden = any(part.startswith(".") for part in self.path.parts)
        return Path.home() / "open-redleaf.html" if hidden else self.path / "open.html"

    def prepare(self) -> None:
        """Make the folder and the secret. Raises OSError where that may not be."""
        for folder in (self.path, self.static, self.uploads):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            folder.chmod(0o700)
        secret = self.path / "secret"
        if not secret.exists():
            # Put in place whole: another command may be making the same home just now.
            draft = self.path / f"secret.{os.getpid()}"
            write_private(draft, secrets.token_urlsafe(48))
            draft.replace(secret)

    def secret(self) -> str:
        """The signing secret; before `prepare()` a passing one, so that reading writes nothing."""
        try:
            return (self.path / "secret").read_text(encoding="ascii")
        except FileNotFoundError:
            return secrets.token_urlsafe(48)

    def running(self) -> Running | None:
        """The desk that said it runs here. Whether it still does, only its `/healthz` can tell."""
        try:
            return Running(**json.loads((self.path / "desk.json").read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    @contextmanager
    def announced(self, running: Running) -> Iterator[None]:
        """Say where the desk is found, for as long as it runs."""
        place = self.path / "desk.json"
        write_private(place, json.dumps(asdict(running)))
        try:
            yield
        finally:
            if self.running() == running:
                place.unlink(missing_ok=True)


def proof_of(instance: str, ask: str) -> str:
    return hmac.new(instance.encode(), ask.encode(), "sha256").hexdigest()


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner may read, from its first byte on."""
    path.unlink(missing_ok=True)
    path.touch(mode=0o600, exist_ok=False)
    path.write_text(text, encoding="utf-8")
