"""A picture of a card made ready to be read: even light, dark letters on white, lines level.

Everything that is done to the picture is undone for boxes by `Geometry`, so that they lie where
the reader of the picture sees the words.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from redleaf.formats.card.guesses import Box

if TYPE_CHECKING:
    from PIL import Image

# Tilts that are looked for, in degrees to either side; the last step is a quarter of a degree.
_MOST_TILT = 20
_SMALL_SIDE = 480
_TINY_SIDE = 240
# Letters of small print are about this high then, as Tesseract likes them.
_READ_SIDE = 1_500
_MOST_UPSCALING = 3.0
# A few words on a large card are not made larger than if this share of it were written on.
_LEAST_PART = 0.75
# The share of the longer side within which the light is taken to be even.
_NEIGHBOURHOOD = 160
# Lines along the columns must be that much plainer before a picture is taken to lie on its side.
_SIDEWAYS = 1.25


@dataclass(frozen=True, slots=True)
class Geometry:
    """How the straight picture lies in the one that is seen.

    `turned` counts quarter turns to the left, `tilt` degrees to the left; `before` and `after` are
    the sizes on both sides of the tilting, `offset` what was then cut off left and above, `zoom`
    the last enlargement, `scale` that of the page.
    """

    turned: int
    tilt: float
    seen: tuple[int, int]
    before: tuple[int, int]
    after: tuple[int, int]
    offset: tuple[int, int]
    zoom: float
    scale: float

    def seen_box(self, box: Box) -> Box:
        """Where a box of the straight picture lies in the picture that is seen."""
        corners = [
            self._seen(box.left + box.width * x, box.top + box.height * y)
            for x in (0, 1)
            for y in (0, 1)
        ]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        width, height = (round(side / self.scale) for side in self.seen)
        left, top = max(0, round(min(xs))), max(0, round(min(ys)))
        right, bottom = min(width, round(max(xs))), min(height, round(max(ys)))
        return Box(left, top, max(0, right - left), max(0, bottom - top))

    def _seen(self, x: float, y: float) -> tuple[float, float]:
        x = x / self.zoom + self.offset[0] - self.after[0] / 2
        y = y / self.zoom + self.offset[1] - self.after[1] / 2
        angle = math.radians(self.tilt)
        x, y = (
            x * math.cos(angle) - y * math.sin(angle) + self.before[0] / 2,
            x * math.sin(angle) + y * math.cos(angle) + self.before[1] / 2,
        )
        x, y = self._turned_back(x, y)
        return x / self.scale, y / self.scale

    def _turned_back(self, x: float, y: float) -> tuple[float, float]:
        width, height = self.seen
        turns = {1: (width - y, x), 2: (width - x, height - y), 3: (y, height - x)}
        return turns.get(self.turned % 4, (x, y))


def straightened(
    even: Image.Image, scale: float, *, turned: int = 0
) -> tuple[Image.Image, Geometry]:
    """A picture with even light (`evened`), turned to the left by `turned` quarters, made level."""
    from PIL import Image, ImageOps

    standing = even.rotate(90 * turned, expand=True) if turned else even
    tilt = tilt_of(standing)
    level = standing.rotate(tilt, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    bounds = _written_part(level)
    part = level.crop(bounds)
    longest = max(*part.size, _LEAST_PART * max(even.size))
    zoom = min(_MOST_UPSCALING, _READ_SIDE / longest)
    size = (max(1, round(part.width * zoom)), max(1, round(part.height * zoom)))
    ready = ImageOps.expand(part.resize(size, Image.Resampling.LANCZOS), _MARGIN, 255)
    offset = (bounds[0] - round(_MARGIN / zoom), bounds[1] - round(_MARGIN / zoom))
    geometry = Geometry(turned, tilt, even.size, standing.size, level.size, offset, zoom, scale)
    return ready, geometry


_MARGIN = 24


def lies_sideways(even: Image.Image) -> bool:
    """Whether lines of writing seem to run from top to bottom."""
    small = _ink(even, _TINY_SIDE)
    upright = max(_contrast(small, angle) for angle in _COARSE)
    across = small.rotate(90)
    return max(_contrast(across, angle) for angle in _COARSE) > upright * _SIDEWAYS


def evened(image: Image.Image) -> Image.Image:
    """Dark on white whatever the colours: how far each pixel is from the ground around it.

    Light letters on a dark card, and both on one card, come out alike.
    """
    from PIL import ImageChops, ImageFilter, ImageOps

    differences = []
    for channel in image.split():
        small = channel.copy()
        small.thumbnail((_NEIGHBOURHOOD, _NEIGHBOURHOOD))
        ground = small.filter(ImageFilter.MedianFilter(13)).filter(ImageFilter.BoxBlur(2))
        differences.append(ImageChops.difference(channel, ground.resize(channel.size)))
    ink = differences[0]
    for each in differences[1:]:
        ink = ImageChops.lighter(ink, each)
    if not _is_written_on(ink):
        return ink.point(lambda _: 255)
    return ImageOps.invert(ImageOps.autocontrast(ink, cutoff=(40, 0.3)))


def _is_written_on(ink: Image.Image) -> bool:
    """Whether anything stands out from its ground more than grain does."""
    small = ink.copy()
    small.thumbnail((_SMALL_SIDE, _SMALL_SIDE))
    highest = small.getextrema()[1]
    return isinstance(highest, (int, float)) and highest >= _LEAST_INK


_LEAST_INK = 20


def tilt_of(even: Image.Image) -> float:
    """By how many degrees to the left the picture has to be turned for its lines to be level."""
    ink = _ink(even, _SMALL_SIDE)
    best = float(max(_COARSE, key=lambda angle: _contrast(ink, angle)))
    for step in (1.0, 0.5, 0.25):
        around = (best, best - step, best + step)
        best = max(around, key=lambda angle: _contrast(ink, angle))
    return best


_COARSE = range(-_MOST_TILT, _MOST_TILT + 1, 2)


def _ink(even: Image.Image, side: int) -> Image.Image:
    """Small, white ink on black, square, so that nothing is cut off when it is turned."""
    from PIL import Image, ImageOps

    small = even.copy()
    small.thumbnail((side, side))
    ink = ImageOps.invert(small)
    across = math.ceil(math.hypot(*ink.size))
    square = Image.new("L", (across, across), 0)
    square.paste(ink, ((across - ink.width) // 2, (across - ink.height) // 2))
    return square


def _contrast(ink: Image.Image, angle: float) -> float:
    """How well rows of ink and rows of ground are told apart when it is turned by `angle`."""
    from PIL import Image

    turned = ink.rotate(angle, Image.Resampling.BILINEAR)
    values = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
    return float(sum((a - b) ** 2 for a, b in zip(values, values[2:], strict=False)))


def _written_part(level: Image.Image) -> tuple[int, int, int, int]:
    """The part with ink in it, a little larger; all of it when there is hardly any."""
    ink = level.point(lambda value: 255 if value < 150 else 0)
    found = ink.getbbox()
    if found is None:
        return (0, 0, level.width, level.height)
    left, top, right, bottom = found
    return (max(0, left - 8), max(0, top - 8), min(level.width, right + 8),
            min(level.height, bottom + 8))  # fmt: skip
