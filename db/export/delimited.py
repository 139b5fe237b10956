"""CSV: one file a table, and once more for spreadsheets."""

from __future__ import annotations

import codecs
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from pyarrow import csv

from db.export import package
from db.export.tables import Descriptions, Table
from db.export.written import Written, written

# Text is quoted and figures are not, so that an empty text ("") differs from what is not known (nothing).
OPTIONS = csv.WriteOptions(quoting_style="needed", batch_size=5_000)


def write_csv(
    db: sqlite3.Connection, folder: Path, tables: list[Table], descriptions: Descriptions
) -> Iterator[Written]:
    """Write every table as CSV in UTF-8, and the descriptor that makes them a Data Package."""
    files = []
    for table in tables:
        files.append(_write(db, folder, folder / "csv" / f"{table.name}.csv", table))
        yield files[-1]
    yield package.write_descriptor(db, folder, tables, files, descriptions)


def write_spreadsheet(
    db: sqlite3.Connection, folder: Path, tables: list[Table], _: Descriptions
) -> Iterator[Written]:
    """Write every table as CSV with the mark by which spreadsheets know UTF-8, or they garble accents."""
    for table in tables:
        yield _write(db, folder, folder / "spreadsheet" / f"{table.name}.csv", table, codecs.BOM_UTF8)


def _write(db: sqlite3.Connection, folder: Path, path: Path, table: Table, mark: bytes = b"") -> Written:
    rows = 0
    path.parent.mkdir(exist_ok=True)
    with path.open("wb") as file:
        file.write(mark)
        with csv.CSVWriter(file, table.schema, write_options=OPTIONS) as writer:
            for batch in table.batches(db):
                writer.write_batch(batch)
                rows += batch.num_rows
    return written(folder, path, table=table.name, rows=rows)
