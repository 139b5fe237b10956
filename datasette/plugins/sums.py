"""Ballots are not counted where their sums are known: how many there are, and how many of each facet's value.

The view `ballot_sums` has the sums under the names of the columns of `ballots`. A question about all ballots,
or about those that a filter on these columns lets through, is asked of the sums in the same words; any other
one, by vote or by member, is left to Datasette, which answers it fast.
"""

# mypy: untyped-calls-exclude=datasette

from __future__ import annotations

import re
import sqlite3
from collections.abc import Awaitable, Callable, Generator
from functools import partial
from typing import Any

from datasette.app import Datasette
from datasette.facets import ColumnFacet
from datasette.hookspecs import hookimpl

SUMMED = {"chamber", "term", "faction", "option", "withdrawn_at"}
"""The columns of ballots that their sums have as well."""

COUNT = re.compile(r"select count\(\*\) from ballots (?P<where>where .*)?", re.DOTALL)
ROWS = re.compile(r"select [^()]+? from ballots (?P<where>where .*)?", re.DOTALL)
"""What Datasette asks: how many rows a table has, and all rows whose values a facet counts."""

PROBE = """
SELECT NOT EXISTS (SELECT 1 FROM measure_pending WHERE kind = 'vote')
    AND (SELECT count(*) FROM (SELECT 1 FROM ballot_sums AS ballots {where} LIMIT 0)) = 0
"""
"""Fails where the filter names what the sums do not have. While a crawl has yet to sum up, it says no."""

Execute = Callable[..., Awaitable[Any]]


async def sums_answer(execute: Execute, where: str, parameters: object) -> bool:
    """Whether what a filter lets through can be added up instead of counted."""
    # SQLite takes a name in quotation marks that no column has for a text, so these are looked at here.
    if set(re.findall(r'"([^"]*)"', where)) - SUMMED:
        return False
    try:
        found = await execute(PROBE.format(where=where), parameters, log_sql_errors=False)
    except sqlite3.OperationalError:
        return False
    return bool(found.single_value())


class SummedFacet(ColumnFacet):
    """Datasette's facet of a column, which adds up sums of ballots where it would count ballots."""

    async def facet_results(self) -> tuple[list[dict[str, Any]], list[str]]:
        """The values of each facet with their counts, and the facets that took too long."""
        results, timed_out = [], []
        # A facet that the table always has may be asked for once more.
        once: dict[str, dict[str, Any]] = {}
        for config in self.get_configs():
            once.setdefault(_column(config), config)
        for config in once.values():
            found, late = await (await self._of_one(config)).facet_results()
            results += found
            timed_out += late
        return results, timed_out

    async def _of_one(self, config: dict[str, Any]) -> ColumnFacet:
        rows = ROWS.fullmatch(self.sql)
        one = _OneFacet(self.ds, self.request, self.database, self.sql, self.table, self.params)
        one.configs = [config]
        if self.table == "ballots" and rows and _column(config) in SUMMED:
            where = rows["where"] or ""
            if await sums_answer(self.ds.get_database(self.database).execute, where, self.params):
                one.sql = f"select * from ballot_sums as ballots {where}"  # noqa: S608  Datasette made it
                one.ds = _Adding(self.ds)
        return one


def _column(config: dict[str, Any]) -> str:
    column: str = config["config"].get("column") or config["config"]["simple"]
    return column


class _OneFacet(ColumnFacet):
    """The facet of one column."""

    configs: list[dict[str, Any]]

    def get_configs(self) -> list[dict[str, Any]]:
        return self.configs


class _Adding:
    """Datasette, but where it would count rows, it adds up what they stand for."""

    def __init__(self, datasette: Datasette) -> None:
        self.datasette = datasette

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  whatever Datasette has
        return getattr(self.datasette, name)

    async def execute(self, database: str, sql: str, *rest: Any, **settings: Any) -> Any:  # noqa: ANN401  as it does
        return await self.datasette.execute(
            database, sql.replace("count(*)", "sum(ballots)", 1), *rest, **settings
        )


@hookimpl(wrapper=True)
def register_facet_classes() -> Generator[None, list[list[type]], list[list[type]]]:
    """Put our facet of a column in the place of Datasette's."""
    registered = yield
    return [[SummedFacet if each is ColumnFacet else each for each in classes] for classes in registered]


@hookimpl
def startup(datasette: Datasette) -> None:
    """Let each database add up how many ballots a filter lets through, where it can."""
    for database in datasette.databases.values():
        vars(database)["execute"] = partial(_execute, database.execute)


async def _execute(execute: Execute, sql: str, params: object = None, **settings: object) -> Any:  # noqa: ANN401
    """What a database executes, with the sums in the place of all ballots."""
    asked = COUNT.fullmatch(sql)
    if asked and await sums_answer(execute, asked["where"] or "", params):
        sql = f"select coalesce(sum(ballots), 0) from ballot_sums as ballots {asked['where'] or ''}"  # noqa: S608
    return await execute(sql, params, **settings)
