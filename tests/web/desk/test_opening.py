"""Where a note is taken."""

from __future__ import annotations

import pytest

from redleaf.networks import network
from redleaf.web.desk.opening import Opening, opening_for


def opening(name: str, link: str, aim: str = "connect") -> Opening | None:
    return opening_for(
        network(name),
        name="Tomasz Zieliński",
        link=link,
        aim=aim,
        subject="Hello",
        text="Hi & welcome",
    )


def url(name: str, link: str, aim: str = "connect") -> str:
    found = opening(name, link, aim)
    return found.url if found else ""


@pytest.mark.parametrize(
    "link",
    [
        "https://www.linkedin.com/in/tomasz-z/",
        "linkedin.com/in/tomasz-z?trk=card",
        "www.linkedin.com/in/tomasz-z",
        "tomasz-z",
        "@tomasz-z",
    ],
)
def test_it_opens_the_invitation_of_a_known_profile(link: str) -> None:
    assert url("linkedin", link).endswith("vanityName=tomasz-z")


def test_it_opens_the_profile_when_they_are_connected() -> None:
    assert url("linkedin", "tomasz-z", aim="thank") == "https://www.linkedin.com/in/tomasz-z/"


def test_it_searches_when_no_link_is_known() -> None:
    assert url("linkedin", "").endswith("keywords=Tomasz%20Zieli%C5%84ski")


def test_it_begins_a_mail_with_the_text_in_it() -> None:
    found = opening("email", "tomasz@wody.example")
    assert found is not None
    assert found.url == "mailto:tomasz@wody.example?subject=Hello&body=Hi%20%26%20welcome"
    assert found.title == "your mail"


def test_it_finds_a_person_on_their_server() -> None:
    assert url("mastodon", "@tomasz@tram.example") == "https://tram.example/@tomasz"
    assert url("mastodon", "https://tram.example/@tomasz") == "https://tram.example/@tomasz"


def test_it_opens_nothing_for_paper() -> None:
    assert opening("card", "tomasz-z") is None


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "//evil.example", "data:text/html,x", "https://"]
)
def test_it_opens_only_the_networks_own_pages(link: str) -> None:
    assert url("linkedin", link).startswith("https://www.linkedin.com/")
