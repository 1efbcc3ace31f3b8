"""Pictures as they are kept, for tests: plain patterns, told apart by their colour."""

from __future__ import annotations

from PIL import Image

from redleaf.contacts.pictures import Picture
from redleaf.formats.card.copies import copy_of


def card_picture(person: str = "1", colour: str = "wheat") -> Picture:
    return copy_of(Image.new("RGB", (180, 110), colour), turned=0, person=person)
