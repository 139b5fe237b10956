"""The three places in which a query of the cookbook runs: sqlite3, DuckDB over Parquet, the site."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import duckdb
from export_tools import export_of

from scrapers.serving import make_site

INVENTED = {
    "lv-saeima": "xa-chamber",
    "pl-sejm-10-10": "xa-member-010",
    "pl-sejm-10-1": "xa-member-001",
    "pl-sejm": "xa-chamber",
    "'JV'": "'Blue'",
    "'NA'": "'Green'",
    "ee-riigikogu-15-642": "xa-chamber-1-bill-0",
    "2025-05-01": "2018-01-01",
}
"""What questions ask about, and what there is of it in a database of invented ballots."""


def asked_of_invented(sql: str) -> str:
    """The same question about chambers that nobody sits in."""
    for real, invented in INVENTED.items():
        sql = sql.replace(real, invented)
    return sql


def open_files(folder: Path) -> duckdb.DuckDBPyConnection:
    """DuckDB, with the files of an export under the names of the tables."""
    duck = duckdb.connect()
    # As if started in the folder of the files.
    duck.execute("SET file_search_path = ?", [str(folder / "parquet")])
    duck.execute((folder / "parquet" / "duckdb.sql").read_text(encoding="utf-8"))
    return duck


class Engines:
    """One database, asked in three ways; each gives the names of the columns, and rows of plain values."""

    def __init__(self, database: Path, folder: Path):
        export_of(database, folder, "parquet")
        self.database = database
        self.files = folder / "parquet"
        self.duck = open_files(folder)
        self.site = make_site(database)

    def by_sqlite(self, sql):
        with closing(sqlite3.connect(self.database)) as db:
            found = db.execute(sql)
            return [column[0] for column in found.description], [list(row) for row in found]

    def by_duckdb(self, sql):
        found = self.duck.execute(sql)
        return [column[0] for column in found.description], [list(row) for row in found.fetchall()]

    def by_site(self, sql):
        query = {"sql": sql, "_shape": "objects"}
        answer = asyncio.run(self.site.client.get("/ottawa.json", params=query)).json()
        assert answer.get("error") is None, answer
        assert not answer["truncated"]
        return answer["columns"], [list(row.values()) for row in answer["rows"]]
