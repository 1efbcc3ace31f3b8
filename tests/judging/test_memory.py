"""Memory: the same report as a check gives, kept up to a number of bytes, asked from any thread."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from redleaf import check
from redleaf.judging import Settings
from redleaf.judging.memory import Memory
from redleaf.notes.brief import Brief

NOTE = "Hi Mara, your talk on river ice stayed with me. Shall I send the logs?"
DEFAULT = "I'd like to add you to my professional network on LinkedIn."
MARA = Brief.from_json({"recipient": {"name": "Mara Lind"}})
IVO = Brief.from_json({"recipient": {"name": "Ivo Lind"}})


def test_it_gives_the_report_of_a_check_and_then_the_very_same() -> None:
    memory = Memory(limit=100_000)
    first = memory.check(NOTE, network="linkedin", brief=MARA)
    assert first == check(NOTE, network="linkedin", brief=MARA)
    assert memory.check(NOTE, network="linkedin", brief=MARA) is first
    assert (memory.hits, memory.misses) == (1, 1)


def test_whatever_is_asked_otherwise_is_checked_anew() -> None:
    memory = Memory(limit=100_000)
    quiet = Settings(levels={"boring/default-text": "off"})
    memory.check(DEFAULT)
    memory.check(DEFAULT, network="linkedin")
    memory.check(DEFAULT, kind="email")
    memory.check(DEFAULT, brief=MARA)
    memory.check(DEFAULT, brief=IVO)
    assert memory.check(DEFAULT, settings=quiet).verdict != "default"
    assert memory.check(DEFAULT + " ").length == len(DEFAULT) + 1
    assert (memory.hits, memory.misses) == (0, 7)


def test_equal_settings_are_one() -> None:
    memory = Memory(limit=100_000)
    for _ in range(2):
        levels = {"boring/buzzwords": "off", "boring/default-text": "advice"}
        memory.check(DEFAULT, settings=Settings(levels=levels))
    assert memory.hits == 1


def test_it_forgets_what_was_asked_for_longest_ago() -> None:
    memory = Memory(limit=20_000)
    memory.check(NOTE)
    for number in range(60):
        memory.check(f"{NOTE} {number}")
        memory.check(NOTE)
        assert memory.size <= memory.limit
    assert memory.hits == 60
    memory.check(f"{NOTE} 0")
    assert memory.misses == 62
    memory.forget()
    assert memory.size == 0


def test_a_text_over_its_limit_is_checked_and_not_kept() -> None:
    memory = Memory(limit=1_000)
    for _ in range(2):
        assert memory.check(NOTE * 20).length == len(NOTE) * 20
    assert (memory.size, memory.misses) == (0, 2)


def test_many_threads_get_what_one_gets() -> None:
    memory = Memory(limit=20_000)
    notes = [f"{NOTE} {number % 7}" for number in range(140)]
    with ThreadPoolExecutor(8) as pool:
        reports = list(pool.map(memory.check, notes))
    assert [report.to_json() for report in reports] == [check(note).to_json() for note in notes]
    assert memory.size <= memory.limit
