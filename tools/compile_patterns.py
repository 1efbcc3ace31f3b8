"""Compile the phrases, the list of rules and the particulars into what a check reads.

    python -m tools.compile_patterns           write
    python -m tools.compile_patterns --check   exit 1 when something is stale

Nothing here ships. docs/decisions/ says why this is done ahead.
"""

from __future__ import annotations

import sys
from pathlib import Path

from redleaf.notes import particulars
from redleaf.notes.compiled_files import written
from redleaf.notes.patterns import written_table
from redleaf.rules import catalogue


def compile_all() -> dict[Path, str]:
    """The compiled files with their text."""
    return {
        Path(catalogue.COMPILED_RULES): _rules(),
        Path(catalogue.COMPILED_PHRASES): _phrases(),
        Path(particulars.COMPILED): _particulars(),
    }


def _rules() -> str:
    rules = [rule.listed.written() for rule in catalogue.all_rules()]
    return written([rules], folder=catalogue.FOLDER, sources=catalogue.rule_files())


def _phrases() -> str:
    table = catalogue.phrase_table_of_files()
    return written(table.written(), folder=catalogue.FOLDER, sources=catalogue.phrase_files())


def _particulars() -> str:
    table = particulars.table_of_file()
    sources = [particulars.SOURCE]
    return written(written_table(table), folder=particulars.FOLDER, sources=sources)


def main(argv: list[str]) -> int:
    stale = []
    for path, text in compile_all().items():
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            stale.append(path)
            if "--check" not in argv:
                path.parent.mkdir(exist_ok=True)
                path.write_text(text, encoding="utf-8", newline="\n")
    for path in stale:
        print(f"{path.name} {'is stale' if '--check' in argv else 'written'}")
    return int(bool(stale) and "--check" in argv)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
