"""What `benchmarks.fuzz` needs for tables of people: reading them, guessing their columns."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from redleaf.formats.csv_people.importer import read_unguarded
from redleaf.formats.csv_people.mapping import read_columns
from redleaf.formats.limits import DEFAULT_LIMITS

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data" / "contacts" / "csv"
_HEAD_BYTES = 8_000
_INVENTED = (
    (
        "First Name,Last Name,File As,Birthday,Labels,E-mail 1 - Label,E-mail 1 - Value,"
        "Phone 1 - Value,Address 1 - Street,Address 1 - City,Website 1 - Value\n"
        'Tove,Lind,"Lind, Tove",1980-04-02,* myContacts ::: Fair,* Work,tove@kiln.example,'
        '+46 46 12 34,"Hamnen 1\nFloor 2",Lund,https://kiln.example\n'
    ),
    (
        "Anrede;Vorname;Nachname;E-Mail-Adresse;Straße geschäftlich;Geburtstag\n"
        "Frau;Jürgen;Größl;j@kiln.example;Weg 1;0/0/00\n"
    ),
    "姓,名,電子メール アドレス\n山田,花子,h@kiln.example\n",
    "tove@kiln.example,Tove,Lind,+46 46 12345\nugo@fair.example,Ugo,Rao,+49 431 98765\n",
)
PIECES = (
    b"sep=;\n", b"Email", b"Name", b"E-mail 99999999999 - Value", b" ::: ", b"'=", b"0/0/00",
    b"31/31/1980", b"http://[", b"\xc2\xb2", b"\xd9\xa3", b"\xe2\x80\xa8", b"\xed\xa0\x80", b"'",
    "İ".encode(), b"9999-99-99", b"mailto:", b"tel:", b"|", b"\t",
)  # fmt: skip


def seeds() -> Iterator[bytes]:
    for text in _INVENTED:
        for encoding in ("utf-8", "utf-16", "cp1252", "shift_jis", "gb18030"):
            yield text.encode(encoding, "replace")
    for path in sorted(FOLDER.rglob("*.csv")):
        yield path.read_bytes()[:_HEAD_BYTES]


def read(data: bytes) -> object:
    read_columns(io.BytesIO(data), DEFAULT_LIMITS, lambda _: None)
    return read_unguarded(io.BytesIO(data), DEFAULT_LIMITS, lambda _: None)
