"""LinkedIn's data export: the zip, the folder made of it, or one of its files alone."""

from redleaf.formats.linkedin.export import read_export
from redleaf.formats.linkedin.records import (
    Connection,
    Conversation,
    Export,
    Invitation,
    Person,
    Position,
    PrivateNote,
    Turn,
)

__all__ = [
    "Connection",
    "Conversation",
    "Export",
    "Invitation",
    "Person",
    "Position",
    "PrivateNote",
    "Turn",
    "read_export",
]
