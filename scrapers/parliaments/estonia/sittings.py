"""Plenary sittings, which the source tells by their titles alone: it gives them neither number nor hour."""

from __future__ import annotations

import datetime as dt
import re

from db.records import Sitting
from scrapers.pages import Answer, PageError
from scrapers.parliaments.estonia.names import CHAMBER, TALLINN, sitting_key, sitting_number, term_on

_TITLE = re.compile(r".*\b(\d{1,2})\.(\d{1,2})\.(\d{4}) (\d{1,2}):(\d\d)")


def sitting_start(answer: Answer, element: str, title: str) -> dt.datetime:
    """When a sitting was to begin, in Tallinn, by the end of its title: `… kolmapäev, 4.06.2025 14:00`.

    The source's own field for it is read as UTC by some and as local time by others, so it is left alone.

    Raises:
        PageError: The title does not end in a day and an hour.
    """
    found = _TITLE.fullmatch(title.strip())
    if found is None:
        raise PageError(answer, element, f"no day and hour at the end of {title!r}")
    day, month, year, hour, minute = map(int, found.groups())
    try:
        return dt.datetime(year, month, day, hour, minute, tzinfo=TALLINN)
    except ValueError as error:
        raise PageError(answer, element, f"{error} in {title!r}") from error


def sitting_of(answer: Answer, element: str, title: str) -> Sitting:
    """The sitting with this title. Its day is the one on which it began, also if it ran past midnight.

    Raises:
        PageError: As `sitting_start`, or the day lies in no known term.
    """
    start = sitting_start(answer, element, title)
    return Sitting(
        key=sitting_key(start),
        chamber=CHAMBER,
        term=term_on(answer, element, start.date()),
        number=sitting_number(start),
        title=title.strip(),
        dates=(start.date(),),
    )
