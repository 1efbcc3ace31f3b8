"""Pictures of business cards through the door that reads any file."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from benchmarks.cards import Card, Look, drawn, picture
from redleaf.contacts.contact import Contact
from redleaf.contacts.harvest import Harvest
from redleaf.errors import FileError
from redleaf.formats.card import Guess, confirmed, guesses_of, has_guesses
from redleaf.formats.importer import importer_for, read_file
from redleaf.formats.outside import outside_of

GERMAN = Card(
    "de", "Jürgen Weißmüller", "Geschäftsführer", "Töpferei Holt GmbH",
    "j.weissmueller@toepferei-holt.example",
    (("Tel.", "+49 221 123 45 67"), ("Mobil", "+49 171 987 65 43")),
    "www.toepferei-holt.example", "Ölbergstraße 12", "50667 Köln",
)  # fmt: skip
SPANISH = Card(
    "es", "Begoña Muñoz", "Diseñadora", "Taller Niebla, S.L.", "begona@tallerniebla.example",
    (("Móvil", "+34 612 345 678"),), "www.tallerniebla.example", "Calle Mayor, 7", "28001 Madrid",
)  # fmt: skip
LIT = Look(blur=0.3, noise=3.0, shade=0.15)
DARK = replace(LIT, ground=(24, 30, 44), ink=(238, 238, 230), accent=(224, 170, 80))


def read(data: bytes, name: str = "card.jpg") -> Harvest:
    return read_file(data, file_name=name)


def only(harvest: Harvest) -> Contact:
    [contact] = harvest.contacts
    return contact


def told(contact: Contact) -> tuple[str, str, str, str]:
    emails = contact.identities_of("email")
    return (
        contact.name,
        contact.role.title,
        contact.role.organisation,
        emails[0].value if emails else "",
    )


def on(card: Card) -> tuple[str, str, str, str]:
    return (card.name, card.title, card.organisation, card.email)


@pytest.fixture(scope="module")
def tilted(tesseract: None) -> tuple[bytes, Harvest]:
    """A photograph of a card, tilted by 15 degrees, and what was read of it."""
    data = picture(GERMAN, replace(LIT, tilt=15))
    return data, read(data)


@pytest.mark.usefixtures("tesseract")
class TestReading:
    def test_it_reads_a_card_tilted_by_15_degrees(self, tilted: tuple[bytes, Harvest]) -> None:
        _, harvest = tilted
        contact = only(harvest)
        assert told(contact) == on(GERMAN)
        assert {(each.label, each.value) for each in contact.identities_of("phone")} == {
            ("work", "+492211234567"),
            ("mobile", "+491719876543"),
        }
        [address] = contact.addresses
        assert (address.street, address.postal_code, address.city) == (
            "Ölbergstraße 12",
            "50667",
            "Köln",
        )
        assert "Confirm" in harvest.remarks[0]

    def test_it_reads_a_card_that_lies_on_its_side(self) -> None:
        assert told(only(read(picture(SPANISH, replace(LIT, turns=1))))) == on(SPANISH)

    def test_each_guess_says_how_sure_and_where(self, tilted: tuple[bytes, Harvest]) -> None:
        data, harvest = tilted
        card, contact = Image.open(io.BytesIO(data)), only(harvest)
        assert has_guesses(contact)
        by_field = {guess.field: guess for guess in guesses_of(contact)}
        assert {"name", "title", "organisation", "email", "phone", "website", "address"} == set(
            by_field
        )
        for guess in by_field.values():
            assert 0.3 < guess.confidence <= 1
            assert _has_ink(card, guess)
        assert by_field["name"].box.top < by_field["title"].box.top
        assert confirmed(contact).extras == ()

    def test_it_reads_a_dark_card_in_a_pdf(self) -> None:
        data = io.BytesIO()
        drawn(SPANISH, DARK).save(data, "PDF", resolution=200)
        assert told(only(read(data.getvalue(), "card.pdf"))) == on(SPANISH)

    def test_each_picture_of_a_folder_is_a_card_but_for_its_back(self, tmp_path: Path) -> None:
        back = replace(SPANISH, name="", title="", email="", phones=(), street="", town="")
        front = replace(SPANISH, organisation="", website="")
        _save(tmp_path / "munoz front.png", front)
        _save(tmp_path / "munoz back.png", back)
        (tmp_path / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n and nothing more")
        harvest = read_file(tmp_path)
        contact = only(harvest)
        assert told(contact)[1:] == on(SPANISH)[1:]
        assert {guess.page for guess in guesses_of(contact)} == {1, 2}
        assert [problem.file for problem in harvest.problems] == ["broken.png"]

    def test_a_picture_without_writing_is_said_to_have_none(self) -> None:
        with pytest.raises(FileError, match="no writing was found"):
            read(_png(Image.new("RGB", (900, 500), "white")), "empty.png")


class TestRefusing:
    @pytest.mark.parametrize(
        ("data", "sentence"),
        [
            (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "damaged|not a picture"),
            (b"%PDF-1.4 and nothing more", "damaged"),
            (b"\0\0\0\x18ftypheic" + b"\0" * 40, "HEIC"),
        ],
    )
    @pytest.mark.usefixtures("tesseract")
    def test_it_says_what_is_wrong_with_a_file(self, data: bytes, sentence: str) -> None:
        with pytest.raises(FileError, match=sentence):
            read_file(data, format_name="card", file_name="card")

    @pytest.mark.usefixtures("tesseract")
    def test_it_refuses_a_picture_that_grows_too_large(self) -> None:
        """A PNG of a few kilobytes that would take 190 MB when opened."""
        data = _bomb()
        assert len(data) < 200_000
        with pytest.raises(FileError, match="40 million"):
            read(data, "bomb.png")

    def test_it_says_how_tesseract_is_installed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", "")
        with pytest.raises(FileError, match="apt-get install tesseract-ocr"):
            read(_png(Image.new("RGB", (90, 50), "white")), "card.png")

    def test_a_zip_of_other_things_is_not_claimed(self) -> None:
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w") as archive:
            archive.writestr("Connections.csv", "First Name,Last Name\n")
            archive.writestr("Profile.csv", "First Name\n")
            archive.writestr("photo.jpg", "x")
        assert importer_for(outside_of(data.getvalue(), "export.zip")).name != "card"

    @pytest.mark.usefixtures("tesseract")
    def test_a_picture_that_was_cut_off_is_said_to_be_damaged(self) -> None:
        data = io.BytesIO()
        Image.new("RGB", (900, 520), (240, 236, 228)).save(data, "JPEG")
        cut_off = data.getvalue()[: len(data.getvalue()) // 3]
        with pytest.raises(FileError, match="damaged"):
            read(cut_off)


def _png(image: Image.Image) -> bytes:
    data = io.BytesIO()
    image.save(data, "PNG", dpi=(300, 300))
    return data.getvalue()


def _save(path: Path, card: Card) -> None:
    drawn(card, Look()).save(path)


def _bomb() -> bytes:
    data = io.BytesIO()
    Image.new("1", (8_000, 8_000)).save(data, "PNG")
    return data.getvalue()


def _has_ink(card: Image.Image, guess: Guess) -> bool:
    box = guess.box
    part = card.convert("L").crop((box.left, box.top, box.left + box.width, box.top + box.height))
    values = part.tobytes()
    return max(values) - min(values) > 80
