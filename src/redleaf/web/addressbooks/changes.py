"""What changed in a collection since it was read last, in as few requests as the server allows.

By sync-token where the server has one (RFC 6578); else by its tag, and by the etag of every item.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote, urljoin, urlsplit
from xml.sax.saxutils import escape

from redleaf.web.addressbooks.answers import CAL, CARD, DAV, Element, ServerError, responses_in
from redleaf.web.addressbooks.client import DavClient
from redleaf.web.addressbooks.discovery import Found

_AT_ONCE = 50
_MOST_ITEMS = 100_000
_MOST_ROUNDS = 1_000
# What servers answer that do not know a report, or no longer know a token.
_UNKNOWN = (400, 403, 404, 405, 409, 410, 412, 415, 422, 500, 501, 507)
_SYNC = (
    '<?xml version="1.0"?><sync-collection xmlns="DAV:"><sync-token>{token}</sync-token>'
    "<sync-level>1</sync-level><prop><getetag/></prop></sync-collection>"
)
_GET = (
    '<?xml version="1.0"?><X:{name} xmlns:X="{space}" xmlns="DAV:"><prop><getetag/>'
    "<X:{data}/></prop>{hrefs}</X:{name}>"
)
_MULTIGET = {
    "addressbook": (CARD, "addressbook-multiget", "address-data"),
    "calendar": (CAL, "calendar-multiget", "calendar-data"),
}


@dataclass(slots=True)
class Known:
    """The state in which a collection was read last."""

    token: str = ""
    tag: str = ""
    etags: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Changes:
    """`items` are the bodies by path, `etags` those of all that were read, `gone` the vanished."""

    items: dict[str, bytes] = field(default_factory=dict)
    etags: dict[str, str] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)
    token: str = ""
    tag: str = ""


def changes_since(client: DavClient, found: Found, known: Known) -> Changes:
    """What is new or changed, with its content, and what is gone. Raises ServerError."""
    changes = Changes(tag=found.tag)
    listed = _by_token(client, found, known, changes)
    if listed is None:
        if found.tag and found.tag == known.tag:
            return changes
        listed = _by_etags(client, found, known, changes)
    wanted = [path for path, etag in listed.items() if not etag or known.etags.get(path) != etag]
    if len(wanted) > _MOST_ITEMS:
        raise ServerError(f"{found.title} holds more than Redleaf reads from a server.")
    for at in range(0, len(wanted), _AT_ONCE):
        some = wanted[at : at + _AT_ONCE]
        for path, etag, body in _fetched(client, found, some):
            changes.items[path] = body
            changes.etags[path] = etag or listed.get(path, "")
    return changes


def _by_token(
    client: DavClient, found: Found, known: Known, changes: Changes
) -> dict[str, str] | None:
    """Path and etag of what changed; None where the server does not know the way."""
    token = known.token
    listed: dict[str, str] = {}
    gone: dict[str, None] = {}
    is_cut = True
    for _ in range(_MOST_ROUNDS):
        try:
            root = client.report(found.url, _SYNC.format(token=escape(token)), depth=0)
        except ServerError as error:
            if error.status not in _UNKNOWN:
                raise
            if token and token == known.token:  # too old for the server: the whole list instead
                return _by_token(client, found, Known(etags=known.etags), changes)
            return None
        token = root.text_of(f"{DAV} sync-token")
        if root.name != f"{DAV} multistatus" or not token:
            return None
        is_cut = _read_round(found, root, listed, gone)
        if not is_cut:
            break
    changes.token = token
    changes.gone = [path for path in gone if path in known.etags and path not in listed]
    if not known.token:
        changes.gone = [path for path in known.etags if path not in listed]
    return listed


def _read_round(found: Found, root: Element, listed: dict[str, str], gone: dict[str, None]) -> bool:
    """Take one answer in; whether the server cut it and has to be asked for more."""
    is_cut = False
    for each in responses_in(root):
        path = path_of(found.url, each.href)
        if each.status == 507:
            is_cut = True
        elif each.status in (404, 410):
            gone[path] = None
        elif path:
            gone.pop(path, None)
            listed[path] = each.text_of(f"{DAV} getetag")
    return is_cut


def _by_etags(client: DavClient, found: Found, known: Known, changes: Changes) -> dict[str, str]:
    _, answers = client.propfind(found.url, "<getetag/><resourcetype/>", depth=1)
    listed = {}
    for each in answers:
        path = path_of(found.url, each.href)
        if path and not each.is_a(f"{DAV} collection"):
            listed[path] = each.text_of(f"{DAV} getetag")
    changes.gone = [path for path in known.etags if path not in listed]
    return listed


def _fetched(
    client: DavClient, found: Found, paths: Sequence[str]
) -> Iterator[tuple[str, str, bytes]]:
    """Path, etag and content of some items; one by one where they cannot be asked for at once."""
    space, name, data = _MULTIGET[found.kind]
    hrefs = "".join(f"<href>{escape(path)}</href>" for path in paths)
    body = _GET.format(name=name, space=space, data=data, hrefs=hrefs)
    try:
        root = client.report(found.url, body, depth=1)
    except ServerError as error:
        if error.status not in _UNKNOWN:
            raise
        yield from _one_by_one(client, found, paths)
        return
    for each in responses_in(root):
        text = each.props.get(f"{space} {data}")
        if text is not None and text.text.strip():
            path = path_of(found.url, each.href)
            yield path, each.text_of(f"{DAV} getetag"), text.text.encode()


def _one_by_one(
    client: DavClient, found: Found, paths: Sequence[str]
) -> Iterator[tuple[str, str, bytes]]:
    for path in paths:
        try:
            yield path, "", client.get(urljoin(found.url, path))
        except ServerError as error:
            if error.status not in (404, 410):  # it vanished while we were reading
                raise


def path_of(base: str, href: str) -> str:
    """The path of an item within the collection at `base`; "" for anything else.

    Servers escape as they like: the path is kept as it came, only compared unescaped.
    """
    whole = urljoin(base, href)
    path = urlsplit(whole).path
    home = unquote(urlsplit(base).path).rstrip("/") + "/"
    inside = unquote(path).removeprefix(home)
    same_host = urlsplit(whole).netloc == urlsplit(base).netloc
    return path if same_host and inside and inside != unquote(path) and path[-1] != "/" else ""
