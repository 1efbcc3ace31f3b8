"""Invitations in mails that were passed on, and several in one mail."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from redleaf.contacts.plain import to_plain
from tests.formats.mail.mails import read
from tests.formats.mail.network_mails import (
    ACCEPTS,
    BEN,
    PROFILES,
    TOKEN,
    attached,
    in_text,
    marked_up,
    message,
    plain,
)

NOTE = "Your talk on tide clocks stayed with me; could I see the drawings you showed?"
TEXT = plain(
    "linkedin", "Ulla Fenn", "ulla-fenn", lead="Ulla Fenn wants to connect", note=f"“{NOTE}”"
)
HEADS = {
    kind: head
    for kind, _, head in (
        part.partition("\n")
        for part in Path(__file__).with_name("forward_heads.txt").read_text("utf-8").split("=== ")
    )
    if kind
}


@pytest.mark.parametrize("prefix", ["", "> "])
@pytest.mark.parametrize("kind", HEADS)
def test_it_reads_what_was_forwarded_in_the_text(kind: str, prefix: str) -> None:
    text = in_text(TEXT, HEADS[kind], above="Have a look.", prefix=prefix)
    found = read(message("WG: I want to connect", BEN, ("plain", text)))
    (only,) = found.invitations
    assert (only.name, only.text, only.identities[0].value) == ("Ulla Fenn", NOTE, "ulla-fenn")
    assert only.at is not None
    assert only.at.date() == dt.date(2026, 1, 3)
    assert TOKEN not in json.dumps(to_plain(found))


def test_it_reads_what_was_forwarded_in_marked_up_text_alone() -> None:
    inner = marked_up("linkedin", "Ulla Fenn", "ulla-fenn", lead="Ulla Fenn wants to connect")
    head = HEADS["gmail"].replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    (only,) = read(message("Fwd: x", BEN, ("html", f"<div>{head}</div>{inner}"))).invitations
    assert (only.name, only.identities[0].value) == ("Ulla Fenn", "ulla-fenn")


def test_it_reads_what_was_forwarded_as_an_attachment() -> None:
    inner = message(
        "Ulla Fenn wants to connect",
        "LinkedIn <invitations@linkedin.com>",
        ("plain", TEXT),
        key="inner@linkedin.com",
    )
    (only,) = read(attached(inner)).invitations
    assert (only.name, only.text, only.key) == ("Ulla Fenn", NOTE, "inner@linkedin.com")


def test_it_counts_a_mail_and_its_forward_once() -> None:
    mail = message("I want to connect", "Ulla Fenn <invitations@linkedin.com>", ("plain", TEXT))
    forward = message(
        "Fwd: I want to connect", BEN, ("plain", in_text(TEXT, HEADS["gmail"])), key="f"
    )
    box = b"".join(
        b"From a@example.org Mon Jan  5 10:00:00 2026\n" + each + b"\n" for each in (mail, forward)
    )
    assert len(read(box.replace(b"\r\n", b"\n")).invitations) == 1  # fmt: skip


def test_an_invitation_to_somebody_else_is_not_the_users() -> None:
    head = HEADS["gmail"].replace("Ben Okafor <ben@", "Ana Ruiz <ana@")
    text = in_text(TEXT, head, above="Do you know her?")
    assert read(message("Fwd: x", "Ana <ana@example.org>", ("plain", text))).invitations == []
    assert len(read(message("Fwd: x", BEN, ("plain", text))).invitations) == 1


def test_a_forwarded_mail_of_nobodys_network_is_a_letter() -> None:
    text = in_text(TEXT, HEADS["gmail"].replace("linkedin.com>", "linkedin.example>"))
    found = read(message("Fwd: x", "Ana <ana@example.org>", ("plain", text)))
    assert (found.invitations, len(found.letters)) == ([], 1)


PEOPLE = [
    ("Ulla Fenn", "ulla-fenn", "Clock maker"),
    ("Jürgen Öller", "juergen-oeller-4b", "Diver at the harbour office"),
    ("Mei Lin", "mei-lin-c1", "Reader of river ice"),
]


def digest(subject: str, *, is_marked_up: bool) -> bytes:
    profile, accept = PROFILES["linkedin"], ACCEPTS["linkedin"]
    if is_marked_up:
        rows = "".join(
            f'<tr><td><a href="{profile.format(slug)}"><img src="x"></a></td><td><a href="'
            f'{profile.format(slug)}">{name}</a><p>{job}</p></td><td>'
            f'<a href="{accept}{slug}">Accept</a>'
            f"</td></tr>"
            for name, slug, job in PEOPLE
        )
        own = f'<a href="{profile.format("ben-okafor")}"><img src="me"></a>'
        text = f"<html><body>{own}<h1>{subject}</h1><table>{rows}</table></body></html>"
    else:
        text = f"{subject}\n\n" + "".join(
            f"{name}\n{job}\nView profile: {profile.format(slug)}\nAccept: {accept}{slug}\n\n"
            for name, slug, job in PEOPLE
        )
    kind = "html" if is_marked_up else "plain"
    return message(subject, "LinkedIn <invitations@linkedin.com>", (kind, text))


@pytest.mark.parametrize("is_marked_up", [True, False])
@pytest.mark.parametrize(
    "subject",
    [
        "You have 3 pending invitations",
        "Ulla Fenn and 2 others are waiting for your response",
        "Sie haben 3 offene Einladungen",
        "3 personnes souhaitent rejoindre votre réseau",
        "Tienes 3 invitaciones pendientes",
    ],
)
def test_it_reads_every_invitation_of_a_digest(subject: str, is_marked_up: bool) -> None:
    found = read(digest(subject, is_marked_up=is_marked_up)).invitations
    assert [(each.name, each.headline) for each in found] == [(n, job) for n, _, job in PEOPLE]
    assert [each.identities[0].value for each in found] == [slug for _, slug, _ in PEOPLE]
    assert len({each.key for each in found}) == 3
