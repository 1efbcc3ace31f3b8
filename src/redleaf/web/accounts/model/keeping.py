"""Keep what was chosen of the language model: its settings in the home, its key in the keyring."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace

from django.conf import settings

from redleaf.errors import ConfigError
from redleaf.languagemodel import Address, ModelSettings, read_settings
from redleaf.languagemodel.keys import key_kept
from redleaf.languagemodel.settings import write_settings


def kept_model() -> ModelSettings | None:
    """The model that is set, or None where none is or what is set cannot be read."""
    try:
        return read_settings(settings.HOME.path)
    except ConfigError:
        return None


def is_unreadable() -> bool:
    try:
        read_settings(settings.HOME.path)
    except ConfigError:
        return True
    return False


def keep_model(chosen: ModelSettings, *, key: str, without_key: bool) -> Address | None:
    """Set the model; gives the address whose former key has to leave the keyring, or None.

    `key` is a new one or "". A key is for one server: another never gets it. Raises KeyringError
    where the keyring takes no key, and ConfigError where the home cannot be written.
    """
    before = kept_model()
    former = before.address if before and before.has_key else None
    stays = former == chosen.address and not without_key
    written = replace(chosen, has_key=bool(key) or stays)
    # A home that cannot be written leaves no key behind that nothing tells of.
    with key_kept(chosen.address, key) if key else nullcontext():
        write_settings(settings.HOME.path, written)
    is_replaced = bool(key) and former == chosen.address
    return None if stays or is_replaced else former
