"""Letters in a picture, by Tesseract: another program, fed a clean picture, answering in a table.

It runs within the limits of the guarded child that starts it: no files, bounded memory and time.
"""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from redleaf.errors import FileError
from redleaf.formats.card.contact_lines import Item, items_of
from redleaf.formats.card.guesses import Box
from redleaf.formats.card.languages import language_of
from redleaf.formats.card.straightening import Geometry, evened, lies_sideways, straightened
from redleaf.formats.card.words import Line, Word, lines_of

if TYPE_CHECKING:
    from PIL import Image

ABSENT = (
    "reading pictures of cards needs Tesseract, which is not installed. On Debian and Ubuntu: "
    "sudo apt-get install tesseract-ocr tesseract-ocr-deu tesseract-ocr-fra tesseract-ocr-spa; "
    "on macOS: brew install tesseract tesseract-lang."
)
# Sparse text in no order: a card has no paragraphs.
_SPARSE = "11"
_ONE_LINE = "7"
_SECONDS = 30
# Words that Tesseract is less sure of than this are worth a second look; below the other bound
# they are no words. So many lines at most, and the height of their letters then.
_SURE = 0.85
_HOPELESS = 0.35
_MOST_LOOKS = 5
_LINE_HEIGHT = 27.0
# So sure of its words on average is Tesseract of a picture that stands upright.
_UPRIGHT = 0.6
_FEWEST_LETTERS = 12


def is_installed() -> bool:
    """Whether the program `tesseract` is there."""
    return shutil.which("tesseract") is not None


def read_lines(image: Image.Image, scale: float, page: int) -> tuple[list[Line], Geometry]:
    """The lines in a picture, whichever way up it is, and how it was turned to read them.

    Boxes are those of the straight picture; `Geometry.seen_box` takes them back. FileError when
    Tesseract is absent or fails.
    """
    if not is_installed():
        raise FileError(ABSENT)
    even = evened(image)
    if even.getextrema() == (255, 255):
        return [], straightened(even, scale)[1]
    straight, lines, geometry = _upright(even, scale, page)
    language = language_of(lines)
    if language != "eng" and language in _installed():
        own = lines_of(_words(straight, language), page)
        lines = _joined(own, lines)
    return _looked_at_again(straight, lines, language), geometry


def _looked_at_again(straight: Image.Image, lines: list[Line], language: str) -> list[Line]:
    """Lines with a doubtful word are read once more, each by itself and smaller.

    Large letters lose their dots and tildes otherwise; what Tesseract is surer of is kept.
    """
    doubtful = [line for line in lines if _is_doubtful(line) or _has_crumb(line, lines)]
    doubtful.sort(key=lambda line: -line.height)
    again = {id(line): _alone(straight, line, language) for line in doubtful[:_MOST_LOOKS]}
    kept = [again.get(id(line), line) for line in lines]
    return [line for line in kept if not _is_crumb(line) or not _is_within(line, kept)]


def _is_crumb(line: Line) -> bool:
    return sum(char.isalnum() for char in line.text) <= 3


def _has_crumb(line: Line, lines: list[Line]) -> bool:
    """Whether a sign or two stand right before a line, as if they had been cut off it."""
    box = line.box
    return len(line.text) > 5 and any(
        _is_crumb(each)
        and -0.5 * box.height < box.left - (each.box.left + each.box.width) < box.height
        and abs(each.box.top - box.top) < 0.6 * box.height
        for each in lines
        if each is not line
    )


def _is_within(line: Line, lines: list[Line]) -> bool:
    return any(_covers(each.box, line.box) for each in lines if each is not line)


def _is_doubtful(line: Line) -> bool:
    """Whether one of its words is, among others or long enough not to be a crumb of a picture."""
    letters = sum(char.isalnum() for char in line.text)
    surest = max(word.confidence for word in line.words)
    least = min(word.confidence for word in line.words)
    return letters >= 5 and least < _SURE and surest > _HOPELESS


def _alone(straight: Image.Image, line: Line, language: str) -> Line:
    is_address = any(map(_is_address, items_of(line)))
    box, margin = line.box, round(line.box.height / 2)
    around = (max(0, box.left - 4 * margin), max(0, box.top - margin),
              box.left + box.width + margin, box.top + box.height + margin)  # fmt: skip
    part = straight.crop(around)
    zoom = min(1.0, _LINE_HEIGHT / line.height)
    small = part.resize((max(1, round(part.width * zoom)), max(1, round(part.height * zoom))))
    groups = _words(small, "eng" if is_address else language, layout=_ONE_LINE)
    words = tuple(
        Word(word.text, word.confidence, _placed(word.box, zoom, around))
        for group in groups
        for word in group
    )
    found = Line(words, line.page) if words else line
    if is_address and not any(map(_is_address, items_of(found))):
        return line
    is_surer = found.confidence > line.confidence and len(found.text) >= 0.8 * len(line.text)
    is_completed = found.text.endswith(line.text) and found.confidence > _SURE
    return found if is_surer or is_completed else line


def _placed(box: Box, zoom: float, around: tuple[int, int, int, int]) -> Box:
    left, top, width, height = (round(each / zoom) for each in box)
    return Box(left + around[0], top + around[1], width, height)


def _upright(
    even: Image.Image, scale: float, page: int
) -> tuple[Image.Image, list[Line], Geometry]:
    """The picture the right way up: as it lies, or turned until Tesseract is sure of its words."""
    first = (1, 3) if lies_sideways(even) else (0, 2)
    tried = []
    for turned in (*first, *(each for each in range(4) if each not in first)):
        straight, geometry = straightened(even, scale, turned=turned)
        lines = lines_of(_words(straight, "eng"), page)
        tried.append((_sureness(lines), straight, lines, geometry))
        if tried[-1][0] >= _UPRIGHT:
            break
    return max(tried, key=lambda each: each[0])[1:]


def _joined(own: list[Line], english: list[Line]) -> list[Line]:
    """The lines as read in the card's language, but addresses of mail and web as in English.

    They have no accents, and Spanish takes the @ for an O.
    """
    plain = [line for line in english if any(map(_is_address, items_of(line)))]
    kept = [line for line in own if not any(_covers(each.box, line.box) for each in plain)]
    return sorted([*kept, *plain], key=lambda line: line.box.top + line.box.height / 2)


def _is_address(item: Item) -> bool:
    return item.identity.kind in ("email", "website", "profile")


def _covers(one: Box, other: Box) -> bool:
    """Whether most of `other` lies within `one`."""
    across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    down = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    return across > 0 and down > 0 and across * down > 0.5 * other.width * other.height


def _sureness(lines: list[Line]) -> float:
    """How sure Tesseract is on average; nothing to go by when it read next to nothing."""
    words = [word for line in lines for word in line.words if len(word.text) > 2]
    letters = sum(len(word.text) for word in words)
    if letters < _FEWEST_LETTERS:
        return letters / 1000
    return sum(word.confidence * len(word.text) for word in words) / letters


def _words(image: Image.Image, language: str, *, layout: str = _SPARSE) -> Iterator[list[Word]]:
    """The words of the picture, in the groups that Tesseract takes for lines."""
    groups: dict[tuple[str, ...], list[Word]] = {}
    for row in csv.DictReader(
        io.StringIO(_table(image, language, layout)), delimiter="\t", quoting=csv.QUOTE_NONE
    ):
        text = (row.get("text") or "").strip()
        if row.get("level") != "5" or not text:
            continue
        box = Box(*(int(row[name]) for name in ("left", "top", "width", "height")))
        key = (row["block_num"], row["par_num"], row["line_num"])
        word = Word(text, max(0.0, float(row["conf"])) / 100, box)
        groups.setdefault(key, []).append(word)
    yield from groups.values()


def _table(image: Image.Image, language: str, layout: str) -> str:
    picture = io.BytesIO()
    image.save(picture, "PPM")
    try:
        done = subprocess.run(  # noqa: S603 (a fixed program, and a picture made by us)
            [shutil.which("tesseract") or "tesseract", "stdin", "stdout", "-l", language,
             "--psm", layout, "--dpi", "300", "tsv"],
            input=picture.getvalue(),
            capture_output=True,
            timeout=_SECONDS,
            check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )  # fmt: skip
    except (subprocess.SubprocessError, OSError):
        raise FileError("Tesseract could not read this picture.") from None
    return done.stdout.decode("utf-8", "replace")


@cache
def _installed() -> frozenset[str]:
    try:
        done = subprocess.run(  # noqa: S603 (a fixed program)
            [shutil.which("tesseract") or "tesseract", "--list-langs"],
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (subprocess.SubprocessError, OSError):
        return frozenset()
    return frozenset(done.stdout.decode("utf-8", "replace").split())
