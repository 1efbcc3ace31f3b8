"""Count which words are everyday English, for the verifier's list of words that are no names.

    python tools/count_words.py ../shared/data > src/redleaf/writing/verifier/lexicon.txt

Reads the labelled sets from which weights may be learned, keeps words written in lower case in at
least three texts and not oftener with a capital inside a sentence, and writes them one a line.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

SETS = (
    "politeness-wikipedia", "politeness-stackexchange", "warmth-offers", "receptiveness",
    "disaster-requests", "email-intent", "spam-sms", "invitations", "notes-written",
)  # fmt: skip
LEAST_TEXTS = 3
_LOWER = re.compile(r"(?<![\w'’@#/.])[a-z]{2,20}(?![\w'’/@])")
_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")


def main(folder: Path) -> None:
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for text in _texts(folder):
        lower.update(set(_LOWER.findall(text)))
        capital.update({word.lower() for word in _CAPITAL.findall(text)})
    words = (w for w, n in lower.items() if n >= LEAST_TEXTS and capital[w] <= n)
    print("\n".join(sorted(words)))


def _texts(folder: Path) -> Iterator[str]:
    for name in SETS:
        for path in sorted((folder / name).glob("*.jsonl")):
            with path.open(encoding="utf-8") as rows:
                for row in rows:
                    fields = json.loads(row)
                    if fields.get("lang", fields.get("language", "en")) in ("en", None, ""):
                        yield str(fields.get("text") or "")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
