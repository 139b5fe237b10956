import contextlib
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from senate_pages import ACT, answer

from scrapers.pages import PageError
from scrapers.parliaments.poland.senat.dates import MONTHS, day_in, days_in

PAGE = answer(ACT, "")


def days(text):
    return [str(day) for day in days_in(PAGE, "date", text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("18 września 2026", ["2026-09-18"]),
        ("18  września\n2026 r.", ["2026-09-18"]),
        ("27, 28 i 29 czerwca 2018 r.", ["2018-06-27", "2018-06-28", "2018-06-29"]),
        ("30 czerwca i 1 lipca 2025 r.", ["2025-06-30", "2025-07-01"]),
        ("30 grudnia 2024 r. i 2 stycznia 2025 r.", ["2024-12-30", "2025-01-02"]),
        ("11, 12, 13, 17 i 18 Sierpnia 2020 r. ", [f"2020-08-{day}" for day in (11, 12, 13, 17, 18)]),
    ],
)
def test_dates_in_words_are_in_the_genitive(text, found):
    assert days(text) == found


@pytest.mark.parametrize(
    "text", ["", "2026-09-18", "18.09.2026", "18 wrzesień 2026", "18 września", "3-5 maja 2025"]
)
def test_a_date_in_another_form_is_a_named_error(text):
    with pytest.raises(PageError, match="date"):
        days(text)


def test_a_day_that_is_in_no_calendar_is_a_named_error():
    with pytest.raises(PageError, match="31 czerwca 2025"):
        days("31 czerwca 2025")


def test_several_days_where_one_was_promised_are_a_named_error():
    with pytest.raises(PageError, match="2 days"):
        day_in(PAGE, "date", "1 i 2 maja 2025")


@given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)))
def test_every_day_in_words_is_that_day(day):
    assert day_in(PAGE, "date", f"{day.day} {MONTHS[day.month - 1]} {day.year} r.") == day


@given(st.text(max_size=40))
def test_no_text_however_odd_breaks_the_page(text):
    with contextlib.suppress(PageError):
        days_in(PAGE, "date", text)
