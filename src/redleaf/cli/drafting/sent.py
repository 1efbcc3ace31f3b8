"""What went out by the user's own hand: told by the note shown, or asked where both may be."""

from __future__ import annotations

from typing import NamedTuple

from redleaf.cli.asking import ask_key
from redleaf.cli.drafting.showing import Shown


class Sent(NamedTuple):
    """Where it went, its words, and a subject if it was a mail."""

    network: str
    text: str = ""
    subject: str = ""
    as_invitation: bool = False


def what_went_out(note: Shown | None, network: str, *, as_invitation: bool) -> Sent:
    """What the user sent, having seen `note`; of words for afterwards only they know."""
    if note is None:
        return Sent(network, as_invitation=as_invitation)
    went = "n" if as_invitation else "m"
    if note.goes == "afterwards":
        went = ask_key("What went out? r the request alone, m these words, e by e-mail:", "rme")
    elif note.goes == "mail":
        went = "e"
    if went in "nr":
        return Sent(network, note.text if went == "n" else "", as_invitation=True)
    return Sent("email" if went == "e" else network, note.text, note.subject)
