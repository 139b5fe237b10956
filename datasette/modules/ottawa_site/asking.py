"""Asking the database what a page shows: each folder of `pages/` holds the SQL of one."""

# mypy: untyped-calls-exclude=datasette

from __future__ import annotations

import asyncio
import datetime as dt
from functools import cache
from pathlib import Path
from typing import Any

from datasette.app import Datasette

PAGES = Path(__file__).parents[2] / "pages"

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


def today() -> str:
    """The day that it is in UTC."""
    return dt.datetime.now(dt.UTC).date().isoformat()


@cache
def _queries(page: str) -> dict[str, str]:
    return {file.stem: file.read_text(encoding="utf-8") for file in sorted((PAGES / page).glob("*.sql"))}
