"""Whatever a server does, asking it ends in time with one sentence about what it did."""

from __future__ import annotations

import json
import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from redleaf.languagemodel import Address, ModelSettings, candidates_for
from redleaf.notes.brief import Brief
from tests.languagemodel.servers import (
    Behaviour,
    certificate,
    completion,
    drips,
    encrypting,
    http,
    model_server,
    resets,
    says,
    sends,
    sleeps,
    writes,
)

Settings = Callable[..., ModelSettings]
GOOD = "Mira, the ferry that never turns round is still on my mind."
HTML = "<!DOCTYPE html><html><body><h1>Welcome to nginx</h1></body></html>"
WHOLE = http(completion(json.dumps({"notes": [GOOD]})))
TOO_SLOW = "did not answer within 1 s"
BROKEN = "broke off before its answer was whole"
UNREADABLE = "answered in a way that cannot be read"
PAGE = "answered with a web page: is this the address of a model?"


def error(status: str, message: str = "", *headers: str) -> Behaviour:
    body = json.dumps({"error": {"message": message, "type": "x", "code": None}})
    return sends(http(body, *headers, status=status))


FAULTS: dict[str, tuple[Behaviour, str]] = {
    "hangs up at once": (sends(), BROKEN),
    "hangs up within the head": (sends(WHOLE[:30]), "answered with nothing"),
    "hangs up within the body": (sends(WHOLE[:-40]), BROKEN),
    "hangs up within a chunk": (
        sends(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n{"), BROKEN,
    ),
    "resets before the head": (resets(), BROKEN),
    "resets within the body": (resets(WHOLE[:-40]), BROKEN),
    "a chunk of no size": (
        sends(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{"), BROKEN,
    ),
    "speaks no HTTP": (sends(b"220 mail.example ESMTP\r\n" * 3), BROKEN),
    "a head without end": (sends(b"HTTP/1.1 200 OK\r\n", *[b"X: y\r\n"] * 2_000), BROKEN),
    "a line without end": (sends(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 200_000), BROKEN),
    "says nothing": (sleeps(1.6), TOO_SLOW),
    "drips its head": (drips(WHOLE), TOO_SLOW),
    "drips its body": (drips(WHOLE[-60:], first=WHOLE[:-60]), TOO_SLOW),
    "drips without a length": (drips(b"[" * 60, first=b"HTTP/1.1 200 OK\r\n\r\n"), TOO_SLOW),
    "goes on for ever": (
        sends(b"HTTP/1.1 200 OK\r\n\r\n", *[b"x" * 100_000] * 30),
        "sent more than 2 MB, which is no note",
    ),
    "promises a terabyte": (
        sends(http("{", "Content-Length: 1000000000000")), BROKEN,
    ),
    "nothing at all": (sends(http("")), "answered with nothing"),
    "an empty text": (says(""), "answered with nothing"),
    "no text": (says(None), "answered with nothing"),
    "no choices": (sends(http('{"choices": []}')), "answered with nothing"),
    "choices of another shape": (sends(http('{"choices": {"a": 1}}')), UNREADABLE),
    "a choice of another shape": (
        sends(http('{"choices": [7, null, {"message": [1]}]}')), "answered with nothing",
    ),
    "a number": (sends(http("7")), UNREADABLE),
    "a number too long to be read": (sends(http("7" * 9_000)), UNREADABLE),
    "broken JSON": (sends(http(completion(GOOD)[:-9])), UNREADABLE),
    "nested without end": (sends(http("[" * 200_000)), UNREADABLE),
    "a web page": (sends(http(HTML, "Content-Type: text/html")), PAGE),
    "a web page in disguise": (sends(http(HTML)), PAGE),
    "bytes that are no text": (sends(http(bytes(range(128, 256)) * 20)), UNREADABLE),
    "packed though not asked to": (
        sends(http(b"\x1f\x8b\x08\x00" + bytes(90), "Content-Encoding: gzip")), UNREADABLE,
    ),
    "an error in an answer": (
        sends(http('{"error": {"message": "out of memory"}}')),
        "answered with an error: “out of memory”",
    ),
    "a refusal": (says("I'm sorry, but I can't help with that."), "would not write these notes"),
    "a refusal in its own field": (says(None, refusal="No."), "would not write these notes"),
    "a tool": (
        says(None, tool_calls=[{"id": "1", "function": {"name": "send_mail", "arguments": "{}"}}]),
        "asked for a tool instead of writing; Redleaf gives it none",
    ),
    "an empty list of notes": (writes([]), "answered without a note"),
    "JSON without notes": (says('{"apology": "none"}'), "answered without a note"),
    "401": (
        error("401 Unauthorized", "Incorrect API key provided: sk-sec**ale."),
        "does not take the key (401);",
    ),
    "403": (error("403 Forbidden", "no"), "does not let this key in (403);"),
    "404": (
        error("404 Not Found", "The model `larch` does not exist"),
        "no model of this name (404): “The model `larch` does not exist”",
    ),
    "429": (
        error("429 Too Many Requests", "Slow down", "Retry-After: 20"),
        "is asked too often (429): “Slow down”; it asks to wait 20 s;",
    ),
    "429 with a day": (
        error("429 Too Many Requests", "", "Retry-After: Fri, 20 Nov 2026 07:28:00 GMT"),
        "it asks to wait until Fri, 20 Nov 2026 07:28:00 GMT;",
    ),
    "429 with nonsense": (
        error("429 Too Many Requests", "", "Retry-After: \x1b[2J1e999"),
        "is asked too often (429);",
    ),
    "500": (error("500 No", "CUDA out of memory"), "of its own (500): “CUDA out of memory”"),
    "500 as a page": (
        sends(http(HTML, "Content-Type: text/html", status="500 No")), "fault of its own (500);",
    ),
    "503": (error("503 Busy", "Loading model"), "busy or still loading (503): “Loading model”"),
    "418": (sends(http("", status="418 Teapot")), "answered with the code 418"),
    "elsewhere": (
        sends(http("", "Location: http://127.0.0.1:1/v1", status="307 Elsewhere")),
        "is said to be at another address; Redleaf goes there only when you set it",
    ),
    "only ever wait": (sends(*[b"HTTP/1.1 100 Continue\r\n\r\n"] * 50, pause=0.05), TOO_SLOW),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_it_says_what_the_model_did(fault: str, brief: Brief, settings_for: Settings) -> None:
    behaviour, said = FAULTS[fault]
    begun = time.monotonic()
    with model_server(behaviour) as server:
        candidates = candidates_for(brief, settings_for(server, seconds=1))
        took = time.monotonic() - begun
    assert candidates.texts == ()
    assert candidates.said.startswith(f"The model at {server.place} ")
    assert said in candidates.said
    assert candidates.said.endswith("; these are Redleaf's own.")
    assert candidates.said.isprintable()
    assert len(server.requests) == 1
    assert took < 3


def test_it_hears_the_same_server_when_it_behaves(brief: Brief, settings_for: Settings) -> None:
    with model_server(sends(WHOLE)) as server:
        candidates = candidates_for(brief, settings_for(server, seconds=1))
    assert candidates.texts == (GOOD,)
    assert candidates.said == f"The model at {server.place} wrote 1 note."


def test_it_waits_for_a_slow_model_as_long_as_it_may(brief: Brief, settings_for: Settings) -> None:
    with model_server(drips(WHOLE, pause=0.0005)) as server:
        assert candidates_for(brief, settings_for(server)).texts == (GOOD,)


def test_it_says_that_nothing_listens_there(brief: Brief, settings_for: Settings) -> None:
    with model_server(sends()) as server:
        settings = settings_for(server)
    said = candidates_for(brief, settings).said
    assert "cannot be reached: nothing listens there" in said


def test_it_says_that_a_name_is_not_known(brief: Brief) -> None:
    address = Address.read("https://no-such-host.invalid/v1")
    said = candidates_for(brief, ModelSettings(address, "larch", timeout_seconds=5)).said
    assert said.startswith("The model at no-such-host.invalid cannot be reached: its name")


def test_it_trusts_no_certificate_that_nobody_signed(
    brief: Brief, settings_for: Settings, tmp_path: Path
) -> None:
    with model_server(sends(WHOLE), encrypting(certificate(tmp_path))) as server:
        candidates = candidates_for(brief, settings_for(server))
    assert candidates.texts == ()
    assert "shows a certificate that this machine does not trust" in candidates.said
    assert server.requests == []


def test_it_speaks_https_with_a_server_that_this_machine_trusts(
    brief: Brief, settings_for: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(place))
    with model_server(sends(WHOLE), encrypting(place)) as server:
        assert candidates_for(brief, settings_for(server)).texts == (GOOD,)
        server.behaviour = drips(WHOLE)
        slow = candidates_for(brief, settings_for(server, seconds=1))
    assert TOO_SLOW in slow.said


def test_it_says_when_an_address_is_not_encrypted_after_all(brief: Brief) -> None:
    with model_server(sends(WHOLE)) as server:
        address = Address.read(f"https://{server.place}/v1")
        said = candidates_for(brief, ModelSettings(address, "larch", timeout_seconds=1)).said
    assert "does not speak https" in said or TOO_SLOW in said


@pytest.mark.parametrize("variable", ["http_proxy", "HTTP_PROXY", "ALL_PROXY", "https_proxy"])
def test_it_goes_through_no_proxy(
    variable: str, brief: Brief, settings_for: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    with model_server(sends()) as proxy, model_server(sends(WHOLE)) as server:
        monkeypatch.setenv(variable, f"http://{proxy.place}")
        monkeypatch.delenv("no_proxy", raising=False)
        assert candidates_for(brief, settings_for(server)).texts == (GOOD,)
    assert proxy.requests == []


def test_it_follows_nobody_to_another_server(brief: Brief, settings_for: Settings) -> None:
    with model_server(sends(WHOLE)) as other:
        elsewhere = http("", f"Location: {other.address}", status="308 Elsewhere")
        with model_server(sends(elsewhere)) as server:
            assert candidates_for(brief, settings_for(server)).texts == ()
    assert other.requests == []


@pytest.fixture
def heard_ctrl_c() -> Iterator[None]:
    """A run of the tests in the background of a shell ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_it_can_be_stopped_while_it_waits(
    brief: Brief, settings_for: Settings, heard_ctrl_c: None
) -> None:
    main = threading.main_thread().ident or 0
    with model_server(sleeps(1.0)) as server:
        stop = threading.Timer(0.3, signal.pthread_kill, [main, signal.SIGINT])
        stop.start()
        begun = time.monotonic()
        with pytest.raises(KeyboardInterrupt):
            candidates_for(brief, settings_for(server, seconds=20))
        assert time.monotonic() - begun < 1
        stop.join()
