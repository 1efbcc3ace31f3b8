"""The language model at the command line: the one that the user set, and what it is told."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from redleaf.cli.store import web_parts
from redleaf.errors import RedleafError
from redleaf.languagemodel import ModelSettings, read_settings
from redleaf.languagemodel.keyrings import KeyringError
from redleaf.languagemodel.keys import VARIABLE, key_of

SET_ONE = "redleaf model set ADDRESS NAME sets one."


def home_folder(home: Path | None) -> Path:
    """The folder of `--home`, else of REDLEAF_HOME, else the platform's for the user's data."""
    chosen = home or os.environ.get("REDLEAF_HOME")
    if chosen:  # so that a plain install, which does not know the platform's, can do without
        return Path(chosen).expanduser().absolute()
    with web_parts("The home of Redleaf"):
        from redleaf.web.home import Home

        return Home.from_environment().path


def settings_in(home: Path | None) -> ModelSettings:
    """The user's settings. Raises RedleafError where no model is set."""
    settings = read_settings(home_folder(home))
    if settings is None:
        raise RedleafError(f"No language model is set. {SET_ONE}")
    return settings


def settings_lines(settings: ModelSettings) -> Iterator[str]:
    """What is set."""
    yield f"{settings.model} at {settings.address}"
    yield f"  asked for    {settings.candidates} notes, within {settings.timeout_seconds} s"
    yield f"  key          {_key_told(settings)}"
    yield f"  on the way   {_way_told(settings)}"


def leaving_lines(settings: ModelSettings) -> Iterator[str]:
    """What leaves for the model, in words."""
    where = f" for {settings.address.place}"
    if settings.address.is_this_machine:
        where += ", a server on this machine"
    yield f"What leaves{where}:"
    yield "  the brief of the one person you write to: names, work, language, how you met,"
    yield "  what was said, shared, noticed and promised; your name, headline and offers; the day"
    if settings.sends_history:
        yield "  the last five notes you sent to others, so that yours differ (--with-history)"
    yield "When: with redleaf draft --model, and with the button of the page Write; never else."
    yield "What stays here:"
    if not settings.sends_history:
        yield "  the notes you sent to others"
    yield "  everybody else, private matters such as health or money, facts with links or with"
    yield "  orders to a machine, and long documents"
    yield "Whoever runs the model can read and keep what they are sent."
    yield "redleaf model show-request BRIEF.json shows every byte."


def _key_told(settings: ModelSettings) -> str:
    try:
        key = key_of(settings)
    except KeyringError as error:
        return str(error)
    if not key.text:
        return f"none; redleaf model key sets one, or {VARIABLE} in the environment"
    return "in your keyring" if key.origin == "keyring" else f"{VARIABLE} in the environment"


def _way_told(settings: ModelSettings) -> str:
    if settings.address.is_this_machine:
        return "to a server on this machine"
    return "encrypted" if settings.address.is_encrypted else "not encrypted, as you allowed"
