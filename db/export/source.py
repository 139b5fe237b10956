"""The database as an export reads it: complete, current, and one moment from the first row to the last."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database

from db.migrations import SchemaError, expect_current_schema


class NotExportable(Exception):  # noqa: N818  it says what is the matter
    """The file is no database of ours, or one of another schema than this program writes."""


@contextmanager
def reading(database: Path) -> Iterator[sqlite3.Connection]:
    """The database, read only and as it is now, whatever a crawl writes meanwhile.

    Raises:
        NotExportable: It is no database, or not of the current schema.
    """
    uri = f"{database.resolve().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection:
        connection.execute("PRAGMA busy_timeout = 10000")
        # Lists of many members are sorted on the disk rather than in memory.
        connection.execute("PRAGMA temp_store = FILE")
        _expect_current_schema(connection, database)
        connection.execute("BEGIN")
        yield connection


def copy(database: Path, target: Path) -> None:
    """Write a compact copy of the database, without free pages and without a write-ahead log.

    Raises:
        NotExportable: It is no database, or not of the current schema.
    """
    with reading(database) as connection:
        connection.execute("ROLLBACK")
        connection.execute("VACUUM INTO ?", [str(target)])


def _expect_current_schema(connection: sqlite3.Connection, database: Path) -> None:
    try:
        expect_current_schema(Database(connection))
    except sqlite3.DatabaseError as error:
        raise NotExportable(f"{database} cannot be read as a database: {error}") from error
    except SchemaError as error:
        raise NotExportable(f"{database}: {error}") from error
