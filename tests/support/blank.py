"""Empty databases by the hundred: the current schema is made once, and copied."""

import sqlite3
from functools import cache

from sqlite_utils import Database

from db.database import open_database


def blank_database() -> Database:
    """An empty database in memory, as `open_database(":memory:")` gives one, in a hundredth of the time."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.deserialize(_image())
    connection.execute("PRAGMA foreign_keys = ON")
    return Database(connection)


@cache
def _image() -> bytes:
    opened = open_database(":memory:")
    try:
        return opened.conn.serialize()
    finally:
        opened.close()
