"""`make rule NAME=boring/my-rule`: begin a rule. Tests fail until its page and examples stand."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from redleaf.rules.catalogue import all_rules
from redleaf.rules.rule import FAMILIES
from tools.codeblocks import ROOT

SKELETON = '''"""

Why it matters:
Known limits:
Keep it when:
Source: docs/sources.md,
"""

from __future__ import annotations

from redleaf.rules.finding import Severity
from redleaf.rules.rule import Rule

rule = Rule(
    severity=Severity.ADVICE,
    message="",
    advice="",
    finds=[],
    leaves=[],
    costs={},
    preview=True,
)
'''
NEXT = """\
Begun: {path}

  1  Name the fault in the first line of the page, and fill in its sections.
  2  Write what it finds, marked ⟦like this⟧, and as many near misses that it leaves.
  3  Phrases go, one a line, into {phrases}; code, where context is needed,
     into a function under @rule.check.
  4  make test ARGS="tests/rules tests/project" until it passes, and make docs for its page.
"""


def main(arguments: Sequence[str]) -> int:
    if len(arguments) != 1 or not re.fullmatch(r"[a-z]+/[a-z0-9]+(-[a-z0-9]+)*", arguments[0]):
        return _refuse("Name the rule by family and fault: make rule NAME=boring/empty-opening")
    name = arguments[0]
    family, _, fault = name.partition("/")
    if family not in FAMILIES:
        return _refuse(f"The families are {', '.join(FAMILIES)}; {family} is none of them.")
    if any(name == rule.name or name in rule.aliases for rule in all_rules()):
        return _refuse(f"There is a rule called {name} already.")
    path = ROOT / "src" / "redleaf" / "rules" / family / f"{fault.replace('-', '_')}.py"
    path.write_text(SKELETON, "utf-8")
    print(NEXT.format(path=_short(path), phrases=_short(path.with_suffix(".txt"))))
    return 0


def _refuse(why: str) -> int:
    print(why, file=sys.stderr)
    return 2


def _short(path: Path) -> Path:
    return path.relative_to(ROOT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
