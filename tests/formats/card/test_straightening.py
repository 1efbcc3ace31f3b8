"""A tilted, turned picture is made level, and boxes find the way back."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from redleaf.formats.card.guesses import Box
from redleaf.formats.card.straightening import evened, lies_sideways, straightened, tilt_of

PAPER, INK = (240, 236, 228), (30, 30, 60)


def written(*, paper: tuple[int, int, int] = PAPER, ink: tuple[int, int, int] = INK) -> Image.Image:
    """Six lines of strokes, and a block that can be found again."""
    image = Image.new("RGB", (900, 520), paper)
    draw = ImageDraw.Draw(image)
    for row in range(6):
        for column in range(40):
            left, top = 80 + 14 * column, 90 + 55 * row
            draw.rectangle((left, top, left + 6, top + 18), fill=ink)
    draw.rectangle((720, 200, 779, 239), fill=ink)
    return image


@pytest.mark.parametrize("tilt", [-15.0, 0.0, 7.5])
@pytest.mark.parametrize(("paper", "ink"), [(PAPER, INK), (INK, PAPER)])
def test_it_finds_the_tilt_of_dark_and_light_cards(
    tilt: float, paper: tuple[int, int, int], ink: tuple[int, int, int]
) -> None:
    image = written(paper=paper, ink=ink).rotate(
        tilt, Image.Resampling.BICUBIC, expand=True, fillcolor=paper
    )
    assert tilt_of(evened(image)) == pytest.approx(-tilt, abs=0.5)


@pytest.mark.parametrize(("turned", "tilt"), [(0, 10.0), (1, 0.0), (2, 10.0), (3, 10.0)])
def test_boxes_lie_where_the_picture_shows_them(turned: int, tilt: float) -> None:
    image = written().rotate(tilt, Image.Resampling.BICUBIC, expand=True, fillcolor=PAPER)
    seen = _dark_block(image)
    straight, geometry = straightened(evened(image), 1.0, turned=turned)
    assert straight.mode == "L"
    box = geometry.seen_box(_straight_block(straight))
    for found, expected in zip(_centre(box), _centre(seen), strict=True):
        assert found == pytest.approx(expected, abs=6)


def test_it_sees_that_a_picture_lies_on_its_side() -> None:
    assert not lies_sideways(evened(written()))
    assert lies_sideways(evened(written().rotate(90, expand=True)))


def _centre(box: Box) -> tuple[float, float]:
    return box.left + box.width / 2, box.top + box.height / 2


def _dark_block(image: Image.Image) -> Box:
    """The block is what is left when all that is thin has been worn away."""
    from PIL import ImageFilter

    worn = image.convert("L").reduce(2).filter(ImageFilter.MaxFilter(9))
    found = worn.point(lambda value: 255 if value < 110 else 0).getbbox()
    assert found is not None
    left, top, right, bottom = (2 * side for side in found)
    return Box(left, top, right - left, bottom - top)


def _straight_block(straight: Image.Image) -> Box:
    return _dark_block(straight)
