"""Learning: the same rows give the same bytes, and the bytes can be read."""

from __future__ import annotations

from pathlib import Path

import pytest

np = pytest.importorskip("numpy", reason="numpy is not installed: pip install -e '.[train]'")
pytest.importorskip("scipy", reason="scipy is not installed: pip install -e '.[train]'")

from redleaf.judging.checking import read  # noqa: E402 (only with numpy)
from redleaf.judging.scorers import Weights, score  # noqa: E402
from redleaf.judging.scorers.features import ngram_bucket, ngram_buckets, units_of  # noqa: E402
from redleaf.notes.note import Note  # noqa: E402
from tools.train.encoder import Encoder, fingerprint  # noqa: E402
from tools.train.examples import examine  # noqa: E402
from tools.train.learning import learn  # noqa: E402
from tools.train.packing import pack  # noqa: E402
from tools.train.sets import Row  # noqa: E402
from tools.train.space import Space  # noqa: E402
from tools.train.strategies import strategies  # noqa: E402

WARM, COLD = "Thank you for the lovely map", "Stop this rubbish at once"
PARTS: dict[str, dict[str, int | str]] = {
    "politeness-wikipedia": {"score": 0, "label": 0},
    "notes-written/tone": {"courtesy": 0, "asks": 0, "gives": 0, "specific": 0},
    "spam-sms": {"label": 0},
    "email-intent": {"label": 0},
    "disaster-requests": {"label": 0, "offer": 0},
    "notes-written/poor": {"label": "pitch"},
    "notes-written/good": {"label": "personal"},
}


def made_up_rows() -> list[Row]:
    rows = []
    for part, labels in PARTS.items():
        for at in range(12):
            warm = at % 2
            told = {k: v if isinstance(v, str) else warm for k, v in labels.items()}
            rows.append(Row(part, f"{WARM if warm else COLD}, {part} {at}.", f"{part} {at}", told))
    return rows


def kept_encoder(folder: Path, rows: list[Row]) -> Path:
    pieces = ["thank", "lovely", "map", "stop", "rub", "##bish"]
    chance = np.random.default_rng(7)
    np.savez(
        folder / "encoder.npz",
        pieces=np.array(pieces),
        vectors=chance.normal(size=(len(pieces), 128)),
        texts=np.array([fingerprint(row.text) for row in rows]),
        encoded=chance.normal(size=(len(rows), 16)),
    )
    return folder / "encoder.npz"


def test_the_same_rows_give_the_same_bytes_and_weights_that_can_be_used(tmp_path: Path) -> None:
    rows = made_up_rows()
    encoder = Encoder(kept_encoder(tmp_path, rows))
    examples = [examine(row.text) for row in rows]
    packed = []
    for _ in range(2):
        space = Space(examples, encoder)
        learned = learn(rows, examples, space, encoder)
        packed.append(pack(space.fold(learned.columns), learned.intercept, space.known))
    assert packed[0] == packed[1]
    file = tmp_path / "weights.bin"
    file.write_bytes(packed[0])
    weights = Weights(file)
    read_notes = [read(text) for text in (WARM, COLD)]
    warm, cold = (score(reading.note, found, weights) for reading, found in read_notes)
    assert warm.courtesy > cold.courtesy


def test_every_phrase_of_a_strategy_is_read_as_one_to_three_units() -> None:
    for name, phrases in strategies().items():
        for phrase in phrases:
            assert 1 <= len(phrase) <= 3, f"{name}: {phrase}"
            assert units_of(Note(" ".join(phrase))) == list(phrase), f"{name}: {phrase}"


def test_a_phrase_falls_into_the_bucket_that_a_text_with_it_has() -> None:
    for phrase in (["thank", "you"], ["would", "you", "mind"]):
        assert ngram_bucket(phrase) in ngram_buckets(["well", *phrase, "?"])
