"""Pictures of business cards of invented people, with what stands on them: drawn, not collected.

No pictures of real cards with their truth may be used, so cards are drawn: names, trades and
addresses of four languages, several layouts, colours and typefaces, then tilted, seen aslant,
blurred, lit unevenly and saved as JPEG. Other seeds give other cards.
"""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFilter, ImageFont

LANGUAGES = ("en", "de", "fr", "es")
_FONTS = Path("/usr/share/fonts")
# Families as Debian packs them; those that are not there are left out.
_FAMILIES = (
    ("truetype/dejavu/DejaVuSans", ".ttf", "-Bold.ttf"),
    ("truetype/dejavu/DejaVuSerif", ".ttf", "-Bold.ttf"),
    ("truetype/dejavu/DejaVuSansCondensed", ".ttf", "-Bold.ttf"),
    ("truetype/liberation/LiberationSans", "-Regular.ttf", "-Bold.ttf"),
    ("truetype/liberation/LiberationSerif", "-Regular.ttf", "-Bold.ttf"),
    ("truetype/liberation/LiberationSansNarrow", "-Regular.ttf", "-Bold.ttf"),
    ("truetype/noto/NotoSans", "-Regular.ttf", "-Bold.ttf"),
    ("truetype/noto/NotoSerif", "-Regular.ttf", "-Bold.ttf"),
    ("opentype/urw-base35/URWGothic", "-Book.otf", "-Demi.otf"),
    ("opentype/urw-base35/URWBookman", "-Light.otf", "-Demi.otf"),
    ("opentype/urw-base35/P052", "-Roman.otf", "-Bold.otf"),
    ("opentype/urw-base35/C059", "-Roman.otf", "-Bold.otf"),
    ("opentype/urw-base35/NimbusSans", "-Regular.otf", "-Bold.otf"),
)


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on a card. `phones` are label and number as printed."""

    language: str
    name: str
    title: str
    organisation: str
    email: str
    phones: tuple[tuple[str, str], ...]
    website: str
    street: str
    town: str
    country: str = ""

    @property
    def address(self) -> str:
        return ", ".join(filter(None, (self.street, self.town, self.country)))


@dataclass(frozen=True, slots=True)
class Look:
    """How a card is drawn and photographed. Tilt in degrees, `slant` as a share of the width."""

    layout: str = "left"
    ground: tuple[int, int, int] = (250, 249, 245)
    ink: tuple[int, int, int] = (25, 25, 30)
    accent: tuple[int, int, int] = (120, 20, 30)
    family: int = 0
    tilt: float = 0.0
    slant: float = 0.0
    blur: float = 0.0
    noise: float = 0.0
    shade: float = 0.0
    quality: int = 90
    turns: int = 0
    width: int = 1050
    capitals: bool = False
    table: tuple[int, int, int] = (178, 160, 138)


@dataclass(slots=True)
class _Pen:
    draw: ImageDraw.ImageDraw
    look: Look


def card(language: str, random: random.Random) -> Card:
    """An invented person with their work, in the manner of one language."""
    people = _PEOPLE[language]
    given, family = random.choice(people["given"]), random.choice(people["family"])
    firm, host = random.choice(people["firms"])
    host = f"{host}.{random.choice(people['ends'])}"
    box = random.choice(("{g}.{f}", "{i}.{f}", "{f}", "{g}", "{i}{f}", "info"))
    box = box.format(g=_latin(given), f=_latin(family), i=_latin(given)[0])
    prefix = random.choice(people["prefixes"])
    street, town = random.choice(people["streets"]), random.choice(people["towns"])
    phones = [(label, _digits(number, random)) for label, number in random.choice(people["phones"])]
    return Card(
        language,
        f"{prefix} {given} {family}".strip(),
        random.choice(people["titles"]),
        firm,
        f"{box}@{host}",
        tuple(phones),
        random.choice((f"www.{host}", host)),
        street.replace("#", str(random.randint(2, 98))),
        town,
        random.choice(("", "", *people["country"])),
    )


def look(random: random.Random, *, tilt: float = 0.0) -> Look:
    """A manner of drawing and photographing, by chance; `tilt` to either side."""
    ground, ink, accent = random.choice(_COLOURS)
    return Look(
        layout=random.choice(tuple(_LAYOUTS)),
        ground=ground,
        ink=ink,
        accent=accent,
        family=random.randrange(1_000),
        tilt=random.choice((-1, 1)) * tilt,
        slant=random.choice((0.0, 0.0, 0.03, 0.06)),
        blur=random.choice((0.0, 0.4, 0.8)),
        noise=random.choice((0.0, 4.0, 8.0)),
        shade=random.choice((0.0, 0.15, 0.35)),
        quality=random.choice((60, 80, 92)),
        width=random.choice((900, 1050, 1400)),
        capitals=random.random() < 0.15,
        table=random.choice(((178, 160, 138), (60, 62, 70), (235, 235, 235), (120, 130, 120))),
    )


def picture(card: Card, look: Look) -> bytes:
    """The photograph as JPEG."""
    image = _photographed(drawn(card, look), look)
    data = io.BytesIO()
    image.save(data, "JPEG", quality=look.quality)
    return data.getvalue()


def drawn(card: Card, look: Look) -> Image.Image:
    """The card as it comes from the printer, at 300 dots per inch or what `look` asks for."""
    image = Image.new("RGB", (1050, 600), look.ground)
    pen = _Pen(ImageDraw.Draw(image), look)
    if look.capitals:
        card = replace(card, name=card.name.upper(), title=card.title.upper())
    _LAYOUTS[look.layout](pen, card)
    return image.resize((look.width, round(look.width * 600 / 1050)), Image.Resampling.LANCZOS)


@cache
def families() -> tuple[tuple[str, str], ...]:
    """The pairs of font files, regular and bold, that are on this machine."""
    pairs = [(_FONTS / f"{name}{one}", _FONTS / f"{name}{two}") for name, one, two in _FAMILIES]
    return tuple((str(one), str(two)) for one, two in pairs if one.exists() and two.exists())


def _font(look: Look, size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    if not families():
        return ImageFont.load_default(size)  # type: ignore[return-value]
    return ImageFont.truetype(families()[look.family % len(families())][bold], size)


def _write(
    pen: _Pen, x: int, y: int, text: str, size: int, *, bold: bool = False, accent: bool = False,
    anchor: str = "la", most: int = 960,
) -> int:  # fmt: skip
    """Write a line, smaller where it would not fit; the height it takes."""
    font = _font(pen.look, size, bold=bold)
    while font.getlength(text) > most and size > 18:
        size -= 1
        font = _font(pen.look, size, bold=bold)
    colour = pen.look.accent if accent else pen.look.ink
    pen.draw.text((x, y), text, font=font, fill=colour, anchor=anchor)
    return round(size * 1.4)


def _lines(card: Card) -> list[str]:
    numbers = [f"{label} {number}".strip() for label, number in card.phones]
    return [*numbers, card.email, card.website]


def _left(pen: _Pen, card: Card) -> None:
    y = 55
    y += _write(pen, 60, y, card.organisation, 40, bold=True, accent=True) + 45
    y += _write(pen, 60, y, card.name, 50, bold=True)
    y += _write(pen, 60, y, card.title, 30) + 40
    for line in (*_lines(card), card.street, card.town, card.country):
        y += _write(pen, 60, y, line, 26) if line else 0


def _centred(pen: _Pen, card: Card) -> None:
    y = 60
    y += _write(pen, 525, y, card.name, 54, bold=True, anchor="ma")
    y += _write(pen, 525, y, card.title, 30, anchor="ma") + 15
    y += _write(pen, 525, y, card.organisation, 36, accent=True, anchor="ma") + 30
    for line in (" · ".join(number for _, number in card.phones), card.email, card.website):
        y += _write(pen, 525, y, line, 26, anchor="ma")
    _write(pen, 525, y, card.address, 26, anchor="ma")


def _columns(pen: _Pen, card: Card) -> None:
    y = 60
    y += _write(pen, 60, y, card.name, 46, bold=True)
    _write(pen, 60, y, card.title, 28, accent=True)
    y = 330
    for line in (card.organisation, card.street, card.town, card.country):
        y += _write(pen, 60, y, line, 26, bold=line == card.organisation, most=400) if line else 0
    y = 330
    for line in _lines(card):
        y += _write(pen, 520, y, line, 26, most=500)


def _labelled(pen: _Pen, card: Card) -> None:
    """Labels in a column of their own, a band of colour with the organisation in it."""
    pen.draw.rectangle((0, 0, 1050, 130), fill=pen.look.accent)
    swapped = Look(ground=pen.look.accent, ink=pen.look.ground, family=pen.look.family)
    _write(_Pen(pen.draw, swapped), 60, 40, card.organisation, 42, bold=True)
    y = 175
    y += _write(pen, 60, y, card.name, 46, bold=True)
    y += _write(pen, 60, y, card.title, 28) + 20
    rows = [*card.phones, ("E", card.email), ("W", card.website)]
    for label, text in rows:
        _write(pen, 60, y, label or "T", 26, accent=True)
        y += _write(pen, 190, y, text, 26, most=820)
    _write(pen, 60, y, card.address, 26)


def _right(pen: _Pen, card: Card) -> None:
    y = 70
    y += _write(pen, 990, y, card.organisation, 38, bold=True, anchor="ra", accent=True) + 30
    y += _write(pen, 990, y, card.name, 44, bold=True, anchor="ra")
    y += _write(pen, 990, y, card.title, 26, anchor="ra") + 40
    for line in (card.street, card.town, card.country, *_lines(card)):
        y += _write(pen, 990, y, line, 26, anchor="ra") if line else 0


_LAYOUTS: dict[str, Callable[[_Pen, Card], None]] = {
    "left": _left,
    "centred": _centred,
    "columns": _columns,
    "labelled": _labelled,
    "right": _right,
}


def _photographed(image: Image.Image, look: Look) -> Image.Image:
    margin = round(image.width * 0.12)
    table = Image.new("RGB", (image.width + 2 * margin, image.height + 2 * margin), look.table)
    table.paste(image, (margin, margin))
    if look.slant:
        table = _aslant(table, look)
    if look.tilt:
        table = table.rotate(look.tilt, Image.Resampling.BICUBIC, expand=True, fillcolor=look.table)
    if look.shade:
        table = _shaded(table, look)
    if look.blur:
        table = table.filter(ImageFilter.GaussianBlur(look.blur * look.width / 1050))
    if look.noise:
        grain = Image.effect_noise(table.size, look.noise * 4).convert("RGB")
        table = Image.blend(table, grain, 0.08)
    return table.rotate(90 * look.turns, expand=True) if look.turns else table


def _aslant(image: Image.Image, look: Look) -> Image.Image:
    """The far edge looks shorter: a mild perspective."""
    width, height = image.size
    inset = look.slant * width
    corners = ((0, 0), (0, height), (width, height), (width, 0))
    seen = ((-inset, 0), (0, height), (width, height), (width + inset, 0))
    return image.transform(
        image.size,
        Image.Transform.PERSPECTIVE,
        _coefficients(corners, seen),
        Image.Resampling.BICUBIC,
        fillcolor=look.table,
    )


def _coefficients(
    corners: tuple[tuple[float, float], ...], seen: tuple[tuple[float, float], ...]
) -> list[float]:
    """The eight numbers of the perspective that takes `corners` to `seen`, by elimination."""
    rows: list[list[float]] = []
    for (x, y), (u, v) in zip(corners, seen, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    for at in range(8):
        pivot = max(range(at, 8), key=lambda row: abs(rows[row][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        for row in range(8):
            if row != at:
                share = rows[row][at] / rows[at][at]
                rows[row] = [a - share * b for a, b in zip(rows[row], rows[at], strict=True)]
    return [rows[at][8] / rows[at][at] for at in range(8)]


def _shaded(image: Image.Image, look: Look) -> Image.Image:
    """Darker towards one corner, as under a lamp."""
    ramp = Image.linear_gradient("L").rotate(look.family % 4 * 90).resize(image.size)
    dark = Image.new("RGB", image.size, (0, 0, 0))
    return Image.composite(dark, image, ramp.point(lambda value: round(value * look.shade)))


def _latin(text: str) -> str:
    low = text.lower()
    for letter, plain in zip("äöüßéèêëáàâíóúñçï -'’", ("ae", "oe", "ue", "ss", *"eeeeaaaiouncᵢ",
                             "", "", "", ""), strict=False):  # fmt: skip
        low = low.replace(letter, plain)
    return "".join(char for char in low if char.isascii() and (char.isalnum() or char in "."))


def _digits(pattern: str, random: random.Random) -> str:
    return "".join(str(random.randint(1, 9)) if char == "#" else char for char in pattern)


def cards(
    seed: int, count: int, *, language: str, tilt: float = 0.0
) -> Iterator[tuple[Card, Look, bytes]]:
    """Some cards of one language and one tilt, each with its picture."""
    chance = random.Random(f"{seed} {language} {tilt}")
    for _ in range(count):
        one, how = card(language, chance), look(chance, tilt=tilt)
        yield one, how, picture(one, how)


_COLOURS = (
    ((250, 249, 245), (25, 25, 30), (120, 20, 30)),
    ((255, 255, 255), (60, 60, 60), (20, 90, 140)),
    ((24, 30, 44), (238, 238, 230), (224, 170, 80)),
    ((122, 24, 38), (250, 244, 236), (255, 214, 150)),
    ((226, 232, 214), (34, 52, 40), (140, 60, 20)),
    ((240, 224, 190), (50, 40, 30), (30, 80, 90)),
    ((40, 90, 96), (245, 250, 248), (250, 220, 120)),
)
_PEOPLE: dict[str, dict[str, list[Any]]] = {
    "en": {
        "given": ["Mira", "Harriet", "Owen", "Priya", "Callum", "Beatrice", "Tunde", "Grace",
                  "Desmond", "Aisha", "Rowan", "Philippa", "Kwame", "Saoirse", "Wei"],
        "family": ["Holt", "Okafor", "Pemberton", "Nair", "McAllister", "Whitlock", "Bakare",
                   "O'Shea", "Ashdown", "Rahman", "Finch", "Lascelles", "Zhang", "Marsh"],
        "prefixes": ["", "", "", "Dr.", "Prof."],
        "titles": ["Curator", "Head of Sound", "Managing Director", "Software Engineer",
                   "Glaze Chemist", "Founder & CEO", "Senior Partner", "Marine Biologist",
                   "Account Manager", "Director of Operations", "Bookbinder"],
        "firms": [("Wells Museum", "wellsmuseum"), ("Harbour Sound Ltd", "harboursound"),
                  ("Tidal Works", "tidalworks"), ("Moss & Sons Ltd.", "moss-sons"),
                  ("Kiln Lab Inc.", "kilnlab"), ("University of Eastmere", "eastmere"),
                  ("Northlight Studios", "northlight"), ("Bramble LLP", "bramble"),
                  ("Skerry", "skerry")],
        "ends": ["example", "example.com", "example.org", "test"],
        "streets": ["# Quay Street", "# Mill Lane", "Unit #, Dock Road", "# High Street",
                    "# Castle Terrace"],
        "towns": ["Leeds LS1 4AB", "Bristol BS1 5TR", "London SE1 7PB", "Portland, OR 97201",
                  "Edinburgh EH3 9DR", "Austin, TX 78701"],
        "country": ["United Kingdom"],
        "phones": [[("T", "+44 113 ### ####"), ("M", "+44 7### ### ###")],
                   [("Phone:", "(503) 555-01##")], [("Tel", "0131 496 0###"),
                   ("Fax", "0131 496 1###")], [("Mobile", "07700 900###")]],
    },
    "de": {
        "given": ["Jürgen", "Anke", "Sören", "Käthe", "Matthias", "Ulrike", "Björn", "Heike",
                  "Lukas", "Franziska", "Günter", "Aylin"],
        "family": ["Weißmüller", "Petersen", "Vogt", "Schönfeld", "Krüger", "Brandt", "Arslan",
                   "von der Heide", "Großmann", "Kühn-Berger", "Lang"],
        "prefixes": ["", "", "Dr.", "Prof. Dr.", "Dipl.-Ing."],
        "titles": ["Geschäftsführer", "Leiterin Vertrieb", "Projektleiter", "Steuerberaterin",
                   "Kuratorin", "Leiter der Werkstatt", "Rechtsanwältin", "Redakteurin",
                   "Softwareentwickler", "Vertriebsleiterin"],
        "firms": [("Töpferei Holt GmbH", "toepferei-holt"), ("Lichtwerk AG", "lichtwerk"),
                  ("Museum für Wasserbau", "wasserbaumuseum"),
                  ("Brandt & Söhne KG", "brandt-soehne"),
                  ("Verein Uferwege e.V.", "uferwege"), ("Universität Nordhafen", "uni-nordhafen"),
                  ("Ingenieurbüro Kühn", "ib-kuehn"), ("Glashaus Verlag", "glashaus-verlag")],
        "ends": ["example", "example.com", "example.org", "test"],
        "streets": ["Ölbergstraße #", "Am Hafen #", "Mühlenweg #", "Lange Gasse #",
                    "Bahnhofstr. #"],
        "towns": ["50667 Köln", "20457 Hamburg", "D-10115 Berlin", "01067 Dresden", "1010 Wien",
                  "8001 Zürich"],
        "country": ["Deutschland"],
        "phones": [[("Tel.", "+49 221 ### ## ##"), ("Mobil", "+49 171 ### ####")],
                   [("Telefon:", "040 / ### ## ##"), ("Fax:", "040 / ### ## #0")],
                   [("T", "+49 (0)30 #######")], [("Fon", "0351 ######")]],
    },
    "fr": {
        "given": ["Claire", "Hélène", "Benoît", "Luc", "Amélie", "François", "Inès", "Thibault",
                  "Océane", "Rémi", "Noémie"],
        "family": ["Dubois", "Lefèvre", "Martin", "Bélanger", "de la Tour", "Garçon", "N'Diaye",
                   "Petit", "Roussel", "Chevalier"],
        "prefixes": ["", "", "", "Dr"],
        "titles": ["Conservatrice", "Directeur général", "Chargée de projets", "Architecte",
                   "Responsable commercial", "Ingénieure du son", "Gérante", "Avocat à la Cour",
                   "Chef de projet"],
        "firms": [("Musée de l'Eau", "musee-eau"), ("Atelier Lefèvre SARL", "atelier-lefevre"),
                  ("Éditions du Quai", "editions-du-quai"), ("Brume SAS", "brume"),
                  ("Université de Valmer", "univ-valmer"), ("Cabinet Roussel & Associés",
                  "cabinet-roussel"), ("Société Nautique SA", "nautique")],
        "ends": ["example", "example.com", "example.org", "test"],
        "streets": ["#, rue des Écluses", "# avenue Victor Hugo", "#, quai de la Loire",
                    "# boulevard Saint-Michel", "# place du Marché"],
        "towns": ["75003 Paris", "69002 Lyon", "44000 Nantes", "13001 Marseille", "1000 Bruxelles"],
        "country": ["France"],
        "phones": [[("Tél.", "+33 1 ## ## ## ##"), ("Port.", "+33 6 ## ## ## ##")],
                   [("Tél :", "04 ## ## ## ##")], [("Mobile", "06 ## ## ## ##")],
                   [("T.", "+33 (0)2 ## ## ## ##"), ("Fax", "+33 (0)2 ## ## ## ##")]],
    },
    "es": {
        "given": ["Ana", "Íñigo", "Lucía", "José", "Begoña", "Álvaro", "Marta", "Joaquín", "Inés",
                  "Ximena", "Raúl"],
        "family": ["Ruiz", "García López", "Núñez", "Etxeberria", "de la Fuente", "Ibáñez Mora",
                   "Peña", "Vega", "Muñoz Gil", "Castaño"],
        "prefixes": ["", "", "", "Dra."],
        "titles": ["Ingeniera", "Director comercial", "Jefa de proyecto", "Abogada",
                   "Profesora titular", "Responsable de ventas", "Diseñadora", "Gerente",
                   "Arquitecto"],
        "firms": [("Taller Ruiz, S.L.", "tallerruiz"), ("Aguas del Sur, S.A.", "aguasdelsur"),
                  ("Museo del Barro", "museodelbarro"), ("Bodegas Peña S.L.", "bodegaspena"),
                  ("Universidad de Almenara", "almenara"), ("Estudio Niebla", "estudioniebla"),
                  ("Fundación Orilla", "orilla")],
        "ends": ["example", "example.com", "example.org", "test"],
        "streets": ["Calle Mayor, #", "Avda. de la Constitución, #", "C/ del Río #",
                    "Plaza de España, #", "Paseo Marítimo, #"],
        "towns": ["28001 Madrid", "41001 Sevilla", "08003 Barcelona", "48009 Bilbao",
                  "46002 Valencia"],
        "country": ["España"],
        "phones": [[("Tel.", "+34 91 ### ## ##"), ("Móvil", "+34 6## ### ###")],
                   [("Tfno.:", "95# ### ###")], [("M.", "6## ## ## ##")],
                   [("T", "+34 9## ### ###"), ("F", "+34 9## ### ###")]],
    },
}  # fmt: skip
