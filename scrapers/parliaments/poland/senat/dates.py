"""Dates in words, as Polish prints them: the month in the genitive."""

from __future__ import annotations

import datetime as dt
import re

from scrapers.pages import Answer, PageError

MONTHS = (
    "stycznia",
    "lutego",
    "marca",
    "kwietnia",
    "maja",
    "czerwca",
    "lipca",
    "sierpnia",
    "września",
    "października",
    "listopada",
    "grudnia",
)
AND = r"(?:\s*,\s*|\s+i\s+|\s+oraz\s+)"
GROUP = rf"(\d{{1,2}}(?:{AND}\d{{1,2}})*)\s+({'|'.join(MONTHS)})(?:\s+(\d{{4}})(?:\s*r\.?)?)?"
DAYS = re.compile(rf"{GROUP}(?:{AND}{GROUP})*", re.IGNORECASE)


def day_in(answer: Answer, element: str, text: str) -> dt.date:
    """The day of a text such as `18 września 2026`.

    Raises:
        PageError: As `days_in`, or there are several days.
    """
    days = days_in(answer, element, text)
    if len(days) != 1:
        raise PageError(answer, element, f"{text!r} are {len(days)} days where one was promised")
    return days[0]


def days_in(answer: Answer, element: str, text: str) -> list[dt.date]:
    """The days of a text such as `27, 28 i 29 czerwca 2018 r.`; a year holds for the months before it too.

    Raises:
        PageError: The text is no list of days in words, or one of them is in no calendar.
    """
    line = " ".join(text.split())
    if not DAYS.fullmatch(line):
        raise PageError(answer, element, f"{line!r} is no day in words")
    found: list[dt.date] = []
    year = ""
    for numbers, month, stated in reversed(re.findall(GROUP, line, re.IGNORECASE)):
        year = stated or year
        days = [_day(answer, element, number, month, year) for number in re.findall(r"\d+", numbers)]
        found = [*days, *found]
    return found


def _day(answer: Answer, element: str, number: str, month: str, year: str) -> dt.date:
    try:
        return dt.date(int(year), MONTHS.index(month.lower()) + 1, int(number))
    except ValueError as error:
        raise PageError(answer, element, f"{number} {month} {year}: {error}") from error
