"""What commands read: texts from files or standard input, briefs, and the configuration nearby."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from redleaf.errors import BriefError, ConfigError, FileError
from redleaf.judging.settings import Settings
from redleaf.notes.brief import Brief

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAX_BYTES = 10_000_000


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
    """The files, and those in folders among them; standard input when there are none."""
    for source in files or ("-",):
        if source != "-" and Path(source).is_dir():
            from redleaf.cli.folders import texts_in  # here alone: few checks name a folder

            yield from texts_in(source)
        else:
            yield source


def read_brief(source: str) -> Brief:
    """The brief in a JSON file, or on standard input for `-`."""
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
        return _settings_of(Path(path)) or Settings()
    here = Path.cwd()
    for folder in (here, *here.parents):
        for name in ("redleaf.toml", "pyproject.toml"):
            found = folder / name
            if found.is_file():
                settings = _settings_of(found)
                if settings is not None:
                    return settings
    return Settings()


def _settings_of(path: Path) -> Settings | None:
    """The settings in a file; None when it is a pyproject.toml that says nothing of Redleaf."""
    import tomllib  # here alone: most folders hold no settings, and it is slow to load

    try:
        data: dict[str, object] = tomllib.loads(_read_file(str(path)).decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"this is not TOML: {error}.", place=str(path)) from None
    except FileError as error:
        raise ConfigError(error.what, place=str(path)) from None
    is_shared = path.name == "pyproject.toml"
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
    path = Path(source)
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise FileError("there is no such file.", place=source) from None
    except IsADirectoryError:
        raise FileError("this is a folder; name the files in it.", place=source) from None
    except OSError as error:
        raise FileError(f"it cannot be read: {error.strerror}.", place=source) from None
