"""`make demo`: the desk with a home of its own and an invented export to drop into it."""

from __future__ import annotations

import datetime as dt
import shutil
import sys
from pathlib import Path

from redleaf.cli import main
from tools.demo.export import Shape, export

PLACE = Path(".demo")
STORY = """\
Ines Duarte makes museum audio guides. She has asked {sent} people to connect and was asked by
{received}; what she wrote, who said yes and who still waits lies in {file}
Everybody in it is invented. Three things to try:

  1  Check: paste
       I'd like to add you to my professional network on LinkedIn.
     then replace it by what only the two of you know, and watch the margin.
  2  Write: she met Tomasz Zieliński at Museums & Web in Porto a week ago. He said that nobody
     tests with the rain on. She can introduce him to Dana Ruiz. Which note would he keep?
  3  Insights: drop the zip. How many notes were the same letter, and who is worth one now?

Each demo begins anew; it never touches your own desk.
"""


def prepare(today: dt.date) -> Path:
    """A fresh home, and the export beside it. Returns the export."""
    shutil.rmtree(PLACE / "home", ignore_errors=True)
    PLACE.mkdir(exist_ok=True)
    file = PLACE / f"Complete_LinkedInDataExport_{today:%m-%d-%Y}.zip"
    for earlier in PLACE.glob("*.zip"):
        earlier.unlink()
    file.write_bytes(export(Shape(until=today)))
    return file


if __name__ == "__main__":
    shape = Shape(until=dt.datetime.now().astimezone().date())
    file = prepare(shape.until)
    print(STORY.format(sent=shape.sent, received=shape.received, file=file), flush=True)
    sys.exit(main(["desk", "--home", str(PLACE / "home"), *sys.argv[1:]]))
