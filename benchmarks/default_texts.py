"""How many labelled default texts are found, and what else is taken for one.

    python -m benchmarks.default_texts [--leave-out text|product] [--others] [--show]

Reads the labelled notes in ../shared/data. `--leave-out text` hides from each text the wordings
that are equal to one of its own sentences, so that only others can find it; `--leave-out product`
hides all wordings of its product in its language. `--others` runs over the sets that hold no
default texts. `--show` prints every text that was judged against its label.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from redleaf.notes.folding import fold
from redleaf.rules import known_texts, known_wordings
from redleaf.rules.known_wordings import KnownWording
from redleaf.rules.wordings import wording_of

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
LABELLED = (
    "invitations/dev",
    "invitations/written-by-us",
    "notes-written/good",
    "notes-written/poor",
)
PRODUCTS = {
    "XMPP (Gajim)": "gajim",
    "Tox (qTox)": "qtox",
    "diaspora*": "diaspora",
    "RetroShare": "retroshare",
    "ICQ/MSN (Miranda NG)": "miranda",
    "Elgg": "elgg",
    "OSSN": "ossn",
}


def labelled(shared: Path = SHARED) -> Iterator[dict[str, Any]]:
    """Every labelled row; a default with slots comes once more with its slots filled."""
    for name in LABELLED:
        for line in (shared / f"{name}.jsonl").read_text(encoding="utf-8").strip().split("\n"):
            row = {**json.loads(line), "set": name}
            yield row
            if row.get("rendered"):
                yield {**row, "text": row["rendered"]}


def other_texts(shared: Path = SHARED) -> Iterator[str]:
    """Texts of other sets, none of which is a default text."""
    for path in sorted(shared.glob("*/*.jsonl")):
        if path.parent.name in ("invitations", "notes-written", "briefs-written"):
            continue
        for line in path.read_text(encoding="utf-8").strip().split("\n"):
            text = json.loads(line).get("text")
            if isinstance(text, str):
                yield text


class Hidden:
    """Hides wordings from the search while one text is looked at."""

    def __init__(self, way: str | None) -> None:
        self._way = way
        self._hides: Callable[[KnownWording], bool] = lambda _: False
        if way:
            self._candidates = known_wordings.known_wordings().candidates
            known_wordings.COMPARED = 60
            known_wordings.known_wordings().candidates = self._filtered  # type: ignore[method-assign]

    def hide_for(self, row: dict[str, Any]) -> None:
        if self._way == "text":
            wording = wording_of(fold(row["text"]))
            own = {" ".join(wording.terms[at] for at in places) for places in wording.sentences()}
            self._hides = lambda known: any(known.line in line for line in own)
        elif self._way == "product":
            product = PRODUCTS.get(row["network"], str(row["network"]).lower())
            hidden = (product, row["language"])
            self._hides = lambda known: (known.product, known.language) == hidden

    def _filtered(self, terms: Sequence[str]) -> list[KnownWording]:
        return [known for known in self._candidates(terms) if not self._hides(known)][:12]


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.default_texts")
    parser.add_argument("--leave-out", choices=["text", "product"])
    parser.add_argument("--others", action="store_true")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args(argv)
    _report_labelled(Hidden(options.leave_out), show=options.show)
    if options.others:
        _report_others(show=options.show)
    return 0


def _report_labelled(hidden: Hidden, *, show: bool) -> None:
    found: Counter[tuple[str, str]] = Counter()
    named: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    for row in labelled():
        key = (row["label"], "English" if row["language"] == "en" else "other")
        if row["label"] == "default":
            hidden.hide_for(row)
        known = known_texts.find_known_text(row["text"])
        total[key] += 1
        named[key] += known is not None
        found[key] += bool(known and known.whole)
        if show and bool(known and known.whole) != (row["label"] == "default"):
            print(row["label"], row["language"], row.get("network"), repr(row["text"][:200]))
            print("   ", known and (known.product, known.similarity, known.rest))
    for key in sorted(total):
        share = f"{found[key]:4} of {total[key]:4} whole, {named[key]:4} at least in part"
        print(f"{key[0]:10} {key[1]:8} {share}")


def _report_others(*, show: bool) -> None:
    whole = part = count = 0
    begin = time.perf_counter()
    for text in other_texts():
        known = known_texts.find_known_text(text)
        count += 1
        whole += bool(known and known.whole)
        part += bool(known and not known.whole)
        if known and show:
            print(known.whole, known.product, known.language, [s.of(text) for s in known.spans])
    took = (time.perf_counter() - begin) / count * 1e6
    print(f"other sets: {whole} whole, {part} in part, of {count}; {took:.0f} us a text")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
