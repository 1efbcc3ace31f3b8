"""The code blocks of a page: run each, and tell or mend what no longer comes out as written.

    ```console    lines after "$ " are run in a folder of the page's own; what they print follows.
                  A line "..." stands for any lines. "# exit 1" after a command tells its exit code.
    ```python     is run; "# -> value" after an expression tells what it gives.
    ```json, ```toml    have to parse.
    ```text       is nothing to run.

A block after the comment `<!-- file: NAME -->` is kept under that name for the commands below it.
Commands that would not end (make, redleaf desk) are tried as far as their options.
"""

from __future__ import annotations

import ast
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
FENCE = re.compile(r"^( *)```(\S*)\s*$")
FILE = re.compile(r"<!-- file: (\S+) -->")
EXIT = re.compile(r"\s+# exit (\d+)$")
GIVES = re.compile(r"^(.*\S)\s+# -> (.*)$")
LANGUAGES = ("console", "python", "json", "toml", "text")


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block. `start` is the index of its first line of content in the page."""

    page: Path
    start: int
    language: str
    lines: tuple[str, ...]
    file: str = ""

    @property
    def place(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.start + 1}"

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n"


@dataclass(frozen=True, slots=True)
class Problem:
    """A block that is not true any more. `renewed` holds its lines as they should be, if known."""

    block: Block
    what: str
    renewed: tuple[str, ...] | None = None

    def __str__(self) -> str:
        return f"{self.block.place}: {self.what}"


def problems(page: Path) -> Iterator[Problem]:
    """Run all blocks of a page, in order, in one fresh folder; yield those that are not true."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        names: dict[str, Any] = {}
        for block in blocks(page):
            if block.file:
                (folder / block.file).write_text(block.text, "utf-8")
            yield from _try(block, folder, names)


def blocks(page: Path) -> Iterator[Block]:
    lines = page.read_text("utf-8").splitlines()
    start, indent, language, file = -1, "", "", ""
    for number, line in enumerate(lines):
        fence = FENCE.match(line)
        if start >= 0 and fence and not fence[2]:
            content = tuple(each.removeprefix(indent) for each in lines[start:number])
            yield Block(page, start, language, content, file)
            start, file = -1, ""
        elif start < 0 and fence:
            start, indent, language = number + 1, fence[1], fence[2]
        elif start < 0 and line.strip():
            named = FILE.search(line)
            file = named[1] if named else ""


def _try(block: Block, folder: Path, names: dict[str, Any]) -> Iterator[Problem]:
    if block.language == "console":
        yield from _try_console(block, folder)
    elif block.language == "python":
        yield from _try_python(block, folder, names)
    elif block.language in ("json", "toml"):
        try:
            json.loads(block.text) if block.language == "json" else tomllib.loads(block.text)
        except ValueError as error:
            yield Problem(block, f"is no {block.language}: {error}")
    elif block.language not in LANGUAGES:
        yield Problem(block, f"name its language, one of {', '.join(LANGUAGES)}")


def _try_console(block: Block, folder: Path) -> Iterator[Problem]:
    renewed: list[str] = []
    for command, written in _commands(block.lines):
        if not command:
            yield Problem(block, 'begins with something that is no command ("$ ...")')
            return
        code, printed = _run("\n".join(command), folder)
        renewed += _prompted(command, code)
        renewed += written if printed is None or _same(written, printed) else printed
    if tuple(renewed) != block.lines:
        yield Problem(block, "prints something else:\n" + "\n".join(renewed) + "\n", tuple(renewed))


def _commands(lines: Sequence[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Each command (its lines, without prompts) and what is written below it."""
    command: list[str] = []
    written: list[str] = []
    for line in lines:
        if line.startswith("$ "):
            if command or written:
                yield command, written
            command, written = [line[2:]], []
        elif line.startswith("> ") and not written:
            command.append(line[2:])
        else:
            written.append(line)
    yield command, written


def _run(command: str, folder: Path) -> tuple[int, list[str] | None]:
    """Exit code and lines of what a command prints, or no lines where it is only half tried."""
    told = EXIT.search(command)
    command = EXIT.sub("", command)
    if command.startswith(("make ", "git clone", "cd ")):
        return _half_run(command, int(told[1]) if told else 0)
    if command.startswith("redleaf desk"):
        command = f"{command} --help >/dev/null"
    done = subprocess.run(
        ["bash", "-c", f"{command}"],
        cwd=folder,
        env=_environment(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=120,
    )
    # The folder is another each time; where it stands says nothing.
    printed = done.stdout.replace(f"{folder.resolve()}/", "").replace(f"{folder}/", "")
    lines = [line.rstrip() for line in printed.splitlines()]
    return done.returncode, None if command.endswith("--help >/dev/null") else lines


def _half_run(command: str, code: int) -> tuple[int, list[str] | None]:
    if command.startswith("make "):
        subprocess.run(["bash", "-c", f"{command} -n"], cwd=ROOT, check=True, capture_output=True)
    return code, None


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("LANG", "SYSTEMROOT") if name in os.environ}
    here = str(Path(sys.executable).parent)
    return kept | {
        "PATH": os.pathsep.join([here, os.environ.get("PATH", os.defpath)]),
        "HOME": str(folder),
        # So that a page may use the demo in tools/ as somebody in a checkout would.
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "NO_COLOR": "1",
        "COLUMNS": "88",
    }


def _prompted(command: Sequence[str], code: int) -> list[str]:
    plain = [EXIT.sub("", line) for line in command]
    lines = [f"{'>' if number else '$'} {line}" for number, line in enumerate(plain)]
    if code:
        lines[-1] += f"  # exit {code}"
    return lines


def _same(written: Sequence[str], printed: Sequence[str]) -> bool:
    """Whether what is written stands for what was printed; "..." stands for any lines."""
    pattern = "".join(
        r"(?:.*\n)*?" if line.strip() == "..." else re.escape(line.rstrip()) + r"\n"
        for line in written
    )
    return re.fullmatch(pattern, "".join(line + "\n" for line in printed)) is not None


def _try_python(block: Block, folder: Path, names: dict[str, Any]) -> Iterator[Problem]:
    renewed = list(block.lines)
    here = Path.cwd()
    os.chdir(folder)
    try:
        for node in ast.parse(block.text).body:
            told = GIVES.match(block.lines[(node.end_lineno or node.lineno) - 1])
            code = ast.unparse(node)
            if isinstance(node, ast.Expr) and told:
                # The page's own code, in the tests: not a stranger's.
                gives = repr(eval(code, names))  # noqa: S307
                renewed[(node.end_lineno or 1) - 1] = f"{told[1]}  # -> {gives}"
            else:
                with redirect_stdout(io.StringIO()):
                    exec(code, names)  # noqa: S102
    except Exception as error:
        yield Problem(block, f"fails with {type(error).__name__}: {error}")
        return
    finally:
        os.chdir(here)
    if tuple(renewed) != block.lines:
        yield Problem(block, "gives something else:\n" + "\n".join(renewed), tuple(renewed))


def renew(page: Path) -> tuple[bool, list[str]]:
    """Write what the blocks of a page print today into it.

    Gives whether the page changed, and what has to be mended by hand.
    """
    lines = page.read_text("utf-8").splitlines()
    changed, by_hand = False, []
    for problem in reversed(list(problems(page))):
        block = problem.block
        if problem.renewed is None:
            by_hand.append(str(problem))
            continue
        old = lines[block.start]
        indent = old[: len(old) - len(old.lstrip())]
        lines[block.start : block.start + len(block.lines)] = [
            f"{indent}{line}".rstrip() for line in problem.renewed
        ]
        changed = True
    if changed:
        page.write_text("\n".join(lines) + "\n", "utf-8")
    return changed, by_hand
