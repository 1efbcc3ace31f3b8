"""Encoded words of mail headers (RFC 2047), as they are sent and not only as they should be."""

from __future__ import annotations

import base64
import binascii
import re

from redleaf.formats.mail.charsets import decoded, encoded

ENCODED = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*+)\?=")
_BETWEEN = re.compile(r"(\?=)\s+(?==\?[^?\s]{1,60}\?[bBqQ]\?)")
_HEX = re.compile(rb"=([0-9A-Fa-f]{2})")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")


def decoded_words(text: str) -> str:
    """`text` with its encoded words decoded. A letter may be cut in two by neighbouring words."""
    if "=?" not in text:
        return text
    joined = _BETWEEN.sub(r"\1", text)
    pieces: list[str] = []
    pending, charset, at = b"", "", 0
    for found in ENCODED.finditer(joined):
        name = found[1].partition("*")[0].casefold()
        if pending and (found.start() > at or name != charset):
            pieces.append(decoded(pending, charset))
            pending = b""
        pieces.append(joined[at : found.start()])
        pending += _bytes_of(found[2], found[3], name)
        charset, at = name, found.end()
    if pending:
        pieces.append(decoded(pending, charset))
    pieces.append(joined[at:])
    return "".join(pieces)


def _bytes_of(encoding: str, text: str, charset: str) -> bytes:
    data = text.encode() if text.isascii() else encoded(text, charset)
    if encoding in "qQ":
        return _HEX.sub(lambda found: bytes.fromhex(found[1].decode()), data.replace(b"_", b" "))
    bare = _NOT_BASE64.sub(b"", data)
    bare = bare[: len(bare) - 1] if len(bare) % 4 == 1 else bare
    try:
        return base64.b64decode(bare + b"=" * (-len(bare) % 4))
    except (binascii.Error, ValueError):
        return data
