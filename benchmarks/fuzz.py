"""Fuzz the readers of strangers' files: `python -m benchmarks.fuzz vcard --minutes 20`.

Seeds are mutated (bytes changed, cut, doubled, pieces of others put in) and handed to the reader in
this process. Whatever it raises but FileError is a fault, and so is a file that takes longer than
`--seconds`; each is printed once, with `--keep` the file that shows it is kept. Ends with 1 on any.

A reader takes part by a module `benchmarks/fuzz_NAME.py` with

    seeds() -> Iterable[bytes]    whole files: shared data where it is there, else invented ones
    read(data: bytes)             calls the reader; may raise FileError and nothing else
    PIECES: tuple[bytes, ...]     words of the format, to be put in anywhere (may be left out)

Nothing lists them: NAME is what the command line takes; without one, all run.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from redleaf.errors import FileError

HERE = Path(__file__).parent
_LARGEST = 60_000
_ODD = (
    *(b"\0", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\r", b"\n", b"\n\n", b"\xe2\x80\xae", b"-1"),
    *(b'"', b"\\", b"=", b";", b":", b",", b"%", b"&#0;", b"9" * 40, b"\xf0\x9f\xa6\x8a"),
)


@dataclass(slots=True)
class Target:
    """One reader under test."""

    name: str
    read: Callable[[bytes], object]
    seeds: list[bytes]
    pieces: tuple[bytes, ...]
    runs: int = 0
    slowest: float = 0.0
    faults: dict[str, bytes] = field(default_factory=dict)


def main(argv: Sequence[str] | None = None) -> int:
    arguments = _arguments(argv)
    targets = [target(name) for name in arguments.names or names()]
    chance = random.Random(arguments.seed)
    for each in targets:
        run(each, arguments.minutes * 60, arguments.seconds, chance)
        print(f"{each.name}: {each.runs:,} files, the slowest took {each.slowest:.2f} s, "
              f"{len(each.faults)} kinds of fault")  # fmt: skip
        keep(each, arguments.keep)
    return 1 if any(each.faults for each in targets) else 0


def names() -> list[str]:
    return sorted(path.stem.removeprefix("fuzz_") for path in HERE.glob("fuzz_*.py"))


def target(name: str) -> Target:
    if name not in names():
        sys.exit(f"There is nothing to fuzz called {name}; there are {', '.join(names())}.")
    module = import_module(f"benchmarks.fuzz_{name}")
    seeds = [seed for seed in module.seeds() if seed]
    return Target(name, module.read, seeds, getattr(module, "PIECES", ()))


def run(each: Target, seconds: float, limit: float, chance: random.Random) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        data = mutated(chance.choice(each.seeds), each, chance)
        started = time.process_time()
        fault = fault_of(each.read, data)
        taken = time.process_time() - started
        each.runs += 1
        each.slowest = max(each.slowest, taken)
        if taken > limit:
            fault = f"took longer than {limit:g} s"
        if fault and fault not in each.faults:
            each.faults[fault] = data
            print(f"{each.name}: {fault}", file=sys.stderr, flush=True)


def fault_of(read: Callable[[bytes], object], data: bytes) -> str:
    """The kind of fault and its place in the code, or "" when all is well."""
    try:
        read(data)
    except FileError:
        return ""
    except Exception as error:  # what is looked for here
        place = traceback.extract_tb(error.__traceback__)[-1]
        what = f"{type(error).__name__} in {Path(place.filename).name}:{place.lineno}"
        return f"{what}: {error}" if isinstance(error, AssertionError) else what
    return ""


def mutated(seed: bytes, each: Target, chance: random.Random) -> bytes:
    data = bytearray(seed[:_LARGEST])
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        at = chance.randrange(len(data) + 1)
        end = min(len(data), at + chance.choice((1, 1, 4, 60, 1_000)))
        match chance.randrange(7):
            case 0:
                data[at:end] = chance.randbytes(end - at)
            case 1:
                del data[at:end]
            case 2:
                data[at:at] = data[at:end] * chance.choice((1, 2, 50))
            case 3:
                data[at:at] = chance.choice(_ODD) * chance.choice((1, 1, 9))
            case 4 if each.pieces:
                data[at:at] = chance.choice(each.pieces)
            case 5:
                other = chance.choice(each.seeds)
                begin = chance.randrange(len(other))
                data[at:end] = other[begin : begin + chance.choice((9, 90, 900))]
            case _:
                lines = data.split(b"\n")
                chance.shuffle(lines)
                data = bytearray(b"\n".join(lines))
    return bytes(data[: 2 * _LARGEST])


def keep(each: Target, folder: Path | None) -> None:
    for at, (fault, data) in enumerate(each.faults.items()):
        if folder:
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / f"{each.name}-{at}"
            path.write_bytes(data)
            print(f"{path}: {fault}", file=sys.stderr)


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.fuzz",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="which readers; all without")
    parser.add_argument("--minutes", type=float, default=1.0, help="for each reader")
    parser.add_argument("--seconds", type=float, default=5.0, help="what one file may take")
    parser.add_argument("--seed", type=int, default=None, help="repeat a run")
    parser.add_argument("--keep", type=Path, help="folder for the files that show faults")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
