"""Asking the database what a page shows: each folder of `pages/` holds the SQL of one."""

# mypy: untyped-calls-exclude=datasette

from __future__ import annotations

import asyncio
import datetime as dt
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from datasette.app import Datasette
from datasette.utils.asgi import NotFound, Response

PAGES = Path(__file__).parents[2] / "pages"

ALIASES = {
    "person": "SELECT person_key AS key FROM person_aliases WHERE alias = :key AND person_key <> :key",
    "vote": "SELECT vote_key AS key FROM vote_aliases WHERE alias = :key",
}
"""How a key that was given up finds the one that took its place."""

ROOMS = {"person": "/people/{}", "vote": "/votes/{}"}

Row = dict[str, Any]

Answers = dict[str, list[Row]]
"""The rows that the SQL files of a folder find, by the name of the file."""


async def find(datasette: Datasette, page: str, **parameters: str) -> Answers:
    """What the SQL files of a page's folder find with these parameters."""
    queries = _queries(page)
    parameters = {"as_of": today(), **parameters}
    found = await asyncio.gather(*(run(datasette, sql, parameters) for sql in queries.values()))
    return dict(zip(queries, found, strict=True))


async def find_all(datasette: Datasette, *pages: str, **parameters: str) -> Answers:
    """What the SQL files of several folders find."""
    found = await asyncio.gather(*(find(datasette, page, **parameters) for page in pages))
    return {name: each for answers in found for name, each in answers.items()}


async def find_one(datasette: Datasette, page: str, name: str, **parameters: str) -> list[Row]:
    """What one SQL file of a folder finds."""
    return await run(datasette, _queries(page)[name], {"as_of": today(), **parameters})


async def run(datasette: Datasette, sql: str, parameters: dict[str, str]) -> list[Row]:
    """What this SQL finds."""
    found = await datasette.get_database().execute(sql, parameters)
    return [dict(row) for row in found.rows]


async def lead_on(datasette: Datasette, kind: str, key: str, path: str = "") -> Response:
    """The way from a key that was given up to the one that took its place: to its page, or to this path.

    Raises:
        NotFound: No key took its place.
    """
    for row in await run(datasette, ALIASES[kind], {"key": key}) if kind in ALIASES else []:
        address = datasette.urls.path((path or ROOMS[kind]).format(quote(row["key"], safe="")))
        return Response("", status=301, headers={"Location": address})
    raise NotFound(f"There is no {kind} with the key {key} in this database.")


def today() -> str:
    """The day that it is in UTC."""
    return dt.datetime.now(dt.UTC).date().isoformat()


@cache
def _queries(page: str) -> dict[str, str]:
    return {file.stem: file.read_text(encoding="utf-8") for file in sorted((PAGES / page).glob("*.sql"))}
