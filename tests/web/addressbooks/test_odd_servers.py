"""Servers that lack what the standards offer, that are busy, or that are up to something."""

from __future__ import annotations

from collections.abc import Callable
from xml.sax.saxutils import escape

import pytest

from redleaf.web.addressbooks import client as http
from redleaf.web.addressbooks.answers import ServerError, read_xml
from redleaf.web.addressbooks.changes import Known, changes_since, path_of
from redleaf.web.addressbooks.client import DavClient
from redleaf.web.addressbooks.discovery import Found, find_collections
from tests.patience import patience
from tests.web.addressbooks.servers import Answer, odd_server

XML = {"Content-Type": "application/xml"}
ANA = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana & Ben\r\nN:A\r\nEND:VCARD\r\n"


def multistatus(*responses: tuple[str, str], token: str = "") -> Answer:
    """Paths with the properties of each, in XML."""
    inner = "".join(
        f"<d:response><d:href>{href}</d:href><d:propstat><d:prop>{props}</d:prop>"
        "<d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>"
        for href, props in responses
    )
    mark = f"<d:sync-token>{token}</d:sync-token>" if token else ""
    spaces = 'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:carddav"'
    return 207, XML, f"<d:multistatus {spaces}>{inner}{mark}</d:multistatus>"


def etag(value: str) -> str:
    return f'<d:getetag>"{value}"</d:getetag><d:resourcetype/>'


def changes(answer: Callable[[str, str, str], Answer], known: Known | None = None) -> object:
    with odd_server(answer) as address, DavClient(address, "ana", "x") as client:
        found = Found(f"{address}/book/", "addressbook", "Book", tag="7")
        read = changes_since(client, found, known or Known())
        return sorted(read.items), sorted(read.gone), read.token


def without_tokens(method: str, path: str, body: str) -> Answer:
    """A server of the old kind, with three cards: no sync, no multiget."""
    if method == "REPORT":
        return 501, {}, ""
    if method == "PROPFIND":
        listed = [(f"/book/{name}.vcf", etag(name)) for name in ("a", "b", "c")]
        return multistatus(("/book/", "<d:resourcetype><d:collection/></d:resourcetype>"), *listed)
    return (404, {}, "") if path == "/book/c.vcf" else (200, {}, ANA)


def test_it_compares_etags_where_a_server_knows_no_token() -> None:
    known = Known(etags={"/book/a.vcf": '"a"', "/book/b.vcf": '"old"', "/book/gone.vcf": '"x"'})
    assert changes(without_tokens, known) == (["/book/b.vcf"], ["/book/gone.vcf"], "")


def test_it_reads_nothing_where_the_tag_of_the_whole_is_the_same() -> None:
    known = Known(tag="7", etags={"/book/a.vcf": '"old"'})
    assert changes(without_tokens, known) == ([], [], "")


def test_it_goes_on_where_a_server_cuts_its_answer() -> None:
    def answer(method: str, path: str, body: str) -> Answer:
        if "multiget" in body:
            data = f"<c:address-data>{escape(ANA)}</c:address-data>"
            names = [name for name in "ab" if f"/book/{name}.vcf" in body]
            return multistatus(*((f"/book/{name}.vcf", etag(name) + data) for name in names))
        if "<sync-token></sync-token>" in body:
            status, headers, text = multistatus(("/book/a.vcf", etag("a")), token="one")
            cut = "<d:href>/book/</d:href><d:status>HTTP/1.1 507 x</d:status>"
            mark = f"<d:response>{cut}</d:response><d:sync-token>"
            return status, headers, text.replace("<d:sync-token>", mark)
        return multistatus(("/book/b.vcf", etag("b")), token="two")

    assert changes(answer) == (["/book/a.vcf", "/book/b.vcf"], [], "two")


def test_it_asks_a_busy_server_again() -> None:
    asked: list[str] = []

    def answer(method: str, path: str, body: str) -> Answer:
        asked.append(method)
        return (503, {"Retry-After": "0"}, "") if len(asked) < 3 else multistatus()

    with odd_server(answer) as address, DavClient(address, "ana", "x") as client:
        assert client.propfind("/", "<getetag/>", depth=0) == (f"{address}/", [])
    assert len(asked) == 3


def test_it_follows_its_server_and_no_other() -> None:
    def answer(method: str, path: str, body: str) -> Answer:
        if path == "/away":
            return 302, {"Location": "http://elsewhere.example/dav/"}, ""
        return (301, {"Location": "/there"}, "") if path == "/here" else multistatus()

    with odd_server(answer) as address, DavClient(address, "ana", "x") as client:
        assert client.propfind("/here", "<getetag/>", depth=0)[0] == f"{address}/there"
        with pytest.raises(ServerError, match=r"leads to another one, elsewhere\.example"):
            client.propfind("/away", "<getetag/>", depth=0)


@pytest.mark.parametrize(
    ("status", "said"),
    [(401, "user name and password"), (403, "does not let"), (404, "does not say"), (418, "418")],
)
def test_it_says_what_the_server_refuses(status: int, said: str) -> None:
    with (
        odd_server(lambda *_: (status, {}, "")) as address,
        DavClient(address, "ana", "x") as client,
        pytest.raises(ServerError, match=said),
    ):
        find_collections(client)


def test_it_says_that_nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "_PAUSE_SECONDS", 0.0)
    with odd_server(lambda *_: multistatus()) as address:
        pass
    with DavClient(address, "ana", "x") as client, pytest.raises(ServerError, match="be reached"):
        find_collections(client)


def test_it_takes_no_more_than_it_can_bear(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "_MOST_BYTES", 10_000)
    with (
        odd_server(lambda *_: (207, XML, "x" * 20_000)) as address,
        DavClient(address, "ana", "x") as client,
        pytest.raises(ServerError, match="larger"),
    ):
        find_collections(client)


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        "<a>" * 3_000,
        "<a>",
        "not XML",
        "<a>&other;</a>",
    ],
)
def test_it_refuses_traps_in_xml(text: str) -> None:
    with patience(), pytest.raises(ServerError):
        read_xml(text.encode())


def test_it_sends_no_password_in_the_open() -> None:
    with pytest.raises(ServerError, match="not encrypted"):
        DavClient("http://dav.example.org", "ana", "x")
    for address, unencrypted in (
        ("https://dav.example.org", False),
        ("dav.example.org", False),
        ("http://dav.example.org", True),
        ("http://[::1]:5232", False),
    ):
        DavClient(address, "ana", "x", unencrypted=unencrypted).__exit__(None, None, None)
    with pytest.raises(ServerError, match="not the address"):
        DavClient("ftp://dav.example.org", "ana", "x")


@pytest.mark.parametrize(
    ("href", "path"),
    [
        ("/book/a%20b.vcf", "/book/a%20b.vcf"),
        ("a.vcf", "/book/a.vcf"),
        ("https://dav.example/book/a.vcf", "/book/a.vcf"),
        ("https://elsewhere.example/book/a.vcf", ""),
        ("/other/a.vcf", ""),
        ("/book/../other/a.vcf", ""),
        ("/book/", ""),
        ("/book/inner/", ""),
    ],
)
def test_it_takes_items_of_the_collection_alone(href: str, path: str) -> None:
    assert path_of("https://dav.example/book/", href) == path
