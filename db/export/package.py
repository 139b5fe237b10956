"""The Data Package: a descriptor beside the CSV files, which says what each column is."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa

from db.export.manifest import data_as_of, sources
from db.export.tables import Descriptions, Table
from db.export.written import Written, written

FIELD_TYPES = {pa.int64(): "integer", pa.float64(): "number", pa.string(): "string"}


def write_descriptor(
    db: sqlite3.Connection,
    folder: Path,
    tables: list[Table],
    files: list[Written],
    descriptions: Descriptions,
) -> Written:
    """Write `datapackage.json` beside the CSV files of the tables."""
    names = {table.name for table in tables}
    credits_due = sources(db)
    descriptor = {
        "profile": "tabular-data-package",
        "name": "leaving-ottawa",
        "title": "Votes and debates on leaving the Ottawa and cluster munitions conventions",
        "version": data_as_of(db) or "0",
        "licenses": [{"path": source["url"], "title": source["licence"]} for source in credits_due],
        "sources": [{"path": source["url"], "title": source["name"]} for source in credits_due],
        "resources": [
            _resource(table, file, descriptions.get(table.name, {}), _keys(db, table.name, names))
            for table, file in zip(tables, files, strict=True)
        ],
    }
    # An empty list of sources is not allowed, and an empty database has none.
    kept = {name: value for name, value in descriptor.items() if value}
    path = folder / "csv" / "datapackage.json"
    path.write_bytes(msgspec.json.format(msgspec.json.encode(kept), indent=2) + b"\n")
    return written(folder, path)


def _resource(
    table: Table, file: Written, described: Mapping[str, Any], keys: dict[str, Any]
) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": Path(file.path).name,
        "title": described.get("title", table.name),
        "description": described.get("description", ""),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "schema": {"fields": [_field(field) for field in table.schema], "missingValues": [""], **keys},
    }


def _field(field: pa.Field) -> dict[str, str]:
    description = (field.metadata or {}).get(b"description", b"").decode()
    return {"name": field.name, "type": FIELD_TYPES[field.type], "description": description}


def _keys(db: sqlite3.Connection, table: str, exported: set[str]) -> dict[str, Any]:
    """The keys of a table as the schema has them: its own, and those that lead to exported tables."""
    own = db.execute("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", [table])
    leading: dict[tuple[int, str], list[tuple[str, str]]] = defaultdict(list)
    for number, _, target, column, found, *_ in db.execute(f"PRAGMA foreign_key_list([{table}])"):
        if target in exported:
            leading[number, target].append((column, found))
    keys = {
        "primaryKey": [name for (name,) in own],
        "foreignKeys": [
            {
                "fields": [column for column, _ in pairs],
                "reference": {
                    "resource": "" if target == table else target,
                    "fields": [found for _, found in pairs],
                },
            }
            for (_, target), pairs in sorted(leading.items())
        ],
    }
    return {name: value for name, value in keys.items() if value}
