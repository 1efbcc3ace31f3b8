"""A file with a token of OAuth: the token alone, or JSON as programs keep it, with its renewal."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from redleaf.errors import FileError
from redleaf.web.mailboxes.secrets import Secret
from redleaf.web.mailboxes.tokens import Renewal, is_token

_MOST_BYTES = 100_000
# Each is called so by one program or another.
_ACCESS = ("access_token", "token")
_ADDRESS = ("token_uri", "token_address", "token_endpoint", "token_url")


def secret_in_file(place: Path) -> Secret:
    """The token, renewed where the file says how. Raises FileError; no sentence holds a token.

    What is renewed is written back into a file of JSON: some servers end the former refresh token
    with each new one.
    """
    try:
        with place.open("rb") as file:
            text = file.read(_MOST_BYTES).decode("utf-8-sig").strip()
    except (OSError, UnicodeDecodeError):
        raise FileError("this cannot be read.", place=str(place)) from None
    if not text.startswith("{"):
        return Secret(_checked(text, place), is_token=True)
    try:
        told: Any = json.loads(text)
    except (ValueError, RecursionError):
        raise FileError("this is not whole JSON.", place=str(place)) from None
    return _secret_told(told, place)


def _secret_told(told: dict[str, Any], place: Path) -> Secret:
    access = _first(told, _ACCESS)
    refresh, address = _first(told, ("refresh_token",)), _first(told, _ADDRESS)
    if not (refresh and address):
        return Secret(_checked(access, place), is_token=True)
    client, secret = _first(told, ("client_id",)), _first(told, ("client_secret",))
    renewal = Renewal(address, client, _checked(refresh, place), secret)
    token = _checked(access, place) if access else ""

    def write_back(new_access: str, new_refresh: str) -> None:
        name = next((each for each in _ACCESS if each in told), _ACCESS[0])
        changed = {name: new_access, **({"refresh_token": new_refresh} if new_refresh else {})}
        _write(place, {**told, **changed})

    return Secret(token, is_token=True, renewal=renewal, kept=write_back)


def _first(told: dict[str, Any], names: tuple[str, ...]) -> str:
    found = (told[name] for name in names if isinstance(told.get(name), str))
    return next(found, "").strip()


def _checked(text: str, place: Path) -> str:
    if not is_token(text):
        raise FileError("there is no token in it.", place=str(place))
    return text


def _write(place: Path, told: dict[str, Any]) -> None:
    """Whole or not at all, and for nobody else to read."""
    draft = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        draft.unlink(missing_ok=True)
        draft.touch(mode=0o600, exist_ok=False)
        draft.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
        draft.replace(place)
    except OSError:
        draft.unlink(missing_ok=True)
        raise FileError("the renewed token cannot be written into it.", place=str(place)) from None
