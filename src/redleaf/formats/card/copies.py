"""A small copy of a card's picture, to be kept with the contact: made anew from its pixels."""

from __future__ import annotations

import base64
import io
from typing import TYPE_CHECKING

from redleaf.contacts.pictures import LONGEST_SIDE, MOST_BYTES, Picture

if TYPE_CHECKING:
    from PIL import Image

# The first that is small enough is taken; the last one is, of whatever noise.
_TRIES = ((LONGEST_SIDE, 80), (LONGEST_SIDE, 60), (800, 50), (600, 40), (400, 30))


def copy_of(image: Image.Image, *, turned: int, person: str) -> Picture:
    """The picture upright (`turned` quarters to the left), without what it says about itself."""
    upright = image.rotate(90 * turned, expand=True) if turned else image
    for longest, quality in _TRIES:
        small = upright.copy()
        small.thumbnail((longest, longest))
        data = _written(small, quality)
        if len(data) <= MOST_BYTES:
            break
    return Picture(person, base64.b64encode(data).decode(), *small.size)


def _written(small: Image.Image, quality: int) -> bytes:
    from PIL import Image

    # Pillow hands comments and profiles of a file on to the next one; bytes of pixels have none.
    pixels = Image.frombytes("RGB", small.size, small.convert("RGB").tobytes())
    target = io.BytesIO()
    pixels.save(target, "JPEG", quality=quality, optimize=True)
    return target.getvalue()
