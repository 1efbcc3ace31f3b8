"""What every answer carries, and what is turned away at once."""

from __future__ import annotations

import io

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client

from redleaf.web.guards import CONTENT_POLICY

PAGES = [
    "/check/",
    "/write/",
    "/insights/",
    "/nowhere/",
    "/healthz",
    "/enter/",
    "/static/nothing.css",
]


@pytest.mark.parametrize("page", PAGES)
def test_it_sends_the_strict_policy(ana_asks: Client, page: str) -> None:
    headers = ana_asks.get(page).headers
    assert headers["Content-Security-Policy"] == CONTENT_POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("page", ["/check/", "/write/", "/insights/"])
def test_it_needs_no_exception_from_the_policy(ana_asks: Client, page: str) -> None:
    html = ana_asks.get(page).content.decode()
    assert " style=" not in html
    assert "<style" not in html
    assert " onclick=" not in html
    assert "<script>" not in html
    assert "//" not in html.replace("https://www.linkedin.com", "").replace("http://www.w3.org", "")


@pytest.mark.parametrize("host", ["desk.example", "127.0.0.1.desk.example", "169.254.0.1"])
def test_it_answers_to_no_other_name(ana_asks: Client, host: str) -> None:
    assert ana_asks.get("/check/", headers={"host": host}).status_code == 400


@pytest.mark.parametrize("host", ["127.0.0.1:8137", "localhost:9000", "[::1]:8137"])
def test_it_answers_to_this_machine(ana_asks: Client, host: str) -> None:
    assert ana_asks.get("/check/", headers={"host": host}).status_code == 200


def test_it_refuses_too_large_a_body_by_its_announced_length(ana_asks: Client) -> None:
    answer = ana_asks.post(
        "/insights/", b"", content_type="multipart/form-data; boundary=x",
        headers={"content-length": str(settings.UPLOAD_LIMIT_BYTES + 1)},
    )  # fmt: skip
    assert answer.status_code == 413
    assert "100 MB" in answer.content.decode()


def test_it_refuses_too_large_a_body_of_a_program_as_json(
    ana_asks: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "UPLOAD_LIMIT_BYTES", 1_000)
    answer = ana_asks.post("/api/", {"file": io.BytesIO(b"a" * 5_000)})
    assert answer.status_code == 413
    assert answer.json()["status"] == 413


@pytest.mark.parametrize("code", ["hex", "rot13", "idna"])
def test_what_is_in_a_code_that_writes_no_text_is_told_so(ana_asks: Client, code: str) -> None:
    kind = f"multipart/form-data; boundary=x; charset={code}"
    for page in ("/check/", "/to/ana/", "/api/invitations"):
        answer = ana_asks.generic("POST", page, b"--x--\r\n", kind)
        assert answer.status_code == 400


@pytest.mark.parametrize("page", ["/check/", "/write/", "/write/verify/", "/insights/"])
def test_it_takes_no_form_from_elsewhere(ana: object, page: str) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(ana)  # type: ignore[arg-type]
    answer = client.post(page, {"text": "Hello", "name": "Ana"})
    assert answer.status_code == 403
    assert "from an earlier visit" in answer.content.decode()


def test_it_passes_the_deployment_check(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DJANGO_ALLOW_ASYNC_UNSAFE")  # set for the tests alone
    call_command("check", "--deploy", "--fail-level", "WARNING")


def test_it_answers_a_wrong_method_with_a_page_of_its_own(ana_asks: Client) -> None:
    answer = ana_asks.put("/check/")
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD, POST"
    assert "only takes what a form sends" in answer.content.decode()


def test_it_turns_another_name_away_without_a_word_in_the_window(
    ana_asks: Client, capfd: pytest.CaptureFixture[str]
) -> None:
    ana_asks.get("/check/", headers={"host": "desk.example"})
    assert capfd.readouterr().err == ""
