"""`redleaf people me`: what a note may tell of who writes it."""

from __future__ import annotations

from collections.abc import Iterator

from redleaf.cli.terminal import printable
from redleaf.web.accounts.models import User


def sender_lines(owner: User) -> Iterator[str]:
    """Name, headline and offers; and how to say them where none is said."""
    name = owner.get_full_name()
    if not (name or owner.headline or owner.offers):
        yield "Nothing is written down of you. A note tells only what is:"
        yield '  redleaf people me --name "Ines Duarte" --headline "makes museum audio guides"'
        return
    yield printable(name or "No name is written down.")
    if owner.headline:
        yield printable(owner.headline)
    for offer in owner.offers:
        yield f"  offers {printable(offer)}"
