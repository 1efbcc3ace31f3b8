"""Which pictures may be kept: small JPEGs that say nothing but what they show."""

from __future__ import annotations

import base64
import io
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image

from redleaf.contacts.pictures import MOST_BYTES, Picture
from tests.contacts.card_pictures import card_picture

SIZE = (180, 110)


def written(kind: str = "JPEG", size: tuple[int, int] = SIZE, **options: Any) -> Picture:
    target = io.BytesIO()
    Image.new("RGB", size, "wheat").save(target, kind, **options)
    return Picture("1", base64.b64encode(target.getvalue()).decode(), *size)


def with_place() -> Image.Exif:
    exif = Image.Exif()
    exif[0x010F] = "Camera of Ana"
    return exif


def test_a_plain_jpeg_is_kept() -> None:
    assert card_picture().is_kept
    assert written(progressive=True).is_kept
    assert written(restart_marker_rows=1).is_kept


@pytest.mark.parametrize(
    "picture",
    [
        written(exif=with_place()),
        written(comment=b"taken at home"),
        written(icc_profile=b"x" * 200),
        written(xmp=b"<x:xmpmeta/>"),
        written("PNG"),
        written("GIF"),
        written(size=(1_001, 10)),
        replace(card_picture(), width=181),
        replace(card_picture(), height=-1),
        replace(card_picture(), base64="not base64"),
        replace(card_picture(), base64=""),
        replace(card_picture(), base64=base64.b64encode(b"<svg onload='x'/>").decode()),
        replace(card_picture(), base64=base64.b64encode(b"\xff\xd8\xff\xd9").decode()),
        replace(card_picture(), base64="A" * 2 * MOST_BYTES),
    ],
    ids=(
        "camera", "comment", "profile", "xmp", "png", "gif", "too wide", "lies", "no height",
        "no base64", "nothing", "svg", "no picture", "too large",
    ),
)  # fmt: skip
def test_anything_else_is_not(picture: Picture) -> None:
    assert not picture.is_kept


@pytest.mark.parametrize("behind", [b"<script>", b"PK\x03\x04", b"\xff\xd9"])
def test_nothing_may_hang_behind_its_end(behind: bytes) -> None:
    data = base64.b64decode(card_picture().base64)
    for hidden in (data + behind, data + behind + b"\xff\xd9"):
        assert not replace(card_picture(), base64=base64.b64encode(hidden).decode()).is_kept


def test_no_cut_of_it_is_kept() -> None:
    data = base64.b64decode(card_picture().base64)
    for end in range(len(data)):
        cut = base64.b64encode(data[:end]).decode()
        assert not replace(card_picture(), base64=cut).is_kept
