"""The small tables of an export, row by row: connections, invitations, profile and the like."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from redleaf.formats.linkedin.dates import connected_day, invitation_time
from redleaf.formats.linkedin.people import profile_slug
from redleaf.formats.linkedin.records import (
    Connection,
    Imported,
    Invitation,
    Person,
    Position,
    Praise,
    PrivateNote,
)
from redleaf.formats.tables import Table


def read_connections(table: Table) -> Iterator[Connection]:
    """Connections, hidden members among them. A day that cannot be read is a problem and None."""
    first, last = table.column("firstname"), table.column("lastname")
    url, email = table.column("url"), table.column("emailaddress")
    company, position = table.column("company"), table.column("position")
    on = table.column("connectedon")
    for line, cells in table.rows():
        day = connected_day(on(cells))
        if day is None:
            table.skip(line, _unread_day(on(cells), "“Connected On”", "the connection counts"))
        given = first(cells)
        name = f"{given} {last(cells)}".strip()
        slug = profile_slug(url(cells))
        yield Connection(name, slug, email(cells), company(cells), position(cells), day, given)


class Invitations:
    """Reads invitations; afterwards `owner` is who stands on our side of most of them."""

    def __init__(self) -> None:
        self._ours: Counter[Person] = Counter()

    @property
    def owner(self) -> Person:
        """The owner with the profile link, which stands nowhere else in an export."""
        linked = Counter({who: count for who, count in self._ours.items() if who.slug})
        best = (linked or self._ours).most_common(1)
        return best[0][0] if best else Person()

    def read(self, table: Table) -> Iterator[Invitation]:
        sender, receiver = table.column("from"), table.column("to")
        sender_url = table.column("inviterprofileurl")
        receiver_url = table.column("inviteeprofileurl")
        sent_at, note = table.column("sentat"), table.column("message")
        direction = table.column("direction")
        for line, cells in table.rows():
            way = direction(cells).upper()
            if way not in ("OUTGOING", "INCOMING"):
                shown_way = direction(cells)[:40]
                table.skip(line, f"the direction is {shown_way!r}, not INCOMING or OUTGOING.")
                continue
            moment = invitation_time(sent_at(cells))
            if moment is None:
                table.skip(line, _unread_day(sent_at(cells), "“Sent At”", "the invitation counts"))
            inviter = Person(sender(cells), profile_slug(sender_url(cells)))
            invitee = Person(receiver(cells), profile_slug(receiver_url(cells)))
            is_outgoing = way == "OUTGOING"
            self._ours[inviter if is_outgoing else invitee] += 1
            yield Invitation(is_outgoing, invitee if is_outgoing else inviter, moment, note(cells))


def read_profile(table: Table) -> Iterator[tuple[str, str]]:
    """The owner's name and headline."""
    first, last, headline = (table.column(each) for each in ("firstname", "lastname", "headline"))
    for _, cells in table.rows():
        yield f"{first(cells)} {last(cells)}".strip(), headline(cells)


def read_positions(table: Table) -> Iterator[Position]:
    company, title = table.column("companyname"), table.column("title")
    started, finished = table.column("startedon"), table.column("finishedon")
    for _, cells in table.rows():
        yield Position(company(cells), title(cells), started(cells), finished(cells))


def read_emails(table: Table) -> Iterator[str]:
    address = table.column("emailaddress")
    for _, cells in table.rows():
        if address(cells):
            yield address(cells)


def read_private_notes(table: Table) -> Iterator[PrivateNote]:
    first, last = table.column("connectionfirstname"), table.column("connectionlastname")
    url, note = table.column("connectionprofileurl"), table.column("note")
    for _, cells in table.rows():
        who = Person(f"{first(cells)} {last(cells)}".strip(), profile_slug(url(cells)))
        yield PrivateNote(who, note(cells))


def read_phones(table: Table) -> Iterator[str]:
    """The owner's numbers, with the code of the country in front where it stands in its column."""
    code, number = table.column("extension"), table.column("number")
    for _, cells in table.rows():
        if number(cells):
            yield f"{code(cells)} {number(cells)}".strip()


def read_recommendations(table: Table, *, is_given: bool) -> Iterator[Praise]:
    first, last, text = (table.column(each) for each in ("firstname", "lastname", "text"))
    on = table.column("creationdate")
    for _, cells in table.rows():
        who = Person(f"{first(cells)} {last(cells)}".strip())
        yield Praise(who, is_given, text(cells), "", connected_day(on(cells)))


def read_endorsements(table: Table, *, is_given: bool) -> Iterator[Praise]:
    side = "endorsee" if is_given else "endorser"
    first, last = table.column(f"{side}firstname"), table.column(f"{side}lastname")
    url, skill = table.column(f"{side}publicurl"), table.column("skillname")
    on = table.column("endorsementdate")
    for _, cells in table.rows():
        who = Person(f"{first(cells)} {last(cells)}".strip(), profile_slug(url(cells)))
        yield Praise(who, is_given, "", skill(cells), connected_day(on(cells)[:10].strip()))


def read_imported(table: Table) -> Iterator[Imported]:
    """Address books handed to LinkedIn; addresses and numbers of one person share a cell."""
    first, last, whole = (table.column(each) for each in ("firstname", "lastname", "fullname"))
    emails, phones = table.column("emails"), table.column("phonenumbers")
    company, title = table.column("companies"), table.column("title")
    sites, profiles = table.column("sites"), table.column("profiles")
    birthday = table.column("birthday")
    for _, cells in table.rows():
        given, family = first(cells), last(cells)
        yield Imported(
            whole(cells) or f"{given} {family}".strip(),
            given,
            family,
            _several(emails(cells)),
            _several(phones(cells)),
            company(cells),
            title(cells),
            (*_several(sites(cells)), *_several(profiles(cells))),
            birthday(cells),
        )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, (each.strip() for each in re.split(r"[,;\n]", cell))))


def _unread_day(text: str, column: str, what_counts: str) -> str:
    if not text:
        return f"{column} is empty; {what_counts}, without a day."
    return (
        f"{text[:40]!r} in {column} does not say a day for certain; {what_counts}, without a day."
    )
