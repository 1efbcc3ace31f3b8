"""Try an installed `redleaf` as a newcomer would: `python -m tools.smoke path/to/redleaf`.

Continuous integration does so in an environment that holds the engine and nothing else.
"""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tools.demo.export import Shape, export

DEFAULT = "I'd like to add you to my professional network on LinkedIn."
PERSONAL = (
    "Great meeting you for coffee last Thursday. "
    "If there's anyone in my network that can help you out, let me know."
)
BRIEF = {
    "today": "2026-11-19",
    "network": "linkedin",
    "sender": {"name": "Ines Duarte"},
    "recipient": {"name": "Tomasz Zieliński", "given_name": "Tomasz"},
    "encounters": [
        {
            "kind": "conference",
            "on": "2026-11-12",
            "event": "Museums & Web",
            "place": "Porto",
            "topics": ["sound walks in the rain"],
        }
    ],
}


def main(command: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        brief = place / "brief.json"
        brief.write_text(json.dumps(BRIEF), "utf-8")
        archive = place / "export.zip"
        archive.write_bytes(export(Shape(until=dt.date(2026, 11, 19), connections=60, sent=20)))
        page = place / "audit.html"

        tell(command, "--version")
        for name in ("rules", "networks"):
            tell(command, name)
        tell(command, "explain", "boring/default-text")

        [default] = answer(command, "check", "-", text=DEFAULT, code=1)["reports"]
        assert default["verdict"] == "default", default
        [personal] = answer(command, "check", "-", text=PERSONAL, code=0)["reports"]
        assert personal["verdict"] == "personal", personal

        drafting = answer(command, "draft", str(brief), code=0)
        assert drafting["drafts"], drafting
        draft = drafting["drafts"][0]["text"]
        assert answer(command, "verify", str(brief), "-", text=draft, code=0)["supported"]

        assert answer(command, "audit", str(archive), code=0)["sent"] == 20
        tell(command, "audit", str(archive), "--html", str(page))
        assert "<svg" in page.read_text("utf-8")

        refused = run(command, "desk", "--no-browser")
        assert refused.returncode == 1, refused
        assert "'.[web]'" in refused.stderr, refused.stderr
    print("The install without extras works.")


def answer(command: str, *arguments: str, text: str = "", code: int) -> dict[str, Any]:
    """The JSON a command prints, and that it ends with this exit code."""
    done = run(command, *arguments, "--format", "json", text=text)
    assert done.returncode == code, (arguments, done)
    parsed: dict[str, Any] = json.loads(done.stdout)
    return parsed


def tell(command: str, *arguments: str) -> None:
    done = run(command, *arguments)
    assert done.returncode == 0, (arguments, done)
    assert done.stdout, arguments


def run(command: str, *arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run([command, *arguments], input=text, capture_output=True, text=True)


if __name__ == "__main__":
    main(sys.argv[1])
