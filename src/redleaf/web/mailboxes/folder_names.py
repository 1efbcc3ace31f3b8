"""Names of folders as IMAP writes them: UTF-7 with an ampersand (RFC 3501, 5.1.3)."""

from __future__ import annotations

import base64
import binascii
import re

_ENCODED = re.compile(r"&([A-Za-z0-9+,]*)-")
_OUTSIDE = re.compile(r"[^\x20-\x7e]+|&")
_LISTED = re.compile(
    rb'\((?P<flags>[^)]*)\) (?:"(?:\\.|[^"\\])*"|NIL) (?P<name>"(?:\\.|[^"\\])*"|[^\s"]\S*)?\s*$'
)


def decoded_name(written: str) -> str:
    """A folder's name as it is read; what is not well written stays as it is."""

    def shown(found: re.Match[str]) -> str:
        coded = found[1].replace(",", "/")
        try:
            data = base64.b64decode(coded + "=" * (-len(coded) % 4))
            return data.decode("utf-16-be") if coded else "&"
        except (binascii.Error, UnicodeDecodeError):
            return found[0]

    return _ENCODED.sub(shown, written)


def quoted_name(name: str) -> str:
    """A folder's name as a command takes it."""

    def coded(found: re.Match[str]) -> str:
        if found[0] == "&":
            return "&-"
        text = base64.b64encode(found[0].encode("utf-16-be")).decode().rstrip("=")
        return f"&{text.replace('/', ',')}-"

    plain = _OUTSIDE.sub(coded, name).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'


def listed_names(lines: list[object]) -> list[str]:
    """The names in the answer to LIST, without those that hold no mails."""
    names = []
    for line in lines:
        found, name = None, b""
        if isinstance(line, bytes):
            found = _LISTED.search(line)
            name = found["name"] or b"" if found else b""
        elif isinstance(line, tuple):  # a name with odd signs comes as a literal
            name = line[1]
        if name and not (found and b"noselect" in found["flags"].lower()):
            bare = name[1:-1] if name[:1] == b'"' else name
            text = bare.replace(b"\\\\", b"\\").replace(b'\\"', b'"').decode("utf-8", "replace")
            names.append(decoded_name(text))
    return names
