"""Pictures of cards, from strangers' files: opened within bounds, upright, as plain grey or colour.

Only this module decodes; it runs in the guarded child. What goes on from here is a clean picture
that was made anew from the pixels.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from types import ModuleType
from typing import IO, TYPE_CHECKING, NamedTuple, cast

from redleaf.errors import FileError

if TYPE_CHECKING:
    from PIL import Image

SUFFIXES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".heic", ".heif", ".bmp", ".gif")
HEIC_BEGINNINGS = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftyphevc")
# A picture of a card needs no more; a phone's JPEG is made smaller while it is decoded.
_LONGEST_SIDE = 2_400
# More pixels than any phone takes, and as many as fit the memory of the guard.
_MOST_PIXELS = 40_000_000
_MOST_JPEG_PIXELS = 250_000_000
# Sides of one card in one file; what has more pages is a document.
MOST_PAGES = 4
_PDF_DOTS_PER_POINT = 300 / 72


class Page(NamedTuple):
    """One picture, upright: `scale` is what its sides were multiplied by to make `image`."""

    image: Image.Image
    scale: float

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the picture as it lies in the file."""
        width, height = self.image.size
        return round(width / self.scale), round(height / self.scale)


def pages_of(file: IO[bytes], name: str) -> Iterator[Page]:
    """The pages of a picture or PDF. FileError for what is none, or is too large."""
    data = file.read()
    if data.startswith(b"%PDF"):
        yield from _pdf_pages(data)
    else:
        yield from _picture_pages(data, name)


def _picture_pages(data: bytes, name: str) -> Iterator[Page]:
    image_module = _pillow()
    if data[4:12] in HEIC_BEGINNINGS or name.lower().endswith((".heic", ".heif")):
        raise FileError(_HEIC)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # odd tags of a camera; the pixels count
        try:
            with image_module.open(io.BytesIO(data)) as picture:
                frames = min(getattr(picture, "n_frames", 1), MOST_PAGES)
                animated = picture.format in ("GIF", "WEBP", "PNG")
                for frame in range(1 if animated else frames):
                    picture.seek(frame)
                    yield _page(picture)
        except FileError:
            raise
        except image_module.DecompressionBombError:
            raise FileError(_TOO_LARGE) from None
        except image_module.UnidentifiedImageError:
            raise FileError(_UNKNOWN) from None
        except (OSError, SyntaxError, ValueError, EOFError, KeyError, TypeError, IndexError):
            raise FileError("this picture is damaged or was cut off.") from None


_TOO_LARGE = "this picture has more than 40 million pixels; a photo of a phone has fewer."
_HEIC = (
    "HEIC is a format that Redleaf cannot open. Save the picture as JPEG (on a phone: share it by "
    "mail, or choose the most compatible format for the camera) and try again."
)
_UNKNOWN = "this is not a picture that Redleaf can read; save it as PNG or JPEG and try again."


def _pillow() -> ModuleType:
    try:
        from PIL import Image
    except ImportError:
        raise FileError(
            "reading pictures of cards needs Pillow. Add it, in the checkout, with: "
            "pip install '.[ocr]'"
        ) from None
    Image.MAX_IMAGE_PIXELS = _MOST_JPEG_PIXELS
    return Image


def _page(picture: Image.Image) -> Page:
    from PIL import ImageOps

    width, height = picture.size
    if picture.format == "JPEG":
        picture.draft("RGB", (_LONGEST_SIDE, _LONGEST_SIDE))
    if picture.size[0] * picture.size[1] > _MOST_PIXELS or min(picture.size) < 1:
        raise FileError(_TOO_LARGE)
    shrunk = picture.size[0] / width
    factor = min(1.0, _LONGEST_SIDE / max(picture.size))
    small = picture.copy()
    if factor < 1 and small.mode in ("L", "RGB"):
        small.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    plain = _plain(small)
    if factor < 1:
        plain.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    shrunk = max(plain.size) / max(width, height)
    return Page(ImageOps.exif_transpose(plain), shrunk)


def _plain(picture: Image.Image) -> Image.Image:
    """Colour without transparency, on white; its note of how the camera was held stays."""
    from PIL import Image

    exif = picture.getexif()
    if picture.mode.startswith("I;16"):
        picture = picture.convert("I")
    if picture.mode in ("I", "F"):
        picture = _stretched(picture)
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        layer = picture.convert("RGBA")
        plain = Image.new("RGB", layer.size, "white")
        plain.paste(layer, mask=layer.getchannel("A"))
    else:
        plain = picture.convert("RGB")
    plain.getexif().update(exif)
    return plain


def _stretched(picture: Image.Image) -> Image.Image:
    """Grey deeper than eight bits, stretched to what is there."""
    low, high = cast(tuple[float, float], picture.getextrema())
    share = 255 / ((high - low) or 1)
    return picture.point(lambda value: value * share - low * share).convert("L")


def _pdf_pages(data: bytes) -> Iterator[Page]:
    try:
        import pypdfium2 as pdfium
    except ImportError:
        raise FileError(
            "reading cards in PDF needs pypdfium2. Add it, in the checkout, with: "
            "pip install '.[ocr]'"
        ) from None
    try:
        document = pdfium.PdfDocument(data)
        for at in range(min(len(document), MOST_PAGES)):
            page = document[at]
            longest = max(page.get_size())
            scale = min(_PDF_DOTS_PER_POINT, _LONGEST_SIDE / max(longest, 1.0))
            image = page.render(scale=scale).to_pil().convert("RGB")
            yield Page(image, scale)
    except pdfium.PdfiumError:
        raise FileError("this PDF is damaged, or locked with a password.") from None
