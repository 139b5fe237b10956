"""Searches for speeches, by the time at which they began.

A window is as long as the answer stays whole: a week as a rule, and the single days of a week with more turns
than one answer holds. Days begin in the early morning, when no sitting has ever lasted or begun.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from scrapers.pages import Answer
from scrapers.parliaments.finland.lists import PAGE_SIZE, Query

CATEGORY = "puheenvuoro"
HELSINKI = ZoneInfo("Europe/Helsinki")
MORNING = dt.time(6)
"""When a sitting of the day before is over, and none of the day has begun."""
WEEK = 7


def speeches_of(year: int, first: dt.date, days: int = 1) -> Query:
    """The search for the turns of a parliamentary year that began on these days."""
    return {
        "category": CATEGORY,
        "expression": {
            "and": [
                {
                    "property": "aloitushetki",
                    "fromDate": _morning(first),
                    "toDate": _morning(first + dt.timedelta(days=days)),
                },
                {"property": "valtiopaivavuosi", "stringValue": str(year)},
            ]
        },
        "sort": [{"property": "aloitushetki", "ascending": True}],
        "maxResults": PAGE_SIZE,
        "startFromIndex": 0,
    }


def weeks(year: int, first: dt.date, last: dt.date) -> Iterator[Query]:
    """The searches for all turns of a parliamentary year, from its first day to its last."""
    for days in range(0, (last - first).days + 1, WEEK):
        yield speeches_of(year, first + dt.timedelta(days=days), WEEK)


def single_days(answer: Answer) -> Iterator[Query]:
    """The searches for the days of this one, where it was for more than one."""
    window = window_of(answer)
    if window is not None:
        year, first, days = window
        if days > 1:
            yield from (speeches_of(year, first + dt.timedelta(days=day)) for day in range(days))


def window_of(answer: Answer) -> tuple[int, dt.date, int] | None:
    """The year, first day and number of days that the answer was asked for; None if not by us."""
    try:
        query: Any = msgspec.json.decode(answer.request_body)
        window, year = query["expression"]["and"]
        first, end = (dt.date.fromisoformat(window[name][:10]) for name in ("fromDate", "toDate"))
        found = int(year["stringValue"]), first, (end - first).days
    except (msgspec.DecodeError, TypeError, KeyError, ValueError):
        return None
    return found if speeches_of(*found) == query else None


def day_of(moment: dt.datetime) -> dt.date:
    """The day of the sitting in which something was said: the day before, if it was in the night."""
    local = moment.astimezone(HELSINKI)
    return local.date() - dt.timedelta(days=local.time() < MORNING)


def _morning(day: dt.date) -> str:
    return dt.datetime.combine(day, MORNING, HELSINKI).isoformat()
