"""Which file of an export is which: by its name, and without a telling name by its header."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path, PurePosixPath

from redleaf.formats.tables import folded_header

# Each kind by the columns that only it has, in lower case without spaces. Sources: docs/audit.md.
HEADERS = {
    "connections": frozenset({"firstname", "lastname", "connectedon"}),
    "invitations": frozenset({"from", "to", "sentat", "direction"}),
    "messages": frozenset({"conversationid", "from", "date", "content"}),
    "profile": frozenset({"firstname", "lastname", "headline", "summary"}),
    "positions": frozenset({"companyname", "title", "startedon"}),
    "emailaddresses": frozenset({"emailaddress", "confirmed", "primary"}),
    "notes": frozenset({"connectionfirstname", "connectionlastname", "note"}),
    "contacts": frozenset({"source", "firstname", "lastname", "emails", "phonenumbers"}),
    "recommendationsreceived": frozenset({"firstname", "lastname", "text", "status"}),
    "recommendationsgiven": frozenset({"firstname", "lastname", "text", "status"}),
    "endorsementreceivedinfo": frozenset({"skillname", "endorserfirstname", "endorserlastname"}),
    "endorsementgiveninfo": frozenset({"skillname", "endorseefirstname", "endorseelastname"}),
    "phonenumbers": frozenset({"extension", "number", "type"}),
}
# Names of files and columns that mean the same; LinkedIn has renamed some over the years.
_SAME_FILES = {"importedcontacts": "contacts", "connection": "connections"}
_COPY = re.compile(r"(\(\d+\)|copy|\d+)$")
# Conversations with LinkedIn's own programs have the same columns as those with people.
_NOT_WITH_PEOPLE = re.compile("guide|coach|roleplay|learning")
_HIDDEN = re.compile(r"(^|/)(__macosx/|\.)", re.IGNORECASE)


def kind_by_name(name: str) -> str:
    """The kind that a file's name says, ignoring case, spaces, underscores and "(1)"; or ""."""
    stem = PurePosixPath(name.replace("\\", "/")).name.lower()
    if not stem.endswith(".csv"):
        return ""
    stem = _COPY.sub("", re.sub(r"[\s_-]+", "", stem[:-4]))
    stem = _SAME_FILES.get(stem, stem)
    return stem if stem in HEADERS else ""


@cache
def renamed_columns() -> dict[str, str]:
    """Column names of other years and languages, each with the usual one."""
    lines = Path(__file__).with_name("columns.txt").read_text("utf-8").splitlines()
    pairs = (line.partition("=") for line in lines if not line.startswith("#"))
    return {
        folded_header([other])[0]: folded_header([usual])[0]
        for usual, _, others in pairs
        for other in others.split("|")
        if other.strip()
    }


def kind_by_header(columns: frozenset[str]) -> str:
    return next((kind for kind, wanted in HEADERS.items() if wanted <= columns), "")


def candidates(names: Iterable[str]) -> list[str]:
    """The members worth a look: tables that are not hidden parts or talks with programs."""
    return [
        name
        for name in names
        if name.lower().endswith((".csv", ".tsv", ".txt"))
        and not _HIDDEN.search(name)
        and not _NOT_WITH_PEOPLE.search(re.sub(r"[\s_-]+", "", name.lower().rsplit("/", 1)[-1]))
    ]
