"""The log of what was done to the memory, in words, and how one act in it is called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from redleaf.cli.terminal import printable
from redleaf.errors import RedleafError
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act

_MOST = 200
_NAME_CHARS = 6
_COUNTS = (
    ("new", "new"),
    ("changed", "changed"),
    ("doubtful", "perhaps known"),
    ("skipped", "skipped"),
    ("encounters", "encounters"),
    ("letters", "letters"),
    ("promises", "promises"),
    ("invitations", "invitations"),
)


def acts_of(owner: User) -> list[Act]:
    """The newest acts, undone ones too."""
    return list(Act.objects.filter(owner=owner)[:_MOST])


def name_of(act: Act) -> str:
    """A short name: the end of the id, which is chance."""
    return act.pk.hex[-_NAME_CHARS:]


def act_called(owner: User, name: str) -> Act:
    """The act whose id is `name` or ends so. Raises RedleafError where that is none, or several."""
    wanted = name.replace("-", "").casefold()
    found = [
        act
        for act in Act.objects.filter(owner=owner)
        if len(wanted) >= _NAME_CHARS and act.pk.hex.endswith(wanted)
    ]
    if len(found) != 1:
        raise RedleafError(f"There is no act called {name!r}. redleaf undo --list shows them.")
    return found[0]


def list_lines(acts: Sequence[Act]) -> Iterator[str]:
    if not acts:
        yield "Nothing was done yet."
    for act in acts:
        undone = ", undone" if act.undone_at else ""
        day = f"{act.at.astimezone():%Y-%m-%d %H:%M}"
        yield f"{name_of(act)}  {day}  {printable(act.what)}{_counts(act)}{undone}"


def undone_line(act: Act) -> str:
    return f"Undone: {printable(act.what)}{_counts(act)}."


def act_json(act: Act) -> dict[str, Any]:
    return {
        "id": str(act.pk),
        "kind": act.kind,
        "what": act.what,
        "origin": act.origin,
        "counts": act.counts,
        "at": act.at.isoformat(),
        "undone_at": act.undone_at.isoformat() if act.undone_at else None,
    }


def _counts(act: Act) -> str:
    told = [f"{act.counts[key]:,} {words}" for key, words in _COUNTS if act.counts.get(key)]
    return f" ({', '.join(told)})" if told else ""
