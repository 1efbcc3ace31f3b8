"""The copy of a card's picture that is kept: small, upright, made anew."""

from __future__ import annotations

import base64
import io
import random

import pytest
from PIL import Image

from redleaf.contacts.pictures import LONGEST_SIDE, Picture
from redleaf.formats.card.copies import copy_of


def shown(picture: Picture) -> Image.Image:
    assert picture.is_kept
    return Image.open(io.BytesIO(base64.b64decode(picture.base64)))


def test_it_is_small_enough_whatever_it_shows() -> None:
    noise = Image.frombytes("RGB", (1_600, 1_200), random.Random(3).randbytes(1_600 * 1_200 * 3))
    small = shown(copy_of(noise, turned=0, person="1"))
    assert max(small.size) <= LONGEST_SIDE


def test_it_says_nothing_of_where_it_comes_from() -> None:
    image = Image.new("RGB", (400, 240), "wheat")
    image.getexif()[0x010F] = "Camera of Ana"
    image.info |= {"comment": b"taken at home", "icc_profile": b"x" * 99, "exif": b"Exif\0\0MM"}
    again = shown(copy_of(image, turned=0, person="1"))
    assert not again.getexif()
    assert set(again.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize(("turned", "dark_at"), [(0, (10, 10)), (1, (10, 390)), (3, (230, 10))])
def test_it_stands_upright(turned: int, dark_at: tuple[int, int]) -> None:
    image = Image.new("RGB", (400, 240), "white")
    image.paste((0, 0, 0), (0, 0, 60, 60))
    upright = shown(copy_of(image, turned=turned, person="1")).convert("L")
    assert upright.size == ((400, 240) if turned == 0 else (240, 400))
    across, down = dark_at
    assert upright.tobytes()[across + down * upright.width] < 60


def test_a_thread_keeps_a_pixel_of_its_width() -> None:
    assert shown(copy_of(Image.new("RGB", (9_000, 1)), turned=0, person="1")).size == (1_000, 1)
