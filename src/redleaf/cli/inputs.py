"""What commands read: texts from files or standard input, briefs, and the configuration nearby."""

from __future__ import annotations

import os
import re
import sys

from redleaf.errors import BriefError, ConfigError, FileError
from redleaf.judging.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from redleaf.notes.brief import Brief

MAX_BYTES = 10_000_000
SHARED_FILE = "pyproject.toml"
SETTINGS_FILES = ("redleaf.toml", SHARED_FILE)
# Every way to write the table tool.redleaf has one of these in it; most files have none.
_MAY_NAME_US = rb"tool[\"']?\s*(?:\.\s*[\"']?redleaf|\]|=)"


def read_text(source: str) -> str:
    """The text of a file, or of standard input for `-`: UTF-8, without its final newline.

    Raises FileError when it is missing, not text, or over 10 MB.
    """
    return text_of(read_bytes(source), source)


def read_bytes(source: str) -> bytes:
    """The bytes of a file, or of standard input for `-`, up to 10 MB."""
    data = sys.stdin.buffer.read(MAX_BYTES + 1) if source == "-" else _read_file(source)
    if len(data) > MAX_BYTES:
        raise FileError(
            "this is over 10 MB; a note is a few hundred characters.", place=_name(source)
        )
    return data


def text_of(data: bytes, source: str) -> str:
    """The text in the bytes of a file, with the line ends of Windows as one sign each."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileError(
            f"byte {error.start} is not UTF-8; save it as UTF-8 text first.", place=_name(source)
        ) from None
    return text.replace("\r\n", "\n").removesuffix("\n")


def sources_in(files: Sequence[str]) -> Iterator[str]:
    """The files, and those in folders among them, each once; standard input when there are none."""
    seen: set[str] = set()
    for source in _named(files or ("-",)):
        place = source if source == "-" else os.path.abspath(source)  # noqa: PTH100
        if place not in seen:
            seen.add(place)
            yield source


def _named(files: Sequence[str]) -> Iterator[str]:
    for source in files:
        if source != "-" and os.path.isdir(source):  # noqa: PTH112 (pathlib is slow to load)
            from redleaf.cli.folders import texts_in  # here alone: few checks name a folder

            yield from texts_in(source)
        else:
            yield source


def read_brief(source: str) -> Brief:
    """The brief in a JSON file, or on standard input for `-`."""
    import json  # here alone, as what follows: most checks have no brief

    from redleaf.notes.brief import Brief

    name = _name(source)
    text = read_text(source)
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise BriefError(
            f"this is not JSON: line {error.lineno}, column {error.colno}: {error.msg}.", place=name
        ) from None
    except RecursionError:
        raise BriefError("this is nested too deeply for a brief.", place=name) from None
    except ValueError:
        raise BriefError("a number in this is too long to be read.", place=name) from None
    return Brief.from_json(data)


def read_settings(path: str | None) -> Settings:
    """The settings of `path`, or of the nearest redleaf.toml or pyproject.toml with [tool.redleaf].

    Raises ConfigError that names the file and the key.
    """
    if path is not None:
        return _settings_of(path) or Settings()
    for folder in _folders_above():
        for name in SETTINGS_FILES:
            found = f"{folder}{os.sep}{name}"
            settings = _settings_of(found) if os.path.isfile(found) else None  # noqa: PTH113
            if settings is not None:
                return settings
    return Settings()


def _folders_above() -> Iterator[str]:
    """The working folder and those that hold it, each without the sign that parts folders."""
    folder = os.getcwd().rstrip(os.sep)  # noqa: PTH109
    while folder:
        yield folder
        folder = folder.rpartition(os.sep)[0]
    yield ""


def _settings_of(path: str) -> Settings | None:
    """The settings in a file; None when it is a pyproject.toml that says nothing of Redleaf."""
    try:
        written = _read_file(path)
    except FileError as error:
        raise ConfigError(error.what, place=path) from None
    is_shared = os.path.basename(path) == SHARED_FILE  # noqa: PTH119
    if is_shared and not re.search(_MAY_NAME_US, written):
        return None
    import tomllib  # here alone: most folders hold no settings, and it is slow to load

    try:
        data: dict[str, object] = tomllib.loads(written.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"this is not TOML: {error}.", place=path) from None
    if is_shared:
        tool = data.get("tool")
        if not isinstance(tool, dict) or "redleaf" not in tool:
            return None
        data = tool["redleaf"]
    try:
        return Settings.from_toml(data, place="tool.redleaf" if is_shared else "")
    except ConfigError as error:
        raise ConfigError(error.what, place=f"{path}: {error.place}") from None


def _name(source: str) -> str:
    return "standard input" if source == "-" else source


def _read_file(source: str) -> bytes:
    try:
        with open(source, "rb") as file:  # noqa: PTH123
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise FileError("there is no such file.", place=source) from None
    except IsADirectoryError:
        raise FileError("this is a folder; name the files in it.", place=source) from None
    except OSError as error:
        raise FileError(f"it cannot be read: {error.strerror}.", place=source) from None
