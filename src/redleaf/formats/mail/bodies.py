"""The texts and calendars inside a mail; read only of mails that may be an invitation."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32

from redleaf.formats.mail.charsets import decoded

_DEEPEST = 30
_MOST_PARTS = 1_000
_LONGEST_TEXT = 200_000
_NESTING = re.compile(rb"content-type[ \t]*:[ \t]*(?:multipart|message)/", re.IGNORECASE)
_BOUNDARY_LINE = re.compile(rb"^--\S", re.MULTILINE)
_UNSHOWN = re.compile(r"<(style|script|title)\b", re.IGNORECASE)
_BREAK = re.compile(r"<(?:br|p|/p|div|/div|tr|/tr|td|/td|table|h[1-6]|/h[1-6]|li)\b[^<>]*>", re.I)
_TAG = re.compile(r"<[^<>]*>")
_HREF = re.compile(
    r"""<a\b[^<>]{0,500}?\bhref\s*=\s*["']?(https?://[^\s<>"']{4,2000})[^<>]*>""", re.IGNORECASE
)


class BodyError(Exception):
    """The inside of a mail asks for more than Redleaf reads; the headers stand all the same."""


@dataclass(slots=True)
class Body:
    """The text as lines, that of the marked-up part beside it, and what is attached.

    Links stand in both, in the mark-up before the words that they lie behind. `calendars` are as
    they lie there, and so are `mails`, which somebody forwarded as attachments.
    """

    text: str = ""
    marked_up: str = ""
    calendars: list[bytes] = field(default_factory=list)
    mails: list[bytes] = field(default_factory=list)


def read_body(mail: bytes) -> Body:
    """What is inside a mail. Raises BodyError for one that is built to be costly."""
    if len(_NESTING.findall(mail)) > _DEEPEST or len(_BOUNDARY_LINE.findall(mail)) > _MOST_PARTS:
        raise BodyError("it is nested too deeply, or has too many parts, to be read whole.")
    try:
        return _body(BytesParser(policy=compat32).parsebytes(mail))
    except Exception as error:  # the standard library raises anything over a broken mail
        raise BodyError(f"its inside cannot be read ({type(error).__name__}).") from error


def _body(mail: Message) -> Body:
    body = Body()
    plain, marked_up = "", ""
    for part in _parts(mail, body.mails):
        kind = part.get_content_type()
        name = str(part.get_filename() or "").casefold()
        if kind == "text/calendar" or name.endswith(".ics"):
            body.calendars.append(_bytes_of(part))
        elif name.endswith(".eml"):
            body.mails.append(_bytes_of(part))
        elif kind == "text/plain" and not plain:
            plain = _text_of(part)
        elif kind == "text/html" and not marked_up:
            marked_up = _text_of(part)
    body.marked_up = _without_markup(marked_up)
    body.text = plain if plain.strip() else body.marked_up
    return body


def _parts(part: Message, mails: list[bytes]) -> Iterator[Message]:
    """The parts with something in them. A mail in a mail is put aside; its calendars count."""
    if not part.is_multipart():
        yield part
        return
    payload = part.get_payload()
    inner = [each for each in payload if isinstance(each, Message)]
    if part.get_content_maintype() == "message":
        mails += [bytes(each) for each in inner]
        for each in inner:
            yield from (p for p in _parts(each, []) if p.get_content_type() == "text/calendar")
        return
    for each in inner:
        yield from _parts(each, mails)


def _bytes_of(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _text_of(part: Message) -> str:
    charset = part.get_param("charset", "")
    name = charset if isinstance(charset, str) else ""
    return decoded(_bytes_of(part), name)[:_LONGEST_TEXT].replace("\r\n", "\n")


def _without_markup(text: str) -> str:
    """Lines as they are shown, each link before the words that it lies behind."""
    joined = " ".join("".join(_shown(text)).split())
    bare = _TAG.sub("", _HREF.sub(r" \1 ", _BREAK.sub("\n", joined)))
    return html.unescape(bare).replace("\xa0", " ")


def _shown(text: str) -> Iterator[str]:
    """The pieces between styles, scripts and the title; the rest is dropped when one never ends."""
    folded, at = text.lower(), 0
    while found := _UNSHOWN.search(text, at):
        yield text[at : found.start()]
        at = folded.find(f"</{found[1].lower()}", found.end())
        if at < 0:
            return
    yield text[at:]
