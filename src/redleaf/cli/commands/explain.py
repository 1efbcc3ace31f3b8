"""`redleaf explain`: the page of a rule, or how the scores are counted."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

import click

from redleaf.errors import UnknownName
from redleaf.rules.catalogue import all_rules, rule_named
from redleaf.rules.rule import Example, Rule

_SECTIONS = ("Why it matters", "Known limits", "Keep it when", "Source")
SCORES = {
    "courtesy": "how the text feels: demands, pressure, reproach and untrue claims take from it",
    "interest": "whether it is written for this reader: what fits anybody takes from it",
    "giving": "whether it offers before it asks: favours, sales and time asked for take from it",
}

VERDICT = (
    "The verdict. A network's own text is known by its words. For any other, what the rules",
    "found for a template or a pitch, what is particular in it, and weights learned on labelled",
    "notes are mixed. A template or a pitch always has a finding that names what was seen.",
)
SCALE = ("Three scores, each from 0 to 100. A text begins with 100 and each finding takes points.",)


@click.command("explain")
@click.argument("name", metavar="RULE|scores")
def command(name: str) -> int:
    """Show why a rule exists, when to ignore it, and examples; or how the scores are counted."""
    click.echo(_scores_page() if name == "scores" else _rule_page(_known_rule(name)))
    return 0


def _known_rule(name: str) -> Rule:
    try:
        return rule_named(name)
    except UnknownName as error:
        hint = "" if error.nearest else " See 'redleaf rules'."
        raise click.BadParameter(f"{error}{hint}", param_hint="RULE") from None


def _rule_page(rule: Rule) -> str:
    lines = [rule.name, "", *textwrap.wrap(rule.title, 88), ""]
    for heading in _SECTIONS:
        lines += [*textwrap.wrap(f"{heading}: {rule.section(heading)}", 88), ""]
    lines.append(f"Severity: {rule.severity}. {_cost_words(rule)}")
    lines += ["", "Found:", *_examples(rule.finds), "", "Left alone:", *_examples(rule.leaves)]
    return "\n".join(lines)


def _cost_words(rule: Rule) -> str:
    if not rule.costs:
        return "It takes nothing from the scores."
    costs = ", ".join(f"{points} from {score}" for score, points in rule.costs.items())
    return f"Each finding takes {costs}."


def _examples(examples: Sequence[str | Example]) -> list[str]:
    lines = []
    for example in examples:
        text = example.text if isinstance(example, Example) else example
        told = " (with a brief)" if isinstance(example, Example) and example.brief else ""
        lines.append(f"  {' '.join(text.split())}{told}")
    return lines


def _scores_page() -> str:
    lines = [*VERDICT, "", *SCALE, ""]
    for score, words in SCORES.items():
        lines.append(f"{score}: {words}.")
        taking = sorted(
            (rule for rule in all_rules() if rule.costs.get(score)), key=lambda r: -r.costs[score]
        )
        lines += [f"  {rule.costs[score]:>3}  {rule.name}" for rule in taking]
        lines.append("")
    return "\n".join(lines).rstrip()
