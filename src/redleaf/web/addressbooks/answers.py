"""What a DAV server answers: its XML, read without entities and document types, bounded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from redleaf.errors import RedleafError

DAV = "DAV:"
CARD = "urn:ietf:params:xml:ns:carddav"
CAL = "urn:ietf:params:xml:ns:caldav"
SERVER = "http://calendarserver.org/ns/"

_MOST_DEPTH = 40
_MOST_ELEMENTS = 1_000_000


class ServerError(RedleafError):
    """The server could not be read. `status` is what it answered, 0 without an answer."""

    def __init__(self, what: str, *, status: int = 0) -> None:
        super().__init__(what)
        self.status = status


@dataclass(slots=True)
class Element:
    """`name` is the namespace and the local name, with a space between."""

    name: str
    text: str = ""
    children: list[Element] = field(default_factory=list)

    def first(self, name: str) -> Element | None:
        return next((each for each in self.children if each.name == name), None)

    def text_of(self, name: str) -> str:
        found = self.first(name)
        return found.text.strip() if found else ""


@dataclass(frozen=True, slots=True)
class Response:
    """What a multistatus says of one resource; `props` are those that the server could give."""

    href: str
    status: int
    props: dict[str, Element]

    def text_of(self, name: str) -> str:
        found = self.props.get(name)
        return found.text.strip() if found else ""

    def link_in(self, name: str) -> str:
        found = self.props.get(name)
        return found.text_of(f"{DAV} href") if found else ""

    def is_a(self, name: str) -> bool:
        kinds = self.props.get(f"{DAV} resourcetype")
        return kinds is not None and kinds.first(name) is not None


def responses_in(root: Element) -> Iterator[Response]:
    for each in root.children:
        if each.name != f"{DAV} response":
            continue
        props: dict[str, Element] = {}
        for propstat in each.children:
            if propstat.name == f"{DAV} propstat" and _status_of(propstat) in (200, 0):
                found = propstat.first(f"{DAV} prop")
                props |= {prop.name: prop for prop in found.children} if found else {}
        yield Response(each.text_of(f"{DAV} href"), _status_of(each), props)


def read_xml(data: bytes) -> Element:
    """The root of an answer. Raises ServerError for what is not XML, or is a trap."""
    root = Element("")
    open_ones = [root]
    count = 0

    def begin(name: str, _attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        if len(open_ones) > _MOST_DEPTH or count > _MOST_ELEMENTS:
            raise ServerError("The server's answer is nested too deeply or too long to be read.")
        element = Element(name)
        open_ones[-1].children.append(element)
        texts.append([])
        open_ones.append(element)

    def end(_name: str) -> None:
        open_ones.pop().text = "".join(texts.pop())

    def refuse(*_: object) -> None:
        raise ServerError("The server's answer declares a document type; that is not read.")

    texts: list[list[str]] = [[]]
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.CharacterDataHandler = lambda text: texts[-1].append(text)
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        raise ServerError("The server did not answer in the XML of CardDAV and CalDAV.") from None
    return root.children[0]


def _status_of(element: Element) -> int:
    """200 of "HTTP/1.1 200 OK"; 0 where nothing is said."""
    words = element.text_of(f"{DAV} status").split()
    return int(words[1]) if len(words) > 1 and words[1].isdecimal() else 0
