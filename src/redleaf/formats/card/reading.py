"""A card from its lines: every line gets the one meaning that speaks for itself the loudest."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from redleaf.contacts.contact import Address, Contact, Identity, Role
from redleaf.formats.card.address_lines import address_lines, address_of
from redleaf.formats.card.contact_lines import Item, email_by_host, is_label, items_of, phone_label
from redleaf.formats.card.guesses import Box, Guess, ReadCard, Side, union
from redleaf.formats.card.name_lines import (
    Clues,
    Reading,
    clues_of,
    mended_box,
    read_name,
    read_organisation,
    read_title,
)
from redleaf.formats.card.words import Line

# Boxes of a side's straight picture to boxes of the picture that is seen.
SeenBox = Callable[[Line], Box]


@dataclass(slots=True)
class _Findings:
    """What was read so far, as guesses, and the lines that are still free."""

    seen_box: SeenBox
    free: list[Line]
    guesses: list[Guess] = field(default_factory=list)
    identities: list[Identity] = field(default_factory=list)

    def add(self, kind: str, value: str, lines: Sequence[Line], sureness: float) -> None:
        read = min(line.confidence for line in lines)
        box = union(self.seen_box(line) for line in lines)
        confidence = round(max(0.05, min(0.99, read * sureness)), 2)
        self.guesses.append(Guess(kind, value, confidence, box, lines[0].page))


def read_card(lines: Sequence[Line], sides: Sequence[Side], seen_box: SeenBox) -> ReadCard:
    """The contact on a card with all its guesses.

    `lines` are those of all sides, `seen_box` gives the place of one in the picture that is seen.
    """
    findings = _Findings(seen_box, list(lines))
    _read_identities(findings, lines)
    _read_broken_emails(findings)
    address = _read_address(findings)
    clues = _clues(findings, lines)
    findings.free = [line for line in findings.free if not is_label(line.text)]
    name = read_name(findings.free, clues)
    _take(findings, "name", name)
    if name:
        _mend_emails(findings, name.text)
    organisation = read_organisation(findings.free, clues, name)
    title_first = read_title(findings.free, name)
    if organisation and title_first and organisation.lines == title_first.lines:
        organisation, title_first = _parted(findings, organisation, title_first, clues, name)
    _take(findings, "organisation", organisation)
    title = read_title(findings.free, name) if organisation else title_first
    _take(findings, "title", title)
    contact = Contact(
        name=name.text if name else "",
        key="1",
        identities=tuple(findings.identities),
        roles=_roles(organisation, title),
        addresses=(address,) if address else (),
        notes=tuple(_rest(findings.free)),
    )
    return ReadCard(contact, tuple(findings.guesses), tuple(sides))


def _read_identities(findings: _Findings, lines: Sequence[Line]) -> None:
    seen: set[tuple[str, str, str]] = set()
    for line in lines:
        items = items_of(line)
        for item in items:
            identity = _labelled(item, line, lines)
            if identity.key not in seen:
                seen.add(identity.key)
                findings.identities.append(identity)
                part = line.part(item.start, item.end)
                kind = "profile" if identity.kind == "messenger" else identity.kind
                findings.add(kind, identity.written or identity.value, [part], 0.97)
        if items:
            at = findings.free.index(line)
            findings.free[at : at + 1] = _left_of(line, items)


def _read_broken_emails(findings: _Findings) -> None:
    """Lines with an @ that are no address as they were read, but with the card's own host are."""
    sites = [each.value for each in findings.identities if each.kind == "website"]
    hosts = [site.split("/")[0] for site in sites]
    for line in [each for each in findings.free if "@" in each.text]:
        identity = email_by_host(line.text, hosts)
        if identity:
            findings.identities.append(identity)
            findings.add("email", identity.written, [line], 0.7)
            findings.free.remove(line)


def _labelled(item: Item, line: Line, lines: Sequence[Line]) -> Identity:
    """A number whose label stands in a column of its own, or ended up in another line."""
    identity = item.identity
    if identity.kind != "phone" or identity.label:
        return identity
    box = line.box
    for other in lines:
        level = abs((other.box.top + other.box.height / 2) - (box.top + box.height / 2))
        is_beside = (
            level < 0.5 * box.height and other.box.left < box.left and other.page == line.page
        )
        if is_beside and (label := phone_label(other.text)):
            return Identity("phone", identity.value, identity.written, label=label)
    return identity


def _left_of(line: Line, items: Sequence[Item]) -> list[Line]:
    """What else stands on the line: "Skutt · www.skutt.example"."""
    left, start = [], 0
    for item in [*items, None]:
        end = item.start if item else len(line.text)
        words = line.text[start:end]
        if sum(char.isalpha() for char in words) > 2 and not is_label(words):
            left.append(line.part(start, end))
        start = item.end if item else end
    return left


def _read_address(findings: _Findings) -> Address | None:
    lines = address_lines(findings.free, [])
    if not lines:
        return None
    address = address_of(lines)
    findings.add("address", address.whole, lines, 0.9 if address.postal_code else 0.6)
    findings.free = [line for line in findings.free if line not in lines]
    return address


def _clues(findings: _Findings, lines: Sequence[Line]) -> Clues:
    emails = [each.value for each in findings.identities if each.kind == "email"]
    sites = [each.value for each in findings.identities if each.kind == "website"]
    return clues_of(emails, sites, [line for line in lines if line in findings.free])


def _mend_emails(findings: _Findings, name: str) -> None:
    """Addresses in which only look-alike signs stand between what was read and the name."""
    for at, identity in enumerate(findings.identities):
        box, _, host = identity.value.partition("@")
        mended = f"{mended_box(box, name)}@{host}"
        if identity.kind == "email" and mended != identity.value:
            findings.identities[at] = replace(identity, value=mended, written=mended)
            findings.guesses = [
                replace(guess, value=mended) if guess.value == identity.written else guess
                for guess in findings.guesses
            ]


def _take(findings: _Findings, kind: str, reading: Reading | None) -> None:
    if reading is None:
        return
    sureness = min(1.0, 0.45 + reading.points / 9)
    findings.add(kind, reading.text, reading.lines, sureness)
    findings.free = [line for line in findings.free if line not in reading.lines]


_BETWEEN = re.compile(r"\s*(?:,|\||·|•|–|—|\s-\s| at | bei | chez | en )\s*")


def _parted(
    findings: _Findings,
    organisation: Reading,
    title: Reading,
    clues: Clues,
    name: Reading | None,
) -> tuple[Reading | None, Reading | None]:
    """One line that is both: "Curator, Muzeum Wody" is parted, else the likelier one gets it."""
    line = title.lines[0]
    parts = [*_BETWEEN.finditer(line.text)]
    for between in parts:
        halves = [line.part(0, between.start()), line.part(between.end(), len(line.text))]
        firm = read_organisation(halves[1:], clues, name)
        if firm and read_title(halves[:1], name):
            at = findings.free.index(line)
            findings.free[at : at + 1] = halves
            return firm, read_title(halves[:1], name)
    if title.points > organisation.points:
        others = [each for each in findings.free if each is not line]
        return read_organisation(others, clues, name), title
    return organisation, None


def _roles(organisation: Reading | None, title: Reading | None) -> tuple[Role, ...]:
    role = Role(organisation.text if organisation else "", title.text if title else "")
    return (role,) if role else ()


def _rest(lines: Sequence[Line]) -> list[str]:
    """What was read and is nothing else is kept as it stood, but for crumbs of logos."""
    texts = [line.text for line in lines if line.confidence > 0.5]
    kept = [text for text in texts if sum(char.isalpha() for char in text) > 2]
    return ["\n".join(kept)] if kept else []
