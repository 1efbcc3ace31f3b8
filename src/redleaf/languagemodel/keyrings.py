"""The user's keyring: secrets under a service and a name. A write that fails leaves nothing there.

`instead` is what to do on a machine without one; it ends each sentence of a fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import ModuleType

from redleaf.errors import RedleafError


class KeyringError(RedleafError):
    """The keyring is missing, closed or broken."""


def secret_in_keyring(service: str, name: str, *, instead: str) -> str | None:
    """The secret, or None where none is kept. Raises KeyringError."""
    with _keyring(instead) as keyring:
        found: str | None = keyring.get_password(service, name)
    return found


def keep_in_keyring(service: str, name: str, secret: str, *, instead: str) -> None:
    """Keep a secret in the place of the former. Raises KeyringError; then the former stands."""
    with _keyring(instead) as keyring:
        former = keyring.get_password(service, name)
        try:
            keyring.set_password(service, name, secret)
            is_kept = keyring.get_password(service, name) == secret
        except BaseException:
            _bring_back(keyring, service, name, former)
            raise
        if not is_kept:
            _bring_back(keyring, service, name, former)
    if not is_kept:
        raise KeyringError(f"The keyring of this machine keeps nothing. {instead}")


def take_out_of_keyring(service: str, name: str, *, instead: str) -> None:
    """Take a secret out, if there is one. Raises KeyringError."""
    with _keyring(instead) as keyring:
        if keyring.get_password(service, name) is not None:
            keyring.delete_password(service, name)


def _bring_back(keyring: ModuleType, service: str, name: str, former: str | None) -> None:
    """What stood there before a write that failed; a keyring may have taken half of it."""
    with suppress(Exception):  # it failed already, in a way of its own: that is what is told
        if former is not None:
            keyring.set_password(service, name, former)
        elif keyring.get_password(service, name) is not None:
            keyring.delete_password(service, name)


@contextmanager
def _keyring(instead: str) -> Iterator[ModuleType]:
    """The keyring library; whatever it or a desktop behind it complains of, as a KeyringError."""
    try:
        import keyring
    except ModuleNotFoundError:
        raise KeyringError(
            "A keyring needs a part that is not installed. Add it, in the checkout, with: "
            f"pip install '.[model]'. {instead}"
        ) from None
    try:
        yield keyring
    except RedleafError:
        raise
    # Each desktop has a keyring of its own, and each its own errors.
    except Exception:
        raise KeyringError(
            f"The keyring of this machine is missing or did not open. {instead}"
        ) from None
