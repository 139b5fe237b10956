"""What is new, for readers that ask by themselves: Atom feeds, a calendar, and the map of the site."""

# mypy: untyped-calls-exclude=datasette

from __future__ import annotations

import asyncio
import datetime as dt
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree as ET

from datasette.app import Datasette
from datasette.hookspecs import hookimpl
from datasette.utils.asgi import NotFound, Request, Response

QUERIES = Path(__file__).parent.parent / "pages" / "feeds"
ATOM = "http://www.w3.org/2005/Atom"
MAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
ENTRIES = 50
"""In a feed. Who asks less often than that many rows come finds the rest on the pages."""

KINDS = {
    "votes": "votes",
    "statements": "statements",
    "actions": "treaty actions",
    "corrections": "corrections",
    "alarms": "alarms",
}
"""What there is a feed of: the name in the address, and in words."""

Row = dict[str, Any]


async def feed(datasette: Datasette, request: Request) -> Response:
    """An Atom feed of one kind or of all, of one state or of all.

    Raises:
        NotFound: There is no such kind, or the database knows no such state.
    """
    kind, state = request.url_vars["kind"], request.url_vars.get("state", "")
    if kind != "all" and kind not in KINDS:
        raise NotFound(f"There is no feed of {kind}.")
    names = await _rows(datasette, "state", state)
    if state and not names:
        raise NotFound(f"There is no state with the key {state} in this database.")
    kinds = KINDS if kind == "all" else [kind]
    found = await asyncio.gather(*(_rows(datasette, each, state) for each in kinds))
    rows = sorted((row for rows in found for row in rows), key=lambda row: row["updated"], reverse=True)
    where = f", {names[0]['name']}" if names else ""
    title = f"Leaving Ottawa: {KINDS.get(kind, 'everything new')}{where}"
    return _xml(_atom(datasette, request, title, rows[:ENTRIES]), "application/atom+xml")


def _atom(datasette: Datasette, request: Request, title: str, rows: list[Row]) -> ET.Element:
    here = datasette.absolute_url(request, request.path)
    home = datasette.absolute_url(request, datasette.urls.path("/"))
    top = ET.Element("feed", xmlns=ATOM)
    _add(top, "title", title)
    _add(top, "id", here)
    _add(top, "updated", rows[0]["updated"] if rows else "1970-01-01T00:00:00+00:00")
    _add(top, "link", href=here, rel="self")
    _add(top, "link", href=home)
    _add(_add(top, "author"), "name", "Leaving Ottawa")
    for row in rows:
        address = datasette.absolute_url(request, datasette.urls.path(row["page"]))
        entry = _add(top, "entry")
        _add(entry, "title", f"{row['kind']}: {row['title']}")
        _add(entry, "id", f"tag:leaving-ottawa,2025:{quote(row['id'])}")
        _add(entry, "updated", row["updated"])
        _add(entry, "link", href=address)
        _add(entry, "summary", row["summary"] or "")
        if row["source_url"]:
            _add(entry, "link", href=row["source_url"], rel="via")
    return top


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, name, attributes)
    child.text = text and "".join(letter for letter in text if letter.isprintable() or letter in "\n\t")
    return child


async def calendar(datasette: Datasette, request: Request) -> Response:
    """The days on which withdrawals take effect, those to come and those gone by, as iCalendar."""
    rows = await _rows(datasette, "effects")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Leaving Ottawa//EN"]
    for row in rows:
        address = datasette.absolute_url(request, datasette.urls.path(row["page"]))
        day = dt.date.fromisoformat(row["date"])
        lines += [
            "BEGIN:VEVENT",
            f"UID:{row['id']}@leaving-ottawa",
            f"DTSTAMP:{row['deposit'].replace('-', '')}T000000Z",
            f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
            f"SUMMARY:{_escaped(row['title'])}",
            f"DESCRIPTION:{_escaped(row['summary'])}",
            f"URL:{address}",
            "END:VEVENT",
        ]
    body = "\r\n".join(_folded(line) for line in [*lines, "END:VCALENDAR", ""])
    return Response(body, content_type="text/calendar; charset=utf-8")


def _escaped(text: str) -> str:
    for letter in "\\;,":
        text = text.replace(letter, f"\\{letter}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """A line in pieces that are short enough for the standard, whatever bytes its letters take."""
    pieces = [line[at : at + 36] for at in range(0, len(line), 36)]
    return "\r\n ".join(pieces) or line


async def site_map(datasette: Datasette, request: Request) -> Response:
    """The addresses of our pages, for those who look for them by machine."""
    top = ET.Element("urlset", xmlns=MAP)
    for row in await _rows(datasette, "map"):
        path = "/" + "/".join(quote(piece, safe="") for piece in row["page"].split("/")[1:])
        _add(_add(top, "url"), "loc", datasette.absolute_url(request, datasette.urls.path(path)))
    return _xml(top, "application/xml")


async def robots(datasette: Datasette, request: Request) -> Response:
    """What machines may read: every page, but not every way in which a table can be narrowed down."""
    address = datasette.absolute_url(request, datasette.urls.path("/sitemap.xml"))
    lines = (
        "User-agent: *",
        "Disallow: /*?",
        "Disallow: /*.csv",
        "Disallow: /*.json",
        f"Sitemap: {address}",
        "",
    )
    return Response("\n".join(lines), content_type="text/plain; charset=utf-8")


async def index(datasette: Datasette, request: Request) -> Response:
    """Which feeds there are."""
    context = {"kinds": KINDS, "states": await _rows(datasette, "states")}
    page = await datasette.render_template("feeds.html", context, request=request, view_name="feeds")
    return Response(page, content_type="text/html; charset=utf-8")


async def _rows(datasette: Datasette, name: str, state: str = "") -> list[Row]:
    sql = (QUERIES / f"{name}.sql").read_text(encoding="utf-8")
    today = dt.datetime.now(dt.UTC).date().isoformat()
    found = await datasette.get_database().execute(sql, {"state": state, "as_of": today})
    return [dict(row) for row in found.rows]


def _xml(top: ET.Element, kind: str) -> Response:
    body = ET.tostring(top, encoding="unicode", xml_declaration=False)
    return Response(f'<?xml version="1.0" encoding="utf-8"?>\n{body}', content_type=f"{kind}; charset=utf-8")


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    """The addresses of the feeds, the calendar and the map."""
    return [
        (r"/feeds$", index),
        (r"/feeds/(?P<kind>[a-z]+)\.atom$", feed),
        (r"/feeds/(?P<state>[a-z]{2})/(?P<kind>[a-z]+)\.atom$", feed),
        (r"/calendar\.ics$", calendar),
        (r"/sitemap\.xml$", site_map),
        (r"/robots\.txt$", robots),
    ]
