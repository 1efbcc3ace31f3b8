"""The group of all commands: one file per command in `commands/`, found and loaded when called."""

from __future__ import annotations

import keyword
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click

import redleaf


class Commands(click.Group):
    """Subcommands are the modules of `redleaf.cli.commands`; each defines `command`."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click asks so)
        folder = Path(__file__).with_name("commands")
        return sorted(path.stem.rstrip("_") for path in folder.glob("[a-z]*.py"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        # A word of Python's cannot name a module: the command "import" is in import_.py.
        module = f"{cmd_name}_" if keyword.iskeyword(cmd_name) else cmd_name
        command: click.Command = import_module(f"redleaf.cli.commands.{module}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError:
            import difflib

            near = difflib.get_close_matches(args[0], self.list_commands(ctx), n=1)
            hint = f" Did you mean {near[0]!r}?" if near else " See 'redleaf --help'."
            ctx.fail(f"There is no command {args[0]!r}.{hint}")


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(redleaf.__version__, prog_name="redleaf", message="%(prog)s %(version)s")
def redleaf_command() -> None:
    """Tell a personal note from boilerplate, and write one that is true."""


def run_command(argv: Sequence[str] | None) -> int:
    """Run one command of the group; give the exit code. Wrong use ends as a sentence on stderr."""
    try:
        result = redleaf_command.main(
            args=None if argv is None else list(argv), prog_name="redleaf", standalone_mode=False
        )
    except click.ClickException as error:
        error.show()
        return 2
    except click.Abort:
        click.echo("Stopped.", err=True)
        return 1
    return result if isinstance(result, int) else 0
