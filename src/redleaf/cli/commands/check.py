"""`redleaf check`: what a receiver would feel at a text, before it is sent."""

from __future__ import annotations

import click

from redleaf.cli.checking import FAILING, Checker, check_files
from redleaf.cli.reporting import FORMATS
from redleaf.errors import UnknownName
from redleaf.networks import network as network_named
from redleaf.notes.note import KINDS

_ASIDE = {"files", "style", "batch"}


@click.command("check")
@click.argument("files", nargs=-1, metavar="[FILE…|FOLDER…|-]")
@click.option("--network", "-n", default="", help="Where it goes, such as linkedin or xing.")
@click.option("--kind", type=click.Choice(KINDS), help="What it is; a note unless you say.")
@click.option("--brief", "brief_file", metavar="B.json", help="What you know: docs/brief.md.")
@click.option(
    "--history", "history_file", metavar="FILE", help="Notes you sent before: docs/campaigns.md."
)
@click.option("--fix", is_flag=True, help="Take the safe fixes: docs/fixing.md.")
@click.option("--diff", is_flag=True, help="Show what --fix would change; change nothing.")
@click.option("--format", "style", type=click.Choice(list(FORMATS)), default="text")
@click.option("--quiet", "-q", is_flag=True, help="Leave out texts without findings.")
@click.option(
    "--fail-on",
    type=click.Choice(FAILING),
    default="advice",
    help="Exit with 1 only for these and what is worse; for all unless you say.",
)
@click.option(
    "--stdin-name", default="-", metavar="FILE", help="The file that standard input stands for."
)
@click.option("--config", metavar="FILE", help="Settings; else the nearest redleaf.toml.")
@click.option("--batch", is_flag=True, help="Read JSONL of id and text; name shared skeletons.")
@click.pass_context
def command(
    context: click.Context,
    files: tuple[str, ...],
    network: str,
    kind: str | None,
    brief_file: str | None,
    history_file: str | None,
    fix: bool,
    diff: bool,
    style: str,
    quiet: bool,
    fail_on: str,
    stdin_name: str,
    config: str | None,
    batch: bool,
) -> int:
    """Check texts: files, those in folders (.md, .txt), or standard input ("-", or no file).

    Says whether a text is the network's default, a template, a pitch or personal, and marks what
    would put the reader off. Nothing is sent anywhere.

    With --fix the files are written anew and what is left is reported; the text of standard input
    goes to standard output, its report to standard error.

    Exit code: 0 nothing to say, 1 findings or a file that could not be read (with --diff: something
    to fix), 2 wrong use.
    """
    if batch:
        _refuse_others(context)
        return _check_batch(files, style)
    _check_name(network)
    reads = (brief_file, history_file, "-" if not files or "-" in files else "")
    if reads.count("-") > 1:
        raise click.UsageError("Standard input holds one thing: text, brief or history.")
    if diff or fix:
        _refuse_mixtures(files, style, diff=diff)
    checker = Checker(
        network=network,
        kind=kind,
        brief_file=brief_file,
        history_file=history_file,
        config=config,
        stdin_name=stdin_name,
    )
    if not (diff or fix):
        return check_files(files, checker, style=style, fail_on=fail_on, quiet=quiet)
    # Only here: most checks change nothing.
    from redleaf.cli.fixing import fix_files, show_fixes

    if diff:
        return show_fixes(files, checker)
    return fix_files(files, checker, style=style, fail_on=fail_on, quiet=quiet)


def _check_name(network: str) -> None:
    """Refuse a network that does not exist before anything is read."""
    try:
        if network:
            network_named(network)
    except UnknownName as error:
        raise click.BadParameter(str(error), param_hint="--network") from None


def _refuse_mixtures(files: tuple[str, ...], style: str, *, diff: bool) -> None:
    reads_stdin = not files or "-" in files
    if style != "text" and (diff or reads_stdin):
        what = "--diff" if diff else "The fixed text of standard input"
        raise click.UsageError(f"{what} goes to standard output; leave --format out.")
    if reads_stdin and len(files) > 1 and not diff:
        raise click.UsageError("--fix takes standard input alone, or files alone.")


def _refuse_others(context: click.Context) -> None:
    for name in context.params.keys() - _ASIDE:
        if context.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE:
            raise click.UsageError("--batch goes with --format alone.")


def _check_batch(files: tuple[str, ...], style: str) -> int:
    # Only here: a single note is checked without loading what campaigns need.
    from redleaf.cli.campaigning import report_campaigns

    if len(files) > 1:
        raise click.UsageError("--batch reads one file.")
    if style not in ("text", "json"):
        raise click.UsageError("--batch is written as text or json.")
    return report_campaigns(files[0] if files else "-", style=style)
