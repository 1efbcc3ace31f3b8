"""Which model to ask, and how: one small file in the home of the user. No file, no model."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from redleaf.errors import ConfigError
from redleaf.languagemodel.addresses import Address

Value = TypeVar("Value")

FILE = "model.json"
MOST_CANDIDATES = 10
LONGEST_WAIT_SECONDS = 600
_LONGEST_NAME = 200
_MEND = "redleaf model set writes it anew."


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """A model that the user chose. Raises ConfigError for a value that cannot be.

    `timeout_seconds` holds for one question as a whole, from the connection to the last byte.
    `candidates` is how many notes are asked for. `sends_history` lets notes sent to others go
    along, `may_be_unencrypted` lets http leave this machine, and `has_key` says that the keyring
    holds a key for the address.
    """

    address: Address
    model: str
    timeout_seconds: int = 30
    candidates: int = 5
    sends_history: bool = False
    may_be_unencrypted: bool = False
    has_key: bool = False

    def __post_init__(self) -> None:
        if not self.model.strip() or len(self.model) > _LONGEST_NAME:
            raise ConfigError("name the model as its server does.", place="model")
        if not self.model.isprintable():
            raise ConfigError("the name has signs that cannot be seen.", place="model")
        _between("timeout_seconds", self.timeout_seconds, LONGEST_WAIT_SECONDS)
        _between("candidates", self.candidates, MOST_CANDIDATES)
        address = self.address
        if not (address.is_encrypted or address.is_this_machine or self.may_be_unencrypted):
            raise ConfigError(
                "this address is not encrypted, so the brief and the key could be read on the "
                "way. Use https, or say --unencrypted in a network of your own.",
                place="address",
            )

    @property
    def called(self) -> str:
        """What people are told: "the model at 127.0.0.1:8080"."""
        return f"the model at {self.address.place}"

    @property
    def label(self) -> str:
        """What marks a note of the model: "larch at 127.0.0.1:8080"."""
        return f"{self.model} at {self.address.place}"

    def to_json(self) -> dict[str, Any]:
        return {
            "schema": 1,
            "address": str(self.address),
            "model": self.model,
            "timeout_seconds": self.timeout_seconds,
            "candidates": self.candidates,
            "sends_history": self.sends_history,
            "may_be_unencrypted": self.may_be_unencrypted,
            "has_key": self.has_key,
        }


def read_settings(home: Path) -> ModelSettings | None:
    """The settings in the folder `home`; None when the user chose no model.

    Raises ConfigError for a file that cannot be read.
    """
    place = home / FILE
    try:
        data = json.loads(place.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError):
        raise ConfigError(f"this cannot be read. {_MEND}", place=str(place)) from None
    try:
        return _settings_in(data)
    except ConfigError as error:
        raise ConfigError(f"{error} {_MEND}", place=str(place)) from None


def write_settings(home: Path, settings: ModelSettings) -> None:
    """Keep `settings` where only the user reads them. Raises ConfigError where that may not be."""
    place = home / FILE
    draft = home / f"{FILE}.{os.getpid()}"
    try:
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft.unlink(missing_ok=True)
        draft.touch(mode=0o600, exist_ok=False)
        draft.write_text(json.dumps(settings.to_json(), indent=2) + "\n", encoding="utf-8")
        draft.replace(place)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise ConfigError(f"this cannot be written: {error.strerror}.", place=str(place)) from None


def forget_settings(home: Path) -> bool:
    """Take the settings away, readable or not; whether there were any."""
    place = home / FILE
    try:
        place.unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise ConfigError(f"this cannot be removed: {error.strerror}.", place=str(place)) from None
    return True


def _between(name: str, number: int, most: int) -> None:
    if not 1 <= number <= most:
        raise ConfigError(f"this is a whole number from 1 to {most}.", place=name)


def _settings_in(data: object) -> ModelSettings:
    if not isinstance(data, dict):
        raise ConfigError("this holds no settings.")
    return ModelSettings(
        Address.read(_of_type(data, "address", str, "")),
        _of_type(data, "model", str, ""),
        _of_type(data, "timeout_seconds", int, 30),
        _of_type(data, "candidates", int, 5),
        _of_type(data, "sends_history", bool, False),
        _of_type(data, "may_be_unencrypted", bool, False),
        _of_type(data, "has_key", bool, False),
    )


def _of_type(data: Mapping[str, Any], name: str, kind: type[Value], default: Value) -> Value:
    value = data.get(name, default)
    # True is a number to Python, and not to people.
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise ConfigError("this has the wrong type.", place=name)
    return value
