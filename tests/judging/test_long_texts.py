"""check() on texts that somebody made long: the time grows with the length, and no faster."""

from __future__ import annotations

from time import perf_counter

import pytest

import redleaf

CHARS = 60_000
# Reading such a text takes a fraction of this; a square in its length takes many times as much.
SECONDS = 6.0
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
def test_it_reads_a_long_text_in_time_linear_in_its_length(unit: str) -> None:
    text = (unit * CHARS)[:CHARS]
    begin = perf_counter()
    report = redleaf.check(text)
    assert perf_counter() - begin < SECONDS
    assert report.length == CHARS
