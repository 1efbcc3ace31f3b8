"""What a file is, by its first bytes, for the sentence that says it is the wrong one."""

from __future__ import annotations

_BEGINNINGS = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"SQLite format 3", "a database"),
    (b"BEGIN:VCARD", "a vCard"),
    (b"BEGIN:VCALENDAR", "a calendar"),
    (b"{", "JSON"),
    (b"<", "a web page"),
)
ZIP_BEGINNINGS = (b"PK\x03\x04", b"PK\x05\x06")


def is_zip(head: bytes) -> bool:
    return head.startswith(ZIP_BEGINNINGS)


def known_kind(head: bytes) -> str:
    """In words what begins with `head` (some hundred bytes), or "" when it may be a text."""
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    for beginning, kind in _BEGINNINGS:
        if head.startswith(beginning) or bare.startswith(beginning):
            return kind
    if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "a program or another binary file"
    return ""
