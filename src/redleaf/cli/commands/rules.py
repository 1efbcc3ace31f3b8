"""`redleaf rules`: all rules, by family."""

from __future__ import annotations

import json

import click

from redleaf.rules.catalogue import all_rules
from redleaf.rules.rule import FAMILIES, Rule


@click.command("rules")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text")
def command(style: str) -> int:
    """List the rules in their families: untrue, rude, boring, taking."""
    if style == "json":
        click.echo(
            json.dumps([_as_json(rule) for rule in all_rules()], indent=2, ensure_ascii=False)
        )
        return 0
    for family in FAMILIES:
        rules = [rule for rule in all_rules() if rule.family == family]
        click.echo(f"{family} ({len(rules)})")
        width = max(len(rule.name) for rule in rules)
        for rule in rules:
            preview = " (preview)" if rule.preview else ""
            click.echo(f"  {rule.name:<{width}}  {rule.severity:<7}  {rule.title}{preview}")
        click.echo()
    click.echo("redleaf explain NAME shows the page of one.")
    return 0


def _as_json(rule: Rule) -> dict[str, object]:
    return {
        "name": rule.name,
        "severity": str(rule.severity),
        "title": rule.title,
        "kinds": list(rule.kinds),
        "preview": rule.preview,
        "costs": dict(rule.costs),
    }
