"""`make demo`: the desk with a home of its own, an invented memory, and a mess to tidy."""

from __future__ import annotations

import datetime as dt
import shutil
import sys
from pathlib import Path

from redleaf.cli import main
from tools.demo.export import Shape, export
from tools.demo.memory import address_book, remember

PLACE = Path(".demo")
STORY = """\
Ines Duarte makes museum audio guides. She has asked {sent} people to connect and was asked by
{received}; what she wrote, who said yes and who still waits lies in {file}
Everybody in it is invented. Seven things to try:

  1  Today: she came home from Museums & Web on Thursday. Begin the stack, say in a line what you
     would remember of each, and press Enter twice: a note a person, none like another.
  2  Inbox: a dozen people want to connect. Who comes first, and why? Which three sent one letter?
     Answer, ask and decline by keys, and take one back.
  3  Check: paste
       I'd like to add you to my professional network on LinkedIn.
     then replace it by what only the two of you know, and watch the margin.
  4  Write: Tomasz Zieliński said that nobody tests with the rain on. Which note would he keep?
  5  Insights: drop the zip. How many notes were the same letter, and who is worth one now?
  6  People: she keeps whom she met. Write down somebody you met, in one line, as you would say it.
  7  People, bring from a file: {cards}
     is her phone's address book. Who is new, who is the same person, and who may be?

Each demo begins anew; it never touches your own desk.
"""


def prepare(today: dt.date) -> tuple[Path, Path]:
    """A fresh home with a memory in it; beside it the export and the address book, returned."""
    shutil.rmtree(PLACE / "home", ignore_errors=True)
    PLACE.mkdir(exist_ok=True)
    file = PLACE / f"Complete_LinkedInDataExport_{today:%m-%d-%Y}.zip"
    for earlier in PLACE.glob("*.zip"):
        earlier.unlink()
    file.write_bytes(export(Shape(until=today)))
    cards = PLACE / "phone.vcf"
    cards.write_text(address_book(), encoding="utf-8")
    remember(PLACE / "home")
    return file, cards


if __name__ == "__main__":
    shape = Shape(until=dt.datetime.now().astimezone().date())
    file, cards = prepare(shape.until)
    told = {"sent": shape.sent, "received": shape.received, "file": file, "cards": cards}
    print(STORY.format(**told), flush=True)
    sys.exit(main(["desk", "--home", str(PLACE / "home"), *sys.argv[1:]]))
