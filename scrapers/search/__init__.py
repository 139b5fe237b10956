"""What the site's search asks the index, and how it shows what it found.

The site imports none of our rooms, so it gets these as functions of its SQL.
"""

from __future__ import annotations

import sqlite3

from datasette.hookspecs import hookimpl

from scrapers.search.asking import expression
from scrapers.search.marking import excerpt


class SearchFunctions:
    """A plugin of Datasette that gives its connections `search_expression` and `search_excerpt`."""

    @hookimpl
    def prepare_connection(self, conn: sqlite3.Connection) -> None:
        """Register the functions."""
        conn.create_function("search_expression", 2, _expression, deterministic=True)
        conn.create_function("search_excerpt", 3, excerpt, deterministic=True)


def _expression(question: str, languages: str | None) -> str | None:
    return expression(question, tuple(sorted((languages or "").split())))
