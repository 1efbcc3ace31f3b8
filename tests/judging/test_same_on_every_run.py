"""The same text gets the same report on every run, whatever seed Python hashes with."""

from __future__ import annotations

import os
import subprocess
import sys

TEXTS = """
Hi Mira, I came across your profile and would love to connect and explore synergies at Tidewise!
Great meeting you on 12 November at Ghent Water Days, where you said nobody tests in the rain.
We help firms like yours book 15 meetings a month. Do you have 15 minutes this week? Last chance!
Liebe Frau Lang, ich bin auf Ihr Profil gestoßen. Am Dienstag haben wir über die Elbe gesprochen.
"""
PROGRAM = """
import json, sys
from redleaf import check
from redleaf.notes.note import Note
for text in sys.stdin:
    print(json.dumps(check(text).to_json()), Note(text).particulars)
"""


def test_reports_do_not_depend_on_the_hash_seed() -> None:
    runs = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            input=TEXTS,
            text=True,
            encoding="utf-8",
            env=os.environ | {"PYTHONHASHSEED": str(seed), "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in range(1, 5)
    }
    assert len(runs) == 1
