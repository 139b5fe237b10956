"""Ballots, spelled out by columns: SQLite hands over small integers, and Arrow puts the words in their place.

Ten million rows of the view `ballots` would be a hundred million texts made by Python one by one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pyarrow as pa

ROWS_AT_ONCE = 16_384

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
        for place, columns in words.items():
            found = pa.array(ids[place], pa.int64())
            spelled |= {name: by_id.take(found) for name, by_id in columns.items() if name in schema.names}
        yield pa.record_batch([spelled[name] for name in schema.names], schema=schema)


def _words(db: sqlite3.Connection, sql: str, values: list[str]) -> dict[str, pa.Array]:
    """The columns of a table, each value at the place that its id says, so that ids are looked up at once."""
    cursor = db.execute(sql, values)
    _, *names = (column[0] for column in cursor.description)
    rows = {row[0]: row[1:] for row in cursor}
    nothing = (None,) * len(names)
    by_id = [rows.get(number, nothing) for number in range(max(rows, default=0) + 1)]
    return {
        name: pa.array(column, pa.string())
        for name, column in zip(names, zip(*by_id, strict=True), strict=True)
    }
