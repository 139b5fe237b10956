"""An export, in every format, of a database of invented chambers with all that is hard to write down."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from export_tools import HARD_TEXT, export_of, in_order

from db.database import open_database
from db.export.tables import tables

# The invented chambers live beside the tests of the site.
sys.path.append(str(Path(__file__).resolve().parents[2] / "datasette"))

from invented_site import furnish


def furnish_all(db):
    """The invented chambers, a text with everything that breaks formats, and somebody of no faction."""
    furnish(db.conn)
    db.execute(
        "UPDATE speeches SET text = ?, start_time = '2025-03-01T23:30:00.000+00:00' WHERE key = 'xa-turn-1'",
        [HARD_TEXT],
    )
    db.execute("UPDATE speeches SET gist = '' WHERE key = 'xa-turn-2'")
    db.execute("UPDATE vote_ballots SET faction_id = NULL WHERE person_id = 1")


@pytest.fixture(scope="session")
def database(tmp_path_factory):
    path = tmp_path_factory.mktemp("export") / "ottawa.db"
    with closing(open_database(path)) as db:
        furnish_all(db)
    return path


@pytest.fixture(scope="session")
def exported(database, tmp_path_factory):
    folder = tmp_path_factory.mktemp("files") / "made"
    export_of(database, folder)
    return folder


@pytest.fixture(scope="session")
def stored(database):
    """Every exported table as the database has it: the names of its columns, and its rows."""
    with closing(sqlite3.connect(database)) as db:
        found = {}
        for table in tables(db, {}):
            cursor = db.execute(f"SELECT * FROM {table.name}")
            names = [column[0] for column in cursor.description]
            found[table.name] = (names, in_order(cursor))
        return found


@pytest.fixture(scope="session")
def schemas(database):
    with closing(sqlite3.connect(database)) as db:
        return {table.name: table.schema for table in tables(db, {})}
