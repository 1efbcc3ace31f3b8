"""Redleaf keeps its own rules: its messages, help, pages and documentation pass them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest

import redleaf
from redleaf.cli.group import redleaf_command
from redleaf.rules.catalogue import all_rules
from redleaf.rules.finding import Severity
from tests.project.tree import ROOT, SOURCE, tracked_files
from tools.pages import generated

# Words of our own that our style leaves out.
UNWANTED = re.compile(r"\b(?:please|oops|sorry|just click|obviously)\b|!(?!=)", re.IGNORECASE)
FENCED = re.compile(r"^ *```.*?^ *```", re.MULTILINE | re.DOTALL)
# What stands in code or between quotation marks is somebody else's, shown as an example.
QUOTED = re.compile(r"`[^`]*`|“[^”]*”|\"[^\"\n]*\"|<!--.*?-->", re.DOTALL)
MARKDOWN = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|[*_|#>]{1,6}")
# A slot of a message, as {word}: filled from the text when it is said.
SLOT = re.compile(r"{\w+}")
TEMPLATE = re.compile(r"{%.*?%}|{#.*?#}|{{.*?}}|<(script|style|svg).*?</\1>|<[^>]*>", re.DOTALL)


def messages() -> Iterator[tuple[str, str]]:
    """What rules say to people."""
    for rule in all_rules():
        for kind, said in (("message", rule.message), ("advice", rule.advice)):
            yield f"{rule.name} {kind}", SLOT.sub("Mara", said)


def helps() -> Iterator[tuple[str, str]]:
    """What commands say of themselves."""
    root = click.Context(redleaf_command)
    for name in redleaf_command.list_commands(root):
        command = redleaf_command.get_command(root, name)
        assert command is not None
        yield f"redleaf {name}", command.help or ""
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                yield f"redleaf {name} {parameter.opts[0]}", parameter.help or ""


def paragraphs() -> Iterator[tuple[str, str]]:
    """What pages of documentation say; generated ones repeat the rules' examples."""
    for page in tracked_files():
        if page.suffix == ".md" and page not in generated() and page.parts[-2] != "results":
            text = FENCED.sub("", page.read_text("utf-8"))
            for number, paragraph in enumerate(re.split(r"\n\s*\n|\n *(?:[-|]|\d\.) ", text)):
                yield f"{page.relative_to(ROOT)} {number}", paragraph


def screens() -> Iterator[tuple[str, str]]:
    """What the desk's pages say, without their tags."""
    for page in sorted((SOURCE / "web").rglob("*.html")):
        text = TEMPLATE.sub("\n", page.read_text("utf-8"))
        for number, line in enumerate(re.split(r"\n\s*\n", text)):
            yield f"{page.relative_to(ROOT)} {number}", line


SAID: dict[str, Callable[[], Iterator[tuple[str, str]]]] = {
    "messages": messages,
    "help": helps,
    "pages": paragraphs,
    "screens": screens,
}


# "Delete this audit" on a button, or "delete the folder" on a page, tells how; it asks for nothing.
ALLOWED = {"help": ["rude/demand"], "pages": ["rude/demand"], "screens": ["rude/demand"]}


def sayings(kind: str) -> dict[str, str]:
    """Place -> what is said there in our own words, without markup and quotations."""
    said = {
        place: " ".join(MARKDOWN.sub(r"\1 ", QUOTED.sub(" ", text)).split())
        for place, text in SAID[kind]()
    }
    said = {place: text for place, text in said.items() if text}
    assert said, "there is nothing to read"
    return said


@pytest.mark.parametrize("kind", SAID)
def test_what_we_say_passes_our_own_rules(kind: str) -> None:
    """Read as a message: that is what a person gets from us. Advice may be ignored in peace."""
    heavy = [
        f"{place}: {finding.rule} in: {text}"
        for place, text in sayings(kind).items()
        for finding in redleaf.check(text, kind="message").findings
        if finding.severity is not Severity.ADVICE
        and finding.rule not in ALLOWED.get(kind, ())
        # A rule's own message has to name what the rule is about.
        and not place.startswith(f"{finding.rule} ")
    ]
    assert not heavy, "\n".join(heavy)


@pytest.mark.parametrize("kind", SAID)
def test_what_we_say_keeps_our_style(kind: str) -> None:
    unwanted = [
        f"{place}: {found[0]} in: {text}"
        for place, text in sayings(kind).items()
        if (found := UNWANTED.search(text))
    ]
    assert not unwanted, "\n".join(unwanted)


@pytest.mark.parametrize("path", sorted((ROOT / "src").rglob("*.html")), ids=lambda p: Path(p).name)
def test_no_screen_carries_script_or_style_of_its_own(path: Path) -> None:
    """The content policy would refuse them, and the page would be broken without a word."""
    text = path.read_text("utf-8")
    assert not re.search(r"<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=|javascript:", text)
