"""`python -m tools.train`: learn the weights of the scorers again (docs/training.md)."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from redleaf.judging.scorers.weights import FILE
from tools.train.encoder import Encoder
from tools.train.examples import examine_all
from tools.train.learning import learn
from tools.train.packing import pack
from tools.train.sets import ENCODED, LEARNED, SHARED, read_rows
from tools.train.space import Space


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=Path(FILE))
    output = parser.parse_args().output
    if not ENCODED.exists():
        print("First: python -m tools.train.encoder (docs/training.md).", file=sys.stderr)
        return 1
    absent = [name for name in LEARNED if not (SHARED / name).is_dir()]
    if absent:
        # Weights from a part of the sets would be worse, and look just like these.
        print(f"Not learned: {SHARED} lacks {', '.join(absent)}.", file=sys.stderr)
        return 1
    rows = read_rows()
    print(f"{len(rows):,} rows; reading them takes a minute or two.", file=sys.stderr)
    examples = examine_all([row.text for row in rows])
    encoder = Encoder()
    space = Space(examples, encoder)
    learned = learn(rows, examples, space, encoder)
    output.write_bytes(pack(space.fold(learned.columns), learned.intercept, space.known))
    print(f"{output}: {output.stat().st_size:,} bytes", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
