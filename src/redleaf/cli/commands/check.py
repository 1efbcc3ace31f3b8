"""`redleaf check`: what a receiver would feel at a text, before it is sent."""

from __future__ import annotations

import click

from redleaf.cli.checking import check_files
from redleaf.cli.reporting import FORMATS
from redleaf.errors import UnknownName
from redleaf.networks import network as network_named
from redleaf.notes.note import KINDS


@click.command("check")
@click.argument("files", nargs=-1, metavar="[FILE…|-]")
@click.option("--network", "-n", default="", help="Where it goes, such as linkedin or xing.")
@click.option("--brief", "brief_file", metavar="B.json", help="What you know: docs/brief.md.")
@click.option("--kind", type=click.Choice(KINDS), help="What it is; a note unless you say.")
@click.option("--format", "style", type=click.Choice(list(FORMATS)), default="text")
@click.option("--batch", is_flag=True, help="Read JSONL of id and text; name shared skeletons.")
@click.option("--config", metavar="FILE", help="Settings; else the nearest redleaf.toml.")
def command(
    files: tuple[str, ...],
    network: str,
    brief_file: str | None,
    kind: str | None,
    style: str,
    batch: bool,
    config: str | None,
) -> int:
    """Check texts from FILES, or from standard input when there are none or the file is "-".

    Says whether a text is the network's default, a template, a pitch or personal, and marks what
    would put the reader off. Nothing is sent anywhere.

    Exit code: 0 nothing to say, 1 findings or a file that could not be read, 2 wrong use.
    """
    if batch:
        if network or brief_file or kind or config:
            raise click.UsageError("--batch goes with --format alone.")
        return _check_batch(files, style)
    _check_name(network)
    return check_files(
        files, network=network, brief_file=brief_file, kind=kind, style=style, config=config
    )


def _check_name(network: str) -> None:
    """Refuse a network that does not exist before anything is read."""
    try:
        if network:
            network_named(network)
    except UnknownName as error:
        raise click.BadParameter(str(error), param_hint="--network") from None


def _check_batch(files: tuple[str, ...], style: str) -> int:
    # Only here: a single note is checked without loading what campaigns need.
    from redleaf.cli.campaigning import report_campaigns

    if len(files) > 1:
        raise click.UsageError("--batch reads one file.")
    if style not in ("text", "json"):
        raise click.UsageError("--batch is written as text or json.")
    return report_campaigns(files[0] if files else "-", style=style)
