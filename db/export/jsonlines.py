"""JSON lines: one file a table, one object a row, null where something is not known."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from db.export.tables import Descriptions, Table, plain_rows
from db.export.written import Written, written

ENCODER = msgspec.json.Encoder()


def write_jsonl(
    db: sqlite3.Connection, folder: Path, tables: list[Table], _: Descriptions
) -> Iterator[Written]:
    """Write every table as JSON lines."""
    (folder / "jsonl").mkdir()
    for table in tables:
        path = folder / "jsonl" / f"{table.name}.jsonl"
        names = table.schema.names
        objects = (dict(zip(names, row, strict=True)) for row in plain_rows(table.batches(db)))
        yield written(folder, path, table=table.name, rows=write_lines(path, objects))


def write_lines(path: Path, objects: Iterable[object]) -> int:
    """Write each object on a line of its own; says how many there were."""
    count = 0
    with path.open("wb") as file:
        for count, found in enumerate(objects, 1):  # noqa: B007  the last one is the answer
            file.write(ENCODER.encode(found) + b"\n")
    return count
