"""How well the verifier tells true notes from notes with one planted untruth.

    python benchmarks/claims.py [--show] [--seed N] [--own | --texts DIR]

Reads claims.jsonl of the shared data, or with --own the notes beside this file (claims/*.json:
a brief, true notes, and untrue ones with the untruth in ⟦ ⟧). With --texts it reads a folder of
others' texts: files of {"brief": {…}, "texts": [{"id", "text", "supported", "false_span"}]}. Rows
are split by brief into two halves at random: the verifier may be tuned on the first, and is only
looked at on the second.
`--show` prints the faults of the first half, `--show all` of both.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path
from typing import Any

from redleaf.notes.brief import Brief
from redleaf.writing.verifier import Verification, Verifier

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "briefs-written"
OWN = Path(__file__).with_name("claims")


def main() -> None:
    options = _options()
    rows, briefs = _read_rows(options)
    verifiers = {name: Verifier(Brief.from_json(brief)) for name, brief in briefs.items()}
    begun = time.perf_counter()
    said = {row["id"]: verifiers[row["brief"]].verify(row["text"]) for row in rows}
    spent = time.perf_counter() - begun
    names = sorted(verifiers)
    random.Random(options.seed).shuffle(names)
    halves = {
        "tuned on": names[: len(names) // 2],
        "looked at": names[len(names) // 2 :],
        "all": names,
    }
    for half, members in halves.items():
        _print_numbers(half, [row for row in rows if row["brief"] in members], said)
    print(f"{1000 * spent / len(rows):.2f} ms a text")
    if options.show:
        shown = names if options.show == "all" else halves["tuned on"]
        for row in rows:
            if row["brief"] in shown:
                _print_faults(row, said[row["id"]])


def _read_rows(options: argparse.Namespace) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    if options.texts:
        return others_texts(options.texts)
    return own_notes() if options.own else shared_notes()


def others_texts(folder: Path) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """The texts of a folder that somebody else wrote, one file a brief."""
    rows: list[dict[str, Any]] = []
    briefs = {}
    for path in sorted(folder.glob("*.json")):
        told = _read(path)
        briefs[path.stem] = told["brief"]
        for each in told["texts"]:
            text, false = each["text"], each["false_span"] or ""
            is_marked = not each["supported"] and false in text
            marked = text.replace(false, f"⟦{false}⟧", 1) if is_marked else text
            rows.append(_row(f"{path.stem}/{each['id']}", path.stem, marked))
    return rows, briefs


def shared_notes() -> tuple[list[dict[str, Any]], dict[str, Any]]:
    lines = (DATA / "claims.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line]
    names = {row["brief"] for row in rows}
    return rows, {name: _read(DATA / "briefs" / f"{name}.json") for name in names}


def own_notes() -> tuple[list[dict[str, Any]], dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    briefs = {}
    for path in sorted(OWN.glob("*.json")):
        notes = _read(path)
        briefs[path.stem] = notes["brief"]
        for number, text in enumerate([*notes["true"], *notes["untrue"]], 1):
            rows.append(_row(f"{path.stem}-{number:02}", path.stem, text))
    return rows, briefs


def _row(name: str, brief: str, text: str) -> dict[str, Any]:
    start, end = text.find("⟦"), text.find("⟧") - 1
    bare = text.replace("⟦", "").replace("⟧", "")
    claims = [{"start": start, "end": end, "text": bare[start:end], "supported": False}]
    is_true = start < 0
    return {
        "id": name,
        "brief": brief,
        "text": bare,
        "supported": is_true,
        "claims": [] if is_true else claims,
    }


def _read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="The verifier on labelled claims.")
    parser.add_argument("--own", action="store_true")
    parser.add_argument("--texts", type=Path, metavar="DIR")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--show", nargs="?", const="tuned")
    return parser.parse_args()


def _print_numbers(half: str, rows: list[dict[str, Any]], said: dict[str, Verification]) -> None:
    true_rows = [row for row in rows if row["supported"]]
    planted = [row for row in rows if not row["supported"]]
    alarms = sum(not said[row["id"]].supported for row in true_rows)
    found = sum(not said[row["id"]].supported for row in planted)
    spans = sum(bool(hits(row, said[row["id"]])) for row in planted)
    others = sum(
        len(said[row["id"]].unsupported) - len(hits(row, said[row["id"]])) for row in planted
    )
    right = len(true_rows) - alarms + found
    print(
        f"{half:10} rows {len(rows):3}  right {right / max(len(rows), 1):6.1%}  "
        f"false alarms {alarms}/{len(true_rows)}  untruths found {found}/{len(planted)}  "
        f"span hit {spans}/{len(planted)}  other spans {others}"
    )


def hits(row: dict[str, Any], verification: Verification) -> list[Any]:
    false = [claim for claim in row["claims"] if not claim["supported"]]
    return [
        claim
        for claim in verification.unsupported
        if any(claim.start < each["end"] and each["start"] < claim.end for each in false)
    ]


def _print_faults(row: dict[str, Any], verification: Verification) -> None:
    found = hits(row, verification)
    others = [claim for claim in verification.unsupported if claim not in found]
    if others or (not row["supported"] and not found):
        planted = [claim["text"] for claim in row["claims"] if not claim["supported"]]
        print(f"{row['id']} {'planted ' + str(planted) if planted else 'true'}: {row['text']}")
        for claim in others:
            print(f"    {claim.kind}: {claim.text!r}  {claim.why}")


if __name__ == "__main__":
    main()
