"""What a server on the net keeps to: HTTPS, named hosts, named proxies."""

from __future__ import annotations

import pytest
from django.conf import settings as shipped
from django.core.management import call_command
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from pytest_django import Settings

from redleaf.web.proxies import NamedProxies, networks_in


@pytest.fixture
def on_the_net(settings: Settings) -> None:
    settings.HOSTS = settings.ALLOWED_HOSTS = ["desk.example"]
    settings.IS_TRIED_OUT = False


def test_it_passes_the_deployment_check_with_nothing_silenced(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("DJANGO_ALLOW_ASYNC_UNSAFE")  # set for the tests alone
    assert shipped.SILENCED_SYSTEM_CHECKS == []
    call_command("check", "--deploy", "--fail-level", "WARNING")


def test_it_leads_to_https(on_the_net: None) -> None:
    answer = Client(SERVER_NAME="desk.example").get("/login/")
    assert answer.status_code == 301
    assert answer.headers["Location"] == "https://desk.example/login/"


def test_it_lives_without_https_too(on_the_net: None) -> None:
    assert Client(SERVER_NAME="desk.example").get("/healthz").status_code == 200


def test_it_answers_over_https_with_secure_cookies_and_hsts(on_the_net: None) -> None:
    answer = Client(SERVER_NAME="desk.example").get("/login/", secure=True)
    cookie = answer.cookies[shipped.SESSION_COOKIE_NAME]
    assert cookie["secure"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    hsts = answer.headers["Strict-Transport-Security"]
    assert hsts == "max-age=31536000; includeSubDomains; preload"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "other.example"])
def test_it_answers_to_no_other_name(on_the_net: None, host: str) -> None:
    assert Client(SERVER_NAME=host).get("/login/", secure=True).status_code == 400


def test_it_can_be_tried_out_on_its_own_machine_without_a_certificate(stranger: Client) -> None:
    answer = stranger.get("/login/")
    assert answer.status_code == 200
    assert not answer.cookies[shipped.SESSION_COOKIE_NAME]["secure"]
    assert "Strict-Transport-Security" not in answer.headers


@pytest.mark.parametrize(
    "told",
    [
        {"REMOTE_ADDR": "192.0.2.7"},
        {"headers": {"X-Forwarded-For": "192.0.2.7"}, "REMOTE_ADDR": "192.0.2.7"},
    ],
)
def test_nobody_else_is_let_try_it_out(stranger: Client, told: dict[str, object]) -> None:
    assert stranger.get("/login/", **told).status_code == 301  # type: ignore[arg-type]


def _seen(settings: Settings, remote: str, *, proxies: list[str], **told: str) -> tuple[str, bool]:
    """The address and the scheme that a view is told."""
    seen: list[HttpRequest] = []

    def view(request: HttpRequest) -> HttpResponse:
        seen.append(request)
        return HttpResponse()

    settings.PROXIES = networks_in(proxies)
    request = RequestFactory().get(
        "/", REMOTE_ADDR=remote, headers=told, SERVER_NAME="desk.example"
    )
    NamedProxies(view)(request)
    return seen[0].META["REMOTE_ADDR"], seen[0].is_secure()


@pytest.mark.parametrize(
    ("remote", "forwarded", "visitor"),
    [
        ("10.0.0.2", "203.0.113.9", "203.0.113.9"),
        ("10.0.0.2", "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        ("10.0.0.2", "203.0.113.9, 10.0.0.3", "203.0.113.9"),
        ("10.0.0.2", "2001:db8::9", "2001:db8::9"),
        ("10.0.0.2", "nonsense", "10.0.0.2"),
        ("10.0.0.2", "", "10.0.0.2"),
        ("192.0.2.7", "203.0.113.9", "192.0.2.7"),
    ],
)
def test_the_visitor_is_believed_of_named_proxies_alone(
    on_the_net: None, settings: Settings, remote: str, forwarded: str, visitor: str
) -> None:
    told = {"X-Forwarded-For": forwarded}
    assert _seen(settings, remote, proxies=["10.0.0.0/8"], **told)[0] == visitor


def test_the_scheme_is_believed_of_named_proxies_alone(
    on_the_net: None, settings: Settings
) -> None:
    told = {"X-Forwarded-Proto": "https"}
    assert _seen(settings, "10.0.0.2", proxies=["10.0.0.2"], **told)[1]
    assert not _seen(settings, "192.0.2.7", proxies=["10.0.0.2"], **told)[1]
