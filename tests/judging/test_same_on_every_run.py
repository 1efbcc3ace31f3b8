"""The same text gets the same report on every run, whatever seed Python hashes with."""

from __future__ import annotations

import os
import subprocess
import sys

# In each of the last six the same words speak for two kinds of particulars: a talk and a tie, words
# that were said and a promise. Which of the two is told must not hang on the order of a set.
TEXTS = """
Hi Mira, I came across your profile and would love to connect and explore synergies at Tidewise!
We help firms like yours book 15 meetings a month. Do you have 15 minutes this week? Last chance!
Liebe Frau Lang, ich bin auf Ihr Profil gestoßen. Am Dienstag haben wir über die Elbe gesprochen.
Mara asked your question about the pumps.
Te debo un café y la partitura de Vivaldi.
Te debo una carta y el mapa de Ghent.
You left your map of the weir on the shelf with all the notes explained.
You promised me the Lindqvist logs in Turku.
Your letter to the paper about the herons got printed.
"""
PROGRAM = """
import json, sys
from redleaf import check
from redleaf.judging.checking import read
from redleaf.judging.scorers import margins_of
for text in sys.stdin:
    reading, findings = read(text)
    print(json.dumps(check(text).to_json()), reading.note.particulars)
    print(margins_of(reading.note, findings))
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
