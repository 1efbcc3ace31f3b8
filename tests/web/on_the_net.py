"""A team's server as the net sees it: a certificate, and a visitor who reaches it on loopback."""

from __future__ import annotations

import datetime as dt
import http.client
import re
import socket
import ssl
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

NAME = "desk.harbour.example"


def make_certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for `NAME` and its key, as files."""
    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    files = folder / "desk.pem", folder / "desk.key"
    files[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    files[1].write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return files


@dataclass
class Answer:
    status: int
    place: str
    text: str

    @property
    def token(self) -> str:
        found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', self.text)
        assert found, self.text
        return found[1]


@dataclass
class Visitor:
    """A browser as far as it matters here: one cookie, over TLS where a certificate is given."""

    port: int
    certificate: Path | None = None
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str, **headers: str) -> Answer:
        return self._ask("GET", path, None, headers)

    def post(self, path: str, fields: dict[str, str], **headers: str) -> Answer:
        told = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Origin": f"https://{self._host}",
            **headers,
        }
        return self._ask("POST", path, urlencode(fields), told)

    @property
    def _host(self) -> str:
        return f"{NAME}:{self.port}"

    def _ask(self, act: str, path: str, body: str | None, headers: dict[str, str]) -> Answer:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        told = {"Host": self._host, **({"Cookie": cookies} if cookies else {}), **headers}
        line = http.client.HTTPConnection(NAME, self.port, timeout=20)
        line.sock = self._line()
        try:
            line.request(act, path, body, told)
            answer = line.getresponse()
            for cookie in answer.headers.get_all("Set-Cookie") or []:
                name, _, value = cookie.partition(";")[0].partition("=")
                self.cookies[name] = value
            place = answer.headers.get("Location", "")
            return Answer(answer.status, place, answer.read().decode())
        finally:
            line.close()

    def _line(self) -> socket.socket:
        plain = socket.create_connection(("127.0.0.1", self.port), timeout=20)
        if self.certificate is None:
            return plain
        trust = ssl.create_default_context(cafile=str(self.certificate))
        return trust.wrap_socket(plain, server_hostname=NAME)
