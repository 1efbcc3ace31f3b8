"""The verifier: on a note, as the writer asks it for dozens of one brief, and on long texts."""

from __future__ import annotations

import time

from benchmarks.measure import Measure
from redleaf.notes.brief import Brief
from redleaf.writing.verifier import Verifier
from tests.writing.verifier.long_texts import LONG_TEXTS
from tests.writing.verifier.scene import SCENE

# A text this long, so that both halves take well over what a clock can tell.
_CHARS = 40_000
_NOTES = """
Hi Tomasz, good talking to you at Museums & Web last Thursday. Your lift that hums in B flat has
followed me home. I make audio guides for museums, and the list of microphones is on its way. Ines

Dear Tomasz, Bea Kowalczyk was right to introduce us in Porto. I have read Listening to pipes
since, twice, and would like to hear how one tests a sound walk in the rain. Regards, Ines Duarte

Tomasz, nobody tests with the rain on: I have told that to everybody here, and they nod. If you
would like two tickets for the whale hall, they are yours. Shall we keep in touch about walks? Ines

Tomasz, a week ago in Porto we talked about sound walks for blind visitors, and I promised a list
of microphones. It follows, with a note on each. I hope the river clean-up was a dry one. Ines
""".strip().split("\n\n")


def main() -> None:
    verifier = Verifier(Brief.from_json(SCENE))
    growths = {text: growth(verifier, text) for text in LONG_TEXTS}
    measure_a_note(verifier)
    slowest = max(growths, key=lambda text: growths[text])
    what = f"verify, twice the text, the slowest of {len(growths)} ({slowest[:20].strip()} …)"
    Measure(what, growths[slowest], "times as long", 2.5).say()


def measure_a_note(verifier: Verifier) -> None:
    """Notes of about 200 characters over one brief whose tables are built."""
    for note in _NOTES:
        verifier.verify(note)
    times = [seconds_of_notes(verifier) for _ in range(9)]
    chars = sum(map(len, _NOTES)) // len(_NOTES)
    spent = 1000 * min(times) / len(_NOTES)
    Measure(f"verify a note of {chars} characters, warm", spent, "ms", 1.0).say()


def seconds_of_notes(verifier: Verifier) -> float:
    begun = time.process_time()
    for note in _NOTES:
        verifier.verify(note)
    return time.process_time() - begun


def growth(verifier: Verifier, unit: str) -> float:
    whole = (unit * _CHARS)[:_CHARS]
    half = whole[: _CHARS // 2]
    # In turn, and the best of each: what else the machine does slows down both alike.
    times = [(seconds(verifier, half), seconds(verifier, whole)) for _ in range(5)]
    return min(long for _, long in times) / min(short for short, _ in times)


def seconds(verifier: Verifier, text: str) -> float:
    begun = time.process_time()
    verifier.verify(text)
    return time.process_time() - begun


if __name__ == "__main__":
    main()
