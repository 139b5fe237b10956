"""A plugin of Datasette that gives the site's SQL what it needs to search.

The site imports none of our rooms; `scrapers.serving` puts it together with this.
"""

from __future__ import annotations

import sqlite3

from datasette.hookspecs import hookimpl

from scrapers.search.asking import expression
from scrapers.search.marking import excerpt


@hookimpl
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Register `search_expression` and `search_excerpt`."""
    conn.create_function("search_expression", 2, _expression, deterministic=True)
    conn.create_function("search_excerpt", 3, excerpt, deterministic=True)


def _expression(question: str, languages: str | None) -> str | None:
    return expression(question, tuple(sorted((languages or "").split())))
