"""`redleaf networks`: what each network holds, and what one of them is like."""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import click

from redleaf.errors import UnknownName
from redleaf.networks import Fact, Network, network, networks

_WIDTH = 88
_HEADINGS = ("Network", "Account", "Note holds", "Notes a month", "Default texts")


@click.command("networks")
@click.argument("name", required=False)
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text")
def command(name: str | None, style: str) -> int:
    """List the networks, or show the one called NAME.

    A kind of account may follow: linkedin-premium. Nothing is looked up outside; each fact carries
    the day it was read.
    """
    known = _known_network(name) if name else None
    if style == "json":
        data = known.to_json() if known else [each.to_json() for each in networks()]
        click.echo(json.dumps(data, indent=2, ensure_ascii=False))
        return 0
    click.echo("\n".join(_page(known) if known else _table(networks())))
    return 0


def _known_network(name: str) -> Network:
    try:
        return network(name)
    except UnknownName as error:
        hint = "" if error.nearest else " See 'redleaf networks'."
        raise click.BadParameter(f"{error}{hint}", param_hint="NAME") from None


def _table(known: Iterable[Network]) -> Iterator[str]:
    rows = [_HEADINGS]
    for each in known:
        languages = {text.language for text in each.default_texts()}
        texts = (
            f"{len(each.default_texts())} in {_languages(len(languages))}" if languages else "none"
        )
        for number, tier in enumerate(each.tiers or [""]):
            at = each.at(tier) if tier else each
            first = (each.title, texts) if number == 0 else ("", "")
            rows.append((first[0], tier or "any", _holds(at), _monthly(at), first[1]))
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADINGS))]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
    yield ""
    yield "redleaf networks NAME shows one, with its sources."


def _holds(known: Network) -> str:
    if known.can_attach() is False:
        return "no note"
    limit = known.limit("note")
    return f"{limit} characters" if limit else "any length"


def _monthly(known: Network) -> str:
    if known.can_attach() is False:
        return "-"
    if any(fact.about == "unlimited-notes" for fact in known.facts_for()):
        return "as many as you like"
    return str(known.notes_a_month() or "no limit known")


def _languages(count: int) -> str:
    return f"{count} language{'s' if count > 1 else ''}"


def _page(known: Network) -> Iterator[str]:
    title = known.title + (f", {known.tiers[known.tier]}" if known.tier else "")
    yield title
    yield "=" * len(title)
    others = [f"{known.name}-{tier}" for tier in known.tiers if tier != known.tier]
    if others:
        yield from _wrap(f"Also: {', '.join(others)}.")
    yield ""
    yield from _section("A note", _note_lines(known))
    yield from _section("Change the text", [known.where_to_change()])
    yield from _section("When no note can be sent", [known.instead()])
    yield from _section("Worth knowing", _values(known, "know"))
    yield from _section("Links", [f"{link.title}: {link.url}" for link in known.link_templates])
    yield from _section("Default texts", _text_lines(known))
    yield from _section("Sources", _source_lines(known))


def _note_lines(known: Network) -> Iterator[str]:
    can_attach = known.can_attach()
    if can_attach is not None:
        yield f"An invitation can{'' if can_attach else 'not'} carry a note."
    for fact in known.facts_for():
        if fact.about == "limit":
            yield f"{fact.kind.replace('-', ' ').capitalize()}: up to {fact.value} characters."
        elif fact.about == "notes-a-month":
            yield f"Notes a month: {fact.value}. {fact.remark}".strip()
        elif fact.about == "unlimited-notes" and fact.value:
            yield "Notes a month: as many as you like."
        elif fact.about == "messages-a-month":
            yield f"Messages a month to people who are no contacts yet: {fact.value}."
    yield f"Tone people use there: {known.register}."


def _values(known: Network, about: str) -> list[str]:
    return [str(fact.value) for fact in known.facts_for() if fact.about == about]


def _text_lines(known: Network) -> Iterator[str]:
    texts = known.default_texts()
    if not texts:
        return
    counts = Counter(text.language for text in texts)
    yield f"{len(texts)} texts in {_languages(len(counts))}: {', '.join(sorted(counts))}."
    seen = sum(text.state == "seen" for text in texts)
    yield f"{seen} of them seen; the others say in Redleaf's words what the network says there."
    for text in texts[:3]:
        yield f"“{' '.join(text.text.split())}”"


def _source_lines(known: Network) -> Iterator[str]:
    for fact in known.facts_for():
        yield f"{_name(fact)}: {fact.source} ({fact.state}, {fact.day})"
    for link in known.link_templates:
        yield f"link to {link.title}: {link.source} ({link.state}, {link.day})"


def _name(fact: Fact) -> str:
    return f"{fact.about} of {fact.kind}" if fact.kind else fact.about


def _section(heading: str, lines: Iterable[str]) -> Iterator[str]:
    kept: Sequence[str] = [line for line in lines if line]
    if not kept:
        return
    yield heading
    for line in kept:
        yield from _wrap(line, indent="  ")
    yield ""


def _wrap(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent + ("  " if indent else ""),
        break_long_words=False,
        break_on_hyphens=False,
    )
