"""`make docs`: write the generated pages again, and what the examples in all pages print today.

    docs/rules/*.md     one page a rule, from its file, and the list of all
    docs/networks.md    every fact about a network with its source
    docs/commands.md    what `redleaf ... --help` says
    docs/pictures/recognition.svg   the curve, from the function it shows

A test calls `generated()` and fails where a page on disk is another.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from redleaf.cli.group import redleaf_command
from redleaf.networks import Fact, Network, networks
from redleaf.rules.catalogue import all_rules
from redleaf.rules.rule import FAMILIES, Example, Rule
from tools import recognition_curve
from tools.codeblocks import ROOT, renew

DOCS = ROOT / "docs"
MADE = "<!-- Made by `make docs`. Change the source, not this page. -->\n\n"
FAMILY_WORDS = {
    "untrue": "says something that the facts do not bear out",
    "rude": "would hurt, press or shame the reader",
    "boring": "could have gone to anybody",
    "taking": "asks before it gives",
}
SECTIONS = ("Why it matters", "Known limits", "Keep it when", "Source")


def generated() -> dict[Path, str]:
    """Every generated page with its text."""
    pages = {
        DOCS / "rules" / "README.md": rule_list(),
        DOCS / "networks.md": network_page(),
        DOCS / "commands.md": command_page(),
        DOCS / "pictures" / "recognition.svg": recognition_curve.picture(),
    }
    for rule in all_rules():
        pages[DOCS / "rules" / f"{rule.name}.md"] = rule_page(rule)
    return {path: MADE + text for path, text in pages.items()}


def written_pages() -> list[Path]:
    """The pages people write, whose examples are run."""
    at_the_root = [ROOT / f"{name}.md" for name in ("README", "ARCHITECTURE", "CONTRIBUTING")]
    made = generated()
    return at_the_root + sorted(path for path in DOCS.rglob("*.md") if path not in made)


def rule_list() -> str:
    lines = [
        "# The rules",
        "",
        "`redleaf explain NAME` shows the same pages. [Configuration](../configuration.md) tells",
        "how a rule is switched off, made louder or taught a phrase of yours.",
    ]
    for family in FAMILIES:
        lines += ["", f"## {family}: {FAMILY_WORDS[family]}", "", "| rule | severity | finds |"]
        lines.append("| --- | --- | --- |")
        for rule in all_rules():
            if rule.family == family:
                preview = " (preview)" if rule.preview else ""
                lines.append(
                    f"| [{rule.name}]({rule.name}.md) | {rule.severity}{preview} | {rule.title} |"
                )
    return "\n".join(lines) + "\n"


def rule_page(rule: Rule) -> str:
    lines = [f"# {rule.name}", "", rule.title, ""]
    for heading in SECTIONS:
        lines += [f"**{heading}:** {rule.section(heading)}", ""]
    costs = ", ".join(f"{points} from {score}" for score, points in rule.costs.items())
    lines += [
        f"**Severity:** {rule.severity}. **Costs:** {costs or 'nothing'}.",
        f"**Reads:** {', '.join(rule.kinds)}.",
        "",
        "Found, at the marked place:",
        "",
        *_examples(rule.finds),
        "",
        "Left alone:",
        "",
        *_examples(rule.leaves),
    ]
    return "\n".join(lines) + "\n"


def _examples(examples: Iterable[str | Example]) -> Iterator[str]:
    for example in examples:
        text = example.text if isinstance(example, Example) else example
        told = []
        if isinstance(example, Example):
            told += [f"network {example.network}"] if example.network else []
            told += [f"kind {example.kind}"] if example.kind != "note" else []
            told += ["with a brief"] if example.brief else []
        words = " ".join(text.split()).replace("`", "'")
        yield f"- `{words}`" + (f" ({', '.join(told)})" if told else "")


def network_page() -> str:
    lines = [
        "# The networks",
        "",
        "What each network allows, where that was read, on which day, and how sure it is: seen in",
        "the source, second-hand, or unverified. `redleaf networks NAME` shows one of them. Limits",
        "are counted in Unicode code points. The data stands in `src/redleaf/networks/data/`.",
    ]
    for network in networks():
        lines += ["", f"## {network.title}", "", *_facts(network), "", *_links(network)]
        lines += ["", *_known_texts(network)]
    return "\n".join(lines) + "\n"


def _facts(network: Network) -> Iterator[str]:
    yield "| what | for | source | day | state |"
    yield "| --- | --- | --- | --- | --- |"
    for fact in network.facts:
        tier = network.tiers.get(fact.tier, "everybody")
        remark = f" {fact.remark}" if fact.remark else ""
        yield f"| {_told(fact)}{remark} | {tier} | {fact.source} | {fact.day} | {fact.state} |"


def _told(fact: Fact) -> str:
    match fact.about:
        case "attach":
            return f"An invitation can{'' if fact.value else 'not'} carry a note."
        case "limit":
            return f"A text of the kind {fact.kind} may have {fact.value:,} characters."
        case "notes-a-month":
            return f"{fact.value} notes a month."
        case "messages-a-month":
            return f"{fact.value} messages a month to people who are not contacts."
        case "unlimited-notes":
            return "As many notes as you like." if fact.value else "Notes are counted."
    return str(fact.value)


def _links(network: Network) -> Iterator[str]:
    for link in network.link_templates:
        yield f"- {link.title}: `{link.url}` ({link.state}, {link.source})"


def _known_texts(network: Network) -> Iterator[str]:
    languages = Counter(text.language for text in network.default_texts())
    if languages:
        told = ", ".join(f"{language} {count}" for language, count in sorted(languages.items()))
        yield f"Known default texts by language: {told}."
        yield ""
        for source in sorted({text.source for text in network.default_texts()}):
            yield f"- {source}"
    else:
        yield "No default text is known."


def command_page() -> str:
    """What each command says of itself."""
    lines = ["# The commands", ""]
    lines += ["Data goes to stdout, words to stderr. Exit codes: docs/json.md.", ""]
    root = click.Context(
        redleaf_command,
        info_name="redleaf",
        max_content_width=88,
        **redleaf_command.context_settings,
    )
    lines += ["```text", redleaf_command.get_help(root), "```"]
    for name in redleaf_command.list_commands(root):
        command = redleaf_command.get_command(root, name)
        assert command is not None
        context = click.Context(command, info_name=name, parent=root, max_content_width=88)
        lines += _help_of(command, context, "##")
    return "\n".join(lines) + "\n"


def _help_of(command: click.Command, context: click.Context, level: str) -> Iterator[str]:
    """The help of a command, and of those within it."""
    yield from ("", f"{level} {context.command_path}", "", "```text")
    yield from (command.get_help(context), "```")
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            if inner is not None:
                within = click.Context(inner, info_name=name, parent=context, max_content_width=88)
                yield from _help_of(inner, within, f"{level}#")


def main() -> int:
    pages = generated()
    for path in (DOCS / "rules").rglob("*.md"):
        if path not in pages:
            path.unlink()
    for path, text in pages.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")
            print(f"written: {path.relative_to(ROOT)}")
    left = []
    for page in written_pages():
        changed, by_hand = renew(page)
        left += by_hand
        if changed:
            print(f"renewed: {page.relative_to(ROOT)}")
    for each in left:
        print(each, file=sys.stderr)
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
