"""What `benchmarks.fuzz` needs for vCards: reading, and writing what was read in both versions."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.bench_vcards import FOLDER
from benchmarks.bench_vcards import read as harvest_of
from redleaf.contacts.contact import Contact
from redleaf.formats.vcard import write_vcards

PIECES = tuple(
    b"BEGIN:VCARD\n|END:VCARD\n|\nAGENT:\n|;ENCODING=QUOTED-PRINTABLE|;ENCODING=b|;BASE64|;CHARSET=GBK"
    b"|;CHARSET=punycode|=0D=0A=\n|\n |\n\t|item1.|\nitem1.X-ABLabel:_$!<A>!$_|;ALTID=1|;PREF=1|"
    b";LABEL=\"a\\nb\"|^n|^'|data:image/png;base64,|\nBDAY:--0229|\nN:a;b,c;d\\;e|\nVERSION:2.1\n|"
    b"\nORG:a;b\nTITLE:c\n|\nCATEGORIES:a,b,a\n|\nX-ANDROID-CUSTOM:vnd.android.cursor.item/relation;"
    b"a;99999;b\n|\nLANG;PREF=x:\xc3\xa9|\nTEL;TYPE=\"a,b\":tel:+1;ext=2\n|\nURL:http://[::1\n|"
    b"\nUID:urn:uuid:\n|\nPHOTO;ENCODING=b:AAAAAAAAAAAAAAAAAAAAAAAA\n".split(b"|")
)  # fmt: skip
# The key of a card without a UID comes from all the others.
CONTENT = tuple(name for name in Contact.__slots__ if name != "key")
_INVENTED = b"".join(
    b"BEGIN:VCARD\r\nVERSION:%s\r\nFN:Ana Ruiz\r\nN:Ruiz;Ana;;;\r\n%s\r\nEND:VCARD\r\n"
    % (version, b"\r\n".join(piece.strip() for piece in PIECES if b":" in piece))
    for version in (b"2.1", b"3.0", b"4.0")
)


def seeds() -> Iterator[bytes]:
    yield _INVENTED
    for path in sorted(FOLDER.rglob("*.vcf*")) if FOLDER.is_dir() else ():
        yield path.read_bytes()


def read(data: bytes) -> None:
    """A contact that is not the same when it was written and read again is a fault too."""
    contacts = harvest_of(data).contacts
    for version in ("3.0", "4.0") if contacts else ():
        again = harvest_of(write_vcards(contacts, version=version).encode()).contacts
        for one, other in zip(contacts, again, strict=True):
            changed = [name for name in CONTENT if getattr(one, name) != getattr(other, name)]
            if changed:
                raise AssertionError(f"not the same when read again: {', '.join(changed)}")
