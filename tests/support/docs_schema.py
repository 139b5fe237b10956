"""docs/schema.md: every table and column by the words that the site shows, and how they hang together."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pyarrow as pa

from db.database import open_database
from db.export.tables import LEFT_OUT, tables
from scrapers.serving import read_config

PROVENANCE = {"responses", "dossier_entries"}
"""Nearly every table leads to these two; drawn, they would hide everything else."""

HEAD = """# The schema

Made by `make docs` from the database and from the descriptions that the site shows; do not edit it here.

People see text keys (`pl-sejm-10-37-66`), which last; the integer ids are of one file. A value that is not
known is empty (NULL) and never zero. Dates and times are text in ISO 8601, times in UTC; what is true or
false is 1 or 0. `ottawa export` writes the same columns with the same types: text as strings, integers of 64
bits. What it leaves out is marked; a table that people need not know is called plumbing.

## How tables hang together

By their foreign keys, without those to the answer (`responses`) or the curated fact (`dossier_entries`) that
stands behind a row.

"""


def page() -> str:
    """The whole page."""
    described = read_config()["databases"]["ottawa"]["tables"]
    names = sorted(described, key=lambda name: (bool(described[name].get("hidden")), name))
    with closing(open_database(":memory:")) as opened:
        db = opened.conn
        exported = {table.name: table.schema for table in tables(db, described)}
        sections = [_section(db, name, described[name], exported.get(name)) for name in names]
        return HEAD + "\n".join(_diagram(db, names)) + "\n\n" + "\n\n".join(map("\n".join, sections)) + "\n"


def _diagram(db: sqlite3.Connection, names: list[str]) -> Iterator[str]:
    yield "```mermaid"
    yield "erDiagram"
    for name in sorted(names):
        needed = {column for _, column, _, is_needed, *_ in _columns(db, name) if is_needed}
        for column, (target, _) in sorted(_leading(db, name).items()):
            if target not in PROVENANCE:
                yield f"    {target} {'||' if column in needed else '|o'}--o{{ {name} : {column}"
    yield "```"


def _section(db: sqlite3.Connection, name: str, words: dict, schema: pa.Schema | None) -> Iterator[str]:
    kind = db.execute("SELECT type FROM pragma_table_list WHERE name = ?", [name]).fetchone()[0]
    marks = ["a view"] if kind == "view" else ["plumbing"] if words.get("hidden") else []
    marks += [f"not exported: {LEFT_OUT[name]}"] if name in LEFT_OUT else []
    aside = f" ({'; '.join(marks)})" if marks else ""
    yield f"## {name}\n\n**{words['title']}**{aside}. {_line(words['description'])}\n"
    yield "| column | type | what it says |"
    yield "| --- | --- | --- |"
    leading = _leading(db, name)
    for _, column, declared, _, _, place in _columns(db, name):
        traits = [declared.lower() or _computed(schema, column)]
        traits += ["key"] if place else []
        traits += ["→ {}.{}".format(*leading[column])] if column in leading else []
        yield f"| {column} | {', '.join(traits)} | {_line(words['columns'][column])} |"


def _columns(db: sqlite3.Connection, name: str) -> list[tuple]:
    return db.execute(f"PRAGMA table_info([{name}])").fetchall()


def _leading(db: sqlite3.Connection, name: str) -> dict[str, tuple[str, str]]:
    """Columns that are foreign keys: the table and column to which they lead."""
    return {row[3]: (row[2], row[4]) for row in db.execute(f"PRAGMA foreign_key_list([{name}])")}


def _computed(schema: pa.Schema | None, column: str) -> str:
    """The type of a column that a view computes, as files have it."""
    return "integer" if schema and pa.types.is_integer(schema.field(column).type) else "text"


def _line(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|")
