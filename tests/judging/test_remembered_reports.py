"""Remembered reports: what a check gives, kept up to a number of bytes, asked from any thread."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from redleaf import check
from redleaf.judging import Settings
from redleaf.judging.remembered_reports import RememberedReports
from redleaf.notes.brief import Brief

NOTE = "Hi Mara, your talk on river ice stayed with me. Shall I send the logs?"
DEFAULT = "I'd like to add you to my professional network on LinkedIn."
MARA = Brief.from_json({"recipient": {"name": "Mara Lind"}})
IVO = Brief.from_json({"recipient": {"name": "Ivo Lind"}})


def test_it_gives_the_report_of_a_check_and_then_the_very_same() -> None:
    remembered = RememberedReports(limit=100_000)
    first = remembered.check(NOTE, network="linkedin", brief=MARA)
    assert first == check(NOTE, network="linkedin", brief=MARA)
    assert remembered.check(NOTE, network="linkedin", brief=MARA) is first
    assert (remembered.hits, remembered.misses) == (1, 1)


def test_whatever_is_asked_otherwise_is_checked_anew() -> None:
    remembered = RememberedReports(limit=100_000)
    quiet = Settings(levels={"boring/default-text": "off"})
    remembered.check(DEFAULT)
    remembered.check(DEFAULT, network="linkedin")
    remembered.check(DEFAULT, kind="email")
    remembered.check(DEFAULT, brief=MARA)
    remembered.check(DEFAULT, brief=IVO)
    assert remembered.check(DEFAULT, settings=quiet).verdict != "default"
    assert remembered.check(DEFAULT + " ").length == len(DEFAULT) + 1
    assert (remembered.hits, remembered.misses) == (0, 7)


def test_equal_settings_are_one() -> None:
    remembered = RememberedReports(limit=100_000)
    for _ in range(2):
        levels = {"boring/buzzwords": "off", "boring/default-text": "advice"}
        remembered.check(DEFAULT, settings=Settings(levels=levels))
    assert remembered.hits == 1


def test_it_forgets_what_was_asked_for_longest_ago() -> None:
    remembered = RememberedReports(limit=20_000)
    remembered.check(NOTE)
    for number in range(60):
        remembered.check(f"{NOTE} {number}")
        remembered.check(NOTE)
        assert remembered.size <= remembered.limit
    assert remembered.hits == 60
    remembered.check(f"{NOTE} 0")
    assert remembered.misses == 62


def test_a_text_over_its_limit_is_checked_and_not_kept() -> None:
    remembered = RememberedReports(limit=1_000)
    for _ in range(2):
        assert remembered.check(NOTE * 20).length == len(NOTE) * 20
    assert (remembered.size, remembered.misses) == (0, 2)


def test_many_threads_get_what_one_gets() -> None:
    remembered = RememberedReports(limit=20_000)
    notes = [f"{NOTE} {number % 7}" for number in range(140)]
    with ThreadPoolExecutor(8) as pool:
        reports = list(pool.map(remembered.check, notes))
    assert [report.to_json() for report in reports] == [check(note).to_json() for note in notes]
    assert remembered.size <= remembered.limit
