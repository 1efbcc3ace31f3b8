"""messages.csv: who wrote to whom and when. The words themselves are not kept."""

from __future__ import annotations

from redleaf.formats.linkedin.dates import message_time
from redleaf.formats.linkedin.people import name_key, profile_slug, split_names
from redleaf.formats.linkedin.records import Conversation, Person, Turn
from redleaf.formats.tables import Table

_ADVERTISING = "spinmail-quill-editor"
_LAST_TEXT_CHARS = 600


class Messages:
    """Gathers the rows of one or more message files into conversations."""

    def __init__(self) -> None:
        self.known_names: set[str] = set()  # they tell where one name ends in a cell of several
        self._threads: dict[str, _Thread] = {}
        self._split: dict[tuple[str, str], list[Person]] = {}

    def read(self, table: Table) -> None:
        conversation, sender = table.column("conversationid"), table.column("from")
        sender_url, to = table.column("senderprofileurl"), table.column("to")
        to_urls, date = table.column("recipientprofileurls"), table.column("date")
        content, folder = table.column("content"), table.column("folder")
        subject = table.column("subject")
        draft, whole_draft = table.column("ismessagedraft"), table.column("isconversationdraft")
        for line, cells in table.rows():
            if _is_yes(draft(cells)) or _is_yes(whole_draft(cells)):
                continue
            if not sender_url(cells) and _ADVERTISING in content(cells):
                continue
            time = message_time(date(cells))
            if time is None:
                table.skip(line, f"{date(cells)[:40]!r} in “DATE” is not a time that can be read.")
                continue
            key = conversation(cells)
            thread = self._threads.setdefault(key, _Thread(key))
            thread.subject = thread.subject or subject(cells)
            who = thread.person(Person(sender(cells), profile_slug(sender_url(cells))))
            for other in self._receivers(to(cells), to_urls(cells)):
                thread.person(other)
            thread.add(int(time.timestamp()), who, content(cells), folder(cells))

    def conversations(self) -> list[Conversation]:
        return [thread.conversation() for thread in self._threads.values()]

    def _receivers(self, names: str, urls: str) -> list[Person]:
        key = (names, urls)
        if key not in self._split:  # the same for all messages of a conversation
            self._split[key] = self._split_receivers(names, urls)
        return self._split[key]

    def _split_receivers(self, names: str, urls: str) -> list[Person]:
        slugs = [profile_slug(url) for url in urls.replace(", ", ",").split(",") if url.strip()]
        if not names:
            return [Person("", slug) for slug in slugs]
        split = split_names(names, self.known_names, len(slugs) or None)
        if not split:  # more names than links, or fewer: the links are certain, the names are not
            return [Person("", slug) for slug in slugs]
        return [Person(name, slugs[at] if slugs else "") for at, name in enumerate(split)]


class _Thread:
    """One conversation while its rows come in, newest first or not."""

    __slots__ = (
        "_by_name",
        "_by_slug",
        "_is_spam",
        "_key",
        "_last",
        "_people",
        "_turns",
        "subject",
    )

    def __init__(self, key: str) -> None:
        self.subject = ""
        self._key = key
        self._people: list[Person] = []
        self._by_slug: dict[str, int] = {}
        self._by_name: dict[str, int] = {}
        self._turns: set[Turn] = set()
        self._last: tuple[int, str] = (-1, "")
        self._is_spam = False

    def person(self, who: Person) -> int:
        """The person's place; a name met earlier without its link is the same person."""
        key = name_key(who.name)
        at = self._by_slug.get(who.slug) if who.slug else None
        if at is None and key and key in self._by_name:
            named = self._by_name[key]
            if not who.slug or not self._people[named].slug:
                at = named
        if at is None:
            at = len(self._people)
            self._people.append(who)
        known = self._people[at]
        self._people[at] = Person(known.name or who.name, known.slug or who.slug)
        if who.slug:
            self._by_slug[who.slug] = at
        if key:
            self._by_name.setdefault(key, at)
        return at

    def add(self, at: int, who: int, text: str, folder: str) -> None:
        self._turns.add(Turn(at, who))  # a set: the same message in two files is one message
        if at > self._last[0]:
            self._last = (at, text[:_LAST_TEXT_CHARS])
        self._is_spam = self._is_spam or folder.upper() == "SPAM"

    def conversation(self) -> Conversation:
        return Conversation(
            tuple(self._people),
            tuple(sorted(self._turns)),
            self._last[1],
            self._is_spam,
            self._key,
            self.subject,
        )


def _is_yes(text: str) -> bool:
    return text.lower() in ("yes", "true", "1")
