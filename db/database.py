"""Opening the database: the settings every connection needs, and the current schema."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlite_utils import Database

from db.migrations import migrate

BUSY_MILLISECONDS = 10_000
"""How long to wait for another program that writes to the database."""

AROUND_BALLOTS = (
    "bills",
    "vote_bills",
    "votes",
    "vote_ballots",
    "ballot_labels",
    "persons",
    "person_names",
    "factions",
)
"""The tables that questions about ballots go through."""

FACETS_OF_SPEECHES = (
    "speeches_by_chamber",
    "speeches_by_capacity",
    "speeches_by_language",
    "speeches_by_origin",
)
"""Indexes that serve to count, and find too much to look anything up by.

Only these are taken stock of: many turns belong to no item and no bill, and an index that is nearly all NULL
would seem useless for those that do.
"""


def open_database(path: Path | str) -> Database:
    """The database at this path, made if it is not there, brought to the current schema, ready to write.

    Foreign keys are enforced, which SQLite leaves off; the journal is a write-ahead log, so that the site
    reads while a crawl writes, and is synchronised at checkpoints only: a crash of the machine may lose
    the last transactions, never the file, and the archive holds what they came from.
    """
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    # Each vote touches a page of the index by person for every member: fewer checkpoints, fewer copies.
    connection.execute("PRAGMA wal_autocheckpoint = 10000")
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    db = Database(connection)
    migrate(db)
    connection.execute("PRAGMA foreign_keys = ON")
    return db


def take_stock(db: Database) -> None:
    """Tell SQLite how much there is of what stands around ballots, by a sample.

    Without it a question about the few bills that are followed may be answered by way of a million ballots.
    """
    db.execute("PRAGMA analysis_limit = 1000")
    for counted in (*AROUND_BALLOTS, *FACETS_OF_SPEECHES):
        db.execute(f"ANALYZE {counted}")
