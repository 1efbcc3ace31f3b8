"""A team's server on the net: behind the nginx of deploy/, and with a certificate of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import ROOT, absent
from tests.web.on_the_net import NAME, Visitor, make_certificate
from tests.web.running import Desk, free_port, start

FORM = {
    "first_name": "Ines",
    "last_name": "Duarte",
    "email": "ines@harbour.example",
    "password1": "Kelp-and-4-Tides",
}


@pytest.fixture
def certificate(tmp_path: Path) -> tuple[Path, Path]:
    return make_certificate(tmp_path)


@contextmanager
def desk(home: Path, port: int) -> Iterator[Desk]:
    desk = start(home, "--team", "--port", str(port))
    try:
        yield desk
    finally:
        desk.end()
        assert desk.process.stdout is not None
        desk.process.stdout.close()


@pytest.fixture
def behind_nginx(
    tmp_path: Path, certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Visitor, Visitor]]:
    """Who comes by TLS, and who comes without, to a desk behind nginx."""
    nginx = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if nginx is None:
        absent("nginx", "nginx is not installed; on Debian: sudo apt-get install nginx-light")
    monkeypatch.setenv("REDLEAF_HOSTS", NAME)
    monkeypatch.setenv("REDLEAF_PROXIES", "127.0.0.1")
    ours, secure, plain = free_port(), free_port(), free_port()
    site = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
    for before, after in {
        "listen 443 ssl": f"listen 127.0.0.1:{secure} ssl",
        "listen 80": f"listen 127.0.0.1:{plain}",
        "/etc/ssl/desk.harbour.example.pem": str(certificate[0]),
        "/etc/ssl/desk.harbour.example.key": str(certificate[1]),
        "127.0.0.1:8137": f"127.0.0.1:{ours}",
    }.items():
        assert before in site
        site = site.replace(before, after)
    conf = tmp_path / "nginx.conf"
    paths = "".join(
        f"{what}_temp_path {tmp_path / what};\n"
        for what in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    conf.write_text(
        f"daemon off;\npid {tmp_path}/nginx.pid;\nerror_log {tmp_path}/error.log;\nevents {{}}\n"
        f"http {{\naccess_log off;\n{paths}{site}}}\n",
        encoding="utf-8",
    )
    with desk(tmp_path / "home", ours), subprocess.Popen([nginx, "-c", conf]) as proxy:
        visitor = Visitor(secure, certificate[0])
        try:
            _wait_for(visitor)
            yield visitor, Visitor(plain)
        finally:
            proxy.terminate()


def _wait_for(visitor: Visitor) -> None:
    for _ in range(200):
        try:
            visitor.get("/healthz")
            return
        except ConnectionRefusedError:
            time.sleep(0.05)
    pytest.fail("nginx never listened")


def test_somebody_joins_through_nginx(behind_nginx: tuple[Visitor, Visitor]) -> None:
    secure, plain = behind_nginx
    assert plain.get("/join/").status == 301
    assert plain.get("/join/").place == f"https://{NAME}/join/"
    _join_and_log_in(secure)


def test_nginx_believes_nobody_who_says_where_they_come_from(
    behind_nginx: tuple[Visitor, Visitor],
) -> None:
    """A dozen guesses that name a dozen addresses are counted as those of one."""
    secure, _ = behind_nginx
    form = secure.get("/login/")
    answers = [
        secure.post(
            "/login/",
            {
                "login": f"guess{number}@harbour.example",
                "password": "nothing-8-Right",
                "csrfmiddlewaretoken": form.token,
            },
            **{"X-Forwarded-For": f"192.0.2.{number}"},
        )
        for number in range(12)
    ]
    assert "Too many" not in answers[0].text
    assert "Too many" in answers[-1].text


def test_a_server_with_a_certificate_of_its_own_needs_no_proxy(
    tmp_path: Path, certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REDLEAF_HOSTS", NAME)
    monkeypatch.setenv("REDLEAF_CERTIFICATE", str(certificate[0]))
    monkeypatch.setenv("REDLEAF_CERTIFICATE_KEY", str(certificate[1]))
    port = free_port()
    with desk(tmp_path / "home", port):
        _join_and_log_in(Visitor(port, certificate[0]))


def _join_and_log_in(visitor: Visitor) -> None:
    form = visitor.get("/join/")
    assert form.status == 200
    joined = visitor.post("/join/", {**FORM, "csrfmiddlewaretoken": form.token})
    assert joined.status == 302
    entry = {"login": FORM["email"], "password": FORM["password1"]}
    form = visitor.get("/login/")
    entered = visitor.post("/login/", {**entry, "csrfmiddlewaretoken": form.token})
    assert (entered.status, entered.place) == (302, "/")
    assert FORM["last_name"] in visitor.get("/settings/").text
