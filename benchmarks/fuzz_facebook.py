"""What `benchmarks.fuzz` needs for Facebook's export: its files one by one."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

from redleaf.formats.facebook.export import read_unguarded
from redleaf.formats.limits import DEFAULT_LIMITS

_PERSON = {"name": "S\u00c3\u00b8ren", "timestamp": 1_450_000_000}
_FILES = (
    {"friends_v2": [_PERSON, _PERSON]},
    {
        "received_requests_v2": [_PERSON],
        "sent_requests": [_PERSON],
        "deleted_friends_v2": [_PERSON],
    },
    {"profile_v2": {"name": {"full_name": "Ines Duarte"}, "emails": {"emails": ["i@x.example"]}}},
    {
        "participants": [{"name": "Ines Duarte"}, {"name": "Tove Lind"}],
        "messages": [{"sender_name": "Ines Duarte", "timestamp_ms": 1_450_000_000_000}],
        "thread_path": "inbox/tove_1",
    },
    {"address_book_v2": {"address_book": [{"name": "Zoe", "details": [{"contact_point": "+46"}]}]}},
)
PIECES = (b"null", b"[]", b"{}", b"1e999", b"-1", b"true", b'"name"', b'"timestamp"', b"[" * 40,
          b"NaN", b'"\\ud800"', b'"participants":3,', b"99999999999999999999")  # fmt: skip


def seeds() -> Iterator[bytes]:
    for each in _FILES:
        yield json.dumps(each).encode()


def read(data: bytes) -> object:
    return read_unguarded(io.BytesIO(data), DEFAULT_LIMITS, lambda _: None)
