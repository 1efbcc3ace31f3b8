"""The times of a rule are those that dateutil finds, an implementation that is not ours."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]  # carries no types
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from redleaf.formats.calendar.occurrences import Budget, occurrences
from redleaf.formats.calendar.rules import read_rule

WEEKDAYS = "MO TU WE TH FR SA SU".split()
STARTS = st.datetimes(dt.datetime(1995, 1, 1), dt.datetime(2010, 1, 1))  # noqa: DTZ001 (one clock)


def numbers(most: int, *, lowest: int = 1, from_end: bool = False) -> st.SearchStrategy[str]:
    some = st.integers(lowest, most)
    if from_end:
        some |= st.integers(-most, -1)
    return st.lists(some, min_size=1, max_size=3, unique=True).map(
        lambda each: ",".join(map(str, each))
    )


DAYS = st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=3, unique=True).map(",".join)
NUMBERED_DAYS = st.lists(
    st.tuples(st.sampled_from([1, 2, 3, 4, 5, -1, -2]), st.sampled_from(WEEKDAYS)).map(
        lambda each: f"{each[0]}{each[1]}"
    ),
    min_size=1,
    max_size=2,
).map(",".join)


@st.composite
def rules(draw: Any) -> str:
    frequency = draw(st.sampled_from(["YEARLY", "MONTHLY", "WEEKLY", "DAILY"]))
    is_long = frequency in ("YEARLY", "MONTHLY")
    parts = [f"FREQ={frequency}", f"INTERVAL={draw(st.integers(1, 5))}"]

    def maybe(name: str, values: st.SearchStrategy[str]) -> bool:
        is_there: bool = draw(st.integers(0, 3)) == 0
        if is_there:
            parts.append(f"{name}={draw(values)}")
        return is_there

    maybe("BYMONTH", numbers(12))
    has_days = maybe("BYDAY", DAYS | NUMBERED_DAYS if is_long else DAYS)
    if frequency != "WEEKLY":
        maybe("BYMONTHDAY", numbers(31, from_end=True))
    if frequency == "YEARLY":
        maybe("BYYEARDAY", numbers(366, from_end=True))
        # Without BYDAY dateutil gives every day of the week, and RFC 5545 that of the start.
        if has_days:
            maybe("BYWEEKNO", numbers(53, from_end=True))
    maybe("BYHOUR", numbers(23, lowest=0))
    maybe("BYMINUTE", numbers(59, lowest=0))
    # In the first week, dateutil counts positions from the start and not from the week.
    if is_long and any(part.startswith("BY") for part in parts):
        maybe("BYSETPOS", numbers(3, from_end=True))
    maybe("WKST", st.sampled_from(WEEKDAYS))
    return ";".join(parts)


@settings(max_examples=25, deadline=None)
@given(rules(), STARTS)
def test_it_gives_the_times_that_dateutil_gives(rule: str, start: dt.datetime) -> None:
    start = start.replace(microsecond=0)
    bound = start + dt.timedelta(days=1_200)
    wanted = rrulestr(f"RRULE:{rule}", dtstart=start).between(start, bound, inc=True)
    assert list(occurrences(read_rule(rule), start, bound, Budget())) == wanted


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(["HOURLY", "MINUTELY", "SECONDLY"]), st.integers(1, 40), STARTS, numbers(23))
def test_it_steps_by_hours_minutes_and_seconds(
    frequency: str, interval: int, start: dt.datetime, hours: str
) -> None:
    start = start.replace(microsecond=0)
    bound = start + dt.timedelta(hours=10, minutes=3)
    rule = f"FREQ={frequency};INTERVAL={interval};BYHOUR={hours}"
    until = f"{bound:%Y%m%dT%H%M%S}"
    try:
        wanted = list(rrulestr(f"RRULE:{rule};UNTIL={until}", dtstart=start))
    except ValueError:  # dateutil refuses hours that no step can reach
        assume(False)
    assert list(occurrences(read_rule(rule), start, bound, Budget())) == wanted


def test_it_ends_when_the_budget_of_the_file_is_used_up() -> None:
    budget = Budget(left=500)
    start = dt.datetime(2000, 1, 1)  # noqa: DTZ001 (one clock)
    daily = read_rule("FREQ=DAILY")
    first = list(occurrences(daily, start, start + dt.timedelta(days=200), budget))
    assert (len(first), budget.is_cut) == (201, False)
    second = list(occurrences(daily, start, start + dt.timedelta(days=200), budget))
    assert len(second) < 60
    assert budget.is_cut


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "FREQ=",
        "FREQ=FORTNIGHTLY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;COUNT=-1",
        "FREQ=DAILY;UNTIL=soon",
        "FREQ=MONTHLY;BYDAY=XX",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=DAILY;BYHOUR=24",
        "FREQ=DAILY;WKST=??",
        "FREQ=DAILY;BYMOON=FULL",
        "FREQ=DAILY;COUNT=" + "9" * 400,
    ],
)
def test_it_refuses_what_is_no_rule(rule: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (any text that is no rule)
        read_rule(rule)
