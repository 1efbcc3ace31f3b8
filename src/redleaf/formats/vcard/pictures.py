"""PHOTO: the picture itself, in base64 or as a data link, or only the place where it lies.

A picture is never fetched. What is neither a picture nor a place is kept as it stood.
"""

from __future__ import annotations

import re
from collections.abc import Hashable

from redleaf.contacts.contact import Photo
from redleaf.formats.vcard.properties import Property, types_of
from redleaf.formats.vcard.values import unescape

_DATA = re.compile(r"data:(?P<type>[\w.+-]+/[\w.+-]+)?[^,]*?;base64,", re.IGNORECASE)
_PLACE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
_BASE64 = re.compile(r"[A-Za-z0-9+/]{16,}={0,2}")
# How the base64 of a kind of picture begins.
_BEGINNINGS = {"/9j/": "jpeg", "iVBORw": "png", "R0lGOD": "gif", "UklGR": "webp", "Qk": "bmp"}
_NAMES = {"jpg": "jpeg", "jpe": "jpeg", "tif": "tiff", "svg": "svg+xml"}
TYPES = frozenset("jpeg jpg jpe png gif webp bmp tiff tif svg svg+xml heic avif".split())


def photo_of(each: Property) -> Photo | None:
    value = unescape(each.value).strip()
    data = _DATA.match(value)
    if data:
        text = "".join(value[data.end() :].split())
        media_type = (data["type"] or _media_type(each, text)).lower()
        return Photo(media_type, text) if _BASE64.fullmatch(text) else None
    text = "".join(value.split()) if each.first("ENCODING") or not _PLACE.match(value) else ""
    if text and _BASE64.fullmatch(text):
        return Photo(_media_type(each, text), text)
    is_data = value[:5].lower() == "data:"
    if not (is_data or each.first("ENCODING")) and _PLACE.fullmatch(value):
        return Photo(_media_type(each, ""), uri=value)
    return None


def written(photo: Photo, version: str) -> list[Property]:
    """The PHOTO of a card; a picture that is there twice, as bytes and as place, keeps both."""
    known = photo.media_type in map(_media_type_of, TYPES)
    kind = photo.media_type.removeprefix("image/").upper() if known else photo.media_type
    types = (("TYPE", kind),) if kind else ()
    if photo.base64 and version == "4.0":
        return [Property("PHOTO", f"data:{photo.media_type};base64,{photo.base64}")]
    if photo.base64:
        return [Property("PHOTO", photo.base64, (("ENCODING", "b"), *types))]
    if version == "4.0":
        types = (("MEDIATYPE", photo.media_type),) if kind else ()
        return [Property("PHOTO", photo.uri, types)]
    return [Property("PHOTO", photo.uri, (("VALUE", "uri"), *types))]


def gist(each: Property) -> Hashable:
    return photo_of(each) or each.value


def is_media_type(word: str) -> bool:
    """Whether a TYPE tells what kind of picture it is, and not whose or where from."""
    return word in TYPES or "/" in word


def _media_type_of(word: str) -> str:
    return word if "/" in word else f"image/{_NAMES.get(word, word)}"


def _media_type(each: Property, text: str) -> str:
    if said := each.first("MEDIATYPE"):
        return said.lower()
    for word in types_of(each):
        if is_media_type(word):
            return _media_type_of(word)
    return next((f"image/{kind}" for at, kind in _BEGINNINGS.items() if text.startswith(at)), "")
