"""`redleaf model`: a language model that writes beside Redleaf, if the user wants one."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import click

from redleaf.cli.inputs import read_brief
from redleaf.cli.language_model import home_folder, leaving_lines, settings_in, settings_lines
from redleaf.cli.model_trial import trial_of
from redleaf.cli.store import home_option
from redleaf.cli.terminal import say
from redleaf.errors import ConfigError
from redleaf.languagemodel.addresses import Address
from redleaf.languagemodel.beside import why_in_vain
from redleaf.languagemodel.keys import forget_key, forget_model, key_kept, key_of
from redleaf.languagemodel.request import request_for
from redleaf.languagemodel.settings import (
    LONGEST_WAIT_SECONDS,
    MOST_CANDIDATES,
    ModelSettings,
    read_settings,
    write_settings,
)
from redleaf.writing import draft


@click.group("model", invoke_without_command=True)
@home_option
@click.pass_context
def command(context: click.Context, home: Path | None) -> int:
    """Let a language model write beside Redleaf, which needs none.

    Any server will do that speaks as OpenAI's does, also one on this machine. What it writes is
    held against your facts and the rules like every note. Alone, this shows what is set.

    Exit code: 0 done, 1 the model does not answer or something could not be done, 2 wrong use.
    """
    if context.invoked_subcommand:
        if home is not None:
            context.default_map = {context.invoked_subcommand: {"home": str(home)}}
        return 0
    settings = read_settings(home_folder(home))
    if settings is None:
        say(["No language model is set. Redleaf writes by itself, and nothing leaves."])
    else:
        say([*settings_lines(settings), "", *leaving_lines(settings)])
    return 0


@command.command("set")
@click.argument("address", metavar="ADDRESS")
@click.argument("name", metavar="NAME")
@click.option("--timeout", "seconds", metavar="SECONDS",
              type=click.IntRange(1, LONGEST_WAIT_SECONDS), default=30, show_default=True,
              help="How long to wait for it.")  # fmt: skip
@click.option("--candidates", type=click.IntRange(1, MOST_CANDIDATES), default=5,
              show_default=True, help="How many notes to ask for.")  # fmt: skip
@click.option("--with-history", is_flag=True, help="Let it read the last notes you sent to others.")
@click.option("--unencrypted", is_flag=True,
              help="Use http to another machine; anybody on the way can read it.")  # fmt: skip
@home_option
def set_model(
    address: str,
    name: str,
    seconds: int,
    candidates: int,
    with_history: bool,
    unencrypted: bool,
    home: Path | None,
) -> int:
    """Choose the model that may write.

    ADDRESS is like http://127.0.0.1:8080/v1, and NAME what its server calls the model. Nothing is
    sent yet; you read what will leave, and when.
    """
    folder = home_folder(home)
    before = _readable_settings(folder)
    settings = _chosen(address, name, seconds, candidates, with_history, unencrypted)
    had_key = before is not None and before.has_key
    is_same = before is not None and before.address == settings.address
    settings = replace(settings, has_key=had_key and is_same)
    write_settings(folder, settings)
    say([*settings_lines(settings), "", *leaving_lines(settings)])
    if before is not None and had_key and not is_same:
        # A key is for one server; another must never get it.
        forget_key(before.address)
        click.echo(f"The key for {before.address.place} is out of your keyring.", err=True)
    return 0


@command.command("key")
@home_option
def key(home: Path | None) -> int:
    """Keep a key for the model in your keyring.

    It is asked for, or read from standard input; an empty one takes the former out. It is shown
    nowhere, and no file of Redleaf's holds it. REDLEAF_MODEL_KEY in the environment goes before it.
    """
    settings = settings_in(home)
    text = _asked_key(settings)
    if not text and settings.has_key:
        forget_key(settings.address)
    with key_kept(settings.address, text) if text else nullcontext():
        write_settings(home_folder(home), replace(settings, has_key=bool(text)))
    done = "The key is in your keyring." if text else "No key is kept."
    click.echo(done, err=True)
    return 0


@command.command("test")
@home_option
def test(home: Path | None) -> int:
    """Let the model write to somebody invented.

    Each of its notes is shown with what would become of it.
    """
    told = trial_of(settings_in(home))
    say(told.lines)
    return 0 if told.is_good else 1


@command.command("show-request")
@click.argument("brief_file", metavar="BRIEF.json|-")
@click.option("--text", "as_text", is_flag=True, help="Only what the model reads, with its lines.")
@home_option
def show_request(brief_file: str, as_text: bool, home: Path | None) -> int:
    """Show what would leave, and send nothing.

    It is shown to the byte, with a mask for the key. Facts that would stay here are listed.
    """
    settings = settings_in(home)
    brief = read_brief(brief_file)
    request = request_for(brief, settings)
    if as_text:
        click.echo(f"{request.system}\n\n{request.user}")
    else:
        click.echo(request.shown(key_of(settings)))
    in_vain = why_in_vain(draft(brief))
    if in_vain:
        click.echo(in_vain.replace("was not", "would not be"), err=True)
    if request.held_back:
        click.echo(f"These facts stay here: {', '.join(request.held_back)}.", err=True)
    return 0


@command.command("forget")
@home_option
def forget(home: Path | None) -> int:
    """Let nothing leave any more.

    The settings go, and the key goes out of your keyring. Redleaf writes by itself again.
    """
    was_set = forget_model(home_folder(home))
    click.echo("No language model is set any more." if was_set else "None was set.", err=True)
    return 0


def _chosen(
    address: str, name: str, seconds: int, candidates: int, history: bool, unencrypted: bool
) -> ModelSettings:
    try:
        return ModelSettings(
            Address.read(address),
            name,
            timeout_seconds=seconds,
            candidates=candidates,
            sends_history=history,
            may_be_unencrypted=unencrypted,
        )
    except ConfigError as error:
        hint = {"address": "ADDRESS", "model": "NAME"}.get(error.place)
        raise click.BadParameter(error.what, param_hint=hint) from None


def _readable_settings(folder: Path) -> ModelSettings | None:
    """The settings, or None where there are none that can be read: they are about to go."""
    try:
        return read_settings(folder)
    except ConfigError:
        return None


def _asked_key(settings: ModelSettings) -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().strip()
    text: str = click.prompt(
        f"Key for {settings.address.place} (Enter: none)",
        default="", show_default=False, hide_input=True, err=True,
    )  # fmt: skip
    return text.strip()
