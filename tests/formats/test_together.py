"""Many small files: each is answered as it would be alone, in few children."""

from __future__ import annotations

import io
from pathlib import Path
from types import SimpleNamespace

import pytest

from redleaf.contacts.harvest import Harvest
from redleaf.errors import FileError, UnknownName
from redleaf.formats import guard, importer, together
from redleaf.formats.importer import Importer, read_file
from redleaf.formats.limits import MEGABYTE, Limits
from redleaf.formats.together import read_together
from tests.formats import misbehaving


def card(name: str) -> str:
    return f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nEMAIL:{name.lower()}@weir.example\nEND:VCARD\n"


@pytest.fixture
def children(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every child that is started."""
    started: list[object] = []
    start = guard._start

    def counted(*arguments: object) -> object:
        started.append(arguments)
        return start(*arguments)  # type: ignore[arg-type] # passed on as they came

    monkeypatch.setattr(guard, "_start", counted)
    return started


def names(answers: list[Harvest | FileError]) -> list[str]:
    return [each.what if isinstance(each, FileError) else each.contacts[0].name for each in answers]


def test_each_is_answered_as_alone_and_in_one_child(tmp_path: Path, children: list[object]) -> None:
    paths = [tmp_path / f"{at}.vcf" for at in range(12)]
    for path in paths:
        path.write_text(card(f"Mira{path.stem}"))
    shares: list[float] = []
    answers = list(read_together(paths, told=shares.append))
    assert len(children) == 1
    assert shares[-1] == 1
    assert answers == [read_file(path, file_name=path.name) for path in paths]


def test_what_cannot_be_read_is_the_error_it_is_alone(tmp_path: Path) -> None:
    texts = {"a.vcf": card("Mira"), "b.vcf": "", "c.xyz": "\x00\x01", "d.vcf": card("Ola")}
    paths = [tmp_path / name for name in (*texts, "none.vcf")]
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    first, empty, odd, last, none = read_together(paths)
    assert names([first, last]) == ["Mira", "Ola"]
    assert [str(each) for each in (empty, odd, none) if isinstance(each, FileError)] == [
        str(alone(path)) for path in (paths[1], paths[2], paths[4])
    ]


def alone(path: Path) -> FileError:
    with pytest.raises(FileError) as error:
        read_file(path, file_name=path.name)
    return error.value


def test_a_large_file_is_read_alone(tmp_path: Path, children: list[object]) -> None:
    (tmp_path / "a.vcf").write_text(card("Mira"))
    (tmp_path / "b.vcf").write_text(card("Ola") + "\n" * 200_000)
    assert names([*read_together(sorted(tmp_path.iterdir()))]) == ["Mira", "Ola"]
    assert len(children) == 2


@pytest.mark.parametrize("deed", ["dies", "hoards", "sleeps"])
def test_a_hostile_file_costs_itself(
    tmp_path: Path, children: list[object], monkeypatch: pytest.MonkeyPatch, deed: str
) -> None:
    odd = Importer(
        "odd", "Odd files", lambda _: 3, misbehaving.obeys,
        limits=Limits(seconds=1.5, memory_bytes=256 * MEGABYTE),
    )  # fmt: skip
    monkeypatch.setattr(importer, "importers", lambda: {"odd": odd})
    orders = ["Mira", "Ola", deed, "Ivo", "Tove"]
    paths = [tmp_path / f"{at}.odd" for at in range(len(orders))]
    for path, order in zip(paths, orders, strict=True):
        path.write_text(order)
    answers = list(read_together(paths))
    assert names([*answers[:2], *answers[3:]]) == ["Mira", "Ola", "Ivo", "Tove"]
    assert isinstance(answers[2], FileError)
    assert answers[2].place == "2.odd"
    assert len(children) == 3  # all of them, the hostile one alone, the rest


def test_a_slow_batch_goes_on_in_another_child(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    clock = SimpleNamespace(monotonic=iter([0.0, 1.0, 99.0]).__next__)
    monkeypatch.setattr(together, "time", clock)
    named = io.BytesIO(b'[["a", {}], ["b", {}], ["c", {}]]')
    together.read_each(
        named, Limits(), lambda _, part: told.append(part),
        reader="tests.formats.misbehaving:raises", options={},
    )  # fmt: skip
    assert len(told) == 2


def test_a_format_that_there_is_not_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.vcf").write_text(card("Mira"))
    with pytest.raises(UnknownName):
        list(read_together([tmp_path / "a.vcf"], format_name="poem"))
