"""Parquet: votes and ballots in a folder for each chamber and term, every other table in one file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from db.export.tables import PARTITIONED, Descriptions, Part, Table, parts
from db.export.written import Written, written

BYTES_IN_GROUP = 64 * 2**20
"""Rows of a file that a reader may skip together, and a writer holds together: this much before packing."""

FOLDERS = ("chamber", "term")
"""Columns that the names of the folders say, and so the files do not."""


def write_parquet(
    db: sqlite3.Connection, folder: Path, tables: list[Table], _: Descriptions
) -> Iterator[Written]:
    """Write every table as Parquet, and the views by which DuckDB has them under their names."""
    (folder / "parquet").mkdir()
    views = []
    for table in tables:
        # Without any votes there are no folders, and still a file that says which columns there would be.
        chosen: list[Part] | list[None] = (parts(db) if table.name in PARTITIONED else []) or [None]
        for part in chosen:
            yield _write(db, folder, table, part)
        views.append(_duckdb_view(table, chosen[0]))
    file = folder / "parquet" / "duckdb.sql"
    file.write_text(f"-- In this folder: duckdb -init duckdb.sql\n{''.join(views)}", encoding="utf-8")
    yield written(folder, file)


def _duckdb_view(table: Table, part: Part | None) -> str:
    """SQL that gives DuckDB the files of a table under its name, columns in its order."""
    columns = ", ".join(table.schema.names)
    if part is None:
        return f"CREATE VIEW {table.name} AS SELECT {columns} FROM '{table.name}.parquet';\n"  # noqa: S608  ours
    types = ", ".join(f"{name}: VARCHAR" for name in FOLDERS)
    source = f"read_parquet('{table.name}/*/*/*.parquet', hive_partitioning = true, hive_types = {{{types}}})"
    return f"CREATE VIEW {table.name} AS SELECT {columns} FROM {source};\n"  # noqa: S608  names from the schema


def _write(db: sqlite3.Connection, folder: Path, table: Table, part: Part | None) -> Written:
    path = _place(folder / "parquet", table, part)
    within = [field for field in table.schema if part is None or field.name not in FOLDERS]
    inner = Table(table.name, pa.schema(within))
    rows = 0
    with pq.ParquetWriter(path, inner.schema, compression="zstd") as writer:
        for group in _groups(inner.batches(db, part)):
            writer.write_table(group)
            rows += group.num_rows
    return written(folder, path, table=table.name, rows=rows)


def _place(folder: Path, table: Table, part: Part | None) -> Path:
    if part:
        folder = folder / table.name / f"chamber={part.chamber}" / f"term={part.term}"
        folder.mkdir(parents=True)
    return folder / f"{table.name}.parquet"


def _groups(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.Table]:
    """The same rows in fewer, larger pieces."""
    gathered: list[pa.RecordBatch] = []
    for batch in batches:
        gathered.append(batch)
        if sum(piece.nbytes for piece in gathered) >= BYTES_IN_GROUP:
            yield pa.Table.from_batches(gathered)
            gathered = []
    if gathered:
        yield pa.Table.from_batches(gathered)
