"""What the invented Ines remembers, and the messy address book of her phone.

`python -m tools.demo.memory HOME` keeps the memory in the store of HOME.
"""

from __future__ import annotations

import contextlib
import io
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from redleaf.cli import main
from redleaf.contacts import identities
from redleaf.contacts.contact import Contact, Role
from redleaf.formats.vcard import write_vcards
from tools.demo.inbox import let_come

_STORY = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def remember(home: Path) -> None:
    """Keep all lines in the store of `home`, as `redleaf remember` does, and the inbox."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        main(["people", "me", *_about_me(), "--home", str(home)])
        for line in _STORY["lines"]:
            main(["remember", line, "--home", str(home)])
    let_come(home)


def _about_me() -> Iterator[str]:
    me = _STORY["me"]
    yield from ("--name", me["name"], "--headline", me["headline"])
    for offer in me["offers"]:
        yield from ("--offer", offer)


def address_book() -> str:
    """vCards of people some of whom are in the memory under another name."""
    return write_vcards([_contact(each) for each in _STORY["cards"]])


def _contact(card: dict[str, Any]) -> Contact:
    found = (
        identities.email(card.get("email", "")),
        identities.phone(card.get("phone", "")),
    )
    firm = card.get("firm", "")
    return Contact(
        card["name"],
        identities=tuple(each for each in found if each),
        roles=(Role(firm),) if firm else (),
    )


if __name__ == "__main__":
    remember(Path(sys.argv[1]))
