"""The key to a model: from the environment or the user's keyring, and never shown."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from redleaf.errors import ConfigError, RedleafError
from redleaf.languagemodel.addresses import Address
from redleaf.languagemodel.keyrings import (
    KeyringError,
    keep_in_keyring,
    secret_in_keyring,
    take_out_of_keyring,
)
from redleaf.languagemodel.settings import ModelSettings, forget_settings, read_settings

VARIABLE = "REDLEAF_MODEL_KEY"
MASK = "********"
_SERVICE = "redleaf model"
_SHORTEST_TELLING = 6
_INSTEAD = f"Set {VARIABLE} in the environment instead."


@dataclass(frozen=True, slots=True)
class Key:
    """A key that prints as a mask. `text` is "" where none is needed."""

    text: str = ""
    origin: str = ""

    def __post_init__(self) -> None:
        if not (self.text.isascii() and self.text.isprintable()) or " " in self.text:
            raise RedleafError("The key has signs that a key does not have. Set it anew.")

    def __repr__(self) -> str:
        return f"Key({MASK if self.text else ''})"

    __str__ = __repr__

    def is_told_in(self, text: str) -> bool:
        """Whether `text` gives away so much of the key that it must not be shown."""
        size = min(_SHORTEST_TELLING, len(self.text))
        parts = (self.text[at : at + size] for at in range(len(self.text) - size + 1))
        return bool(self.text) and any(part in text for part in parts)


def key_of(settings: ModelSettings) -> Key:
    """The key for the model: the environment's, else the keyring's, else none.

    Raises KeyringError where the settings say that a keyring holds it, and it cannot be had.
    """
    from_environment = os.environ.get(VARIABLE, "").strip()
    if from_environment:
        return Key(from_environment, VARIABLE)
    if not settings.has_key:
        return Key()
    found = secret_in_keyring(_SERVICE, str(settings.address), instead=_INSTEAD)
    if not found:
        raise KeyringError(
            f"The keyring no longer holds a key for {settings.address.place}. "
            "redleaf model key sets it, or removes it when you enter none."
        )
    return Key(found, "keyring")


def keep_key(address: Address, text: str) -> None:
    """Put a key into the user's keyring, for this address alone. Raises KeyringError."""
    keep_in_keyring(_SERVICE, str(address), Key(text.strip()).text, instead=_INSTEAD)


@contextmanager
def key_kept(address: Address, text: str) -> Iterator[None]:
    """Keep a key for what is done within; where that fails, the keyring is as it was before.

    Raises KeyringError.
    """
    former = secret_in_keyring(_SERVICE, str(address), instead=_INSTEAD)
    keep_key(address, text)
    try:
        yield
    except BaseException:
        if former is None:
            forget_key(address)
        else:
            keep_key(address, former)
        raise


def forget_key(address: Address) -> None:
    """Take the key for an address out of the keyring. Raises KeyringError."""
    take_out_of_keyring(_SERVICE, str(address), instead=_INSTEAD)


def forget_model(home: Path) -> bool:
    """Take away the settings in `home`, readable or not, and the key; whether there were any.

    Raises KeyringError when all is gone but the key.
    """
    try:
        settings = read_settings(home)
    except ConfigError:
        settings = None
    was_set = forget_settings(home)
    if settings is not None and settings.has_key:
        forget_key(settings.address)
    return was_set
