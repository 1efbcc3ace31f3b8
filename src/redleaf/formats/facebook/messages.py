"""Conversations of an export: who wrote when. Of the words nothing is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from redleaf.contacts.contact import Contact
from redleaf.contacts.encounters import Letter
from redleaf.formats.facebook.texts import LAST_SECOND, moment, repaired

# What stands in place of people who have left, all under one name.
_NOBODY = frozenset(
    (
        "facebook user",
        "facebook-nutzer",
        "utilisateur facebook",
        "usuario de facebook",
        "utente facebook",
        "usuário do facebook",
        "utilizador do facebook",
        "facebook-gebruiker",
    )
)


@dataclass(slots=True)
class _Talk:
    """One conversation: its lasting name, who takes part, and writer and moment of each message."""

    key: str
    people: set[str] = field(default_factory=set)
    turns: set[tuple[float, str]] = field(default_factory=set)


class Messages:
    """Gathers the files of all conversations; a long one stands in several.

    `strangers` are those whom the owner wrote to without being friends, `unanswered` counts the
    conversations with others in which the owner wrote nothing; both are filled by `letters`.
    """

    def __init__(self) -> None:
        self.strangers: list[Contact] = []
        self.lacks_owner = False
        self.unanswered = 0
        self._talks: dict[str, _Talk] = {}

    def read(self, data: Mapping[str, Any], problem: Callable[[str], None]) -> None:
        """One file. Older and newer exports name its parts differently."""
        key = str(data.get("thread_path") or data.get("threadName") or data.get("title") or "")
        talk = self._talks.setdefault(key, _Talk(repaired(key)))
        people = data["participants"] if isinstance(data["participants"], list) else []
        talk.people.update(filter(None, map(_name, people)))
        messages = data["messages"] if isinstance(data["messages"], list) else []
        for number, each in enumerate(messages, 1):
            turn = _turn(each)
            if turn is None:
                problem(f"message {number} has no writer or no time that can be read.")
            else:
                talk.turns.add(turn)

    def letters(self, owner: str, keys: Mapping[str, str]) -> Iterator[Letter]:
        """Letters of all conversations; `keys` are those of contacts by name, "" for a name
        that several have.

        Whoever is no friend becomes a contact when the owner wrote to them.
        """
        owner = owner or self._commonest()
        self.lacks_owner = bool(self._talks) and not owner
        known = dict(keys)
        for talk in self._talks.values() if owner else ():
            others = sorted(talk.people - {owner})
            if any(writer == owner for _, writer in talk.turns):
                for name in others:
                    self._know(name, known)
            elif not any(known.get(name) for name in others):
                self.unanswered += 1
            yield from _letters(talk, owner, others, known)

    def _commonest(self) -> str:
        """Who takes part in most conversations, when one person does."""
        present = Counter(name for talk in self._talks.values() for name in talk.people)
        common = present.most_common(2)
        if len(common) == 2 and common[0][1] == common[1][1]:
            return ""
        return common[0][0] if common else ""

    def _know(self, name: str, known: dict[str, str]) -> None:
        if name not in known and name.casefold() not in _NOBODY:
            known[name] = f"facebook conversation {len(self.strangers) + 1}"
            self.strangers.append(Contact(name=name, key=known[name]))


def _letters(talk: _Talk, owner: str, others: list[str], known: dict[str, str]) -> Iterator[Letter]:
    receivers = tuple(filter(None, (known.get(name) for name in others)))
    for at, writer in sorted(talk.turns):
        is_sent = writer == owner
        people = receivers if is_sent else tuple(filter(None, [known.get(writer, "")]))
        if people:
            side = "me" if is_sent else writer
            key = f"{talk.key}/{int(at * 1000)}/{side}"
            yield Letter(people, "facebook", is_sent, moment(at), key=key)


def _turn(message: Any) -> tuple[float, str] | None:
    """Moment in seconds and writer, or None when either is missing."""
    if not isinstance(message, dict):
        return None
    writer = _name({"name": message.get("sender_name") or message.get("senderName")})
    millis = message.get("timestamp_ms", message.get("timestamp"))
    if not writer or isinstance(millis, bool) or not isinstance(millis, int | float):
        return None
    is_time = 0 < millis < 1000 * LAST_SECOND
    return (millis / 1000, writer) if is_time else None


def _name(person: Any) -> str:
    name = person.get("name") if isinstance(person, dict) else person
    return repaired(name).strip() if isinstance(name, str) else ""
