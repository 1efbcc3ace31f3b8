"""check() on texts that somebody made long: they are read to their end."""

from __future__ import annotations

import pytest

import redleaf
from tests.patience import patience

CHARS = 60_000
SIGNS = ["\t", " ", "\n", "“", "„", "«", '"', "(", "{{a", "a, ", "> ", "<div>", "$1", "a@b.co "]
MARK_UP = ["<p", "<p>", "<!--", "<style>", "<b>a", "&#39;", "&", "&amp", "<a href=", "<p <p"]
ALONE = ["a ", "a.", "1.", "@", "[", "((", "%", "_", "X", "a"]
OTHER_SCRIPTS = ["𝐇", "ʜɪ ", "a\u0336", "🙂a", "\u200b", "👩\u200d🔬", "а", "你"]
WORDS = [
    "we help companies ",
    "Accept my request. ",
    "Could you tell me. ",
    "Hi ",
    "Best, ",
    "two weeks ago ",
    "Re: ",
    "du Sie ",
    "Dear %FNAME%, hello. ",
]
PHRASES = ["I came across your profile and ", "I'd like to add you to my network "]


@pytest.mark.parametrize(
    "unit", [*SIGNS, *MARK_UP, *ALONE, *OTHER_SCRIPTS, *WORDS, *PHRASES], ids=ascii
)
def test_it_reads_a_long_text_to_its_end(unit: str) -> None:
    text = (unit * CHARS)[:CHARS]
    with patience():
        report = redleaf.check(text)
    assert report.length == CHARS
