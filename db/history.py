"""What a rebuild cannot read in any archive: how runs went, and which alarms there were."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

TABLES = ("runs", "run_problems", "alarms")
"""What is kept of the database that a rebuilt one replaces. The order is that of the foreign keys."""


def keep_history(db: Database, old: Path) -> None:
    """Copy how runs went, and the alarms, from the old database into this one, which has none of its own yet.

    A database of an older schema gives what it has.

    Raises:
        sqlite3.DatabaseError: The old one is damaged, or says what does not fit. Nothing is copied.
    """
    if not old.is_file():
        return
    before = Database(sqlite3.connect(f"{old.resolve().as_uri()}?mode=ro", uri=True))
    with closing(before), db.atomic():
        for table in TABLES:
            _copy(before, db, table)


def _copy(before: Database, db: Database, table: str) -> None:
    known = [column.name for column in before[table].columns] if before[table].exists() else []
    names = [column.name for column in db[table].columns if column.name in known]
    if not names:
        return
    rows = before.execute(f"SELECT {', '.join(names)} FROM {table} ORDER BY id")  # noqa: S608  the schema's own names
    marks = ", ".join("?" * len(names))
    db.conn.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", rows)  # noqa: S608
