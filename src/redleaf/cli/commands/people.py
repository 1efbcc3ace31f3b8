"""`redleaf people`: who is in the memory, and what is known of each."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import click

from redleaf.cli.columns import width_of_output
from redleaf.cli.options import format_option, today_option
from redleaf.cli.store import home_option, opened_store
from redleaf.cli.terminal import printable


class PeopleGroup(click.Group):
    """Words that are no subcommand are what is looked for: `redleaf people mira`."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if self.get_command(ctx, args[0]) is None:
            return "find", self.get_command(ctx, "find"), args
        return super().resolve_command(ctx, args)


@click.group("people", cls=PeopleGroup, invoke_without_command=True)
@home_option
@today_option
@format_option
@click.pass_context
def command(context: click.Context, home: Path | None, today: dt.date, style: str) -> int:
    """Show who you know: how many, who is fading, and what waits for your answer.

    "redleaf people mira" looks for Mira, as "redleaf people find mira" does.

    Exit code: 0 done, 1 nobody is meant or something could not be done, 2 wrong use.
    """
    if context.invoked_subcommand:
        context.default_map = {context.invoked_subcommand: _given(context)}
        return 0
    with opened_store(home) as owner:
        from redleaf.cli.people.glance import glance_json, glance_lines
        from redleaf.web.contacts.selectors.overview import overview

        told = overview(owner, today)
        if style == "json":
            click.echo(json.dumps(glance_json(told), ensure_ascii=False, indent=2))
        else:
            click.echo("\n".join(glance_lines(told, today, width=width_of_output())))
    return 0


def _given(context: click.Context) -> dict[str, str]:
    """What stood before the subcommand holds for it as well."""
    given = {"home": context.params["home"], "today": context.params["today"]}
    given["style"] = context.params["style"]
    asked = click.core.ParameterSource.COMMANDLINE
    return {name: str(value) for name, value in given.items()
            if context.get_parameter_source(name) is asked}  # fmt: skip


@command.command("find")
@click.argument("words", metavar="WORDS…", nargs=-1, required=True)
@click.option("--most", type=click.IntRange(1, 1000), default=50, show_default=True,
              help="How many at most.")  # fmt: skip
@home_option
@today_option
@format_option
def find(words: tuple[str, ...], most: int, home: Path | None, today: dt.date, style: str) -> int:
    """Find people by name, organisation, topic, note or address; the best match first."""
    with opened_store(home) as owner:
        from redleaf.cli.people.lines import found_json, people_lines
        from redleaf.web.contacts.search.finding import search_contacts
        from redleaf.web.contacts.selectors.lines import lines_of

        query = " ".join(words)
        found = search_contacts(owner, query, limit=most)
        lines = lines_of([each.contact for each in found], today)
        if style == "json":
            answer = {"schema": 1, "people": found_json(lines, found)}
            click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
        elif found:
            click.echo("\n".join(people_lines(lines, today, width=width_of_output(), why=found)))
        else:
            click.echo(f"redleaf: nobody here matches “{query}”.", err=True)
    return 0 if found else 1


@command.command("show")
@click.argument("name", nargs=-1, required=True)
@home_option
@today_option
@format_option
def show(name: tuple[str, ...], home: Path | None, today: dt.date, style: str) -> int:
    """Show all that is known of one person. NAME is a name, a part of it, or an id."""
    with opened_store(home) as owner:
        from redleaf.cli.people.card import card_json, card_lines
        from redleaf.cli.people.choosing import the_one_called
        from redleaf.web.contacts.selectors.person import person

        found = person(the_one_called(owner, " ".join(name), today), today)
        if style == "json":
            click.echo(json.dumps(card_json(found), ensure_ascii=False, indent=2))
        else:
            click.echo("\n".join(card_lines(found, today, width=width_of_output())))
    return 0


@command.command("merge")
@click.argument("names", nargs=-1, metavar="[A B]")
@click.option("--find", "looks", is_flag=True, help="Look through everybody for pairs first.")
@home_option
@today_option
@format_option
def merge(
    names: tuple[str, ...], looks: bool, home: Path | None, today: dt.date, style: str
) -> int:
    """Make one of two: go through the pairs that may be one person, or merge A and B.

    Each pair is shown side by side and answered by one key. A and B are names or ids. "redleaf
    undo" takes a merge back, and who was kept apart is not asked about again.
    """
    if len(names) not in (0, 2) or (names and (looks or style == "json")):
        raise click.UsageError("Name both people, or none to go through all pairs.")
    with opened_store(home) as owner:
        from redleaf.cli.people.merging import find_more, go_through, merge_two

        if names:
            return merge_two(owner, names[0], names[1], today)
        if looks:
            find_more(owner)
        return go_through(owner, today, style)


@command.command("delete")
@click.argument("name", nargs=-1, required=True)
@home_option
@today_option
def delete(name: tuple[str, ...], home: Path | None, today: dt.date) -> int:
    """Delete a person with all that was between you. "redleaf undo" brings them back."""
    with opened_store(home) as owner:
        from redleaf.cli.people.choosing import the_one_called
        from redleaf.web.contacts.services.deleting import delete_contact

        act = delete_contact(owner, the_one_called(owner, " ".join(name), today))
        click.echo(f"{printable(act.what)}. “redleaf undo” brings them back.")
    return 0


@command.command("erase")
@click.argument("name", nargs=-1)
@click.option("--everything", is_flag=True, help="Erase all that is kept for you, and not one.")
@click.option("--yes", is_flag=True, help="Ask nothing.")
@home_option
@today_option
def erase(
    name: tuple[str, ...], everything: bool, yes: bool, home: Path | None, today: dt.date
) -> int:
    """Erase a person so that nothing of them is left, not even in the log. Nothing undoes it.

    Asks for the name to be typed. With --everything it is about all that is kept for you.
    """
    if everything == bool(name):
        raise click.UsageError("Name one person, or say --everything.")
    with opened_store(home) as owner:
        from redleaf.cli.people.choosing import the_one_called
        from redleaf.cli.people.erasing import erase_all, erase_person

        if everything:
            erase_all(owner, is_agreed=yes)
        else:
            words = " ".join(name)
            erase_person(owner, the_one_called(owner, words, today), words, is_agreed=yes)
    return 0


@command.command("me")
@click.option("--name", help="Your name as you write it.")
@click.option("--headline", help="What you do, in a few words.")
@click.option("--offer", "offers", multiple=True, metavar="TEXT",
              help="What you can truly give; may be said several times.")  # fmt: skip
@click.option("--no-offers", is_flag=True, help="Forget the offers.")
@home_option
def me(
    name: str | None,
    headline: str | None,
    offers: tuple[str, ...],
    no_offers: bool,
    home: Path | None,
) -> int:
    """Say who you are: what your notes may tell of you. Without options, show it."""
    if offers and no_offers:
        raise click.UsageError("--offer and --no-offers contradict each other.")
    with opened_store(home) as owner:
        from redleaf.cli.people.sender import sender_lines
        from redleaf.web.accounts.services import introduce

        if name is not None or headline is not None or offers or no_offers:
            kept = list(offers) if offers or no_offers else None
            introduce(owner, name=name, headline=headline, offers=kept)
        click.echo("\n".join(sender_lines(owner)))
    return 0
