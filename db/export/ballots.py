"""Ballots, spelled out by columns: SQLite hands over small integers, and Arrow puts the words in their place.

Ten million rows of the view `ballots` would be a hundred million texts made by Python one by one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

ROWS_AT_ONCE = 65_536

BALLOTS = """
    SELECT vote_ballots.vote_id, vote_ballots.person_id, vote_ballots.name_id, vote_ballots.faction_id,
        vote_ballots.label_id, vote_ballots.withdrawn_at
    FROM votes CROSS JOIN vote_ballots ON vote_ballots.vote_id = votes.id
    WHERE votes.chamber = ? AND votes.term = ?
    ORDER BY votes.date, votes.id, vote_ballots.person_id
"""
"""In the order of an index of votes and of the key of ballots, so that nothing has to be sorted."""

WORDS = {
    0: """
        SELECT id, key AS vote_key, date, chamber, term, bill_key, origin, source_url
        FROM votes WHERE chamber = ? AND term = ?
    """,
    1: "SELECT id, key AS person_key FROM persons",
    2: "SELECT id, given_name || ' ' || family_name AS person FROM person_names",
    3: "SELECT id, label AS faction FROM factions",
    4: "SELECT id, option, label, basis, rule FROM ballot_labels",
}
"""For the columns of ids, by their place: what the view `ballots` says in their stead."""


def batches(db: sqlite3.Connection, chamber: str, term: str, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    """The ballots of a chamber's term, equal to the rows of the view `ballots`."""
    words = {place: _words(db, sql, [chamber, term][: sql.count("?")]) for place, sql in WORDS.items()}
    cursor = db.execute(BALLOTS, [chamber, term])
    while rows := cursor.fetchmany(ROWS_AT_ONCE):
        *ids, withdrawn = zip(*rows, strict=True)
        spelled = {"withdrawn_at": pa.array(withdrawn, pa.string())}
        for place, (known, columns) in words.items():
            found = pc.index_in(pa.array(ids[place], pa.int64()), value_set=known)
            spelled |= {name: column.take(found) for name, column in columns.items()}
        yield pa.record_batch([spelled[name] for name in schema.names], schema=schema)


def _words(db: sqlite3.Connection, sql: str, values: list[str]) -> tuple[pa.Array, dict[str, pa.Array]]:
    """The ids of a table, and its other columns in the same order."""
    cursor = db.execute(sql, values)
    names = [column[0] for column in cursor.description]
    rows = cursor.fetchall()
    columns = list(zip(*rows, strict=True)) or [()] * len(names)
    texts = {name: pa.array(column, pa.string()) for name, column in zip(names[1:], columns[1:], strict=True)}
    return pa.array(columns[0], pa.int64()), texts
