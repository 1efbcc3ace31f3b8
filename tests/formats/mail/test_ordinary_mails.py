"""A hundred ordinary mails, most of them of networks: none is taken for an invitation."""

from __future__ import annotations

from pathlib import Path

from tests.formats.mail.mails import read
from tests.formats.mail.network_mails import BEN, PROFILES, SENDERS, in_text, marked_up, message

# Lines of network | sender | subject, and of sender | subject | text.
HERE = Path(__file__).parent
MAILS = HERE.joinpath("ordinary_mails.txt").read_text("utf-8")
LETTERS = HERE.joinpath("ordinary_letters.txt").read_text("utf-8")
ACCEPTANCES = HERE.joinpath("acceptances.txt").read_text("utf-8")


def of_network(line: str, number: int) -> bytes:
    """With profiles of two people, a button to connect, and the network's usual links."""
    network, sender, subject = (each.strip() for each in line.split("|"))
    profile = PROFILES[network].format("10" if network == "meetup" else "ulla-fenn")
    if number % 3 == 0:
        html = marked_up(network, "Ulla Fenn", "ulla-fenn", lead=subject)
        html = html.replace("Accept<", "Connect<").replace("invite-accept", "feed/update")
        return message(
            subject, f"{network} <{sender}>", ("html", html.replace("reqs.php", "x.php"))
        )
    text = (
        f"Hi Ben,\n\n{subject}\n\nUlla Fenn\nClock maker\n{profile}\n\nConnect: https://www.{network}.com/"
        f"comm/mynetwork/add?x=1\n\nSee all invitations: https://www.{network}.com/comm/mynetwork/"
    )
    called = "Ulla Fenn" if number % 2 else network
    return message(subject, f"{called} <{sender}>", ("plain", text))


def test_it_takes_no_mail_of_a_network_for_an_invitation() -> None:
    lines = MAILS.strip().splitlines()
    taken = []
    for number, line in enumerate(lines):
        for shape in range(3):
            found = read(of_network(line, number + shape))
            taken += [(line, each.name) for each in found.invitations]
            taken += [(line, each.name) for each in found.contacts]
    assert not taken, "\n".join(map(str, taken))


def test_it_takes_no_letter_for_an_invitation() -> None:
    for line in LETTERS.strip().splitlines():
        sender, subject, text = (each.strip() for each in line.split("|"))
        assert read(message(subject, sender, ("plain", text))).invitations == [], line


def test_who_accepted_did_not_ask() -> None:
    for number, line in enumerate(ACCEPTANCES.strip().splitlines()):
        found = read(of_network(line, number))
        assert (found.invitations, len(found.contacts)) == ([], 1), line


def test_a_forwarded_ordinary_mail_is_none_either() -> None:
    for line in MAILS.strip().splitlines()[:20]:
        _, sender, subject = (each.strip() for each in line.split("|"))
        head = f"From: LinkedIn <{sender}>\nDate: Mon, 5 Jan 2026 10:00\nSubject: {subject}\n"
        text = in_text(f"Hi Ben,\n\n{subject}\n\nUlla Fenn\n", head)
        assert read(message(f"Fwd: {subject}", BEN, ("plain", text))).invitations == [], line


def test_there_are_a_hundred() -> None:
    assert sum(len(each.strip().splitlines()) for each in (MAILS, LETTERS, ACCEPTANCES)) == 100
    assert set(SENDERS) == {line.split("|")[0].strip() for line in MAILS.strip().splitlines()}
