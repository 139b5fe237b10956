"""The days to come, and those gone by on which a withdrawal took effect, for calendars: iCalendar."""

# mypy: untyped-calls-exclude=datasette

from __future__ import annotations

import datetime as dt
from typing import Any

from datasette.app import Datasette
from datasette.hookspecs import hookimpl
from datasette.utils.asgi import Request, Response
from ottawa_site.asking import Row, find


async def calendar(datasette: Datasette, request: Request) -> Response:
    """The days on which withdrawals take effect, and those from today on when a chamber sits."""
    found = await find(datasette, "calendar")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Leaving Ottawa//EN"]
    for row in [*found["effects"], *found["sittings"]]:
        address = datasette.absolute_url(request, datasette.urls.path(row["page"]))
        lines += _event(row, address)
    body = "\r\n".join(_folded(line) for line in [*lines, "END:VCALENDAR", ""])
    return Response(body, content_type="text/calendar; charset=utf-8")


def _event(row: Row, address: str) -> list[str]:
    """A whole day, which is as much as is known of any."""
    day, stamp = (dt.date.fromisoformat(row[name][:10]) for name in ("date", "stamp"))
    return [
        "BEGIN:VEVENT",
        f"UID:{row['id']}@leaving-ottawa",
        f"DTSTAMP:{stamp:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"SUMMARY:{_escaped(row['title'])}",
        f"DESCRIPTION:{_escaped(row['summary'])}",
        f"URL:{address}",
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    """A text on one line: a line of its own would be another property."""
    for letter in "\\;,":
        text = text.replace(letter, f"\\{letter}")
    return " ".join(text.split())


def _folded(line: str) -> str:
    """A line in pieces of 75 bytes at most, as the standard asks, though each letter take four."""
    pieces = [line[at : at + 18] for at in range(0, len(line), 18)]
    return "\r\n ".join(pieces) or line


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    """The address of the calendar."""
    return [(r"/calendar\.ics$", calendar)]
