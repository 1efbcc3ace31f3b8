"""Which address books and calendars a user has on a server (RFC 6764, 6352, 4791)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit

from redleaf.web.addressbooks.answers import CAL, CARD, DAV, SERVER, Response, ServerError
from redleaf.web.addressbooks.client import DavClient

_WELL_KNOWN = ("/.well-known/carddav", "/.well-known/caldav")
_PROPS = "<resourcetype/><displayname/><current-user-principal/><sync-token/><S:getctag/>"
_HOMES = "<C:addressbook-home-set/><A:calendar-home-set/>"
_MISSING = (404, 405, 410, 501)


@dataclass(frozen=True, slots=True)
class Found:
    """A collection on the server; `tag` changes with its content, where the server has one."""

    url: str
    kind: str
    title: str
    tag: str = ""


def find_collections(client: DavClient) -> list[Found]:
    """The collection at the client's address, else all of its user. Raises ServerError."""
    url, here = _look(client, client.address)
    found = [each for answer in here if (each := _collection(answer, url))]
    if found:
        return found
    principal = _principal(client, url, here)
    homes = _homes(client, principal)
    by_url = {each.url: each for home in homes for each in _in_home(client, home)}
    if not by_url:
        raise ServerError("There is no address book and no calendar of this user on the server.")
    return list(by_url.values())


def _look(client: DavClient, url: str) -> tuple[str, list[Response]]:
    try:
        return client.propfind(url, _PROPS, depth=0)
    except ServerError as error:
        if error.status not in _MISSING:
            raise
        return url, []


def _principal(client: DavClient, url: str, here: list[Response]) -> str:
    name = f"{DAV} current-user-principal"
    for path in ("", *_WELL_KNOWN, "/"):
        if path:
            url, here = _look(client, urljoin(client.address, path))
        link = next((link for each in here if (link := each.link_in(name))), "")
        if link:
            return urljoin(url, link)
    raise ServerError("The server does not say where this user's address books are.")


def _homes(client: DavClient, principal: str) -> list[str]:
    url, answers = client.propfind(principal, _HOMES, depth=0)
    names = (f"{CARD} addressbook-home-set", f"{CAL} calendar-home-set")
    links = [link for each in answers for name in names if (link := each.link_in(name))]
    return list(dict.fromkeys(urljoin(url, link) for link in links))


def _in_home(client: DavClient, home: str) -> Iterator[Found]:
    url, answers = client.propfind(home, _PROPS, depth=1)
    for each in answers:
        if found := _collection(each, url):
            yield found


def _collection(response: Response, url: str) -> Found | None:
    at = urljoin(url, response.href)
    tag = response.text_of(f"{SERVER} getctag")
    name = unquote(urlsplit(at).path.rstrip("/").rpartition("/")[2])
    title = response.text_of(f"{DAV} displayname") or name
    if response.is_a(f"{CARD} addressbook"):
        return Found(at, "addressbook", title, tag)
    if response.is_a(f"{CAL} calendar"):
        return Found(at, "calendar", title, tag)
    return None
