"""The scorers against people's labels, set by set, with each bar and a plain model's figure.

Sets that weights are learned from are measured on folds held out by source; that needs numpy, scipy
and build/encoder.npz (docs/training.md). The others are measured with the shipped weights.
"""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections.abc import Sequence
from importlib.util import find_spec
from typing import NamedTuple

from benchmarks.measure import Measure
from redleaf.batch.rows import Row
from redleaf.batch.scoring import score_chunk
from redleaf.judging.checking import read
from redleaf.judging.scorers import score
from tools.train.ranking import auc, spearman
from tools.train.sets import ENCODED, SHARED, read_measured


class Unseen(NamedTuple):
    """A set that nothing is learned from. `plain` is what length or a word list reaches."""

    name: str
    label: str
    head: str
    bar: float
    plain: float | None = None
    turned: bool = False


UNSEEN = (
    Unseen("face-acts-email-synthetic", "label", "courtesy", 0.80, 0.653, turned=True),
    Unseen("face-acts-email-synthetic", "offers", "gives", 0.80),
    Unseen("spam-enron", "label", "spam", 0.90),
    Unseen("politeness-email-synthetic", "score", "courtesy", 0.70),
    Unseen("specificity-domains", "score", "specificity", 0.62, 0.58),
    Unseen("specificity-twitter", "score", "specificity", 0.55, 0.49),
)
# Head, set, bar, and what a TF-IDF model learned on that set alone reaches.
LEARNED = (
    ("courtesy", "politeness-wikipedia", 0.93, 0.927),
    ("courtesy", "politeness-stackexchange", 0.72, 0.703),
    ("courtesy", "warmth-offers", 0.95, 0.958),
    ("courtesy", "receptiveness", 0.35, None),
    ("asks", "email-intent", 0.89, 0.887),
    ("asks", "disaster-requests", 0.90, 0.906),
    ("spam", "spam-sms", 0.99, 0.996),
)


def scored(text: str, head: str) -> float:
    reading, findings = read(text)
    value: float = getattr(score(reading.note, findings), head)
    return value


def measure_unseen(each: Unseen) -> None:
    rows = [row for row in read_measured(each.name) if row[each.label] is not None]
    with multiprocessing.Pool() as pool:
        heads = [(row["text"], each.head) for row in rows]
        values = pool.starmap(scored, heads, chunksize=64)
    wishes = [float(row[each.label]) for row in rows]
    said = [-value for value in values] if each.turned else values
    _say(
        f"{each.head}, {each.name} ({each.label}, not learned)", wishes, said, each.bar, each.plain
    )


def measure_learned() -> None:
    from tools.train.encoder import Encoder
    from tools.train.examples import examine_all
    from tools.train.learning import learn
    from tools.train.sets import read_rows
    from tools.train.space import Space

    rows = read_rows()
    examples = examine_all([row.text for row in rows])
    encoder = Encoder()
    heads = learn(rows, examples, Space(examples, encoder), encoder).heads
    for head, part, bar, plain in LEARNED:
        places, margins = heads[head].places, heads[head].held_out
        own = [at for at, place in enumerate(places) if rows[place].part == part]
        labels = [rows[places[at]].labels.get("label") for at in own]
        if part == "receptiveness":
            labels = [rows[places[at]].labels["score"] for at in own]
        known = [at for at, label in enumerate(labels) if label is not None]
        said = [float(margins[own[at], 0]) for at in known]
        _say(f"{head}, {part} (held out)", [float(labels[at]) for at in known], said, bar, plain)


def _say(
    what: str, wishes: Sequence[float], said: Sequence[float], bar: float, plain: float | None
) -> None:
    two = set(wishes) <= {0.0, 1.0}
    value = auc(wishes, said) if two else spearman(wishes, said)
    unit = "AUC" if two else "Spearman"
    Measure(what, value, unit, bar, plain, "a plain model" if plain else "", at_least=True).say()


def measure_speed() -> None:
    """Everything: rules, verdict, five scores; notes a second of one processor."""
    rows = [Row(at, f"Note {at}: {text}") for at, text in enumerate(_notes())]
    score_chunk(rows[:64])
    begun = time.process_time()
    for start in range(0, len(rows), 256):
        score_chunk(rows[start : start + 256])
    rate = len(rows) / (time.process_time() - begun)
    Measure("score, notes a second of one processor", rate, "", 6000, at_least=True).say()


def _notes() -> list[str]:
    return [
        row["text"]
        for row in read_measured("invitations")
        if row["label"] in ("template", "pitch", "personal")
    ]


def main() -> None:
    if not SHARED.is_dir():
        print("The labelled sets are not there: ../shared/data.", file=sys.stderr)
        return
    for each in UNSEEN:
        measure_unseen(each)
    if find_spec("scipy") and ENCODED.exists():
        measure_learned()
    else:
        print("Sets that are learned from need more: docs/training.md.", file=sys.stderr)
    measure_speed()


if __name__ == "__main__":
    main()
