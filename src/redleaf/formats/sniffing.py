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
    (b"PK\x03\x04", "a zip archive"),
    (b"PK\x05\x06", "an empty zip archive"),
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


def utf16_of(head: bytes) -> str:
    """The codec where this is UTF-16, by its mark or the zeros in every Latin letter; else ""."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) < 0.3 * (len(head) // 2 or 1) or min(even, odd) > 0.02 * len(head):
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def known_kind(head: bytes) -> str:
    """In words what begins with `head` (some hundred bytes), or "" when it may be a text."""
    if wide := utf16_of(head):
        head = head.decode(wide, "ignore").encode()
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    for beginning, kind in _BEGINNINGS:
        if head.startswith(beginning) or bare.startswith(beginning):
            return kind
    return "a program or another binary file" if b"\0" in head else ""
