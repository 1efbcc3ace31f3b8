"""Editing a note: in the user's editor, and held against the brief when it comes back."""

from __future__ import annotations

import click

from redleaf.cli.asking import ask_key
from redleaf.cli.drafting.second_look import SecondLook, look_again
from redleaf.cli.drafting.showing import Shown, tell
from redleaf.notes.brief import Brief


def edit(note: Shown, brief: Brief, *, kind: str, width: int) -> Shown | None:
    """The note as the user wants it, or None when it stays as it is.

    `kind` is what the checker calls such a text: note, message or email.
    """
    text = note.text
    while True:
        changed = _in_editor(text)
        if changed is None or changed == note.text:
            tell("The note stays as it was.")
            return None
        text = changed
        if not text:
            tell("Nothing is left of it, so the note stays as it was.")
            return None
        look = look_again(brief, text, limit=note.limit, kind=kind)
        edited = note.edited(text, look.traces)
        if look.is_silent:
            tell(f"Nothing in it to mend. {edited.size}.")
            return edited
        _tell_all(look, width)
        key = ask_key("a again, k keep, d drop:", "akd")
        if key != "a":
            return edited if key == "k" else None


def may_leave(note: Shown, brief: Brief, *, kind: str, width: int) -> bool:
    """A second look before a text leaves: says what is grave, and asks once."""
    if not note.is_edited:
        return True  # a draft has passed the verifier and the checker
    look = look_again(brief, note.text, limit=note.limit, kind=kind)
    if not look.is_grave:
        return True
    _tell_all(look, width)
    return ask_key("Take it all the same? y yes, n no:", "yn") == "y"


def _tell_all(look: SecondLook, width: int) -> None:
    for line in look.lines(width):
        click.echo(line, err=True)


def _in_editor(text: str) -> str | None:
    """What the editor saved; None when it saved nothing, or could not be started."""
    try:
        saved = click.edit(text, extension=".txt")
    except click.ClickException as error:
        what = error.format_message().rstrip(".")
        tell(f"{what}. EDITOR may name another editor.")
        return None
    return None if saved is None else saved.replace("\r\n", "\n").strip()
