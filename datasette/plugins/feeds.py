"""What is new, for readers that ask by themselves: Atom feeds, and the map of the site."""

# mypy: untyped-calls-exclude=datasette

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, NamedTuple
from urllib.parse import quote
from xml.etree import ElementTree as ET

from datasette.app import Datasette
from datasette.hookspecs import hookimpl
from datasette.utils.asgi import NotFound, Request, Response
from jinja2 import Environment
from ottawa_site.asking import Row, find_one, lead_on

ATOM = "http://www.w3.org/2005/Atom"
MAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
ENTRIES = 50
"""In a feed. Who asks less often than that many rows come finds the rest on the pages."""

KINDS = {
    "votes": "votes",
    "statements": "statements",
    "actions": "treaty actions",
    "turns": "turns in debates",
    "corrections": "corrections",
    "alarms": "alarms",
}
"""What there is a feed of: the name in the address, and in words."""


class Scope(NamedTuple):
    """What a feed can be narrowed down to: where its feeds and its page lie, and what they are of."""

    feeds: str
    page: str
    kinds: tuple[str, ...]


SCOPES = {
    "": Scope("/feeds", "/", ("votes", "statements", "actions", "corrections", "alarms")),
    "state": Scope("/feeds/{}", "/states/{}", ("votes", "statements", "actions", "corrections", "alarms")),
    "bill": Scope("/bills/{}", "/bills/{}", ("votes", "statements", "actions", "turns", "corrections")),
    "person": Scope("/people/{}", "/people/{}", ("votes", "statements", "turns", "corrections")),
}
"""A person does no treaty actions; and turns are too many but for those who follow a bill or a person."""

ALL = {"state": "", "bill": "", "person": ""}


def feed(scope: str) -> Callable[[Datasette, Request], Any]:
    """The feeds of one kind or of all kinds, of everything or of one state, bill or person.

    Raises:
        NotFound: There is no such kind, or the database holds nothing of this key.
    """

    async def page(datasette: Datasette, request: Request) -> Response:
        kind, key = request.url_vars["kind"], request.url_vars.get("key", "")
        kinds = _kinds(scope, kind)
        asked = {**ALL, scope: key} if scope else ALL
        named = await find_one(datasette, "feeds", scope, **asked) if scope else [{"name": ""}]
        if not named:
            return await lead_on(datasette, scope, key, f"{SCOPES[scope].feeds}/{kind}.atom")
        found = await asyncio.gather(*(find_one(datasette, "feeds", name, **asked) for name in kinds))
        rows = sorted((row for rows in found for row in rows), key=lambda row: row["updated"], reverse=True)
        title = ", ".join(filter(None, (KINDS.get(kind, "everything new"), named[0]["name"])))
        home = SCOPES[scope].page.format(quote(key, safe=""))
        top = _atom(datasette, request, f"Leaving Ottawa: {title}", home, rows[:ENTRIES])
        return _xml(top, "application/atom+xml")

    return page


def _kinds(scope: str, kind: str) -> tuple[str, ...]:
    """What a feed of this kind is made of."""
    kinds = SCOPES[scope].kinds
    if kind == "all":
        return kinds
    if kind not in kinds:
        raise NotFound(f"There is no feed of {kind}{f' of a {scope}' if scope else ''}.")
    return (kind,)


def _atom(datasette: Datasette, request: Request, title: str, page: str, rows: list[Row]) -> ET.Element:
    here = datasette.absolute_url(request, request.path)
    home = datasette.absolute_url(request, datasette.urls.path(page))
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


async def site_map(datasette: Datasette, request: Request) -> Response:
    """The addresses of our pages, for those who look for them by machine."""
    top = ET.Element("urlset", xmlns=MAP)
    for row in await find_one(datasette, "feeds", "map"):
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
    context = {"states": await find_one(datasette, "feeds", "states")}
    page = await datasette.render_template("feeds.html", context, request=request, view_name="feeds")
    return Response(page, content_type="text/html; charset=utf-8")


def _xml(top: ET.Element, kind: str) -> Response:
    body = ET.tostring(top, encoding="unicode", xml_declaration=False)
    return Response(f'<?xml version="1.0" encoding="utf-8"?>\n{body}', content_type=f"{kind}; charset=utf-8")


@hookimpl
def prepare_jinja2_environment(env: Environment) -> None:
    """Let the templates name the feeds of a page."""
    env.globals.update({"FEEDS": SCOPES, "KINDS_OF_FEEDS": KINDS})


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    """The addresses of the feeds and the map."""
    kind = r"(?P<kind>[a-z]+)\.atom$"
    return [
        (r"/feeds$", index),
        (rf"/feeds/{kind}", feed("")),
        (rf"/feeds/(?P<key>[a-z]{{2}})/{kind}", feed("state")),
        (rf"/bills/(?P<key>[^/]+)/{kind}", feed("bill")),
        (rf"/people/(?P<key>[^/]+)/{kind}", feed("person")),
        (r"/sitemap\.xml$", site_map),
        (r"/robots\.txt$", robots),
    ]
