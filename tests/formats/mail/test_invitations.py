"""Mails of networks: invitations with name, headline, note and profile, and never a token."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from redleaf.contacts.plain import to_plain
from tests.formats.mail.mails import invitation, mail, mbox, read

TOKEN = "AQxTOKEN"
LINKEDIN = f"""Hi Ben,

{{note}}

Dora Lind
Curator at the ferry museum

View profile: https://www.linkedin.com/comm/in/dora-lind?midToken={TOKEN}&trk=eml
Accept: https://www.linkedin.com/comm/people/invite-accept?mid=17&sharedKey={TOKEN}

You are receiving invitation emails. Unsubscribe: https://www.linkedin.com/e/{TOKEN}/
"""
NOTE = "We met at the slipway in Arles; your list of fog horns is on my wall."
DEFAULT = "I'd like to join your LinkedIn network."
SUBJECT = "Subject: Ben, please add me to your LinkedIn network"


def linkedin(note: str, subject: str = SUBJECT, sender: str = "Dora Lind", key: str = "i") -> str:
    who = f"{sender} <invitations@linkedin.com>"
    return mail(subject, sender=who, text=LINKEDIN.format(note=note), key=key)


def test_it_reads_an_invitation_with_its_note() -> None:
    found = invitation(linkedin(NOTE))
    assert (found.network, found.name, found.text, found.headline, found.is_incoming) == (
        "linkedin",
        "Dora Lind",
        NOTE,
        "Curator at the ferry museum",
        True,
    )
    (profile,) = found.identities
    assert (profile.network, profile.value) == ("linkedin", "dora-lind")
    assert found.at == dt.datetime(2026, 1, 5, 9, tzinfo=dt.UTC)


def test_it_knows_that_the_networks_own_words_are_no_note() -> None:
    assert invitation(linkedin(DEFAULT)).text == ""


def test_it_keeps_no_token_of_any_kind() -> None:
    note = f"See https://example.org/fog?key={TOKEN}#x and write"
    found = read(mbox(linkedin(note), linkedin(DEFAULT, key="2")))
    assert TOKEN not in json.dumps(to_plain(found))
    assert found.invitations[0].text == "See https://example.org/fog and write"


@pytest.mark.parametrize(
    "subject",
    [
        "Invitation to connect on LinkedIn",
        "Dora Lind wants to connect",
        "Dora Lind's invitation is waiting for your response",
        "Ich möchte Sie zu meinem Netzwerk hinzufügen",
        "Einladung von Dora Lind",
        "J'aimerais vous inviter à rejoindre mon réseau",
        "Dora Lind quiere conectar contigo",
        "Voglio collegarmi",
        "Dora Lind quer conectar-se a você",
        "Uitnodiging van Dora Lind",
        "ドラさんから招待が届いています",
    ],
)
def test_it_knows_an_invitation_in_any_language(subject: str) -> None:
    for sender in ("Dora Lind", "Dora Lind via LinkedIn", "=?utf-8?Q?Dora_Lind?="):
        assert invitation(linkedin(NOTE, f"Subject: {subject}", sender)).name == "Dora Lind"


def test_it_counts_a_reminder_of_an_invitation_once() -> None:
    again = linkedin(DEFAULT, "Subject: Dora Lind's invitation is waiting", key="2")
    for mails in ((linkedin(NOTE), again), (again, linkedin(NOTE))):
        (found,) = read(mbox(*mails)).invitations
        assert found.text == NOTE


@pytest.mark.parametrize(
    ("sender", "subject", "link", "network", "value"),
    [
        (
            "Facebook <notification@facebookmail.com>",
            "Dora Lind wants to be friends on Facebook",
            "https://www.facebook.com/dora.lind?mid=X",
            "facebook",
            "dora.lind",
        ),
        (
            "Facebook <friendrequest@facebookmail.com>",
            "Dora Lind möchte mit dir auf Facebook befreundet sein",
            "https://www.facebook.com/n/?reqs.php&mid=X",
            "facebook",
            "",
        ),
        (
            "XING <mailrobot@mail.xing.com>",
            "Kontaktanfrage von Dora Lind",
            "https://www.xing.com/profile/Dora_Lind?sc=X",
            "xing",
            "dora_lind",
        ),
        (
            "Dora Lind <info@meetup.com>",
            "Dora Lind invited you to Fog Horn Walks",
            "https://www.meetup.com/members/1234567/?rv=X",
            "meetup",
            "1234567",
        ),
        (
            "Instagram <no-reply@mail.instagram.com>",
            "Dora Lind wants to follow you",
            "https://www.instagram.com/dora_lind/?x=X",
            "instagram",
            "dora_lind",
        ),
    ],
)
def test_it_knows_other_networks(
    sender: str, subject: str, link: str, network: str, value: str
) -> None:
    found = invitation(mail(f"Subject: {subject}", sender=sender, text=f"Dora Lind\n\n{link}\n"))
    assert (found.network, found.name) == (network, "Dora Lind")
    assert [each.value for each in found.identities] == ([value] if value else [])


def test_it_reads_markup_alone() -> None:
    html = (
        LINKEDIN.format(note=NOTE).replace("\n", "<br>\n").replace("View", '<a href="x">View</a>')
    )
    text = f"<html><style>p {{}}</style><body>{html}</body></html>"
    who = "Dora Lind <invitations@linkedin.com>"
    found = invitation(
        mail(SUBJECT, "Content-Type: text/html; charset=utf-8", sender=who, text=text)
    )
    assert (found.text, found.headline) == (NOTE, "Curator at the ferry museum")


def test_it_makes_a_contact_of_who_accepted() -> None:
    subject = "Subject: Ben, start a conversation with your new connection, Dora Lind"
    found = read(linkedin(DEFAULT, subject, "LinkedIn"))
    (dora,) = found.contacts
    assert (dora.name, dora.identities[0].value) == ("Dora Lind", "dora-lind")
    assert dora.identities[0].connected_on == dt.date(2026, 1, 5)
    assert found.invitations == []


@pytest.mark.parametrize(
    "subject", ["Your weekly digest", "You appeared in 9 searches", "Ana posted"]
)
def test_it_leaves_other_mails_of_networks(subject: str) -> None:
    other = mail(f"Subject: {subject}", sender="LinkedIn <messages-noreply@linkedin.com>")
    found = read(mbox(other, mail(key="2")))
    assert (found.invitations, len(found.letters)) == ([], 1)


def test_it_does_not_believe_a_stranger_who_writes_like_a_network() -> None:
    found = read(linkedin(NOTE).replace("@linkedin.com", "@linkedin.com.example.org"))
    assert found.invitations == []


@pytest.mark.parametrize(
    "subject",
    [
        "Dora, 2 mutual connections, wants to connect",
        "Don't keep Dora Lind waiting",
        "Let's connect: Dora Lind",
        "Dora vous propose de rejoindre son réseau",
        "Has recibido una invitación de Dora Lind",
        "Invitation reminder: Dora Lind",
    ],
)
def test_it_takes_the_whole_name_from_beside_the_profile(subject: str) -> None:
    """Without a link to accept by, and with the given name alone in the subject."""
    text = (
        "Dora Lind\nCurator at the ferry museum\nArles\n\n"
        f"View profile: https://www.linkedin.com/comm/in/dora-lind?midToken={TOKEN}\n"
    )
    who = "LinkedIn <invitations@linkedin.com>"
    found = invitation(mail(f"Subject: {subject}", sender=who, text=text))
    assert (found.name, found.headline) == ("Dora Lind", "Curator at the ferry museum")
