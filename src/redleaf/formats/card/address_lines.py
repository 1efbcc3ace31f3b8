"""Postal addresses on a card: the line with the postal code, and those above and below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redleaf.contacts.contact import Address
from redleaf.formats.card.words import Line
from redleaf.formats.hints import is_place, plain

_POSTAL = (
    # 50667 Köln, D-50667 Köln, 28001 Madrid, 1010 Wien, 1012 AB Amsterdam
    re.compile(
        r"(?:(?:[A-Z]{1,2}|FL)\s?[-–]\s?)?(?P<code>\d{4,5}(?:\s?[A-Z]{2}\b)?)\s+"
        r"(?P<city>[^\W\d_][^\d,;|·•]{1,40})"
    ),
    # Leeds LS1 4AB
    re.compile(
        r"(?P<city>[^\W\d_][^\d,;|·•]{1,40}?)?,?\s*\b"
        r"(?P<code>[A-Z]{1,2}\d[A-Z\d]?\s?[\dSO][A-Z]{2})\b"
    ),
    # Portland, OR 97201
    re.compile(
        r"(?P<city>[^\W\d_][^\d,;|·•]{1,40}),\s*(?P<region>[A-Z]{2})\s+(?P<code>\d{5}(?:-\d{4})?)\b"
    ),
)
_STREET = re.compile(
    r"(?i)(?<!\w)(?:\w*(?:stra(?:ß|ss)e|str\.|gasse|weg|platz|allee|ufer|damm|ring|hof|steig|markt|"
    r"berg|hafen)|rue|avenue|av\.?|ave\.?|boulevard|bd\.?|blvd\.?|place|quai|impasse|chemin|cours|"
    r"route|allée|zone|square|calle|c/|plaza|paseo|avda?\.?|camino|carrer|ronda|travesía|glorieta|"
    r"polígono|gran vía|street|st\.?|road|rd\.?|lane|ln\.?|drive|dr\.?|way|close|court|terrace|row|"
    r"yard|quay|house|mews|gardens|park|hill|suite|floor|unit|via|piazza|rua|praça|ulica|ul\.)(?!\w)"
)
_BOX = re.compile(r"(?i)\b(?:p\.?\s?o\.? box|postfach|b\.?p\.? \d|apartado)\b")
# How many heights of a line may lie between two lines of one address.
_GAP = 1.6


def address_lines(lines: Sequence[Line], taken: Sequence[Line]) -> list[Line]:
    """The lines of the first address: its postal line, streets above, a country below."""
    free = [line for line in lines if line not in taken]
    postal = next((line for line in free if _postal(line.text)), None)
    if postal is None:
        streets = [line for line in free if is_street(line.text)]
        return streets[:2]
    around = [postal]
    for line in reversed([each for each in free if each.box.top < postal.box.top]):
        if _is_beside(line, around[0]) and (is_street(line.text) or _BOX.search(line.text)):
            around.insert(0, line)
    for line in [each for each in free if each.box.top > postal.box.top]:
        if _is_beside(around[-1], line) and is_place(line.text.strip(" .,")):
            around.append(line)
    return around


def is_street(text: str) -> bool:
    """Whether a line names a street: its word, and a number beside it."""
    return _STREET.search(text) is not None and re.search(r"\d", text) is not None


def address_of(lines: Sequence[Line]) -> Address:
    """The address that those lines say, in its parts where they are plain."""
    whole = ", ".join(line.text.strip(" ,;|") for line in lines)
    whole = re.sub(r"\s*[|·•]\s*", ", ", whole)
    found = _postal(whole)
    if found is None:
        return Address(whole=whole)
    city = (found["city"] or "").strip(" ,.-")
    street, country = whole[: found.start()].strip(" ,;-"), whole[found.end() :].strip(" ,;-")
    if not city and "," in street:
        street, _, city = street.rpartition(",")
    is_country = is_place(country) or not country
    return Address(
        street=street.strip(" ,") if is_country else "",
        postal_code=found["code"].strip() if is_country else "",
        city=city.strip() if is_country else "",
        region=found.groupdict().get("region") or "",
        country=country if is_country else "",
        whole=whole,
    )


def _postal(text: str) -> re.Match[str] | None:
    """The postal code and the town; the digits of a phone number are none."""
    if re.search(r"\+\s?\d|@|www", text):
        return None
    for pattern in (_POSTAL[2], _POSTAL[0], _POSTAL[1]):
        found = pattern.search(text)
        if found and plain(found["city"] or "x") not in ("tel", "fax", "fon", "mobil"):
            return found
    return None


def _is_beside(above: Line, below: Line) -> bool:
    gap = below.box.top - (above.box.top + above.box.height)
    height = max(above.height, below.height)
    left, right = above.box.left, above.box.left + above.box.width
    overlaps = left < below.box.left + below.box.width and below.box.left < right
    return above.page == below.page and gap < _GAP * height and overlaps
