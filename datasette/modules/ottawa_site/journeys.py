"""The ways of several states out of a treaty, on one line of time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup
from ottawa_site.bars import place
from ottawa_site.shapes import (
    COLOURS,
    FAINT,
    JOIN,
    LINE,
    Chart,
    across,
    bold,
    long_day,
    rect,
    right,
    short,
    tag,
    text,
)

STEPS = ("announced", "voted", "signed", "deposited", "left")
TITLE = "The way of each state out of the treaty"


def journeys_chart(journeys: Sequence[Mapping[str, Any]], columns: int = 1) -> Chart:
    """The ways of several states out of a treaty on one line of time, each step with its number."""
    days = [dt.date.fromisoformat(each[step]) for each in journeys for step in STEPS if each[step]]
    if not days:
        return Chart("journeys", TITLE, "No step is known.", 20, text("No step is known.", 0, 14))
    width = across(columns)
    first, last = min(days).replace(day=1), max(days) + dt.timedelta(days=31)
    scale = (width - 24) / (last - first).days
    pieces, y = _step_keys(), 44.0
    for each in journeys:
        pieces += [bold(place(each), 0, y), right(each["status"] or "status not known", width, y)]
        line = f"M0 {short(y + 20)}H{short(width)}"
        pieces.append(tag("path", class_="rule", d=line, stroke=LINE, stroke_width=2))
        pieces += _steps(each, first, scale, y + 20)
        y += 56
    pieces.append(_axis(first, last, scale, y - 10))
    said = " ".join(f"{place(each)}: {_in_words(each)}; {each['status']}." for each in journeys)
    return Chart("journeys", TITLE, said, y + 14, JOIN(pieces), width)


def _steps(each: Mapping[str, Any], first: dt.date, scale: float, y: float) -> list[Markup]:
    """The marks of one state. Those that lie too close move to the right, and a line leads to their day."""
    found, free = [], 0.0
    for number, step in enumerate(STEPS, 1):
        if each[step]:
            day = 12 + (dt.date.fromisoformat(each[step]) - first).days * scale
            x = max(day, free)
            lead = f"M{short(day)} {short(y - 7)}V{short(y)}H{short(x)}"
            found.append(tag("path", class_="rule strong", d=lead, fill="none", stroke=FAINT))
            found.append(_step_mark(number, x, y))
            free = x + 19
    return found


def _step_mark(number: int, x: float, y: float) -> Markup:
    if number == len(STEPS):
        shape = rect(x - 8.5, y - 8.5, 17, 17, class_="step last", fill=COLOURS["no"])
    else:
        shape = tag("circle", class_="step", cx=short(x), cy=short(y), r=8.5, fill=COLOURS["yes"])
    return shape + text(
        str(number), x, y + 4, size=11.5, weight=700, anchor="middle", tone="#ffffff", class_="on-step"
    )


def _step_keys() -> list[Markup]:
    pieces, x = [], 9.0
    for number, step in enumerate(STEPS, 1):
        pieces += [_step_mark(number, x, 10), text(step, x + 12, 14.5, size=11.5)]
        x += 7.2 * len(step) + 29
    return pieces


def _in_words(each: Mapping[str, Any]) -> str:
    return ", ".join(f"{step} {long_day(each[step])}" for step in STEPS if each[step]) or "no step known"


def _axis(first: dt.date, last: dt.date, scale: float, y: float) -> Markup:
    """The halves of the years below the lines of all states."""
    halves = [
        dt.date(year, month, 1)
        for year in range(first.year, last.year + 1)
        for month in (1, 7)
        if first <= dt.date(year, month, 1) <= last
    ]
    places = [(f"{day:%b %Y}", 12 + (day - first).days * scale) for day in halves]
    named = JOIN(text(name, max(x, 28), y + 16, tone=FAINT, anchor="middle") for name, x in places)
    ticks = "".join(f"M{short(x)} {short(y)}v4" for _, x in places)
    return tag("path", class_="rule strong", d=ticks, stroke=FAINT) + named
