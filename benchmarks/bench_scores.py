"""The five scores against people's labels, set by set; give a score's name to measure that alone.

Sets that weights are learned from are measured on folds held out by source, which needs what the
training needs (docs/training.md); without it they are measured with the weights that were learned
from them, without a bar, and say so. The others are measured with the shipped weights as `redleaf
score` gives them. All rows of a set are taken.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from functools import cache
from importlib.util import find_spec
from itertools import islice
from math import sqrt
from typing import Any, NamedTuple

from benchmarks.measure import Measure
from redleaf.batch.processes import in_order
from redleaf.batch.rows import Row
from redleaf.batch.scoring import score_chunk
from tools.train.ranking import auc, spearman
from tools.train.sets import ENCODED, LEARNED, SHARED, read_measured

Labelled = dict[str, Any]
_CHUNK = 256


class Question(NamedTuple):
    """How well a score tells the labels of a set: 0 and 1 by AUC, others by Spearman.

    `label` names the label or makes it from a row (None: left out); `beside` is what others reach.
    """

    score: str
    part: str
    what: str
    label: str | Callable[[Labelled], float | None]
    bar: float | None = None
    beside: str = ""
    weak: str = ""


def _is_attack(row: Labelled) -> float:
    return 1.0 - float(row["label"])


def _directive(row: Labelled) -> float | None:
    return None if row["label"] is None else 1.0 - row["label"]


def _domain(name: str) -> Callable[[Labelled], float | None]:
    return lambda row: row["score"] if row["domain"] == name else None


_ACTS = "acts of whole turns of talk; many take two of them"
_FEW = "few rows, chatbots' replies"

QUESTIONS = (
    Question("courtesy", "politeness-wikipedia", "polite or not", "label", 0.93,
             "plain model .927, one rater against the others .892"),
    Question("courtesy", "politeness-stackexchange", "polite or not", "label", 0.72,
             "plain model .703, one rater against the others .811"),
    Question("courtesy", "warmth-offers", "told to be warm or tough", "label", 0.95,
             "plain model .958"),
    Question("courtesy", "receptiveness", "open to the other side", "score", 0.35),
    Question("courtesy", "politeness-email-synthetic", "rated e-mails", "score", 0.70,
             "two raters .65 to .77"),
    Question("courtesy", "face-acts-email-synthetic", "no attack", _is_attack, 0.80,
             "word rules .653"),
    Question("specificity", "specificity-domains", "specific, all", "score", 0.62, "length .58"),
    Question("specificity", "specificity-domains", "specific, tweets", _domain("twitter"), None,
             "length .46"),
    Question("specificity", "specificity-domains", "specific, shops", _domain("yelp"), None,
             "length .69"),
    Question("specificity", "specificity-domains", "specific, films", _domain("movie"), None,
             "length .58"),
    Question("specificity", "specificity-twitter", "specific", "score", 0.55,
             "length .49; a model learned on it .73 (Pearson, other split)"),
    Question("specificity", "fed-replies", "specific", "specific", None, "length .37", _FEW),
    Question("specificity", "fed-replies", "interesting", "score", None, "length .43",
             f"{_FEW}; nothing here claims to know what is interesting"),
    Question("asks", "email-intent", "asks", "label", 0.89, "plain model .887"),
    Question("asks", "email-intent", "asks, second labels", "label_verified"),
    Question("asks", "disaster-requests", "asks for aid", "label", 0.90, "plain model .906"),
    Question("asks", "dialog-acts", "directive, not commissive", _directive, None, "", _ACTS),
    Question("asks", "face-acts-email-synthetic", "imposes", "imposes", None, "",
             "blunt demands only: a kind request is labelled 0 and asks all the same"),
    Question("gives", "face-acts-email-synthetic", "offers", "offers", 0.80, "",),
    Question("gives", "dialog-acts", "commissive, not directive", "label", None, "",
             f"{_ACTS}; many are plain consent"),
    Question("gives", "disaster-requests", "offers aid", "offer", None, "", "43 offers in all"),
    Question("spam", "spam-sms", "spam", "label", 0.99, "plain model .996"),
    Question("spam", "spam-enron", "spam", "label", 0.90),
    Question("courtesy", "raop", "pizza granted", "label", None, "a model learned on it .621",
             "a request is granted by luck and standing, too; no score claims to foretell it"),
    Question("specificity", "raop", "pizza granted", "label", None, "a model learned on it .621",
             "a request is granted by luck and standing, too; no score claims to foretell it"),
)  # fmt: skip


def measure(asked: Question) -> None:
    rows = read_measured(asked.part)
    told = [row.get(asked.label) if isinstance(asked.label, str) else asked.label(row)
            for row in rows]  # fmt: skip
    held_out = asked.part in LEARNED and _can_learn()
    said = heard_apart(asked.score, asked.part) if held_out else heard(asked.score, asked.part)
    known = [at for at, label in enumerate(told) if label is not None and at in said]
    if not known:
        return
    wishes = [float(told[at] or 0) for at in known]
    seen = asked.part in LEARNED and not held_out
    how = "held out" if held_out else "learned from it" if seen else "unseen"
    _say(asked, f"{asked.score}, {asked.part}, {asked.what} ({how})", wishes,
         [said[at] for at in known], None if seen else asked.bar)  # fmt: skip


def _say(
    asked: Question, what: str, wishes: Sequence[float], said: Sequence[float], bar: float | None
) -> None:
    two = set(wishes) <= {0.0, 1.0}
    value = (auc if two else spearman)(wishes, said)
    Measure(
        what, value, "AUC" if two else "Spearman", bar, at_least=True, beside=asked.beside,
        rows=len(wishes), weak=asked.weak,
        margin=auc_margin(value, wishes) if two else spearman_margin(value, len(wishes)),
    ).say()  # fmt: skip


def auc_margin(value: float, wishes: Sequence[float]) -> float:
    """Half of the 95 % interval. Source: Hanley and McNeil 1982."""
    ones = sum(wishes)
    others = len(wishes) - ones
    q1, q2 = value / (2 - value), 2 * value * value / (1 + value)
    spread = value * (1 - value) + (ones - 1) * (q1 - value**2) + (others - 1) * (q2 - value**2)
    return 1.96 * sqrt(spread / (ones * others))


def spearman_margin(value: float, count: int) -> float:
    """Half of the 95 % interval, by Fisher's transformation near the value."""
    return 1.96 * 1.03 / sqrt(count - 3) * (1 - value * value)


@cache
def scored(part: str) -> list[dict[str, Any]]:
    """Every row of a set as `redleaf score` scores it."""
    rows = iter([Row(at, row["text"]) for at, row in enumerate(read_measured(part))])
    chunks = iter(lambda: list(islice(rows, _CHUNK)), [])
    done = in_order(chunks, score_chunk, jobs=os.cpu_count() or 1)
    return [row for chunk in done for row in chunk]


def heard(score: str, part: str) -> dict[int, float]:
    """A score by the row's place in its set, with the shipped weights."""
    return {at: row[score] for at, row in enumerate(scored(part)) if score in row}


def heard_apart(score: str, part: str) -> dict[int, float]:
    """A score by the row's place in its set, by what was learned from other folds."""
    rows, heads = _learned()
    first = next(at for at, row in enumerate(rows) if row.part == part)
    head = heads[score]
    return {
        int(place) - first: float(margin)
        for place, margin in zip(head.places, head.held_out[:, 0], strict=True)
        if rows[place].part == part
    }


@cache
def _learned() -> Any:
    from tools.train.encoder import Encoder
    from tools.train.examples import examine_all
    from tools.train.learning import learn
    from tools.train.sets import read_rows
    from tools.train.space import Space

    rows = read_rows()
    examples = examine_all([row.text for row in rows])
    encoder = Encoder()
    return rows, learn(rows, examples, Space(examples, encoder), encoder).heads


def _can_learn() -> bool:
    return bool(find_spec("scipy")) and ENCODED.exists()


def main(names: Sequence[str]) -> None:
    if not SHARED.is_dir():
        print("The labelled sets are not there: ../shared/data.", file=sys.stderr)
        return
    if not _can_learn():
        print("No folds without build/encoder.npz: docs/training.md.", file=sys.stderr)
    for asked in QUESTIONS:
        if not names or asked.score in names:
            measure(asked)


if __name__ == "__main__":
    main(sys.argv[1:])
