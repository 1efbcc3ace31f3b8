"""Piles of invented notes for tests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

NAMES = ("Tove", "Ugo", "Vera", "Wim", "Xenia", "Yusuf")
FIRMS = ("Kiln & Co", "Museum Nord", "Hafen AG", "Studio Rao", "Ottone", "Brandt Glas")
OWN_PILES = sorted((Path(__file__).parents[2] / "benchmarks" / "piles").glob("*.jsonl"))


def merged(form: str) -> list[str]:
    """A form with {name} and {firm} filled in for six people."""
    return [form.format(name=name, firm=firm) for name, firm in zip(NAMES, FIRMS, strict=True)]


def piles_in(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
